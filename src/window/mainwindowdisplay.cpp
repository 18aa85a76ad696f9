// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window shows of its experiment.
#include <QApplication>
#include <QLabel>
#include <algorithm>
#include <utility>

#include "descent/stepparts.h"
#include "model/experiment.h"
#include "model/history.h"
#include "plot/view/convergenceview.h"
#include "session/fields/fields.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/wording/wording.h"
#include "ui_mainwindow.h"
#include "window/look/look.h"
#include "window/mainwindow.h"
#include "window/panels/goon.h"
#include "window/panels/verdictcard.h"
#include "window/projector.h"
#include "window/race/racepage.h"
#include "window/runner/controls.h"
#include "window/text/richtext.h"
#include "window/tour/tour.h"

namespace window {

void MainWindow::showFunction() {
    const session::Function& function = m_experiment->session().function;
    m_ui->function->setFunction(function);
    m_ui->stepCard->forgetHeight();
    offerViews();
    const QStringList variables = function.variables();
    if (std::exchange(m_variables, variables) == variables) return;
    m_variable = variables.size() == 1 ? variables.front() : QStringLiteral("x");
    m_ui->verdictCard->setVariable(m_variable);
    m_ui->stepCard->setVariables(variables);
    m_ui->iterations->setVariables(variables);
    m_ui->controls->setVariables(variables);
    applyTheme();
}

/// What to look for, while it is true: in an example as it comes, whichever runner is chosen.
void MainWindow::showNote() {
    const session::Session session = session::choosing(m_experiment->session(), 0);
    const auto known = std::ranges::find_if(m_examples, [&](const session::Example& example) {
        return session::sameRun(example.session, session);
    });
    const bool inTour = m_tour && m_tour->isVisible();
    m_ui->function->setNote(known == m_examples.end() || inTour ? QString() : known->lookFor);
}

void MainWindow::showRun() {
    const descent::Trajectory& trajectory = m_experiment->trajectory();
    m_ui->convergence->setTrajectory(trajectory);
    m_ui->iterations->setTrajectory(trajectory);
    showRunners();
    showQuantity();
    showExtras();
    showPosition();
}

/// Whether heights are logarithmic and the parabola is shown, and whether the method has one.
void MainWindow::showExtras() {
    const session::Session& session = m_experiment->session();
    m_ui->logarithmic->setChecked(session.camera.logarithmic);
    const bool has =
        session.function.dimension() == 1 && descent::hasParabola(session.settings.method);
    m_ui->parabola->setChecked(session.parabola);
    m_ui->parabola->setEnabled(has);
    m_ui->parabola->setToolTip(
        session.function.dimension() > 1
            ? tr("A parabola stands on the curve of one variable, and here are several.")
        : has ? tr("Show the parabola through the ball whose vertex is the next step.")
              : tr("%1 has no such parabola: more than the gradient here makes its step.")
                    .arg(session::methodLabel(session.settings.method)));
    if (m_ui->stepCard->setParabola(session.parabola)) showPosition();
}

/// Of one runner the chart has to know anew whether it is shown as one of several are.
void MainWindow::showQuantity() {
    const auto& quantity = m_experiment->session().quantity;
    if (m_ui->convergence->quantity() == quantity) return;
    m_ui->convergence->setQuantity(quantity);
    showRunners();
}

void MainWindow::showVerdict() {
    const descent::Settings& settings = m_experiment->session().settings;
    const auto& verdict = m_experiment->verdict();
    const std::size_t known = m_experiment->trajectory().size();
    const auto steps = static_cast<std::int64_t>(known > 0 ? known - 1 : 0);
    if (verdict) {
        m_ui->verdictCard->showVerdict(*verdict, settings, m_preferences.digits);
    } else {
        m_ui->verdictCard->showProgress(steps);
    }
    m_ui->controls->setVerdict(verdict);
    if (!verdict) return;
    const bool hadFocus = m_goOn->hasFocus();
    m_goOn->setVerdict(*verdict, settings.maxIterations);
    if (hadFocus && m_goOn->isHidden()) m_ui->views->setFocusToPicture();
}

void MainWindow::showPosition() {
    const double position = m_experiment->player().position();
    m_ui->convergence->setPosition(position);
    m_ui->iterations->setPosition(m_experiment->position());
    m_ui->transport->setPlayer(m_experiment->player());
    m_ui->controls->setPosition(position);
    m_history->setPlace(m_experiment->player().place());
    const auto step = static_cast<std::int64_t>(position);
    m_document->setStanding({step > 0 ? std::optional(step) : std::nullopt});
    m_ui->stepCard->showStep(m_experiment->trajectory(), m_experiment->session().settings,
                             position);
    m_ui->stepHeading->setText(m_ui->stepCard->heading());
}

void MainWindow::applyTheme() {
    plot::Theme theme = plot::Theme::matching(palette());
    if (m_projector->on()) theme = theme.projected();
    theme.digits = m_preferences.digits;
    theme.variable = m_variable;
    theme.namesLowerAxis = !m_projector->low();
    m_ui->views->setTheme(theme);
    m_ui->runners->setTheme(theme);
    m_race->setTheme(theme);
    m_ui->convergence->setTheme(theme);
}

/// Qt would give the focus of what is hidden to the function, all of it selected: the next key
/// would erase it.
void MainWindow::showSide(bool wanted) {
    const QWidget* focus = QApplication::focusWidget();
    if (!wanted && focus && m_ui->side->isAncestorOf(focus)) m_ui->views->setFocusToPicture();
    m_ui->side->setVisible(wanted);
}

/// Between the cards, and below the last.
void MainWindow::spaceSide() {
    const bool close = m_folded || m_scarce;
    m_ui->sideColumn->setSpacing(close ? look::near : look::gap);
    m_ui->sideColumn->setContentsMargins(0, 0, 0, m_scarce ? 0 : close ? look::near : look::gap);
    m_ui->chartsColumn->setContentsMargins(look::gap, 2, look::gap, close ? look::near : look::gap);
}

/// The chart lies on the first page of the charts, or below the picture.
void MainWindow::widenChart(bool wanted) {
    const bool hadFocus = m_ui->convergence->hasFocus();
    if (wanted) {
        m_ui->charts->removeTab(m_ui->charts->indexOf(m_ui->convergence));
        m_ui->wideColumn->addWidget(m_ui->convergence);
    } else {
        m_ui->charts->insertTab(m_ui->charts->indexOf(m_ui->iterationPage), m_ui->convergence,
                                tr("Convergence"));
        m_ui->charts->setCurrentWidget(m_ui->convergence);
    }
    m_ui->stageColumn->setSpacing(wanted ? look::gap : look::near / 2);
    m_ui->wide->setVisible(wanted);
    m_ui->convergence->show();
    if (hadFocus) m_ui->convergence->setFocus();
}

void MainWindow::project(bool wanted) {
    if (wanted) {
        m_projector->enter();
    } else {
        m_projector->leave();
    }
    applyTheme();
    // Without words a label does not measure itself again, and all have their font only then.
    QMetaObject::invokeMethod(
        m_pointer, [this] { m_pointer->setIndent(fontMetrics().averageCharWidth()); },
        Qt::QueuedConnection);
    m_ui->views->setProjected(wanted);
    m_ui->verdictCard->setToldElsewhere(wanted);
}

}  // namespace window
