// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/step/arrows.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace plot {

namespace {

QRectF around(const QLineF& line, double margin) {
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-margin, -margin, margin, margin);
}

double widthOf(ArrowStyle style, const Theme& theme) {
    const bool isThin = style == ArrowStyle::Decay || style == ArrowStyle::Plain;
    return (isThin ? 1.4 : 2.4) * theme.scale();
}

/// Below an arrow, wider than it by as much as lines on a map have.
void paintEdge(QPainter& painter, const QLineF& line, const std::array<QPointF, 3>& wings,
               const QColor& edge, double width, const Theme& theme) {
    const double rim = 1.2 * theme.scale();
    painter.setPen(QPen(edge, width + 2 * rim, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(line);
    painter.drawPolyline(wings.data(), static_cast<int>(wings.size()));
}

}  // namespace

double shortestArrow(const Theme& theme) {
    return 3 * theme.scale();
}

QColor arrowColour(ArrowStyle style, const Theme& theme) {
    switch (style) {
        case ArrowStyle::Carried:
            return theme.ink(theme.trail);
        case ArrowStyle::Gradient:
            return theme.ink(theme.tangent);
        case ArrowStyle::Decay:
        case ArrowStyle::Plain:
            return theme.text;
    }
    Q_UNREACHABLE();
}

QRectF paintArrow(QPainter& painter, const QLineF& line, ArrowStyle style, const QColor& colour,
                  const Theme& theme, const QColor& edge) {
    const double scale = theme.scale();
    const double head = std::min(9 * scale, line.length());
    const QPointF along = (line.p2() - line.p1()) / line.length();
    const QPointF across(-along.y(), along.x());
    const QPointF tip = line.p2();
    const QPointF neck = tip - head * along;
    const std::array wings{neck + 0.5 * head * across, tip, neck - 0.5 * head * across};
    const bool isOpen = style == ArrowStyle::Gradient || style == ArrowStyle::Decay;
    const QPen pen(colour, widthOf(style, theme), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);

    painter.save();
    if (edge.isValid()) paintEdge(painter, line, wings, edge, widthOf(style, theme), theme);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QLineF shaft(line.p1(), isOpen ? tip : tip - 0.8 * head * along);
    if (style == ArrowStyle::Plain) {
        double phase = 0;
        paintDashes(painter, {line.p1(), neck}, phase, theme);
    } else {
        painter.drawLine(shaft);
    }
    if (isOpen) {
        painter.drawPolyline(wings.data(), static_cast<int>(wings.size()));
    } else {
        if (style == ArrowStyle::Carried) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
        }
        painter.drawPolygon(wings.data(), static_cast<int>(wings.size()));
    }
    painter.restore();
    return around(line, 0.5 * head + 2 * widthOf(style, theme));
}

QRectF paintShrunk(QPainter& painter, const QLineF& line, const Theme& theme) {
    const double scale = theme.scale();
    const QPointF along = (line.p2() - line.p1()) / line.length();
    const QPointF bar = 4 * scale * QPointF(-along.y(), along.x());
    painter.setPen(QPen(arrowColour(ArrowStyle::Carried, theme), scale, Qt::DotLine));
    painter.drawLine(line);
    painter.setPen(QPen(arrowColour(ArrowStyle::Carried, theme), scale));
    painter.drawLine(line.p2() - bar, line.p2() + bar);
    return around(line, 5 * scale);
}

void paintDashes(QPainter& painter, const QLineF& line, double& phase, const Theme& theme) {
    const double dash = 6 * theme.scale();
    const double period = 10 * theme.scale();
    const double length = line.length();
    if (!(length > 0)) return;
    std::vector<QLineF> dashes;
    for (double begin = -std::fmod(phase, period); begin < length; begin += period) {
        const double from = std::max(begin, 0.0);
        const double to = std::min(begin + dash, length);
        if (from < to) dashes.emplace_back(line.pointAt(from / length), line.pointAt(to / length));
    }
    phase = std::fmod(phase + length, period);
    painter.drawLines(dashes.data(), static_cast<int>(dashes.size()));
}

QRectF paintRefused(QPainter& painter, QPointF at, const Theme& theme) {
    const double reach = 4 * theme.scale();
    const QPointF down(reach, reach);
    const QPointF up(reach, -reach);
    for (const QColor& colour : {theme.ground, theme.text}) {
        const double width = (colour == theme.text ? 1.6 : 3.6) * theme.scale();
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at - down, at + down);
        painter.drawLine(at - up, at + up);
    }
    return {at - 2 * down, at + 2 * down};
}

}  // namespace plot
