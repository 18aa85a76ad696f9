// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <optional>

#include "plot/look/theme.h"
#include "plot/paint/label.h"

class QPainter;

namespace plot {

/// A place for a legend of this size in a corner of the area, the first of lower right, lower left,
/// upper right and upper left where it covers nothing; nothing where all corners are taken, unless
/// what it covers there is little of the area.
std::optional<QRectF> cornerFor(QSizeF size, const QRectF& area, const Obstacles& obstacles,
                                const Theme& theme);

/// A patch of the ground through which a little is seen.
void paintPatch(QPainter& painter, const QRectF& box, double corner, const Theme& theme);

}  // namespace plot
