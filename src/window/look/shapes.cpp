// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/look/shapes.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "plot/look/theme.h"

namespace window::look {

namespace {

/// A painter as it was, once this goes.
class Kept {
public:
    explicit Kept(QPainter& painter) : m_painter(painter) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Kept() { m_painter.restore(); }
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;

private:
    QPainter& m_painter;
};

QPen inkPen(const QColor& colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// In a square of 16 x 16.
QPainterPath signOf(session::Ending ending) {
    QPainterPath path;
    switch (ending) {
        case session::Ending::Arrived:
            path.moveTo(4.6, 8.2);
            path.lineTo(7.1, 10.7);
            path.lineTo(11.6, 5.6);
            break;
        case session::Ending::Stopped:  // level ground
            path.moveTo(4.4, 8);
            path.lineTo(11.6, 8);
            break;
        case session::Ending::Going:
            path.moveTo(4, 8);
            path.lineTo(11.5, 8);
            path.moveTo(8.6, 5);
            path.lineTo(11.6, 8);
            path.lineTo(8.6, 11);
            break;
        case session::Ending::Unsettled:
            path.moveTo(3.6, 8.6);
            path.cubicTo(5.4, 4, 6.6, 4, 8, 8);
            path.cubicTo(9.4, 12, 10.6, 12, 12.4, 7.4);
            break;
        case session::Ending::Gone:
            path.moveTo(5.4, 5.4);
            path.lineTo(10.6, 10.6);
            path.moveTo(10.6, 5.4);
            path.lineTo(5.4, 10.6);
            break;
    }
    return path;
}

}  // namespace

QColor edgeColour(const QPalette& palette) {
    constexpr double seen = 3;
    const QColor ground = palette.color(QPalette::Window);
    QColor edge = ground;
    for (int part = 1; part <= 100 && plot::contrast(edge, ground) < seen; ++part) {
        edge = plot::mixed(ground, palette.color(QPalette::WindowText), part / 100.0);
    }
    return edge;
}

void drawBox(QPainter& painter, const QRectF& rect, double corner, const QColor& fill,
             const QColor& edge, double width) {
    const Kept kept(painter);
    painter.setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, width));
    painter.setBrush(fill);
    const double half = edge.alpha() == 0 ? 0 : width / 2;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner);
}

void drawFocus(QPainter& painter, const QRectF& rect, double corner, const QPalette& palette) {
    constexpr double width = 2;
    drawBox(painter, rect, corner, Qt::transparent, palette.color(QPalette::Highlight), width);
}

void drawChevron(QPainter& painter, const QRectF& rect, Way way, const QColor& colour) {
    const Kept kept(painter);
    const double half = std::min({4.0, rect.width() / 4, rect.height() / 2});
    painter.translate(rect.center());
    painter.rotate(way == Way::Down ? 0 : way == Way::Up ? 180 : way == Way::Left ? 90 : -90);
    painter.setPen(inkPen(colour, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF{QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)});
}

void drawTick(QPainter& painter, const QRectF& rect, const QColor& colour) {
    const Kept kept(painter);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    painter.setPen(inkPen(colour, 2.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{QPointF(3.8, 8.4), QPointF(6.8, 11.4), QPointF(12.2, 5)});
}

void drawEnding(QPainter& painter, const QRectF& rect, session::Ending ending) {
    const Kept kept(painter);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plot::colourOf(ending));
    painter.drawEllipse(QRectF(0, 0, 16, 16));
    const bool pale = ending == session::Ending::Going;
    painter.setPen(inkPen(pale ? QColor(0x1f2430) : QColor(Qt::white), 1.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(signOf(ending));
}

}  // namespace window::look
