// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/box.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/paint/label.h"
#include "plot/surface/roundnumbers.h"

namespace plot {

namespace {

std::vector<Rise::Tick> ticksOf(insight::Range range, int count) {
    std::vector<Rise::Tick> ticks;
    for (const RoundNumber& number : roundNumbers(range, count))
        ticks.push_back({(number.value - range.low) / range.width(), number.text});
    return ticks;
}

/// So many numbers as have room on a side of so many pixels.
int countOn(double pixels, double each) {
    return std::clamp(static_cast<int>(pixels / each), 2, 6);
}

int acrossOn(const Projection& projection, const Theme& theme) {
    return countOn(projection.side(), 75 * theme.scale());
}

int upwardOn(const Projection& projection, const Theme& theme) {
    return countOn(projection.tallness() * std::cos(projection.camera().elevation * M_PI / 180),
                   34 * theme.scale());
}

/// The sides that face who looks: 0 or 1 along each axis.
struct Near {
    explicit Near(const Projection& projection)
        : x(projection.bearing({1, 0, 0}).near > 0 ? 1 : 0),
          y(projection.bearing({0, 1, 0}).near > 0 ? 1 : 0) {}

    double x;
    double y;
};

QFont fontOf(const QPainter& painter, double points, bool isName) {
    QFont font = painter.font();
    font.setPointSizeF(isName ? 1.15 * points : points);
    font.setItalic(isName);
    return font;
}

double widest(const std::vector<Rise::Tick>& ticks, const QFontMetricsF& metrics) {
    double wide = 0;
    for (const Rise::Tick& tick : ticks)
        wide = std::max(wide, metrics.horizontalAdvance(tick.text));
    return wide;
}

/// A text that lies that way from a place, and touches it.
QRectF beside(QPointF at, QPointF way, QSizeF size) {
    const QPointF reach(way.x() * size.width() / 2, way.y() * size.height() / 2);
    return {at + reach - QPointF(size.width(), size.height()) / 2, size};
}

QPointF direction(const Bearing& way) {
    const double length = std::hypot(way.right, way.down);
    return length > 0 ? QPointF(way.right, way.down) / length : QPointF(0, 1);
}

}  // namespace

/// An edge with numbers.
struct Box::Edge {
    Spot from;
    Spot to;
    QPointF outward;  ///< a unit vector on the screen
    std::vector<Rise::Tick> ticks;
    QString name;
    bool isUpright = false;

