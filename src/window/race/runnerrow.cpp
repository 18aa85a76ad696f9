// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/runnerrow.h"

#include <QEvent>
#include <QMenu>
#include <algorithm>
#include <cmath>

#include "model/experiment.h"
#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/methodwords.h"
#include "session/place.h"
#include "session/runners.h"
#include "session/wording/runnerwording.h"
#include "session/wording/wording.h"
#include "window/look/look.h"

namespace window {

namespace {

/// A round part of what is in view: a step aside that is just seen.
double little(double width) {
    constexpr double parts = 20;
    return std::pow(10, std::floor(std::log10(width / parts)));
}

}  // namespace

RunnerRow::RunnerRow(QWidget* parent) : QWidget(parent), m_plus(new QToolButton(this)) {
    setObjectName(QStringLiteral("runners"));
    setAccessibleName(tr("Runners"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_plus->setObjectName(QStringLiteral("addRunner"));
    m_plus->setText(QStringLiteral("+"));
    m_plus->setAccessibleName(tr("Add a runner"));
    m_plus->setToolTip(
        plot::wrapped(tr("Add a copy of the chosen runner, to race with it. The "
                         "arrow has copies that differ: in the method, in α or in "
                         "the start.")));
    m_plus->setFocusPolicy(Qt::TabFocus);
    m_plus->setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu(m_plus);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillAdding(*menu);
    });
    m_plus->setMenu(menu);
    connect(m_plus, &QToolButton::clicked, this, &RunnerRow::addCopy);
    connect(&m_group, &QButtonGroup::idClicked, this,
            [this](int place) { choose(static_cast<std::size_t>(place)); });
    hide();
}

void RunnerRow::follow(model::Experiment& experiment) {
    m_experiment = &experiment;
    // The last that is told of any change.
    connect(m_experiment, &model::Experiment::verdictChanged, this, &RunnerRow::refresh);
    refresh();
}

void RunnerRow::setTheme(const plot::Theme& theme) {
    m_theme = theme;
    for (RunnerChip* chip : std::as_const(m_chips)) chip->setTheme(theme);
    if (m_experiment) refresh();
}

void RunnerRow::setVeiled(bool veiled) {
    m_veiled = veiled;
    if (m_experiment) refresh();
}

void RunnerRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void RunnerRow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) arrange();
}

void RunnerRow::addChip() {
    const auto place = static_cast<std::size_t>(m_chips.size());
    auto* chip = new RunnerChip(place, this);
    chip->setTheme(m_theme);
    chip->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chip, &RunnerChip::removeWanted, this, [this, place] { remove(place); });
    connect(chip, &QWidget::customContextMenuRequested, this, [this, chip, place](QPoint at) {
        auto* menu = new QMenu(chip);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        fillChipMenu(*menu, place);
        menu->popup(chip->mapToGlobal(at));
    });
    m_group.addButton(chip, static_cast<int>(place));
    setTabOrder(m_plus, chip);
    setTabOrder(chip, m_plus);  // which is the last of the row
    m_chips += chip;
    chip->show();
}

void RunnerRow::refresh() {
    const auto count = static_cast<qsizetype>(session::runnerCount(m_experiment->session()));
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    bool another = m_chips.size() != count;
    while (m_chips.size() < count) addChip();
    while (m_chips.size() > count) {
        RunnerChip* const last = m_chips.takeLast();
        m_group.removeButton(last);
        last->hide();
        last->deleteLater();  // it may be what asked for this
    }
    const std::vector<session::Runner> runners = session::runners(m_experiment->session());
    m_isOneMethod = std::ranges::all_of(runners, [&](const session::Runner& runner) {
        return runner.method.index() == runners.front().method.index();
    });
    for (std::size_t place = 0; place < runners.size(); ++place)
        another |= updateChip(runners, place);
    if (another) arrange();
    setVisible(count > 1);
    if (hadFocus && count == 1) Q_EMIT focusGone();
}

