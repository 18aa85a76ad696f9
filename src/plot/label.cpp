// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/label.h"

#include <QPainter>
#include <algorithm>
#include <limits>

#include "plot/frame.h"

namespace plot {

namespace {

/// The corner of a box in the room, as near to `corner` as it can be.
QPointF within(const QRectF& room, QPointF corner, QSizeF size) {
    return {std::max(room.left(), std::min(corner.x(), room.right() - size.width())),
            std::max(room.top(), std::min(corner.y(), room.bottom() - size.height()))};
}

}  // namespace

QRectF paintLabel(QPainter& painter, QPointF baseline, const QString& text, const Theme& theme) {
    const double margin = 2 * theme.scale();
    const QRectF box = QFontMetricsF(painter.font())
                           .boundingRect(text)
                           .translated(baseline)
                           .adjusted(-2 * margin, -margin, 2 * margin, margin);
    QColor patch = theme.ground;
    patch.setAlphaF(0.8F * patch.alphaF());
    painter.setPen(Qt::NoPen);
    painter.setBrush(patch);
    painter.drawRoundedRect(box, 2 * margin, 2 * margin);
    painter.setPen(theme.text);
    painter.drawText(baseline, text);
    return box;
}

QRectF paintBeside(QPainter& painter, QPointF place, const QString& text, const QRectF& area,
                   std::span<const QPointF> avoid, const Theme& theme) {
    const double gap = 14 * theme.scale();
    const QRectF room = area.adjusted(gap / 2, gap / 2, -gap / 2, -gap / 2);
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text), metrics.height());
    QRectF best;
    auto fewest = std::numeric_limits<std::ptrdiff_t>::max();
    for (const double away : {gap, 4 * gap, 7 * gap}) {
        for (const double top : {place.y() + away, place.y() - away - size.height()}) {
            for (const double left : {place.x() + gap, place.x() - gap - size.width()}) {
                const QRectF box(within(room, {left, top}, size), size);
                const auto covered = std::ranges::count_if(
                    avoid, [&](QPointF point) { return contains(box, point); });
                if (covered >= fewest) continue;
                fewest = covered;
                best = box;
            }
        }
    }
    return paintLabel(painter, best.topLeft() + QPointF(0, metrics.ascent()), text, theme);
}

void setLabelFont(QPainter& painter, const Theme& theme) {
    QFont font = painter.font();
    font.setPointSizeF(theme.points);
    painter.setFont(font);
}

}  // namespace plot
