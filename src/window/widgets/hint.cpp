// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/hint.h"

#include <QPainter>

#include "plot/paint/tip.h"

namespace window {

Hint::Hint(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::PlaceholderText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void Hint::setHint(const QString& text) {
    setText(text);
    setToolTip(text.isEmpty() ? QString() : plot::wrapped(text));
}

void Hint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect room = contentsRect();
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

}  // namespace window
