// SPDX-License-Identifier: GPL-3.0-or-later
// How the map follows an experiment of several variables.
#include <string>
#include <utility>
#include <vector>

#include "model/basinwatch.h"
#include "model/bifurcationwatch.h"
#include "model/changing.h"
#include "model/experiment.h"
#include "model/framing.h"
#include "model/planebasinwatch.h"
#include "model/reliefwatch.h"
#include "plot/view/mapview.h"
#include "plot/view/surfaceview.h"
#include "session/axes.h"
#include "session/runners.h"
#include "session/wording/slicewording.h"
#include "window/panels/views.h"
#include "window/race/rivals.h"

namespace window {

void Views::connectMap() {
    connect(m_map, &plot::MapView::startPicked, this, &Views::startOnMap);
    connect(m_map, &plot::MapView::runnerPicked, m_experiment, [this](std::size_t place) {
        m_experiment->change(session::choosing(m_experiment->session(), place));
    });
    connect(m_map, &plot::MapView::fitWanted, m_framing, &model::Framing::fit);
    // Equal scales move a map that nobody sees, too.
    connect(m_map, &plot::MapView::rangesChanged, this, [this] {
        if (!isPlane()) return;
        m_framing->settle();
        m_surface->setRanges(m_map->range(), m_map->valueRange());
        adoptRanges(m_map->range(), m_map->valueRange());
    });
    connect(m_map, &plot::MapView::sketched, this, [this] {
        computeHeights();
        mapPlaneBasins();
    });
    connect(m_planeBasins, &model::PlaneBasinWatch::advanced, m_map, &plot::MapView::setBasins);
    connect(m_relief, &model::ReliefWatch::advanced, this, &Views::showHeights);
}

void Views::connectSurface() {
    connect(m_surface, &plot::SurfaceView::startPicked, this, &Views::startOnMap);
    connect(m_surface, &plot::SurfaceView::runnerPicked, m_experiment, [this](std::size_t place) {
        m_experiment->change(session::choosing(m_experiment->session(), place));
    });
    connect(m_surface, &plot::SurfaceView::cameraChanged, m_experiment,
            model::changing(*m_experiment, &session::Session::camera));
    connect(m_surface, &plot::SurfaceView::fitWanted, this, [this] {
        session::Session next = m_experiment->session();
        next.camera = {.logarithmic = next.camera.logarithmic};
        m_experiment->change(next);
        m_framing->fit();
    });
    connect(m_surface, &plot::SurfaceView::rangesChanged, this, [this] {
        m_framing->settle();
        m_map->setRanges(m_surface->range(), m_surface->valueRange());
        adoptRanges(m_surface->range(), m_surface->valueRange());
    });
    connect(m_surface, &plot::SurfaceView::sketched, this, &Views::computeHeights);
}

/// Those that the view that is shown wants.
void Views::computeHeights() {
    const bool isSurface = view() == session::View::Surface;
    const auto nodes = isSurface ? m_surface->unfinished() : m_map->unfinished();
    const std::size_t dimension = m_experiment->session().function.dimension();
    // It may still show the function before, of other variables.
    const bool isOfIt = nodes && nodes->slice.through.size() == dimension;
    if (isOfIt) m_relief->setNodes(m_experiment->valued(), nodes);
}

void Views::showHeights(insight::SharedHeights heights, bool present) {
    view() == session::View::Surface ? m_surface->setHeights(std::move(heights), present)
                                     : m_map->setHeights(std::move(heights), present);
}

void Views::showCamera() {
    m_surface->setCamera(m_experiment->session().camera);
}

void Views::showArea(const insight::Rectangle& area) {
    m_map->setRanges(area.across, area.up);
    m_surface->setRanges(area.across, area.up);
}

/// For the settings of the chosen runner, as far as they are seen.
void Views::mapPlaneBasins() {
    const auto nodes = m_map->wantedBasins();
    const session::Session& session = m_experiment->session();
    if (!nodes || nodes->slice.through.size() != session.function.dimension()) return;
    m_planeBasins->setProblem(
        {m_experiment->valued(), session.settings, *nodes, m_experiment->places()});
}

/// The coordinates that are not shown stay those of the start.
descent::Point Views::placeOnMap(QPointF shown) const {
    const session::Session& session = m_experiment->session();
    descent::Point place = session.initialGuess;
    place[session.axes.across] = shown.x();
    place[session.axes.up] = shown.y();
    return place;
}

/// Those in view; of more than two variables that which explains the run.
std::vector<insight::StationaryPlace> Views::placesOnMap() const {
    const auto goal = m_experiment->goal();
    if (m_experiment->session().function.dimension() == 2 || !goal) return m_experiment->places();
    return {*goal};
}

void Views::startOnMap(QPointF start) {
    m_experiment->startAt(placeOnMap(start));
}

void Views::showLandscape() {
    m_basins->hold();
    m_forks->setSeen(false);
    showValues();
    const insight::Rectangle rectangle = session::rectangleOf(m_experiment->session());
    showArea(rectangle);
}

/// A slice of more than two variables goes through the ball by itself.
void Views::showRunOnMap() {
    const session::Session& session = m_experiment->session();
    const insight::Slice wanted = session::sliceThrough(session, session.initialGuess);
    const insight::Slice& present = m_map->slice();
    if (present.across != wanted.across || present.up != wanted.up) {
        m_map->setSlice(wanted);
        m_surface->setSlice(wanted);
    }
    m_map->setRivals(session.chosen, rivalsOf(*m_experiment));
    m_surface->setRivals(session.chosen, rivalsOf(*m_experiment));
    m_map->setTrajectory(m_experiment->trajectory(), session.settings);
    m_surface->setTrajectory(m_experiment->trajectory(), session.settings);
    showPoints();
    shadeViews();
    showPosition();
}

std::array<AxesDialog::Axis, 2> Views::axes() const {
    const plot::PlaneView& shown = current();
    const session::Session& session = m_experiment->session();
    const std::vector<std::string>& names = m_experiment->analysis().variables;
    const auto named = [&](const QString& across, const QString& up) {
        return std::array{AxesDialog::Axis{m_theme.named(across), shown.range()},
                          AxesDialog::Axis{m_theme.named(up), shown.valueRange()}};
    };
    switch (view()) {
        case session::View::Map:
        case session::View::Surface:
        case session::View::Basins:
            return {
                AxesDialog::Axis{session::variableName(names[session.axes.across]), shown.range()},
                AxesDialog::Axis{session::variableName(names[session.axes.up]),
                                 shown.valueRange()}};
        case session::View::Cobweb:
            return named(tr("xₙ"), tr("xₙ₊₁"));
        case session::View::Bifurcation:
            return named(QStringLiteral("α"), tr("x"));
        default:
            return named(tr("x"), tr("f(x)"));
    }
}

bool Views::hasAxesOfPlane() const {
    return view() == session::View::Map || view() == session::View::Surface ||
           view() == session::View::Basins;
}

QString Views::chooseRanges(insight::Range across, insight::Range up) {
    constexpr double wider = 1e9;  // times, with equal scales
    plot::PlaneView& shown = current();
    const insight::Range acrossBefore = shown.range();
    const insight::Range upBefore = shown.valueRange();
    shown.setRanges(across, up);
    const auto holds = [](insight::Range whole, insight::Range part) {
        return whole.low <= part.low && part.high <= whole.high;
    };
    const bool isShown = holds(shown.range(), across) && holds(shown.valueRange(), up) &&
                         shown.range().width() <= wider * across.width() &&
                         shown.valueRange().width() <= wider * up.width();
    if (!isShown) {
        shown.setRanges(acrossBefore, upBefore);
        return tr("These limits lie too close together or too far apart for a picture.");
    }
    if (shown.range() != acrossBefore || shown.valueRange() != upBefore)
        Q_EMIT shown.rangesChanged();
    return {};
}

void Views::chooseAxes(const session::Axes& axes) {
    session::Session next = m_experiment->session();
    next.axes = axes;
    next.values.reset();
    m_experiment->change(next);
    showRunOnMap();
    m_framing->fit();
}

void Views::setEqualScale(bool equal) {
    m_map->setEqualScale(equal);
}

bool Views::hasEqualScale() const {
    return m_map->hasEqualScale();
}

void Views::setNumbered(bool numbered) {
    m_map->setNumbered(numbered);
}

bool Views::isNumbered() const {
    return m_map->isNumbered();
}

}  // namespace window