/// True when its face is another.
bool RunnerRow::updateChip(const std::vector<session::Runner>& runners, std::size_t place) {
    RunnerChip* const chip = m_chips[static_cast<qsizetype>(place)];
    const bool chosen = place == m_experiment->session().chosen;
    chip->setChecked(chosen);
    chip->setFocusPolicy(chosen ? Qt::TabFocus : Qt::NoFocus);  // arrows lead to the others
    const session::RunnerName name = session::nameOf(runners, place, m_theme.digits);
    // While the session changes, the runs may still be those before.
    const auto& courses = m_experiment->courses();
    const auto verdict = place < courses.size() ? courses[place]->verdict() : std::nullopt;
    const QString start = session::shownPlace(runners[place].start, m_theme.digits);
    RunnerChip::Face face{name.method, name.brief, name.rate, name.own, start, {}, {}};
    const descent::Direction direction = m_experiment->session().settings.direction;
    if (!m_veiled)
        face.standing = verdict ? session::endingName(*verdict, direction) : tr("Computing");
    if (!m_veiled && verdict) face.ending = session::endingOf(*verdict, direction);
    if (!chip->setFace(face)) return false;
    const QString whole = QStringList{name.method, name.rate, face.standing}.join(
        face.standing.isEmpty() ? QString() : QStringLiteral(", "));
    chip->setAccessibleName(tr("Runner %1: %2").arg(QString::number(place + 1), whole));
    const QString from = runners[place].start.size() > 1
                             ? tr("%1, from %2.").arg(whole, start)
                             : m_theme.named(tr("%1, from x₀ = %2.")).arg(whole, start);
    chip->setToolTip(plot::wrapped(
        from + QLatin1Char(' ') +
        tr("A click chooses this runner: panel, step, verdict and table are then its own. Delete "
           "removes it; its menu has more.")));
    return true;
}

bool RunnerRow::fits(RunnerChip::Detail detail, int rows) const {
    int row = 1;
    int x = 0;
    const auto place = [&](int wide) {
        if (x > 0 && x + wide > width()) {
            ++row;
            x = 0;
        }
        x += wide + look::near;
        return wide <= width();
    };
    for (const RunnerChip* chip : m_chips) {
        if (!place(chip->widthWith(detail))) return false;
    }
    return place(m_plus->sizeHint().width()) && row <= rows;
}

/// As much of each as there is room for, rather in two rows than without what tells them apart.
void RunnerRow::arrange() {
    using enum RunnerChip::Detail;
    if (m_chips.size() < 2 || width() == 0) return;
    for (const auto& [rows, detail] : {std::pair(1, All),
                                       {1, Rate},
                                       {1, Brief},
                                       {2, All},
                                       {2, Rate},
                                       {2, Brief},
                                       {1, Own},
                                       {2, Own},
                                       {1, Name},
                                       {2, Name},
                                       {2, Bare}}) {
        if (detail == Own && !m_isOneMethod) continue;
        if (fits(detail, rows)) return lay(detail);
    }
    laySqueezed();
}

void RunnerRow::lay(RunnerChip::Detail detail) {
    const int high = m_chips.first()->sizeHint().height();
    QPoint at;
    const auto place = [&](QWidget* widget, int wide) {
        if (at.x() > 0 && at.x() + wide > width()) at = {0, at.y() + high + look::near};
        widget->setGeometry(at.x(), at.y(), wide, high);
        at.rx() += wide + look::near;
    };
    for (RunnerChip* chip : std::as_const(m_chips)) {
        chip->setDetail(detail);
        place(chip, chip->widthWith(detail));
    }
    place(m_plus, m_plus->sizeHint().width());
    setFixedHeight(at.y() + high);
}

/// Two rows of chips that are as wide as there is room for.
void RunnerRow::laySqueezed() {
    const int high = m_chips.first()->sizeHint().height();
    const int columns = static_cast<int>(m_chips.size() + 1) / 2;
    const int room = width() - m_plus->sizeHint().width() - look::near;
    const int wide = std::max(1, room / columns - look::near);
    for (int i = 0; i < static_cast<int>(m_chips.size()); ++i) {
        m_chips[i]->setDetail(RunnerChip::Detail::Bare);
        m_chips[i]->setGeometry(i % columns * (wide + look::near),
                                i / columns * (high + look::near), wide, high);
    }
    m_plus->setGeometry(columns * (wide + look::near), 0, m_plus->sizeHint().width(), high);
    setFixedHeight(2 * high + look::near);
}

