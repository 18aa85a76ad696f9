// SPDX-License-Identifier: GPL-3.0-or-later
// How the views follow the experiment.
#include <QEvent>
#include <QToolTip>
#include <utility>

#include "model/basinwatch.h"
#include "model/bifurcationwatch.h"
#include "model/changing.h"
#include "model/experiment.h"
#include "model/finewatch.h"
#include "model/framing.h"
#include "model/reliefwatch.h"
#include "plot/paint/stepmap.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/curveview.h"
#include "plot/view/mapview.h"
#include "session/offered.h"
#include "session/runners.h"
#include "session/wording/mapwording.h"
#include "window/panels/views.h"
#include "window/race/legendcard.h"
#include "window/race/rivals.h"
#include "window/widgets/shade.h"

namespace window {

void Views::follow(model::Experiment& experiment) {
    m_experiment = &experiment;
    m_framing = new model::Framing(experiment, this);
    connect(m_framing, &model::Framing::framed, this, &Views::showRange);
    connect(m_framing, &model::Framing::fitted, this, &Views::showFitted);
    connect(m_experiment, &model::Experiment::loaded, m_forks, &model::BifurcationWatch::fit);
    connect(m_experiment, &model::Experiment::functionChanged, this, &Views::showFunction);
    connect(m_experiment, &model::Experiment::constantsChanged, this, &Views::showValues);
    connect(m_experiment, &model::Experiment::settingsChanged, this, &Views::mapBasins);
    connect(m_experiment, &model::Experiment::runChanged, this, &Views::showRun);
    connect(m_experiment, &model::Experiment::sessionChanged, this, &Views::showExtras);
    connect(m_experiment, &model::Experiment::positionChanged, this, &Views::showPosition);
    connect(m_experiment, &model::Experiment::pointsChanged, this, &Views::showPoints);
    connect(m_experiment, &model::Experiment::verdictChanged, this, &Views::explain);
    // A tip tells of what was there when it came.
    connect(m_experiment, &model::Experiment::settingsChanged, this, &QToolTip::hideText);
    connectCurve();
    connectMap();
    connectMaps();
    connectForks();
    tell();
    showFunction();
    showSession(m_experiment->session());
    connect(this, &Views::currentChanged, this, &Views::adoptView);
    showRun();
    explain();
}

void Views::connectCurve() {
    connect(m_curve, &plot::CurveView::startPicked, m_experiment, &model::Experiment::startAt);
    connect(m_curve, &plot::CurveView::runnerPicked, m_experiment, [this](std::size_t place) {
        m_experiment->change(session::choosing(m_experiment->session(), place));
    });
    connect(m_curve, &plot::CurveView::fitWanted, m_framing, &model::Framing::fit);
    connect(m_curve, &plot::CurveView::rangesChanged, m_framing, &model::Framing::settle);
    connect(m_curve, &plot::CurveView::rangesChanged, this,
            [this] { adoptRanges(m_curve->range(), m_curve->valueRange()); });
    connect(m_curve, &plot::CurveView::columnsChanged, this, &Views::mapBasins);
    connect(m_basins, &model::BasinWatch::advanced, m_curve, &plot::CurveView::setBasins);
    m_curve->setSparing();
    connect(m_curve, &plot::CurveView::sketched, this, &Views::refineCurve);
    connect(m_fineCurve, &model::FineWatch::finished, m_curve, &plot::CurveView::setLine);
}

void Views::connectMaps() {
    m_cobweb->setSparing();
    connect(m_cobweb, &plot::CobwebView::sketched, this, &Views::refineMap);
    connect(m_fineMap, &model::FineWatch::finished, m_cobweb, &plot::CobwebView::setLine);
    connect(m_cobweb, &plot::CobwebView::fitWanted, m_framing, &model::Framing::fit);
    connect(m_cobweb, &plot::CobwebView::startPicked, m_experiment, &model::Experiment::startAt);
}

void Views::connectForks() {
    connect(m_bifurcation, &plot::BifurcationView::alphaPicked, m_experiment,
            model::changing(*m_experiment, &descent::Settings::alpha));
    connect(m_bifurcation, &plot::BifurcationView::fitWanted, m_forks,
            &model::BifurcationWatch::fit);
    connect(m_bifurcation, &plot::BifurcationView::rangesChanged, this, [this] {
        measureForks();
        m_forks->setRanges(m_bifurcation->alphaRange(), m_bifurcation->valueRange());
    });
    connect(m_bifurcation, &plot::BifurcationView::resolutionChanged, this, &Views::measureForks);
    connect(m_forks, &model::BifurcationWatch::advanced, this,
            [this](const insight::Density& density) {
                if (m_forks->fits()) m_bifurcation->setRanges(density.alpha, density.x);
                m_bifurcation->setDensity(density);
            });
    m_bifurcation->installEventFilter(this);
}

bool Views::eventFilter(QObject*, QEvent* event) {
    const bool shown = event->type() == QEvent::Show;
    if (shown) measureForks();
    if (shown || event->type() == QEvent::Hide) m_forks->setSeen(shown && !isPlane());
    return false;
}

void Views::measureForks() {
    if (!m_bifurcation->isVisible() || isPlane()) return;
    const QSize resolution = m_bifurcation->resolution();
    m_forks->setResolution(resolution.width(), resolution.height());
}

/// In the view that asked for it, if that is still shown.
void Views::showFitted(insight::Range range, const std::optional<insight::Range>& values) {
    if (m_stack->currentWidget() == m_curve || m_stack->currentWidget() == m_map) {
        m_framing->settle();
        showRange(range, values);
    }
    if (m_stack->currentWidget() == m_cobweb) m_cobweb->setRange(range);
}

void Views::refineCurve() {
    const auto make = [function = m_experiment->valued()] {
        const auto objective = std::make_shared<descent::Objective>(function);
        insight::Curve curve(*objective);
        curve.at = [objective](double x) { return objective->value(x); };
        return curve;
    };
    m_fineCurve->setLine(make, m_curve->unfinished());
}

void Views::refineMap() {
    const auto make = [function = m_experiment->valued(),
                       settings = m_experiment->session().settings] {
        const auto objective = std::make_shared<descent::Objective>(function, settings.direction);
        return [objective, settings](double x) {
            return plot::StepMap::step(*objective, settings, x);
        };
    };
    m_fineMap->setLine(make, m_cobweb->unfinished());
}

void Views::showFunction() {
    offerViews();
    setStale(false);
    if (isPlane()) return showLandscape();
    m_relief->setNodes({}, std::nullopt);
    m_map->setTrajectory({}, m_experiment->session().settings);
    showValues();
    m_cobweb->fit();
    forgetBasins();
}

/// The function with the values of its constants.
void Views::showValues() {
    if (isPlane()) return m_map->setAnalysis(m_experiment->valued());
    m_curve->setAnalysis(m_experiment->valued());
    m_cobweb->setAnalysis(m_experiment->valued());
}

/// Nothing is known, but the strip keeps its room.
void Views::forgetBasins() {
    const insight::Range range = m_experiment->session().range;
    m_curve->setBasins(insight::BasinMap{range, std::vector<insight::Destination>(1), {}});
}

void Views::showPoints() {
    isPlane() ? m_map->setPlaces(placesOnMap()) : m_curve->setPoints(m_experiment->points());
    showLegend();
}

void Views::showRun() {
    if (isPlane()) return showRunOnMap();
    showPoints();
    const session::Session& session = m_experiment->session();
    m_curve->setRivals(session.chosen, rivalsOf(*m_experiment));
    m_curve->setTrajectory(m_experiment->trajectory(), session.settings);
    m_cobweb->setTrajectory(m_experiment->trajectory(), session.settings);
    m_bifurcation->setAlpha(session.settings.alpha);
    m_bifurcation->setRun(m_experiment->valued(), session.initialGuess[0], session.settings);
    measureForks();
    m_forks->setProblem(m_experiment->valued(), session.initialGuess, session.settings);
    shadeViews();
    if (m_experiment->verdict()) mapBasins();
    showPosition();
    showExtras();
}

/// The legend tells of them.
void Views::showExtras() {
    const bool shown = m_experiment->session().parabola;
    if (std::exchange(m_parabola, shown) == shown) return;
    m_curve->setParabola(shown);
    showLegend();
}

/// Those that cannot show the run say why.
void Views::shadeViews() {
    for (int i = 0; i < m_views.size(); ++i) {
        const QString why = session::viewRow(m_views[i]->view()).whyNot(m_experiment->session());
        if (std::exchange(m_whyNot[i], why) == why) continue;
        why.isEmpty() ? m_shades[i]->lift() : m_shades[i]->cover(why);
    }
}

std::optional<double> Views::fork() const {
    if (!descent::isPlain(m_experiment->session().settings)) return std::nullopt;
    const auto extremum = m_experiment->extremum();
    return extremum ? insight::fork(*extremum) : std::nullopt;
}

/// Hands on the place that explains the run.
void Views::explain() {
    showHeadline();
    Q_EMIT placeChanged(m_experiment->goal());
    const auto extremum = m_experiment->extremum();
    m_cobweb->setExtremum(extremum);
    m_response.reset();
    if (extremum && extremum->shape == insight::Shape::Smooth) {
        const descent::Settings& settings = m_experiment->session().settings;
        const bool descends = settings.direction == descent::Direction::Descend;
        m_response = descent::gradientResponse(
            settings.alpha, descends ? extremum->curvature : -extremum->curvature);
    }
    // The fork that theory tells is that of plain gradient descent.
    const bool plain = descent::isPlain(m_experiment->session().settings);
    m_bifurcation->setExtremum(plain ? extremum : std::nullopt);
    Q_EMIT extremumChanged(extremum);
}

void Views::showPosition() {
    m_curve->setPosition(m_experiment->player().position());
    m_map->setPosition(m_experiment->player().position());
    m_cobweb->setPosition(m_experiment->position());
    showHeadline();
}

/// The run itself comes first: its basins wait until it is over.
void Views::mapBasins() {
    if (isPlane()) return m_basins->hold();
    if (!m_experiment->verdict()) {
        m_basins->hold();
        forgetBasins();
        return;
    }
    const session::Session& session = m_experiment->session();
    m_basins->setProblem(
        {m_experiment->valued(), session.settings, m_curve->range(), m_curve->columns()});
}

void Views::adoptRanges(insight::Range range, const std::optional<insight::Range>& values) {
    session::Session next = m_experiment->session();
    next.range = range;
    next.values = values;
    m_experiment->change(next);
    showPoints();
    mapBasins();
    Q_EMIT rangeChanged(range);
}

/// The curve or the map stands for a view that is not shown large.
void Views::adoptView() {
    const session::Session& session = m_experiment->session();
    const session::View kept = session.view;
    const bool standsForIt =
        view() == session::groundView(session) && session::viewRow(kept).entry.isEmpty();
    if (!standsForIt) model::changing(*m_experiment, &session::Session::view)(view());
}

}  // namespace window
