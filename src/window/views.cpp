// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views.h"

#include <QHBoxLayout>
#include <algorithm>

#include "plot/bifurcationview.h"
#include "plot/cobwebview.h"
#include "plot/curveview.h"
#include "plot/stepmap.h"
#include "plot/tip.h"
#include "session/basinwording.h"
#include "session/wording.h"
#include "window/account.h"
#include "window/basinwatch.h"
#include "window/bifurcationwatch.h"
#include "window/experiment.h"
#include "window/finewatch.h"
#include "window/focusring.h"
#include "window/framing.h"
#include "window/pointmenu.h"

namespace window {

Views::Views(QWidget* parent)
    : QWidget(parent),
      m_note(new QLabel(this)),
      m_tabs(new QTabBar(this)),
      m_stack(new QStackedWidget(this)),
      m_curve(new plot::CurveView(this)),
      m_cobweb(new plot::CobwebView(this)),
      m_bifurcation(new plot::BifurcationView(this)),
      m_fineCurve(new FineWatch(this)),
      m_fineMap(new FineWatch(this)),
      m_basins(new BasinWatch(this)),
      m_forks(new BifurcationWatch(*m_bifurcation, this)) {
    m_curve->setObjectName(QStringLiteral("curve"));
    m_cobweb->setObjectName(QStringLiteral("cobweb"));
    m_bifurcation->setObjectName(QStringLiteral("bifurcation"));
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Views"));
    addView(m_curve, tr("Curve"), tr("The curve of f with the ball that rolls along it."));
    addView(m_cobweb, tr("Cobweb"),
            tr("The run as stairs between the map x − α f′(x) and the diagonal."));
    addView(m_bifurcation, tr("Bifurcation"),
            tr("Where runs from this initial guess end up, for every learning rate."));

    auto* row = new QHBoxLayout;
    row->addWidget(m_note, 1);
    row->addWidget(m_tabs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &Views::currentChanged);
}

void Views::addView(QWidget* view, const QString& name, const QString& tip) {
    m_stack->addWidget(view);
    new FocusRing(view);
    m_tabs->setTabToolTip(m_tabs->addTab(name), tip);
}

void Views::follow(Experiment& experiment) {
    m_experiment = &experiment;
    m_framing = new Framing(experiment, this);
    connect(m_framing, &Framing::framed, this, &Views::showRange);
    connect(m_experiment, &Experiment::loaded, m_forks, &BifurcationWatch::fit);
    connect(m_experiment, &Experiment::functionChanged, this, &Views::showFunction);
    connect(m_experiment, &Experiment::settingsChanged, this, &Views::mapBasins);
    connect(m_experiment, &Experiment::runChanged, this, &Views::showRun);
    connect(m_experiment, &Experiment::positionChanged, this, &Views::showPosition);
    connect(m_experiment, &Experiment::pointsChanged, this, &Views::showPoints);
    connect(m_experiment, &Experiment::verdictChanged, this, &Views::explain);
    connectCurve();
    connectMaps();
    tell();
    showFunction();
    setRange(m_experiment->session().range);
    showRun();
    explain();
}

void Views::connectCurve() {
    connect(m_curve, &plot::CurveView::startPicked, m_experiment, &Experiment::setInitialGuess);
    connect(m_curve, &plot::CurveView::pointed, this, &Views::point);
    connect(m_curve, &plot::CurveView::pointerLeft, this, [this] { Q_EMIT pointed({}); });
    connect(m_curve, &plot::CurveView::fitWanted, this, &Views::fit);
    connect(m_curve, &plot::CurveView::rangeChanged, m_framing, &Framing::settle);
    connect(m_curve, &plot::CurveView::rangeChanged, this, &Views::adoptRange);
    connect(m_curve, &plot::CurveView::columnsChanged, this, &Views::mapBasins);
    connect(m_basins, &BasinWatch::advanced, m_curve, &plot::CurveView::setBasins);
    m_curve->setSparing();
    connect(m_curve, &plot::CurveView::sketched, this, &Views::refineCurve);
    connect(m_fineCurve, &FineWatch::finished, m_curve, &plot::CurveView::setCurve);
}

void Views::refineCurve() {
    const auto make = [analysis = m_experiment->analysis()] {
        const auto objective = std::make_shared<core::Objective>(analysis);
        return [objective](double x) { return objective->value({x, 0}); };
    };
    m_fineCurve->setLine(make, m_curve->unfinished());
}

void Views::refineMap() {
    const auto make = [analysis = m_experiment->analysis(),
                       settings = m_experiment->session().settings] {
        const auto objective = std::make_shared<core::Objective>(analysis);
        return [objective, settings](double x) {
            return plot::StepMap::step(*objective, settings, x);
        };
    };
    m_fineMap->setLine(make, m_cobweb->unfinished());
}

void Views::connectMaps() {
    m_cobweb->setSparing();
    connect(m_cobweb, &plot::CobwebView::sketched, this, &Views::refineMap);
    connect(m_fineMap, &FineWatch::finished, m_cobweb, &plot::CobwebView::setMap);
    connect(m_cobweb, &plot::CobwebView::fitWanted, this, &Views::fit);
    connect(m_cobweb, &plot::CobwebView::startPicked, m_experiment, &Experiment::setInitialGuess);
    connect(m_bifurcation, &plot::BifurcationView::alphaPicked, m_experiment,
            &Experiment::setAlpha);
}

void Views::tell() {
    const auto account = [this](QWidget* picture, auto words) {
        giveAccount(picture, *m_experiment, [this, words](session::Moment moment) {
            moment.digits = m_digits;
            return words(moment);
        });
    };
    account(m_curve, [this](const session::Moment& moment) {
        const QString ball = session::tellBall(moment);
        const auto& basins = m_curve->basins();
        return basins ? (ball + u' ' + session::tellBasins(*basins)).trimmed() : ball;
    });
    account(m_cobweb,
            [this](const auto& moment) { return session::tellStair(moment, m_curvature); });
    account(m_bifurcation,
            [this](const auto& moment) { return session::tellBifurcation(moment, fork()); });
}

void Views::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setToolTip(note.isEmpty() ? QString() : plot::wrapped(note));
}

