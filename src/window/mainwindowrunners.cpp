// SPDX-License-Identifier: GPL-3.0-or-later
// How the main window lets several runners race.
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include "model/experiment.h"
#include "plot/paint/tip.h"
#include "plot/view/convergenceview.h"
#include "session/runners.h"
#include "ui_mainwindow.h"
#include "window/filing.h"
#include "window/mainwindow.h"
#include "window/projector.h"
#include "window/race/racepage.h"
#include "window/race/rivals.h"
#include "window/widgets/fold.h"
#include "window/widgets/parameter.h"

namespace window {

/// What leads to a second runner while there is one.
QToolButton* MainWindow::newCompareButton() {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("compare"));
    button->setText(tr("Compare ▾"));
    button->setAccessibleName(tr("Compare"));
    button->setToolTip(plot::wrapped(
        tr("Let a second runner race with this one: by another method, with another α, or from "
           "another start.")));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(button, &QToolButton::clicked, this, [this, button] {
        auto* menu = new QMenu(button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        m_ui->runners->fillAdding(*menu);
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
    return button;
}

void MainWindow::connectRunners() {
    m_ui->runners->follow(*m_experiment);
    m_race->follow(*m_experiment);
    connect(m_ui->runners, &RunnerRow::refused, m_filing, &Filing::told);
    connect(m_ui->views, &Views::refused, m_filing, &Filing::told);
    connect(m_ui->runners, &RunnerRow::focusGone, m_ui->views, &Views::setFocusToPicture);
    const auto type = [this](QLineEdit* field) {
        m_ui->showSide->setChecked(true);
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    };
    connect(m_ui->runners, &RunnerRow::alphaWanted, this, [this, type] {
        type(&m_ui->controls->findChild<Parameter*>(QStringLiteral("alpha"))->field());
    });
    connect(m_ui->runners, &RunnerRow::knobWanted, this, [this, type](const std::string& knob) {
        type(m_ui->controls->findChild<QLineEdit*>(QString::fromStdString(knob)));
    });
    connect(m_ui->addCopy, &QAction::triggered, m_ui->runners, &RunnerRow::addCopy);
    connect(m_ui->removeRunner, &QAction::triggered, m_ui->runners, &RunnerRow::removeChosen);
    connect(m_ui->nextRunner, &QAction::triggered, m_ui->runners, &RunnerRow::chooseNext);
    connect(m_ui->compareMenu, &QMenu::aboutToShow, this, [this] {
        m_ui->compareMenu->clear();
        m_ui->runners->fillAdding(*m_ui->compareMenu);
    });
    connect(m_experiment, &model::Experiment::settingsChanged, this, &MainWindow::offerRunners);
    connect(m_projector, &Projector::lowChanged, this, &MainWindow::offerRunners);
    offerRunners();
}

/// What can be done with them, by how many there are.
void MainWindow::offerRunners() {
    const bool alone = m_experiment->courses().size() == 1;
    m_ui->removeRunner->setEnabled(!alone);
    m_ui->nextRunner->setEnabled(!alone);
    m_ui->copyRace->setEnabled(!alone);
    m_fold->setSteady(!alone);
    m_compare->setVisible(alone && !inTour() && !m_projector->low());
    offerRace();
}

/// A page of the charts, where there are several runners.
void MainWindow::offerRace() {
    const bool wanted = m_experiment->courses().size() > 1;
    const int page = m_ui->charts->indexOf(m_race);
    if (wanted == (page >= 0)) return;
    if (wanted) {
        m_ui->charts->addTab(m_race, tr("Race"));
        if (m_experiment->session().view == session::View::Race)
            m_ui->charts->setCurrentWidget(m_race);
    } else {
        const bool hadFocus = m_race->isAncestorOf(focusWidget());
        m_ui->charts->removeTab(page);
        m_race->setParent(this);
        m_race->hide();
        if (hadFocus) m_ui->views->setFocusToPicture();
    }
}

void MainWindow::showRunners() {
    const session::Session& session = m_experiment->session();
    const descent::Direction direction = session.settings.direction;
    m_ui->convergence->setRunners(runnersOf(*m_experiment),
                                  session.function.dimension() == 1
                                      ? plot::bestOf(m_experiment->points(), direction)
                                      : plot::bestOf(m_experiment->places(), direction));
}

/// What tells how the runs will go would give an answer away.
void MainWindow::setVeiled(bool veiled) {
    m_ui->views->setVeiled(veiled);
    m_ui->runners->setVeiled(veiled);
    m_race->setVeiled(veiled);
    m_ui->controls->setVeiled(veiled);
}

}  // namespace window
