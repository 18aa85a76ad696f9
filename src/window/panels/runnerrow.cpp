// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/runnerrow.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <algorithm>

#include "model/experiment.h"
#include "plot/paint/runnerlook.h"
#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/wording/endingwording.h"
#include "session/wording/wording.h"

namespace window {

namespace {

constexpr int side = 14;  ///< of a mark, in device-independent pixels

QIcon markOf(std::size_t place, const plot::Theme& theme, double resolution) {
    QPixmap pixmap(QSize(side, side) * resolution);
    pixmap.setDevicePixelRatio(resolution);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    plot::paintRunnerMark(painter, QPointF(side, side) / 2, 0.4 * side, place, theme);
    painter.end();
    return pixmap;
}

QString methodName(const session::Runner& runner) {
    return session::methodText(runner.method).section(QLatin1Char(':'), 0, 0);
}

}  // namespace

RunnerRow::RunnerRow(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_plus(new QToolButton(this)) {
    setObjectName(QStringLiteral("runners"));
    setAccessibleName(tr("Runners"));
    m_row->setContentsMargins(0, 0, 0, 4);
    m_row->setSpacing(6);
    m_plus->setObjectName(QStringLiteral("addRunner"));
    m_plus->setText(QStringLiteral("+"));
    m_plus->setAccessibleName(tr("Add a runner"));
    m_plus->setFocusPolicy(Qt::TabFocus);
    m_plus->setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu(m_plus);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillAdding(*menu);
    });
    m_plus->setMenu(menu);
    connect(m_plus, &QToolButton::clicked, this,
            [this] { add(session::chosenRunner(m_experiment->session())); });
    m_row->addWidget(m_plus);
    m_row->addStretch();
    hide();
}

void RunnerRow::follow(model::Experiment& experiment) {
    m_experiment = &experiment;
    for (const auto signal :
         {&model::Experiment::runChanged, &model::Experiment::verdictChanged,
          &model::Experiment::positionChanged, &model::Experiment::settingsChanged})
        connect(m_experiment, signal, this, &RunnerRow::update);
    update();
}

void RunnerRow::setTheme(const plot::Theme& theme) {
    m_theme = theme;
    if (m_experiment) update();
}

void RunnerRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_experiment) update();
}

QToolButton* RunnerRow::newChip() {
    auto* chip = new QToolButton(this);
    const auto place = static_cast<std::size_t>(m_chips.size());
    chip->setObjectName(QStringLiteral("runner%1").arg(place + 1));
    chip->setCheckable(true);
    chip->setAutoExclusive(true);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setIconSize({side, side});
    chip->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chip, &QToolButton::clicked, this, [this, place] { choose(place); });
    connect(chip, &QWidget::customContextMenuRequested, this, [this, chip, place](QPoint at) {
        QMenu menu;
        fillChipMenu(menu, place);
        menu.exec(chip->mapToGlobal(at));
    });
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), chip);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this, place] { this->remove(place); });
    m_row->insertWidget(static_cast<int>(place), chip);
    return chip;
}

void RunnerRow::update() {
    const std::size_t count = m_experiment->courses().size();
    while (static_cast<std::size_t>(m_chips.size()) < count) m_chips += newChip();
    for (std::size_t place = 0; place < static_cast<std::size_t>(m_chips.size()); ++place) {
        m_chips[static_cast<qsizetype>(place)]->setVisible(place < count);
        if (place < count) updateChip(place);
    }
    m_plus->setToolTip(plot::wrapped(
        tr("Adds a copy of the chosen runner, to race with it; its menu has copies that differ.")));
    setVisible(count > 1);
}

/// As much as there is room for.
void RunnerRow::updateChip(std::size_t place) {
    QToolButton* const chip = m_chips[static_cast<qsizetype>(place)];
    const session::Runner runner = session::runners(m_experiment->session())[place];
    const QString name = methodName(runner);
    const QString alpha = session::number(runner.alpha, m_theme.digits);
    const QString stands = standing(place);
    const int count = static_cast<int>(m_experiment->courses().size());
    const int room = (width() - m_plus->sizeHint().width()) / count - 2 * side - 24;
    const QString whole = tr("%1  α %2 · %3").arg(name, alpha, stands);
    const auto fits = [&](const QString& text) {
        return chip->fontMetrics().horizontalAdvance(text) <= room;
    };
    QString text = whole;
    if (!fits(text)) text = tr("%1 · %2").arg(name, stands);
    if (!fits(text)) text = chip->fontMetrics().elidedText(name, Qt::ElideRight, std::max(room, 0));
    if (chip->text() != text) chip->setText(text);
    chip->setIcon(markOf(place, m_theme, devicePixelRatioF()));
    chip->setChecked(place == m_experiment->session().chosen);
    chip->setAccessibleName(
        tr("Runner %1: %2, α %3, %4").arg(QString::number(place + 1), name, alpha, stands));
    chip->setToolTip(plot::wrapped(
        tr("%1. A click chooses this runner: panel, step and verdict are then its own. Delete "
           "removes it.")
            .arg(whole)));
}

QString RunnerRow::standing(std::size_t place) const {
    const model::Course& course = *m_experiment->courses()[place];
    if (!course.verdict()) return tr("computing");
    const bool ended = m_experiment->player().position() >= static_cast<double>(course.steps());
    return ended ? session::endingName(*course.verdict()).toLower() : tr("rolling");
}

void RunnerRow::fillChipMenu(QMenu& menu, std::size_t place) {
    menu.addAction(tr("&Choose this runner"), this, [this, place] { choose(place); });
    menu.addAction(tr("&Remove this runner"), this, [this, place] { remove(place); });
}

void RunnerRow::fillAdding(QMenu& menu) {
    const session::Runner own = session::chosenRunner(m_experiment->session());
    const auto offer = [&](QMenu& into, const QString& text, const session::Runner& runner) {
        into.addAction(text, this, [this, runner] { add(runner); });
    };
    offer(menu, tr("A &copy"), own);
    QMenu* methods = menu.addMenu(tr("Another &method"));
    for (const descent::Method& method : descent::methods()) {
        session::Runner other = own;
        other.method = method;
        offer(*methods, session::methodLabel(method), other);
    }
    const auto alpha = [this](const session::Runner& runner) {
        return session::number(runner.alpha, m_theme.digits);
    };
    const session::Runner doubled = session::doubled(own);
    const session::Runner halved = session::halved(own);
    offer(menu, tr("α &doubled, %1").arg(alpha(doubled)), doubled);
    offer(menu, tr("α &halved, %1").arg(alpha(halved)), halved);
    const double epsilon = m_experiment->session().range.width() / 100;
    const session::Runner beside = session::beside(own, epsilon);
    offer(menu, tr("Start &beside, at x₀ = %1").arg(session::number(beside.start, m_theme.digits)),
          beside);
}

void RunnerRow::choose(std::size_t place) {
    m_experiment->change(session::choosing(m_experiment->session(), place));
}

void RunnerRow::remove(std::size_t place) {
    m_experiment->change(session::removing(m_experiment->session(), place));
}

void RunnerRow::removeChosen() {
    remove(m_experiment->session().chosen);
}

void RunnerRow::add(const session::Runner& runner) {
    const auto more = session::adding(m_experiment->session(), runner);
    if (!more) {
        Q_EMIT refused(more.error());
        return;
    }
    m_experiment->change(*more);
}

}  // namespace window
