// SPDX-License-Identifier: GPL-3.0-or-later
// How the main window leads a person through the tour, and back to what they had.
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

#include "model/document.h"
#include "model/experiment.h"
#include "model/history.h"
#include "session/lessons.h"
#include "ui_mainwindow.h"
#include "window/filing.h"
#include "window/look/look.h"
#include "window/mainwindow.h"
#include "window/projector.h"
#include "window/tour/tour.h"
#include "window/tour/tourroom.h"

namespace window {

void MainWindow::offerTour() {
    // Whoever has work of their own, perhaps after a crash, does not begin.
    if (m_document->modified() || !m_document->path().isEmpty()) return;
    if (std::exchange(m_preferences.tourOffered, true)) return;
    savePreferences();
    auto* offer = new QMessageBox(QMessageBox::Question, tr("Welcome to Thalweg"),
                                  tr("Is gradient descent new to you?"), {}, this);
    offer->setAttribute(Qt::WA_DeleteOnClose);
    offer->setInformativeText(
        tr("A tour of fourteen short lessons shows what it does. It is also in the Help menu."));
    const auto* start = offer->addButton(tr("&Start the tour"), QMessageBox::AcceptRole);
    offer->addButton(tr("&Not now"), QMessageBox::RejectRole);
    connect(start, &QAbstractButton::clicked, this, &MainWindow::openTour);
    offer->open();
}

void MainWindow::openTour() {
    if (!m_tour) {
        const session::Lessons lessons = session::lessons();
        if (!lessons) {
            QMessageBox::warning(this, tr("Guided tour"), lessons.error());
            return;
        }
        m_tour = new Tour(*lessons, m_ui->lower);
        m_ui->lower->addWidget(m_tour);
        // It would give the answers away.
        connect(m_ui->lower, &QStackedWidget::currentChanged, this, [this] {
            m_ui->verdictCard->setVisible(!inTour());
            m_projector->setReading(inTour());
            m_ui->views->setEqualScale(inTour() || m_ui->equalScale->isChecked());
            m_ui->function->setTerse(inTour() || m_projector->low());
            offerRunners();
        });
        connect(m_tour, &Tour::setUpWanted, this, [this](const session::Session& setUp) {
            m_preferences.lesson = m_tour->lesson();
            m_history->beginLesson(setUp);
            m_experiment->load(setUp);
            m_ui->views->showSession(setUp);
            m_document->adopt(setUp, {});
            setVeiled(true);
        });
        connect(m_tour, &Tour::playWanted, m_experiment, &model::Experiment::play);
        connect(m_tour, &Tour::closed, this, &MainWindow::closeTour);
        connect(m_tour, &Tour::finished, this, [this] {
            Q_EMIT m_filing->told(
                tr("That was the last lesson. Help > Guided tour opens any of them again."));
        });
        auto* room = new TourRoom(*m_ui->side, *m_ui->controls, *m_tour);
        connect(room, &TourRoom::scarce, this, [this](bool scarce) {
            takeFocusFromControls();
            m_ui->controls->setShort(scarce);
            m_scarce = scarce;
            spaceSide();
        });
        connect(room, &TourRoom::lacking, this, [this](bool lacking) {
            takeFocusFromControls();
            m_ui->controls->setVisible(!lacking);
        });
    }
    if (!m_beforeTour && (m_document->modified() || !m_document->path().isEmpty())) {
        m_beforeTour = m_document->state();
        m_placeBeforeTour = m_experiment->player().place();
        m_document->adopt(m_experiment->session(), {});
    }
    m_ui->showSide->setChecked(true);
    if (!inTour()) widenForTour();
    m_ui->lower->setCurrentWidget(m_tour);
    m_tour->start(m_preferences.lesson);
}

/// Before some of them are hidden.
void MainWindow::takeFocusFromControls() {
    const QWidget* focus = QApplication::focusWidget();
    if (focus && m_ui->controls->isAncestorOf(focus)) m_ui->views->setFocusToPicture();
}

/// Its texts need more width than the controls, and more still where the window is low: they have
/// fewer lines there.
void MainWindow::widenForTour() {
    constexpr int lowBelow = 640;  // pixels
    const int letters = height() < lowBelow ? 62 : 56;
    const int wanted = letters * fontMetrics().averageCharWidth();
    const QList<int> sizes = m_ui->splitter->sizes();
    if (m_projector->on() || sizes.last() >= wanted) return;
    m_sizesBeforeTour = sizes;
    m_ui->splitter->setSizes({sizes.first() + sizes.last() - wanted, wanted});
}

void MainWindow::closeTour() {
    if (!m_sizesBeforeTour.isEmpty()) m_ui->splitter->setSizes(m_sizesBeforeTour);
    m_sizesBeforeTour.clear();
    m_preferences.lesson = m_tour->lesson();
    m_ui->lower->setCurrentWidget(m_ui->account);
    setVeiled(false);
    const auto own = std::exchange(m_beforeTour, {});
    m_history->endLessons(own ? own->session : m_experiment->session());
    if (own) {
        if (m_experiment->player().playing()) m_experiment->togglePlay();
        restore(own->session, m_placeBeforeTour);
        m_document->setState(*own);
    }
    showNote();
    savePreferences();
    m_ui->views->setFocusToPicture();
}

bool MainWindow::inTour() const {
    return m_tour && m_ui->lower->currentWidget() == m_tour;
}

/// Before another session is opened. What was made of a lesson would be lost with the steps.
bool MainWindow::leaveTour() {
    if (!inTour()) return true;
    if (m_beforeTour && !m_filing->mayLeave()) return false;
    closeTour();
    return true;
}

}  // namespace window
