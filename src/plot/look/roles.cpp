// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/look/roles.h"

namespace plot {

const Roles& Roles::light() {
    static const Roles roles{
        .ground = QColor(0xf5f6f8),
        .card = QColor(0xffffff),
        .field = QColor(0xffffff),
        .ink = QColor(0x1f2430),
        .soft = QColor(0x667085),
        .line = QColor(0xe2e5eb),
        .accent = QColor(0x0072b2),
        .onAccent = QColor(0xffffff),
    };
    return roles;
}

const Roles& Roles::dark() {
    static const Roles roles{
        .ground = QColor(0x16181d),
        .card = QColor(0x1e2128),
        .field = QColor(0x16181d),
        .ink = QColor(0xe8eaf0),
        .soft = QColor(0x98a1b3),
        .line = QColor(0x2f3440),
        .accent = QColor(0x56b4e9),
        .onAccent = QColor(0x16181d),
    };
    return roles;
}

Roles Roles::matching(const QPalette& palette) {
    if (!hasHighContrast(palette)) return isDark(palette) ? dark() : light();
    const QColor ground = palette.color(QPalette::Window);
    const QColor ink = palette.color(QPalette::WindowText);
    return {.ground = ground,
            .card = ground,
            .field = palette.color(QPalette::Base),
            .ink = ink,
            .soft = ink,
            .line = ink,
            .accent = palette.color(QPalette::Highlight),
            .onAccent = palette.color(QPalette::HighlightedText)};
}

bool hasHighContrast(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Window);
    return window == QColor(Qt::black) || window == QColor(Qt::white);
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

QColor colourOf(session::Ending ending) {
    using session::Ending;
    switch (ending) {
        case Ending::Arrived:
            return QColor(0x009e73);
        case Ending::Stopped:
            return QColor(0x9a5fb0);
        case Ending::Going:
            return QColor(0xe69f00);
        case Ending::Unsettled:
            return QColor(0xd55e00);
        case Ending::Gone:
            return QColor(0xc0392b);
    }
    Q_UNREACHABLE();
}

}  // namespace plot
