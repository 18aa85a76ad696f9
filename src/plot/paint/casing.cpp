// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/casing.h"

#include <QPainter>
#include <algorithm>
#include <array>

namespace plot {

namespace {

/// Of an edge, to either side.
double rim(const Theme& theme) {
    return 1.2 * theme.scale();
}

}  // namespace

QRectF paintCased(QPainter& painter, std::span<const QLineF> lines, const QColor& colour,
                  double width, const QColor& edge, const Theme& theme) {
    const auto count = static_cast<int>(lines.size());
    painter.setPen(QPen(edge, width + 2 * rim(theme), Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(lines.data(), count);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(lines.data(), count);
    QRectF covered;
    const double reach = width + 2 * rim(theme);
    for (const QLineF& line : lines)
        covered |= QRectF(line.p1(), line.p2()).normalized().adjusted(-reach, -reach, reach, reach);
    return covered;
}

QRectF paintCasedArrow(QPainter& painter, const QLineF& line, bool isOpen, const QColor& colour,
                       const QColor& edge, const Theme& theme) {
    const double scale = theme.scale();
    if (line.length() < 3 * scale) return {};
    const double head = std::min((isOpen ? 8 : 10) * scale, line.length());
    const QPointF along = (line.p2() - line.p1()) / line.length();
    const QPointF across(-along.y(), along.x());
    const QPointF neck = line.p2() - head * along;
    const std::array wings{neck + 0.45 * head * across, line.p2(), neck - 0.45 * head * across};
    if (isOpen) {
        const std::array lines{line, QLineF(wings[0], wings[1]), QLineF(wings[2], wings[1])};
        return paintCased(painter, lines, colour, 1.6 * scale, edge, theme);
    }
    const QLineF shaft(line.p1(), line.p2() - 0.8 * head * along);
    painter.setPen(QPen(edge, 2 * rim(theme), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(wings.data(), static_cast<int>(wings.size()));
    const QRectF covered = paintCased(painter, std::array{shaft}, colour, 1.8 * scale, edge, theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(wings.data(), static_cast<int>(wings.size()));
    return covered.adjusted(-head, -head, head, head);
}

}  // namespace plot
