// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "insight/plane/heights.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"
#include "plot/shape/heightscale.h"

class QPainter;

namespace plot {

/// The heights as colours by their parts of the scale, a pixel for each node, the highest row at
/// the top; poles as the ends of the scale, and nothing where f has no value. Null where it has
/// none anywhere.
QImage reliefImage(const insight::Heights& heights, const HeightScale& scale, const Theme& theme);

/// Stretches the part of the image that is in view to where its nodes belong in the plane. Where it
/// lets through, the ground is hatched.
void paintRelief(QPainter& painter, const QImage& image, const insight::Lattice& lattice,
                 const Frame& frame, const Theme& theme);

}  // namespace plot
