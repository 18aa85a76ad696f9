// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>

#include "person.h"

inline QMenu* openMenu() {
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

/// Presses the right button there.
inline QMenu* menuAt(Person& person, const QWidget* widget, QPoint place) {
    QTest::mouseClick(person.window.windowHandle(), Qt::RightButton, {},
                      widget->mapTo(&person.window, place));
    Person::settle();
    return openMenu();
}

/// As the Menu key does.
inline QMenu* menuByKey(QWidget* widget) {
    widget->window()->activateWindow();
    widget->setFocus();
    Person::settle();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, widget->rect().center(),
                            widget->mapToGlobal(widget->rect().center()));
    QApplication::sendEvent(QApplication::focusWidget(), &event);
    Person::settle();
    return openMenu();
}

inline QStringList entries(const QMenu* menu) {
    QStringList texts;
    for (const QAction* action : menu->actions()) {
        if (!action->isSeparator()) texts += action->text().section(QLatin1Char('\t'), 0, 0);
    }
    return texts;
}

/// Chooses an entry with the keyboard.
inline void choose(QMenu* menu, const QString& beginning) {
    for (QAction* action : menu->actions()) {
        if (!action->text().startsWith(beginning)) continue;
        menu->setActiveAction(action);
        QTest::keyPress(menu, Qt::Key_Return);  // which may delete it
        Person::settle();
        return;
    }
    QFAIL(qPrintable(beginning));
}
