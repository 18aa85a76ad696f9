// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/placement.h"

#include <QEvent>
#include <QScreen>
#include <QStyle>
#include <QWidget>
#include <QWindow>
#include <algorithm>

namespace window {

QSize withinScreen(const QWidget& window, QSize wanted) {
    constexpr int usualTitle = 40;  // the frame is known only when the window is shown
    const int title = std::max(usualTitle, window.style()->pixelMetric(QStyle::PM_TitleBarHeight));
    const QSize room = window.screen()->availableSize();
    return wanted.boundedTo({room.width(), room.height() - title});
}

Placement::Placement(QWidget& window, const QByteArray& saved)
    : QObject(&window), m_window(window) {
    if (saved.isEmpty() || !window.restoreGeometry(saved)) {
        window.resize(withinScreen(window, window.size()));
    }
    m_given = window.size();
    window.installEventFilter(this);
}

/// An active window has got its frame.
bool Placement::eventFilter(QObject*, QEvent* event) {
    if (event->type() != QEvent::WindowActivate) return false;
    m_window.removeEventFilter(this);
    deleteLater();
    const bool whole = m_window.isMaximized() || m_window.isFullScreen();
    if (!whole && m_window.size() == m_given) fit();
    return false;
}

void Placement::fit() {
    const QRect room = m_window.screen()->availableGeometry();
    const QMargins frame = m_window.windowHandle()->frameMargins();
    m_window.resize(m_given.boundedTo(room.marginsRemoved(frame).size()));
    const QRect outer = m_window.geometry().marginsAdded(frame);
    const QPoint place(
        std::max(room.left(), std::min(outer.left(), room.right() + 1 - outer.width())),
        std::max(room.top(), std::min(outer.top(), room.bottom() + 1 - outer.height())));
    if (place != outer.topLeft()) m_window.move(place);
}

}  // namespace window
