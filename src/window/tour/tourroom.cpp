// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/tour/tourroom.h"

#include <QEvent>
#include <QLayout>
#include <QScrollArea>
#include <utility>

#include "window/look/look.h"
#include "window/runner/controls.h"
#include "window/tour/tour.h"

namespace window {

TourRoom::TourRoom(QScrollArea& panel, Controls& controls, Tour& tour)
    : QObject(&tour), m_panel(panel), m_controls(controls), m_tour(tour) {
    panel.installEventFilter(this);
    tour.installEventFilter(this);
    measure();
}

bool TourRoom::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
        case QEvent::FontChange:
            if (m_changing) break;
            // The parts of the tour have their font only then.
            m_width = 0;
            QMetaObject::invokeMethod(this, &TourRoom::measure, Qt::QueuedConnection);
            break;
        case QEvent::Resize:
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
    const bool scarce = m_tour.isVisibleTo(&m_panel) && m_panel.height() < needed();
    if (std::exchange(m_scarce, scarce) != scarce) Q_EMIT this->scarce(scarce);
    const bool lacking = scarce && lacksAnswers();
    if (std::exchange(m_lacking, lacking) != lacking) Q_EMIT this->lacking(lacking);
    setCramped(lacking && m_panel.height() < m_questionHeight);
}

void TourRoom::setCramped(bool isCramped) {
    if (std::exchange(m_cramped, isCramped) == isCramped) return;
    m_changing = true;
    m_tour.setSmall(isCramped);
    m_changing = false;
}

int TourRoom::needed() {
    const QLayout& column = *m_panel.widget()->layout();
    const QMargins margins = column.contentsMargins();
    const int width = m_panel.width() - margins.left() - margins.right();
    if (std::exchange(m_width, width) != width) {
        setCramped(false);
        m_tourHeight = m_tour.wholeHeight(width);
        m_questionHeight = m_tour.questionHeight(width);
    }
    // As they are where there is room: what is spared must not make room seem to be there.
    return m_controls.wholeHeight() + look::gap + m_tourHeight + look::gap;
}

/// The controls have been told to be few; their rows know it once they are laid out.
bool TourRoom::lacksAnswers() const {
    m_controls.layout()->activate();
    return m_panel.height() < m_controls.sizeHint().height() + look::near + m_questionHeight;
}

}  // namespace window
