// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/gestures.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLineEdit>
#include <utility>

namespace window {

namespace {

/// Undoing the typing leaves no step behind.
bool isTyping() {
    const auto* line = qobject_cast<const QLineEdit*>(QApplication::focusWidget());
    return line && (line->isUndoAvailable() || line->isRedoAvailable());
}

}  // namespace

Gestures::Gestures(QObject* parent) : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool Gestures::goOn() const {
    return m_held || isTyping();
}

bool Gestures::eventFilter(QObject* watched, QEvent* event) {
    const bool pressed = event->type() == QEvent::MouseButtonPress;
    if (pressed || event->type() == QEvent::MouseButtonRelease) {
        if (std::exchange(m_held, pressed) != pressed) Q_EMIT ended();
    }
    if (event->type() == QEvent::FocusOut && qobject_cast<QLineEdit*>(watched)) {
        // A list of proposals that opens ends nothing: the person types on.
        const auto* focus = static_cast<QFocusEvent*>(event);
        if (focus->reason() != Qt::PopupFocusReason) Q_EMIT ended();
    }
    // After a drag and drop no release arrives.
    if (event->type() == QEvent::KeyPress) m_held = false;
    return false;
}

}  // namespace window
