// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/tour/tourroom.h"

#include <QEvent>
#include <QWidget>
#include <utility>

namespace window {

TourRoom::TourRoom(QWidget& panel, QWidget& tour) : QObject(&tour), m_panel(panel), m_tour(tour) {
    panel.installEventFilter(this);
    tour.installEventFilter(this);
    measure();
}

bool TourRoom::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
        case QEvent::Resize:
        case QEvent::FontChange:
        case QEvent::ShowToParent:
        case QEvent::HideToParent:
            measure();
            break;
        default:
            break;
    }
    return false;
}

void TourRoom::measure() {
    constexpr int lines = 43;  // all controls and the longest lesson
    const bool scarce = m_tour.isVisibleTo(&m_panel) &&
                        m_panel.height() < lines * m_panel.fontMetrics().lineSpacing();
    if (std::exchange(m_scarce, scarce) != scarce) Q_EMIT this->scarce(scarce);
}

}  // namespace window
