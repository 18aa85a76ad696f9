// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <vector>

#include "insight/bifurcation.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// Words where a bifurcation diagram is empty: why, in each band of columns that has room for it;
/// in the middle, with what would help if something does, where nothing is seen at all.
/// Returns what they cover.
std::vector<QRectF> paintStays(QPainter& painter, const insight::Density& density,
                               const Frame& frame, const Theme& theme);

}  // namespace plot
