// SPDX-License-Identifier: GPL-3.0-or-later
// How the main window offers views and lays out what is beside them.
#include <QActionGroup>
#include <QLabel>
#include <QStatusBar>
#include <QTabBar>
#include <algorithm>
#include <string>

#include "model/experiment.h"
#include "plot/view/convergenceview.h"
#include "session/offered.h"
#include "session/view.h"
#include "session/wording/slicewording.h"
#include "session/wording/wording.h"
#include "ui_mainwindow.h"
#include "window/look/look.h"
#include "window/mainwindow.h"
#include "window/panels/axesdialog.h"
#include "window/panels/goon.h"
#include "window/panels/iterationtable.h"
#include "window/panels/stepcard.h"
#include "window/panels/verdictcard.h"
#include "window/panels/views.h"
#include "window/runner/controls.h"
#include "window/text/screenreadertext.h"
#include "window/widgets/clearof.h"
#include "window/widgets/focusring.h"
#include "window/widgets/fold.h"

namespace window {

void MainWindow::connectViews() {
    fillViews();
    connect(m_ui->views, &Views::currentChanged, m_ui->statusBar, &QStatusBar::clearMessage);
    new FocusRing(m_ui->convergence);
    m_ui->iterationPage->setTable(*m_ui->iterations);
    m_ui->charts->tabBar()->setAccessibleName(tr("Charts"));
    m_goOn->setObjectName(QStringLiteral("goOn"));
    m_ui->verdictCard->addGoOn(*m_goOn);
    m_ui->account->takeWheelOf(m_ui->side);
    m_fold = new Fold(*m_ui->account, {m_ui->stepPanel}, *m_ui->charts);
    connect(m_fold, &Fold::folded, this, [this](bool folded) {
        m_ui->stepHeading->setHidden(folded);  // the tab says it
        const int aside = folded ? look::near : look::inset;
        const int over = folded ? 0 : look::gap;
        m_ui->stepColumn->setContentsMargins(aside, over, aside, over);
        m_ui->stepCard->setReserving(!folded);
        m_ui->controls->setDense(folded);
        m_ui->verdictCard->setDense(folded);
        m_folded = folded;
        spaceSide();
    });
    connect(m_ui->charts, &QTabWidget::tabBarClicked, m_ui->side,
            [this] { m_ui->side->showWhole(*m_ui->chartsPanel); });
    new ClearOf(m_ui->side);
    new ClearOf(m_ui->transport);
    giveAccount(m_ui->convergence, *m_experiment, [this](session::Moment moment) {
        moment.digits = m_preferences.digits;
        return session::inVariable(session::tellConvergence(moment), m_variable);
    });
    connect(m_ui->sendMenu, &QMenu::aboutToShow, this,
            [this] { m_ui->views->listStarts(*m_ui->sendMenu); });
    connect(m_ui->centreMenu, &QMenu::aboutToShow, this,
            [this] { m_ui->views->listCentres(*m_ui->centreMenu); });
    connect(m_ui->views, &Views::pointed, this, &MainWindow::tellPointed);
    connect(m_ui->convergence, &plot::ConvergenceView::told, this, &MainWindow::tellPointed);
    connect(m_ui->views, &Views::rangeChanged, m_ui->controls,
            [this] { m_ui->controls->setRanges(m_experiment->session()); });
    connect(m_ui->views, &Views::extremumChanged, m_ui->controls, &Controls::setExtremum);
    connect(m_ui->views, &Views::placeChanged, m_ui->controls, &Controls::setPlace);
    connect(m_ui->convergence, &plot::ConvergenceView::iterationPicked, m_experiment,
            &model::Experiment::setPosition);
    connect(m_ui->iterations, &IterationTable::iterationPicked, m_experiment,
            &model::Experiment::setPosition);
}

/// The curve and the map, of which one stands in the place of the other, have the same key. The
/// keys of what one variable has stay where there are several.
void MainWindow::fillViews() {
    auto* choices = new QActionGroup(this);
    const auto hasOne = [](const session::ViewRow& row) {
        return session::isOffered(row.view, {});
    };
    int keys = 0;
    int more = static_cast<int>(std::ranges::count_if(session::largeViews(), hasOne));
    for (const session::ViewRow& row : session::largeViews()) {
        const int place = static_cast<int>(choices->actions().size());
        const bool isGround = row.view == session::View::Map;
        const int key = hasOne(row) ? keys++ : isGround ? 0 : more++;
        auto* choice = new QAction(row.entry, choices);
        choice->setObjectName(QStringLiteral("show") + row.option.at(0).toUpper() +
                              row.option.mid(1));
        choice->setToolTip(row.tip);
        choice->setShortcut(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + key));
        choice->setCheckable(true);
        choice->setChecked(row.view == m_ui->views->view());
        connect(choice, &QAction::triggered, m_ui->views,
                [this, place] { m_ui->views->setCurrent(place); });
    }
    m_ui->viewMenu->insertActions(m_ui->fit, choices->actions());
    m_ui->viewMenu->insertSeparator(m_ui->fit);
    m_viewChoices = choices->actions();
    connect(m_ui->views, &Views::currentChanged, this,
            [this](int view) { m_viewChoices[view]->setChecked(true); });
}

void MainWindow::offerViews() {
    const std::vector<session::ViewRow> rows = session::largeViews();
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_viewChoices[static_cast<qsizetype>(i)]->setVisible(
            session::isOffered(rows[i].view, m_experiment->session()));
    const bool hasMap = m_experiment->session().function.dimension() > 1;
    m_ui->equalScale->setVisible(hasMap);
    m_ui->contourValues->setVisible(hasMap);
    m_ui->logarithmic->setVisible(hasMap);
}

/// Cut without a sign, a number would read as another one.
void MainWindow::tellPointed(const QString& words) {
    const int room = m_pointer->contentsRect().width() - 2 * m_pointer->indent();
    m_pointer->setText(m_pointer->fontMetrics().elidedText(words, Qt::ElideRight, room));
}

void MainWindow::showAxes() {
    auto* dialog = new AxesDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto show = [this, dialog] {
        const auto [across, up] = m_ui->views->axes();
        dialog->setAxes(across, up);
        const session::Session& session = m_experiment->session();
        const bool chooses = m_ui->views->hasAxesOfPlane() && session.function.dimension() > 2;
        QStringList names;
        for (const std::string& variable : session.function.analysis().variables)
            names += session::variableName(variable);
        dialog->setChoice(chooses ? names : QStringList(), session.axes);
    };
    show();
    connect(m_ui->views, &Views::rangeChanged, dialog, show);
    connect(dialog, &AxesDialog::rangesChosen, m_ui->views,
            [this, dialog, show](insight::Range across, insight::Range up) {
                const QString fault = m_ui->views->chooseRanges(across, up);
                if (!fault.isEmpty()) show();
                dialog->showFault(fault);
            });
    connect(dialog, &AxesDialog::axesChosen, m_ui->views, &Views::chooseAxes);
    dialog->open();
}

}  // namespace window