void Views::setTheme(const plot::Theme& theme) {
    m_digits = theme.digits;
    m_curve->setTheme(theme);
    m_cobweb->setTheme(theme);
    m_bifurcation->setTheme(theme);
}

void Views::setRange(core::Range range) {
    m_framing->settle();
    showRange(range);
}

void Views::showRange(core::Range range) {
    m_curve->setRange(range);
    m_cobweb->setRange(range);
    adoptRange();
}

void Views::setGhost(bool ghost) {
    m_curve->setGhost(ghost);
}

void Views::setStale(bool stale) {
    m_curve->setStale(stale);
}

// No focus proxy: Tab would leap from before this widget to the picture, over the tabs.
void Views::setFocusToPicture() {
    m_stack->currentWidget()->setFocus();
}

void Views::zoom(double factor) {
    if (m_stack->currentWidget() == m_cobweb) {
        m_cobweb->zoom(factor);
    } else if (m_stack->currentWidget() == m_bifurcation) {
        m_bifurcation->zoom(factor);
    } else {
        m_curve->zoom(factor);
    }
}

QImage Views::picture() const {
    const double resolution = devicePixelRatioF();
    const QSize size = m_stack->size() * resolution;
    if (m_stack->currentWidget() == m_cobweb) return m_cobweb->picture(size, resolution);
    if (m_stack->currentWidget() == m_bifurcation) return m_bifurcation->picture(size, resolution);
    return m_curve->picture(size, resolution);
}

output::Report Views::report() const {
    output::Report report = m_experiment->report();
    report.landmarks.basins = m_curve->basins();
    return report;
}

std::optional<double> Views::basinsAwaited() const {
    const auto& basins = m_curve->basins();
    if (!basins || !m_basins->busy()) return std::nullopt;
    return static_cast<double>(basins->computed) / static_cast<double>(basins->columns.size());
}

