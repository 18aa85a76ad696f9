// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTabBar>
#include <algorithm>
#include <array>

#include "window/runner/alpharuler.h"
#include "window/widgets/numberfield.h"
#include "window/widgets/timeline.h"

namespace window {

namespace {

bool isMove(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End;
}

/// A blank is a part of a number only while one is typed: in front of one that is all selected it
/// would erase it.
bool isForTheText(const QLineEdit& line, const QKeyEvent& key) {
    if (key.matches(QKeySequence::Undo)) return line.isUndoAvailable();
    if (key.matches(QKeySequence::Redo)) return line.isRedoAvailable();
    if (key.key() == Qt::Key_Space && qobject_cast<const NumberField*>(&line)) {
        return line.isUndoAvailable();
    }
    constexpr std::array edits = {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste,
                                  QKeySequence::SelectAll};
    const bool types = !(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) &&
                       key.key() < Qt::Key_Escape;
    return types || isMove(key.key()) ||
           std::any_of(edits.begin(), edits.end(), [&](auto edit) { return key.matches(edit); });
}

bool isForTheControl(const QWidget& control, const QKeyEvent& key) {
    const bool slides = (qobject_cast<const QAbstractSlider*>(&control) &&
                         !qobject_cast<const Timeline*>(&control)) ||
                        qobject_cast<const AlphaRuler*>(&control);
    const bool chooses = qobject_cast<const QComboBox*>(&control);
    const bool presses = qobject_cast<const QAbstractButton*>(&control);
    const bool lists =
        qobject_cast<const QAbstractItemView*>(&control) || qobject_cast<const QTabBar*>(&control);
    // A list of choices opens by F4, and by Alt and Down; Space plays there as nearly everywhere.
    return (isMove(key.key()) && (slides || lists || presses || chooses)) ||
           (key.key() == Qt::Key_Space && presses);
}

bool isEnter(const QKeyEvent& key) {
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

}  // namespace

Keys::Keys(QWidget* window) : QObject(window), m_window(window) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool Keys::isCommand(const QKeyEvent& key) const {
    const auto actions = m_window->findChildren<const QAction*>();
    return std::any_of(actions.begin(), actions.end(), [&](const QAction* action) {
        return action->shortcuts().contains(QKeySequence(key.keyCombination()));
    });
}

bool Keys::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (type != QEvent::ShortcutOverride && type != QEvent::KeyPress) return false;
    const auto* control = QApplication::focusWidget();
    if (!control || control->window() != m_window) return false;
    const auto* line = qobject_cast<const QLineEdit*>(control);
    auto& key = *static_cast<QKeyEvent*>(event);
    if (type == QEvent::KeyPress) {
        // It comes as far as the window when the line has no more use for it.
        if (watched != m_window || !line || !isEnter(key)) return false;
        Q_EMIT typingEnded();
        return true;
    }
    if (watched != control) return false;
    const bool own = line ? isForTheText(*line, key) : isForTheControl(*control, key);
    key.setAccepted(own);
    // The list of proposals below a line would take the shortcut for its own window's.
    if (auto* list = QApplication::activePopupWidget(); list && !own && isCommand(key))
        list->hide();
    return own || line;
}

}  // namespace window
