// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window offers wherever a picture or a table has the focus: to copy it, to write it
// into a file, and a menu.
#include <QMenu>
#include <QShortcut>
#include <QTabBar>
#include <QToolButton>
#include <cmath>

#include "model/changing.h"
#include "model/document.h"
#include "model/experiment.h"
#include "plot/paint/tip.h"
#include "plot/view/convergenceview.h"
#include "session/place.h"
#include "session/wording/wording.h"
#include "ui_mainwindow.h"
#include "window/export/sharing.h"
#include "window/filing.h"
#include "window/mainwindow.h"
#include "window/race/racepage.h"
#include "window/race/racetable.h"
#include "window/widgets/contextmenus.h"

namespace window {

namespace {

/// Only one widget has the focus, so that Ctrl+C can mean a picture here and a table there; in a
/// line of text it stays what it is. The actions themselves have no key: a menu bar that has the
/// focus could not tell which of them is meant.
void copyByKey(QWidget* focused, QAction* action) {
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_C), focused);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(key, &QShortcut::activated, action, &QAction::trigger);
}

}  // namespace

void MainWindow::connectSharing(const output::Formats& formats) {
    auto* sharing = new Sharing(*m_experiment, *m_ui->views, *m_ui->convergence, *m_document,
                                m_preferences, formats, *this);
    connect(m_ui->exportRun, &QAction::triggered, sharing, &Sharing::exportRun);
    connect(m_ui->print, &QAction::triggered, sharing, &Sharing::print);
    connect(m_ui->copyPicture, &QAction::triggered, sharing, &Sharing::copyPicture);
    connect(m_ui->copyTable, &QAction::triggered, sharing,
            [this, sharing] { sharing->copyTable(m_ui->iterations->chosen()); });
    connect(m_ui->copyRace, &QAction::triggered, sharing,
            [this, sharing] { sharing->copyRace(m_race->racers()); });
    connect(m_ui->copyNumpy, &QAction::triggered, sharing,
            [sharing] { sharing->copyScript(formula::Dialect::NumPy); });
    connect(m_ui->copyPytorch, &QAction::triggered, sharing,
            [sharing] { sharing->copyScript(formula::Dialect::PyTorch); });
    connect(sharing, &Sharing::told, m_filing, &Filing::told);
    copyByKey(m_ui->views, m_ui->copyPicture);
    copyByKey(m_ui->convergence, m_ui->copyPicture);
    copyByKey(m_ui->iterations, m_ui->copyTable);
    copyByKey(m_race, m_ui->copyRace);
    auto* exportTable = new QAction(tr("&Export the table…"), this);
    exportTable->setObjectName(QStringLiteral("exportTable"));
    connect(exportTable, &QAction::triggered, sharing, &Sharing::exportTable);
    auto* exportRace = new QAction(tr("&Export the race…"), this);
    exportRace->setObjectName(QStringLiteral("exportRace"));
    connect(exportRace, &QAction::triggered, sharing, &Sharing::exportRace);
    offerMenus(*exportTable, *exportRace);
}

void MainWindow::offerMenus(QAction& exportTable, QAction& exportRace) {
    auto* menus = new ContextMenus(this);
    m_ui->views->addMenus(
        *menus, {m_ui->fit, m_ui->axes, nullptr, m_ui->copyPicture, m_ui->exportRun, m_ui->print});
    menus->add(*m_ui->convergence,
               [this](QMenu& menu, std::optional<QPoint>) { offerQuantities(menu); },
               {m_ui->copyPicture, m_ui->exportRun});
    menus->add(*m_ui->iterations,
               [this](QMenu& menu, std::optional<QPoint> place) {
                   const QModelIndex row =
                       place ? m_ui->iterations->indexAt(*place) : m_ui->iterations->currentIndex();
                   if (row.isValid()) offerStep(menu, static_cast<std::size_t>(row.row()));
               },
               {m_ui->copyTable, &exportTable});
    menus->add(m_race->table(),
               [this](QMenu& menu, std::optional<QPoint>) {
                   m_race->table().offerOrders(*menu.addMenu(tr("&Sort by")));
               },
               {m_ui->copyRace, &exportRace});
}

