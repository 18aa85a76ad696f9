// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/ball.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace plot {

namespace {

QRectF around(QPointF centre, double radius) {
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

QRectF around(const QLineF& line, double margin) {
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-margin, -margin, margin, margin);
}

/// A triangle with its tip at `tip`, pointing along the unit vector.
void paintTriangle(QPainter& painter, QPointF tip, QPointF along, double size) {
    const QPointF across(-along.y(), along.x());
    const QPointF base = tip - size * along;
    painter.drawPolygon(QPolygonF({tip, base + 0.42 * size * across, base - 0.42 * size * across}));
}

void paintHead(QPainter& painter, QPointF tip, QPointF along, double size, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    paintTriangle(painter, tip, along, size);
}

/// Where the arrows at the edges of the area are.
QRectF withinEdge(const QRectF& area, const Theme& theme) {
    const double edge = 14 * theme.scale();
    return area.adjusted(edge, edge, -edge, -edge);
}

QPointF nearestIn(const QRectF& area, QPointF place) {
    return {std::clamp(place.x(), area.left(), area.right()),
            std::clamp(place.y(), area.top(), area.bottom())};
}

void setGhostly(QPainter& painter, const Theme& theme) {
    QColor fill = theme.ball;
    fill.setAlphaF(0.3F);
    painter.setPen(QPen(theme.ball, 0.75 * theme.line));
    painter.setBrush(fill);
}

}  // namespace

