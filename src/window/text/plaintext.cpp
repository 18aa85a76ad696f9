// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/text/plaintext.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

namespace window {

PlainLabels::PlainLabels(QObject* parent) : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

/// A widget is polished before its text is laid out for the first time.
bool PlainLabels::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Polish) return false;
    auto* label = qobject_cast<QLabel*>(watched);
    const bool guesses = label && label->textFormat() == Qt::AutoText;
    if (guesses && label->windowType() != Qt::ToolTip) label->setTextFormat(Qt::PlainText);
    return false;
}

}  // namespace window
