// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace window {

/// Shares the keys of a window out: what the control that has the focus needs is its own, all
/// others are shortcuts of the window's commands. Lines of text would keep more than they need,
/// such as Ctrl+E for "to the end of the line".
class Keys : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the window.
    explicit Keys(QWidget* window);

Q_SIGNALS:
    /// Enter ended the typing in a line of text.
    void typingEnded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isCommand(const QKeyEvent& key) const;

    QWidget* m_window;
};

}  // namespace window
