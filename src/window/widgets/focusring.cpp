// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/focusring.h"

#include <QEvent>
#include <QPainter>

namespace window {

FocusRing::FocusRing(QWidget* widget) : QWidget(widget) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    widget->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::FocusIn || type == QEvent::FocusOut || type == QEvent::Resize ||
        type == QEvent::KeyRelease) {
        follow();
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::follow() {
    const QWidget& widget = *parentWidget();
    setGeometry(widget.rect());
    raise();
    setVisible(widget.hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange));
}

void FocusRing::paintEvent(QPaintEvent*) {
    constexpr int width = 2;  // pixels
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), width, Qt::SolidLine, Qt::SquareCap,
                        Qt::MiterJoin));
    painter.drawRect(rect().adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

}  // namespace window
