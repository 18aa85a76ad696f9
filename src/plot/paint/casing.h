// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLineF>
#include <QRectF>
#include <span>
#include <vector>

#include "plot/look/theme.h"

class QPainter;

namespace plot {

/// Of the arrow along the gradient, which lies on every colour of a map.
inline QColor slopeColour() {
    return {0xf0, 0xe4, 0x42};
}
inline QColor slopeEdge() {
    return {0x1f, 0x24, 0x30};
}

/// Lines that are seen on any colour: in one of their own, with an edge in another. Returns what
/// they cover.
QRectF paintCased(QPainter& painter, std::span<const QLineF> lines, const QColor& colour,
                  double width, const QColor& edge, const Theme& theme);
inline QRectF paintCased(QPainter& painter, const std::vector<QLineF>& lines, const QColor& colour,
                         double width, const QColor& edge, const Theme& theme) {
    return paintCased(painter, std::span(lines), colour, width, edge, theme);
}
/// An arrow likewise from the first point of a line to the second, with an open head or a full one.
QRectF paintCasedArrow(QPainter& painter, const QLineF& line, bool isOpen, const QColor& colour,
                       const QColor& edge, const Theme& theme);

}  // namespace plot
