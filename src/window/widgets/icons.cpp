// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace window {

namespace {

/// A triangle whose point lies to the right (direction 1) or left (-1), in a box of 16 x 16.
QPainterPath triangle(double base, double point) {
    QPainterPath path(QPointF(base, 3));
    path.lineTo(point, 8);
    path.lineTo(base, 13);
    path.closeSubpath();
    return path;
}

QPainterPath bar(double left) {
    QPainterPath path;
    path.addRect(left, 3, 2, 10);
    return path;
}

QPainterPath shape(Symbol symbol) {
    switch (symbol) {
        case Symbol::First:
            return bar(3) + triangle(13, 6);
        case Symbol::Back:
            return triangle(9, 3) + bar(10);
        case Symbol::Play:
            return triangle(4, 14);
        case Symbol::Pause:
            return bar(4).translated(0.5, 0) + bar(9).translated(0.5, 0);
        case Symbol::Forward:
            return bar(4) + triangle(7, 13);
        case Symbol::Last:
            return triangle(3, 10) + bar(11);
    }
    Q_UNREACHABLE();
}

QPixmap drawn(Symbol symbol, const QColor& colour) {
    constexpr int resolution = 4;
    QPixmap pixmap(16 * resolution, 16 * resolution);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(resolution, resolution);
    painter.fillPath(shape(symbol), colour);
    return pixmap;
}

}  // namespace

QIcon icon(Symbol symbol, const QPalette& palette) {
    QIcon icon(drawn(symbol, palette.color(QPalette::Active, QPalette::ButtonText)));
    icon.addPixmap(drawn(symbol, palette.color(QPalette::Disabled, QPalette::ButtonText)),
                   QIcon::Disabled);
    return icon;
}

QColor faultColour(const QPalette& palette) {
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return dark ? QColor(0xff, 0x8a, 0x70) : QColor(0xb3, 0x26, 0x1e);
}

QColor rightColour(const QPalette& palette) {
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return dark ? QColor(0x3d, 0xd6, 0xa8) : QColor(0x00, 0x70, 0x52);
}

}  // namespace window
