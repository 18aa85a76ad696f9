// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "insight/bifurcation.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// The counts of a density as colours, log-scaled, a pixel each, the largest x at the top; nothing
/// where nothing was counted. Null when nothing was counted anywhere.
QImage densityImage(const insight::Density& density, const Theme& theme);

/// Stretches the part of the image that is in view to where it belongs in the plane.
void paintDensity(QPainter& painter, const QImage& image, const insight::Density& density,
                  const Frame& frame);

}  // namespace plot