/// The menu of the chart, where a person looks for it, too.
void MainWindow::connectQuantities() {
    const auto fill = [this](QMenu* menu) {
        menu->clear();
        offerQuantities(*menu);
    };
    connect(m_ui->quantityMenu, &QMenu::aboutToShow, this,
            [this, fill] { fill(m_ui->quantityMenu); });
    auto* button = new QToolButton(m_ui->charts);
    button->setObjectName(QStringLiteral("quantities"));
    button->setText(QStringLiteral("▾"));
    button->setAccessibleName(tr("What the convergence chart shows"));
    button->setToolTip(
        plot::wrapped(tr("Choose what the convergence chart shows of each runner: how far f is "
                         "from its best value, f, the slope, the distance or the steps.")));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [button, fill] {
        auto* menu = new QMenu(button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fill(menu);
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
    m_ui->charts->setCornerWidget(button);
    connect(m_ui->charts, &QTabWidget::currentChanged, button, [this, button] {
        button->setVisible(m_ui->charts->currentWidget() == m_ui->convergence);
    });
    setTabOrder(m_ui->charts->tabBar(), button);
}

/// What the chart shows of each runner. Of one alone it shows f and the slope unless it is asked
/// for something else.
void MainWindow::offerQuantities(QMenu& menu) {
    using enum session::Quantity;
    const bool alone = m_experiment->courses().size() == 1;
    const std::optional<session::Quantity> shown = m_experiment->session().quantity;
    const auto isShown = [&](std::optional<session::Quantity> quantity) {
        return alone ? shown == quantity : shown.value_or(Gap) == quantity.value_or(Gap);
    };
    const auto offer = [&](const QString& text, std::optional<session::Quantity> quantity) {
        const auto choose = model::changing(*m_experiment, &session::Session::quantity);
        QAction* action =
            menu.addAction(text, m_experiment, [choose, quantity] { choose(quantity); });
        action->setCheckable(true);
        action->setChecked(isShown(quantity));
    };
    if (alone)
        offer(m_variables.size() > 1 ? tr("f and the length of its gradient")
                                     : tr("f and the size of its slope"),
              std::nullopt);
    offer(tr("How far f is from its best value, |f − f*|"),
          alone ? std::optional(Gap) : std::nullopt);
    offer(tr("The value of f"), Value);
    const bool isPlane = m_variables.size() > 1;
    offer(isPlane ? tr("The length of the gradient, |∇f|") : tr("The size of the slope, |f′|"),
          Gradient);
    const auto named = [this](const QString& text) {
        return session::inVariable(text, m_variable);
    };
    offer(isPlane ? tr("The distance from the best place, ‖x − x*‖")
                  : named(tr("How far x is from the best place, |x − x*|")),
          Distance);
    offer(isPlane ? tr("The length of a step, ‖xₙ₊₁ − xₙ‖")
                  : named(tr("The length of a step, |xₙ₊₁ − xₙ|")),
          Step);
    const QString starred = m_ui->convergence->starred();
    if (starred.isEmpty()) return;
    menu.addSeparator();
    menu.addAction(named(starred))->setEnabled(false);
}

/// What can be done with a step of the run.
void MainWindow::offerStep(QMenu& menu, std::size_t step) {
    menu.addAction(tr("Go to step %1").arg(session::count(static_cast<std::int64_t>(step))),
                   m_experiment,
                   [this, step] { m_experiment->setPosition(static_cast<double>(step)); });
    const descent::Point at = m_experiment->trajectory()[step].at;
    if (!(descent::norm(at) <= descent::divergenceBound)) return;
    const QString place = session::shownPlace(at, m_preferences.digits);
    menu.addAction(at.size() > 1
                       ? tr("Start here, at %1").arg(place)
                       : session::inVariable(tr("Start here, at x₀ = %1"), m_variable).arg(place),
                   m_experiment, [this, at] { m_experiment->startAt(at); });
}

}  // namespace window