run::BifurcationProblem Views::bifurcation() const {
    constexpr QSize resolution(1000, 600);
    return m_forks->problem(resolution);
}

void Views::fit() {
    if (m_stack->currentWidget() == m_curve) setRange(m_framing->fitting());
    if (m_stack->currentWidget() == m_cobweb) m_cobweb->setRange(m_framing->fitting());
    if (m_stack->currentWidget() == m_bifurcation) m_forks->fit();
}

void Views::setVeiled(bool veiled) {
    m_curve->setVeiled(veiled);
}

void Views::listStarts(QMenu& menu) {
    listPoints(menu, *m_experiment, m_digits, [this](const core::StationaryPoint& point) {
        m_experiment->setInitialGuess(m_curve->startBeside(point));
    });
}

void Views::listCentres(QMenu& menu) {
    listPoints(menu, *m_experiment, m_digits,
               [this](const core::StationaryPoint& point) { m_curve->centre(point); });
}

void Views::showFunction() {
    m_curve->setStale(false);
    m_curve->setAnalysis(m_experiment->analysis());
    m_cobweb->setAnalysis(m_experiment->analysis());
    m_cobweb->fit();
    forgetBasins();
}

/// Nothing is known, but the strip keeps its room.
void Views::forgetBasins() {
    const core::Range range = m_experiment->session().range;
    m_curve->setBasins(core::BasinMap{range, std::vector<core::Destination>(1), {}});
}

void Views::showPoints() {
    m_curve->setPoints(m_experiment->points());
}

void Views::showRun() {
    showPoints();
    const session::Session& session = m_experiment->session();
    m_curve->setTrajectory(m_experiment->trajectory(), session.settings);
    m_cobweb->setTrajectory(m_experiment->trajectory(), session.settings);
    m_bifurcation->setAlpha(session.settings.alpha);
    m_forks->setProblem(m_experiment->analysis(), {session.initialGuess, 0},
                        session.settings.direction, session.settings.alpha);
    if (m_experiment->verdict()) mapBasins();
    showPosition();
}

std::optional<double> Views::fork() const {
    const auto extremum = m_experiment->extremum();
    return extremum ? core::fork(*extremum) : std::nullopt;
}

/// Hands on the place that explains the run.
void Views::explain() {
    const auto extremum = m_experiment->extremum();
    m_cobweb->setExtremum(extremum);
    m_curvature.reset();
    if (extremum && extremum->shape == core::Shape::Smooth) {
        const bool descends =
            m_experiment->session().settings.direction == core::Direction::Descend;
        m_curvature = descends ? extremum->curvature : -extremum->curvature;
    }
    m_bifurcation->setExtremum(extremum);
    Q_EMIT extremumChanged(extremum);
}

void Views::showPosition() {
    m_curve->setPosition(m_experiment->player().position());
    m_cobweb->setPosition(m_experiment->player().position());
}

void Views::point(double x) {
    const auto worded = [this](double value) { return session::number(value, m_digits); };
    Q_EMIT pointed(tr("x = %1\u2003f(x) = %2\u2003f′(x) = %3\u2003%4")
                       .arg(session::placeIn(m_curve->range(), x, m_digits),
                            worded(m_curve->value(x)), worded(m_curve->slope(x)),
                            m_curve->basinAt(x)));
}

/// The run itself comes first: its basins wait until it is over.
void Views::mapBasins() {
    if (!m_experiment->verdict()) {
        m_basins->hold();
        forgetBasins();
        return;
    }
    const session::Session& session = m_experiment->session();
    m_basins->setProblem(
        {m_experiment->analysis(), session.settings, m_curve->range(), m_curve->columns()});
}

void Views::adoptRange() {
    m_experiment->setRange(m_curve->range());
    showPoints();
    mapBasins();
    Q_EMIT rangeChanged(m_curve->range());
}

}  // namespace window
