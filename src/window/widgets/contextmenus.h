// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <optional>

class QAction;
class QContextMenuEvent;
class QMenu;
class QWidget;

namespace window {

/// The menus that the right button and the Menu key open on plots, charts and tables.
class ContextMenus : public QObject {
public:
    /// Puts first into the menu what is about this place in the widget; there is none when the menu
    /// was opened by the keyboard.
    using Fill = std::function<void(QMenu& menu, std::optional<QPoint> place)>;

    using QObject::QObject;

    /// From now on the widget, which takes the focus, has a menu: what `fill` puts there, then
    /// `actions`, where a null pointer is a line between two of them. All outlive this.
    void add(QWidget& widget, Fill fill, const QList<QAction*>& actions);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Menu {
        QWidget* widget;
        Fill fill;
        QList<QAction*> actions;
    };

    void open(const Menu& menu, const QWidget& under, const QContextMenuEvent& event);

    QList<Menu> m_menus;
};

}  // namespace window
