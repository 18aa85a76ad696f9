// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "insight/basins.h"
#include "insight/valleys.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// Where the strip of the basins lies: a band below the axes' area.
QRectF stripArea(const Frame& frame, const Theme& theme);
/// What becomes of a start at each column: the colour of the place where it comes to rest, a paler
/// one while it is on its way there, dots of it where it stops at once; a net where it swings on,
/// stripes where it moves on to no known place; grey where it diverges; grey dots where it stands
/// still; empty where f has no value.
void paintBasins(QPainter& painter, const insight::BasinMap& basins,
                 const insight::Valleys& valleys, const Frame& frame, const Theme& theme);

}  // namespace plot
