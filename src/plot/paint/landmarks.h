// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <vector>

#include "insight/landmarks.h"
#include "plot/look/theme.h"
#include "plot/paint/label.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// What the mark of a point is filled with.
QColor markColour(const insight::StationaryPoint& point, const insight::Landmarks& landmarks,
                  descent::Direction direction, const Theme& theme);
/// A minimum is filled, a maximum hollow, an inflection square; a limit is a small ring in the
/// colour of the curve, its open end.
void paintMark(QPainter& painter, QPointF at, const insight::StationaryPoint& point,
               const QColor& colour, const Theme& theme);
/// A mark on the curve for each point that has room: those that runs look for in the colours of
/// their basins where there are any, the best in a ring, with a label where that covers no
/// obstacle. A note where some have no room, and where that is. Returns what the labels cover.
std::vector<QRectF> paintPoints(QPainter& painter, const insight::Landmarks& landmarks,
                                descent::Direction direction, Obstacles obstacles,
                                const Frame& frame, const Theme& theme);
/// The point whose mark is at `pixel`, if one is.
const insight::StationaryPoint* pointAt(QPointF pixel,
                                        const std::vector<insight::StationaryPoint>& points,
                                        const Frame& frame, const Theme& theme);

}  // namespace plot