    Spot at(double part) const {
        return {from.x + part * (to.x - from.x), from.y + part * (to.y - from.y),
                from.height + part * (to.height - from.height)};
    }
};

Box::Box(const insight::Rectangle& area, const Rise& rise, Names names, const Theme& theme)
    : m_area(area), m_rise(rise), m_names(std::move(names)), m_theme(theme) {}

std::vector<Rise::Tick> Box::ticksAcross(int count) const {
    return ticksOf(m_area.across, count);
}

std::vector<Rise::Tick> Box::ticksUp(int count) const {
    return ticksOf(m_area.up, count);
}

QMarginsF Box::room() const {
    constexpr int most = 6;
    QFont font;
    font.setPointSizeF(m_theme.points);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const double numbers =
        std::max({widest(m_rise.ticks(most), metrics), widest(ticksAcross(most), metrics),
                  widest(ticksUp(most), metrics)});
    const double side = numbers + 14 * m_theme.scale();
    return {side, 1.8 * line, side, 3 * line};
}

void Box::paintBack(QPainter& painter, const Projection& projection) const {
    const Near near(projection);
    const double farX = 1 - near.x;
    const double farY = 1 - near.y;
    std::vector<QLineF> lines;
    const auto line = [&](const Spot& from, const Spot& to) {
        lines.emplace_back(projection.pixel(from), projection.pixel(to));
    };
    for (const Rise::Tick& tick : ticksAcross(acrossOn(projection, m_theme))) {
        line({tick.height, 0, 0}, {tick.height, 1, 0});
        line({tick.height, farY, 0}, {tick.height, farY, 1});
    }
    for (const Rise::Tick& tick : ticksUp(acrossOn(projection, m_theme))) {
        line({0, tick.height, 0}, {1, tick.height, 0});
        line({farX, tick.height, 0}, {farX, tick.height, 1});
    }
    for (const Rise::Tick& tick : m_rise.ticks(upwardOn(projection, m_theme))) {
        line({farX, 0, tick.height}, {farX, 1, tick.height});
        line({0, farY, tick.height}, {1, farY, tick.height});
    }
    painter.setPen(QPen(m_theme.grid, m_theme.scale()));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    lines.clear();
    for (const double side : {0.0, 1.0}) {
        line({0, side, 0}, {1, side, 0});
        line({side, 0, 0}, {side, 1, 0});
        line({farX, 0, side}, {farX, 1, side});
        line({0, farY, side}, {1, farY, side});
        line({farX, side, 0}, {farX, side, 1});
        line({side, farY, 0}, {side, farY, 1});
    }
    painter.setPen(QPen(m_theme.zero, m_theme.scale()));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void Box::paintEdge(QPainter& painter, const Edge& edge, const Projection& projection,
                    std::vector<QRectF>& covered) const {
    const double scale = m_theme.scale();
    const QFont numbers = fontOf(painter, m_theme.points, false);
    const QFontMetricsF metrics(numbers);
    double reach = 0;
    painter.setFont(numbers);
    for (const Rise::Tick& tick : edge.ticks) {
        const QPointF at = projection.pixel(edge.at(tick.height));
        painter.setPen(QPen(m_theme.zero, scale));
        painter.drawLine(at, at + 4 * scale * edge.outward);
        const QSizeF size(metrics.horizontalAdvance(tick.text), metrics.height());
        const QRectF box = beside(at + 7 * scale * edge.outward, edge.outward, size);
        const auto isTaken = [&](const QRectF& other) {
            return other.intersects(box.adjusted(-2 * scale, 0, 2 * scale, 0));
        };
        if (std::ranges::any_of(covered, isTaken)) continue;
        painter.setPen(m_theme.text);
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, tick.text);
        covered.push_back(box);
        reach = std::max(reach, std::abs(edge.outward.x()) * size.width() +
                                    std::abs(edge.outward.y()) * size.height());
    }
    const QFont name = fontOf(painter, m_theme.points, true);
    const QFontMetricsF wide(name);
    const QSizeF size(wide.horizontalAdvance(edge.name), wide.height());
    const QPointF beyond =
        edge.isUpright ? projection.pixel(edge.to) - QPointF(0, 4 * scale + metrics.height() / 2)
                       : projection.pixel(edge.at(0.5)) + (10 * scale + reach) * edge.outward;
    const QRectF box = beside(beyond, edge.isUpright ? QPointF(0, -1) : edge.outward, size);
    painter.setFont(name);
    painter.setPen(m_theme.text);
    painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, edge.name);
    covered.push_back(box);
}

std::vector<QRectF> Box::paintNumbers(QPainter& painter, const Projection& projection) const {
    const Near near(projection);
    const double wayX = near.x > 0 ? 1 : -1;
    const double wayY = near.y > 0 ? 1 : -1;
    const int across = acrossOn(projection, m_theme);
    std::vector<QRectF> covered;
    paintEdge(painter,
              {{0, near.y, 0},
               {1, near.y, 0},
               direction(projection.bearing({0, wayY, 0})),
               ticksAcross(across),
               m_names.across},
              projection, covered);
    paintEdge(painter,
              {{near.x, 0, 0},
               {near.x, 1, 0},
               direction(projection.bearing({wayX, 0, 0})),
               ticksUp(across),
               m_names.up},
              projection, covered);
    // On the left, where one of the edges between near and far is.
    const Spot one{near.x, 1 - near.y, 0};
    const Spot other{1 - near.x, near.y, 0};
    const Spot foot = projection.pixel(one).x() < projection.pixel(other).x() ? one : other;
    constexpr double least = 20;
    const bool hasLength =
        projection.pixel(foot).y() - projection.pixel({foot.x, foot.y, 1}).y() > least;
    if (hasLength)
        paintEdge(painter,
                  {foot,
                   {foot.x, foot.y, 1},
                   {-1, 0},
                   m_rise.ticks(upwardOn(projection, m_theme)),
                   m_names.value,
                   true},
                  projection, covered);
    return covered;
}

}  // namespace plot