QRectF paintBall(QPainter& painter, const Pose& pose, bool pale, const Theme& theme) {
    const double radius = ballRadius(theme);
    const QPointF centre = pose.centre(radius);
    QRadialGradient shade(centre + QPointF(-0.35, -0.4) * radius, 1.5 * radius);
    shade.setColorAt(0, theme.ball.lighter(145));
    shade.setColorAt(0.55, theme.ball);
    shade.setColorAt(1, theme.ball.darker(135));
    painter.save();
    if (pale) painter.setOpacity(0.4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawEllipse(centre, radius, radius);
    const QPointF hand(std::sin(pose.angle), -std::cos(pose.angle));
    painter.setPen(QPen(QColor(255, 255, 255, 225), 0.24 * radius, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + 0.1 * radius * hand, centre + 0.7 * radius * hand);
    painter.restore();
    return around(centre, radius + 2);
}

QRectF paintContact(QPainter& painter, const Pose& pose, const Theme& theme) {
    const double radius = 3 * theme.scale();
    painter.setPen(QPen(theme.ground, theme.scale()));
    painter.setBrush(theme.text);
    painter.drawEllipse(pose.contact, radius, radius);
    return around(pose.contact, radius + 2);
}

QRectF paintGhost(QPainter& painter, const Pose& pose, const Theme& theme) {
    const double radius = ballRadius(theme);
    setGhostly(painter, theme);
    painter.drawEllipse(pose.centre(radius), radius - theme.line / 2, radius - theme.line / 2);
    return around(pose.centre(radius), radius + 2);
}

QPointF outward(const QRectF& area, QPointF place) {
    if (place.x() < area.left()) return {-1, 0};
    if (place.x() > area.right()) return {1, 0};
    return {0, place.y() < area.top() ? -1.0 : 1.0};
}

QRectF paintBeyond(QPainter& painter, const QRectF& area, QPointF place, const QString& label,
                   const Theme& theme, Body body, const std::vector<QRectF>& others) {
    const double scale = theme.scale();
    const QRectF inner = withinEdge(area, theme);
    const QPointF near = nearestIn(inner, place);
    const QPointF along = outward(area, place);
    const QPointF tip = near + 10 * scale * along;
    if (body == Body::Ball) {
        paintHead(painter, tip, along, 18 * scale, theme.ball);
    } else {
        setGhostly(painter, theme);
        paintTriangle(painter, tip, along, 18 * scale);
    }

    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(label);
    const QPointF middle = tip - along * (28 * scale + (along.x() != 0 ? width / 2 : 8 * scale));
    const auto baselineAt = [&](QPointF centre) {
        const double left = std::clamp(centre.x() - width / 2, inner.left(),
                                       std::max(inner.left(), inner.right() - width));
        const double row = std::clamp(centre.y() + metrics.capHeight() / 2,
                                      inner.top() + metrics.ascent(), inner.bottom());
        return QPointF(left, row);
    };
    const double step = along.x() != 0 ? metrics.height() : width / 2;
    const QPointF across(std::abs(along.y()) * step, std::abs(along.x()) * step);
    constexpr int farthest = 8;
    std::vector<QPointF> baselines;
    for (int away = 0; away <= farthest; ++away) {
        for (const int side : {1, -1})
            baselines.push_back(baselineAt(middle + side * away * across));
    }
    const auto free = paintFree(painter, baselines, label, area, {{}, {}, others}, theme);
    const QRectF text = free ? *free : paintLabel(painter, baselines.front(), label, theme);
    return text | around(near, 22 * scale);
}

QRectF paintHeadBeyond(QPainter& painter, const QRectF& area, QPointF place, std::size_t runner,
                       const Theme& theme) {
    const double scale = theme.scale();
    const QPointF along = outward(area, place);
    const QRectF inner = withinEdge(area, theme);
    QPointF near = nearestIn(inner, place);
    // In the order of the runners, towards the middle of the edge.
    const QPointF across = along.x() != 0 ? QPointF(0, 1) : QPointF(1, 0);
    const double side = QPointF::dotProduct(inner.center() - near, across) < 0 ? -1 : 1;
    near = nearestIn(inner, near + across * side * 16 * scale * static_cast<double>(runner + 1));
    paintHead(painter, near + 10 * scale * along, along, 14 * scale, theme.runner(runner));
    return around(near, 14 * scale);
}

QRectF paintTangent(QPainter& painter, const Pose& pose, const QRectF& area, const Theme& theme) {
    const QPointF along = QPointF(-pose.normal.y(), pose.normal.x()) * 80 * theme.scale();
    QLineF tangent(pose.contact - along, pose.contact + along);
    if (!clip(tangent, area)) return {};
    painter.setPen(QPen(theme.tangent, theme.line));
    painter.drawLine(tangent);
    return around(tangent, theme.line + 1);
}

QRectF paintStep(QPainter& painter, QPointF from, QPointF to, const QRectF& area,
                 const QString& label, const Obstacles& obstacles, const Theme& theme) {
    const double scale = theme.scale();
    QLineF step(from, {to.x(), from.y()});
    if (!contains(area, from) || !clip(step, area) || step.length() < 3 * scale) return {};
    QColor ink = theme.text;
    QLineF drop(step.p2(), to);
    QRectF covered = around(step, 8 * scale);
    if (contains(area, QPointF(to.x(), from.y())) && clip(drop, area)) {
        ink.setAlphaF(0.55F);
        painter.setPen(QPen(ink, scale, Qt::DotLine));
        painter.drawLine(drop);
        covered |= around(drop, 2 * scale);
    }
    const double head = std::min(9 * scale, step.length());
    const QPointF along(step.dx() > 0 ? 1 : -1, 0);
    painter.setPen(QPen(theme.text, 1.4 * scale));
    painter.drawLine(step.p1(), step.p2() - 0.8 * head * along);
    paintHead(painter, step.p2(), along, head, theme.text);

    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(label);
    const double room = step.length() - width - 36 * scale;
    if (room < 0) return covered;
    std::vector<QPointF> baselines;
    for (const double below : {-6 * scale, 6 * scale + metrics.ascent()}) {
        for (const double aside : {0.0, -room / 2, room / 2}) {
            const QPointF middle = step.center() + along * (8 * scale + aside);
            baselines.emplace_back(middle.x() - width / 2, middle.y() + below);
        }
    }
    const auto named = paintFree(painter, baselines, label, area, obstacles, theme);
    return named ? covered | *named : covered;
}

}  // namespace plot
