// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/contextmenus.h"

#include <QAbstractScrollArea>
#include <QContextMenuEvent>
#include <QMenu>

namespace window {

namespace {

/// What of the widget a mouse is over, where it scrolls.
QWidget* inside(QWidget& widget) {
    auto* area = qobject_cast<QAbstractScrollArea*>(&widget);
    return area ? area->viewport() : nullptr;
}

}  // namespace

void ContextMenus::add(QWidget& widget, Fill fill, const QList<QAction*>& actions) {
    m_menus.append({&widget, std::move(fill), actions});
    widget.installEventFilter(this);
    if (QWidget* viewport = inside(widget)) viewport->installEventFilter(this);
}

bool ContextMenus::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ContextMenu) return false;
    for (const Menu& menu : m_menus) {
        if (watched != menu.widget && watched != inside(*menu.widget)) continue;
        open(menu, *static_cast<QWidget*>(watched), *static_cast<QContextMenuEvent*>(event));
        return true;
    }
    return false;
}

void ContextMenus::open(const Menu& menu, const QWidget& under, const QContextMenuEvent& event) {
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    // What is copied or exported is what has the focus.
    menu.widget->setFocus(Qt::PopupFocusReason);
    auto* opened = new QMenu(menu.widget);
    opened->setAttribute(Qt::WA_DeleteOnClose);
    opened->setToolTipsVisible(true);
    menu.fill(*opened, byKey ? std::nullopt : std::optional(event.pos()));
    if (!opened->isEmpty()) opened->addSeparator();
    for (QAction* action : menu.actions) {
        if (action) {
            opened->addAction(action);
        } else {
            opened->addSeparator();
        }
    }
    opened->popup(byKey ? under.mapToGlobal(under.rect().center()) : event.globalPos());
}

}  // namespace window
