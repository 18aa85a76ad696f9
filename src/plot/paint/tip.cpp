// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/tip.h"

#include <QApplication>
#include <QToolTip>
#include <QWidget>
#include <algorithm>
#include <array>

namespace plot {

std::optional<QPoint> besidePlace(QSize tip, QPoint pointer, const QRectF& explained,
                                  const QRectF& other, const QRectF& room) {
    constexpr double gap = 6;
    // An arrow hangs to the right and below what it points at.
    const QRectF arrow(pointer - QPoint(4, 4), QSizeF(24, 28));
    const QRectF away = (arrow | explained).adjusted(-gap, -gap, gap, gap);
    const auto within = [](double at, double low, double high) {
        return std::clamp(at, low, std::max(low, high));
    };
    const double level =
        within(pointer.x() - tip.width() / 2.0, room.left(), room.right() - tip.width());
    const double upright =
        within(pointer.y() - tip.height() / 2.0, room.top(), room.bottom() - tip.height());
    const std::array places{
        QPointF(level, away.top() - tip.height()), QPointF(away.right(), upright),
        QPointF(away.left() - tip.width(), upright), QPointF(level, away.bottom())};
    const auto fits = [&](QPointF place) { return room.contains(QRectF(place, tip)); };
    const auto clear = [&](QPointF place) {
        return fits(place) && !QRectF(place, tip).intersects(other);
    };
    auto found = std::ranges::find_if(places, clear);
    if (found == places.end()) found = std::ranges::find_if(places, fits);
    return found == places.end() ? std::nullopt : std::optional(found->toPoint());
}

void showBeside(QWidget& view, const QString& text, QPoint pointer, const QRectF& explained,
                const QRectF& other, const QRectF& room) {
    if (text.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    QToolTip::showText(view.mapToGlobal(pointer), text, &view);
    for (QWidget* tip : QApplication::topLevelWidgets()) {
        if (!tip->inherits("QTipLabel") || !tip->isVisible()) continue;
        const auto place = besidePlace(tip->size(), pointer, explained, other, room);
        if (place) tip->move(view.mapToGlobal(*place));
    }
}

}  // namespace plot
