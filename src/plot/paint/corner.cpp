// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/corner.h"

#include <QPainter>
#include <array>

namespace plot {

std::optional<QRectF> cornerFor(QSizeF size, const QRectF& area, const Obstacles& obstacles,
                                const Theme& theme) {
    constexpr double little = 0.3;
    const double gap = 8 * theme.scale();
    const QRectF room = area.adjusted(gap, gap, -gap - size.width(), -gap - size.height());
    const std::array corners{room.bottomRight(), room.bottomLeft(), room.topRight(),
                             room.topLeft()};
    for (const QPointF corner : corners) {
        if (obstacles.leaveFree({corner, size})) return QRectF(corner, size);
    }
    if (size.width() > little * area.width()) return std::nullopt;
    return QRectF(corners.front(), size);
}

void paintPatch(QPainter& painter, const QRectF& box, double corner, const Theme& theme) {
    QColor patch = theme.ground;
    patch.setAlphaF(0.85F * patch.alphaF());
    painter.setPen(Qt::NoPen);
    painter.setBrush(patch);
    painter.drawRoundedRect(box, corner, corner);
}

}  // namespace plot