void RunnerRow::fillChipMenu(QMenu& menu, std::size_t place) {
    QAction* const chosen =
        menu.addAction(tr("&Choose this runner"), this, [this, place] { choose(place); });
    chosen->setEnabled(place != m_experiment->session().chosen);
    menu.addSection(tr("Add beside it"));
    offerCopies(menu, session::runners(m_experiment->session())[place]);
    menu.addSeparator();
    QAction* const together =
        menu.addAction(tr("All &start here"), this, [this, place] { gather(place); });
    const session::Session& session = m_experiment->session();
    together->setToolTip(tr("Let all runners start where this one does."));
    together->setEnabled(session::runners(session::gathered(session, place)) !=
                         session::runners(session));
    menu.addAction(tr("&Remove this runner"), this, [this, place] { remove(place); });
}

void RunnerRow::fillAdding(QMenu& menu) {
    offerCopies(menu, session::chosenRunner(m_experiment->session()));
}

void RunnerRow::offerCopies(QMenu& menu, const session::Runner& own) {
    const auto offer = [this](QMenu& into, const QString& text, const session::Runner& runner) {
        return into.addAction(text, this, [this, runner] { add(runner); });
    };
    const auto shown = [this](double value) { return session::number(value, m_theme.digits); };
    offer(menu, tr("A c&opy"), own)->setToolTip(tr("The same again, to change it."));
    QMenu* methods = menu.addMenu(tr("Another &method"));
    methods->setToolTipsVisible(true);
    for (const descent::Method& method : descent::methods()) {
        if (method.index() == own.method.index()) continue;
        offer(*methods, session::methodLabel(method), session::stepping(own, method))
            ->setToolTip(plot::wrapped(session::methodTip(method)));
    }
    menu.addAction(tr("Another &α…"), this,
                   [this, own] {
                       if (add(own)) Q_EMIT alphaWanted();
                   })
        ->setToolTip(tr("A copy, with its α ready to be typed."));
    if (const std::string knob = session::mainKnob(own.method); !knob.empty()) {
        const QString label = session::knobLabel(knob);
        menu.addAction(tr("Another %1…").arg(label), this,
                       [this, own, knob] {
                           if (add(own)) Q_EMIT knobWanted(knob);
                       })
            ->setToolTip(tr("A copy, with its %1 ready to be typed.").arg(label));
    }
    const session::Runner doubled = session::doubled(own);
    const session::Runner halved = session::halved(own);
    offer(menu, tr("α &doubled, %1").arg(shown(doubled.alpha)), doubled);
    offer(menu, tr("α &halved, %1").arg(shown(halved.alpha)), halved);
    const session::Runner beside =
        session::beside(own, little(m_experiment->session().range.width()));
    const QString start = session::shownPlace(beside.start, m_theme.digits);
    offer(menu,
          beside.start.size() > 1
              ? tr("Start a little &beside, at %1").arg(start)
              : m_theme.named(tr("Start a little &beside, at x₀ = %1")).arg(start),
          beside);
}

void RunnerRow::choose(std::size_t place) {
    m_experiment->change(session::choosing(m_experiment->session(), place));
}

void RunnerRow::chooseNext() {
    const session::Session& session = m_experiment->session();
    choose((session.chosen + 1) % session::runnerCount(session));
}

void RunnerRow::remove(std::size_t place) {
    m_experiment->change(session::removing(m_experiment->session(), place));
}

void RunnerRow::gather(std::size_t place) {
    m_experiment->change(session::gathered(m_experiment->session(), place));
}

void RunnerRow::removeChosen() {
    remove(m_experiment->session().chosen);
}

void RunnerRow::addCopy() {
    add(session::chosenRunner(m_experiment->session()));
}

/// False where there are as many as can be.
bool RunnerRow::add(const session::Runner& runner) {
    const auto more = session::adding(m_experiment->session(), runner);
    if (more) {
        m_experiment->change(*more);
    } else {
        Q_EMIT refused(more.error());
    }
    return bool(more);
}

}  // namespace window
