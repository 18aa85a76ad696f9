// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/foldbutton.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

FoldButton::FoldButton(QWidget* parent) : QToolButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FoldButton::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    return {metrics.size(Qt::TextShowMnemonic, text()).width() + look::apart + 2 * look::near,
            metrics.height() + look::near};
}

QSize FoldButton::minimumSizeHint() const {
    constexpr int letters = 8;
    const QSize whole = sizeHint();
    const int few = letters * fontMetrics().averageCharWidth() + look::apart + 2 * look::near;
    return {std::min(whole.width(), few), whole.height()};
}

void FoldButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor ink = isEnabled() ? palette().color(QPalette::Link)
                                   : palette().color(QPalette::Disabled, QPalette::WindowText);
    const QRect room = rect().adjusted(look::near, 0, -look::near, 0);
    const bool underlined = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this) != 0;
    painter.setPen(ink);
    painter.drawText(
        room,
        Qt::AlignVCenter | Qt::AlignLeading |
            (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
        width() < sizeHint().width()
            ? fontMetrics().elidedText(text(), Qt::ElideRight, room.width() - look::apart,
                                       Qt::TextShowMnemonic)
            : text());
    QRectF arrow(0, 0, look::apart, room.height());
    arrow.moveRight(room.right() + 1);
    look::drawChevron(painter, arrow, isChecked() ? look::Way::Down : look::Way::Right, ink);
    const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (focused) look::drawFocus(painter, rect(), look::near, palette());
}

}  // namespace window
