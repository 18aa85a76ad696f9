// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/scrollcolumn.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace window {

ScrollColumn::ScrollColumn(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ScrollColumn::showPartSoon);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_part.clear(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && widget() && widget()->isAncestorOf(now)) ensureWidgetVisible(now, 0, 0);
    });
}

QSize ScrollColumn::minimumSizeHint() const {
    if (!widget()) return QScrollArea::minimumSizeHint();
    const QSize least = widget()->minimumSizeHint();
    const int few = 5 * fontMetrics().lineSpacing();
    const bool whole = m_whole && !isHidden();
    return {least.width() + verticalScrollBar()->sizeHint().width(),
            whole ? least.height() : std::min(few, least.height())};
}

void ScrollColumn::setWhole(bool whole) {
    if (std::exchange(m_whole, whole) != whole) updateGeometry();
}

void ScrollColumn::takeWheelOf(QWidget* surroundings) {
    m_surroundings = surroundings;
    surroundings->installEventFilter(this);
}

void ScrollColumn::showWhole(QWidget& part) {
    m_part = &part;
    showPartSoon();
}

/// Once it has its place.
void ScrollColumn::showPartSoon() {
    QTimer::singleShot(0, this, [this] {
        if (!m_part) return;
        ensureWidgetVisible(m_part, 0, 0);
        const int top = m_part->mapTo(widget(), QPoint()).y();
        verticalScrollBar()->setValue(std::min(top, verticalScrollBar()->value()));
    });
}

bool ScrollColumn::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_surroundings && event->type() == QEvent::Wheel && isVisible()) {
        return QCoreApplication::sendEvent(verticalScrollBar(), event);
    }
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    // A part that is higher without the scroll bar than with it would have the bar come and go for
    // ever, each within the other's call.
    constexpr int mostWithinAnother = 4;
    const bool resizes = watched == widget() && event->type() == QEvent::Resize;
    if (!resizes) return QScrollArea::eventFilter(watched, event);
    if (m_resizing == mostWithinAnother) return false;
    ++m_resizing;
    const bool taken = QScrollArea::eventFilter(watched, event);
    --m_resizing;
    return taken;
}

}  // namespace window
