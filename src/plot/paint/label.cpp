// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/label.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/paint/ball.h"
#include "plot/shape/frame.h"

namespace plot {

namespace {

double margin(const Theme& theme) {
    return 2 * theme.scale();
}

/// What paintLabel() covers.
QRectF boxOf(const QPainter& painter, QPointF baseline, const QString& text, const Theme& theme) {
    const double edge = margin(theme);
    return QFontMetricsF(painter.font())
        .boundingRect(text)
        .translated(baseline)
        .adjusted(-2 * edge, -edge, 2 * edge, edge);
}

/// Of the many segments of a curve nearly all lie wholly on one side of the box.
bool touches(QLineF segment, const QRectF& box) {
    const auto [left, right] = std::minmax({segment.x1(), segment.x2()});
    const auto [top, bottom] = std::minmax({segment.y1(), segment.y2()});
    const bool beside = right < box.left() || left > box.right();
    return !beside && !(bottom < box.top() || top > box.bottom()) && clip(segment, box);
}

double distance(QPointF point, const QRectF& box) {
    const double x = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double y = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    return std::hypot(x, y);
}

/// Whether a text is above or below another mark and nearer to it than to its own.
bool seemsToName(const QRectF& text, QPointF own, QPointF other) {
    const bool over = text.left() <= other.x() && other.x() <= text.right();
    return over && distance(other, text) < distance(own, text);
}

/// The corner of a box in the room, as near to `corner` as it can be.
QPointF within(const QRectF& room, QPointF corner, QSizeF size) {
    return {std::max(room.left(), std::min(corner.x(), room.right() - size.width())),
            std::max(room.top(), std::min(corner.y(), room.bottom() - size.height()))};
}

/// Where a label may lie.
struct Spot {
    QRectF place;
    double air;          ///< that has to be free around it
    QLineF leader = {};  ///< to what it names; null where that is close by
};

/// The best first: right below, right above, beside, farther below and above, up to so many rows of
/// text away.
std::vector<Spot> spotsAbout(QPointF mark, double reach, QSizeF size, const QRectF& area,
                             int farthest, const Theme& theme) {
    const double air = margin(theme);
    const double ball = 2 * ballRadius(theme);
    const QRectF room = area.adjusted(air, air, -air, -air);
    std::vector<Spot> spots;
    const auto add = [&](QRectF place, double free, QLineF leader = {}) {
        if (room.contains(place)) spots.push_back({place, free, leader});
    };
    for (int row = 0; row < farthest; ++row) {
        for (const bool below : {true, false}) {
            const double away = reach + air + row * size.height() + (below ? 0 : ball);
            const double top = below ? mark.y() + away : mark.y() - away - size.height();
            const QLineF leader(mark.x(), below ? mark.y() + reach : mark.y() - reach, mark.x(),
                                below ? top : top + size.height());
            for (const double part : {0.5, 0.25, 0.75, 0.0, 1.0}) {
                const double left = mark.x() - part * size.width();
                const QPointF corner(within(room, {left, top}, size).x(), top);
                add({corner, size}, below ? air : ball, row > 0 ? leader : QLineF());
            }
        }
        if (row > 0) continue;
        // Below the level of the mark, where no ball can be.
        const double top = std::min(mark.y() + reach, room.bottom() - size.height());
        for (int step = 1; top >= mark.y() && step <= 4; ++step) {
            const double aside = step * (reach + 2 * air);
            add({QPointF(mark.x() + aside, top), size}, air);
            add({QPointF(mark.x() - aside - size.width(), top), size}, air);
        }
    }
    return spots;
}

}  // namespace

bool Obstacles::leaveFree(const QRectF& box) const {
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (touches(QLineF(curve[i - 1], curve[i]), box)) return false;
    }
    return std::ranges::none_of(chords, [&](const QLineF& chord) { return touches(chord, box); }) &&
           std::ranges::none_of(boxes, [&](const QRectF& other) { return other.intersects(box); });
}

QRectF paintLabel(QPainter& painter, QPointF baseline, const QString& text, const Theme& theme) {
    const QRectF box = boxOf(painter, baseline, text, theme);
    QColor patch = theme.ground;
    patch.setAlphaF(0.8F * patch.alphaF());
    painter.setPen(Qt::NoPen);
    painter.setBrush(patch);
    painter.drawRoundedRect(box, 2 * margin(theme), 2 * margin(theme));
    painter.setPen(theme.text);
    painter.drawText(baseline, text);
    return box;
}

std::optional<QRectF> paintFree(QPainter& painter, std::span<const QPointF> baselines,
                                const QString& text, const QRectF& area, const Obstacles& obstacles,
                                const Theme& theme) {
    const auto free = std::ranges::find_if(baselines, [&](QPointF baseline) {
        const QRectF box = boxOf(painter, baseline, text, theme);
        return area.contains(box) && obstacles.leaveFree(box);
    });
    if (free == baselines.end()) return std::nullopt;
    return paintLabel(painter, *free, text, theme);
}

std::optional<QRectF> paintNamed(QPainter& painter, QPointF mark, double reach,
                                 const QStringList& texts, const QRectF& area,
                                 const Obstacles& obstacles, const Theme& theme) {
    constexpr int closeBy = 2;
    constexpr int farthest = 4;
    for (const int rows : {closeBy, farthest}) {
        for (const QString& text : texts) {
            const QRectF box = boxOf(painter, {}, text, theme);
            const auto spots = spotsAbout(mark, reach, box.size(), area, rows, theme);
            const auto spot = std::ranges::find_if(spots, [&](const Spot& each) {
                const double air = each.air;
                return obstacles.leaveFree(each.place.adjusted(-air, -air, air, air)) &&
                       std::ranges::none_of(obstacles.marks, [&](QPointF other) {
                           return other != mark && seemsToName(each.place, mark, other);
                       });
            });
            if (spot == spots.end()) continue;
            painter.setPen(QPen(theme.text, 0.5 * theme.line));
            if (!spot->leader.isNull()) painter.drawLine(spot->leader);
            return paintLabel(painter, spot->place.topLeft() - box.topLeft(), text, theme);
        }
    }
    return std::nullopt;
}

QRectF paintInCorner(QPainter& painter, const QString& text, const QRectF& area,
                     const Obstacles& obstacles, const Theme& theme) {
    const double gap = 8 * theme.scale();
    const QRectF box = boxOf(painter, {}, text, theme);
    const QRectF room = area.adjusted(gap, gap, -gap - box.width(), -gap - box.height());
    QPointF corner = room.topRight();
    for (const QPointF place :
         {room.topRight(), room.topLeft(), room.bottomRight(), room.bottomLeft()}) {
        if (!obstacles.leaveFree({place, box.size()})) continue;
        corner = place;
        break;
    }
    return paintLabel(painter, corner - box.topLeft(), text, theme);
}

void setLabelFont(QPainter& painter, const Theme& theme) {
    QFont font = painter.font();
    font.setPointSizeF(theme.points);
    painter.setFont(font);
}

}  // namespace plot
