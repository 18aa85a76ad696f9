// SPDX-License-Identifier: GPL-3.0-or-later
// How the map follows an experiment of several variables.
#include "model/basinwatch.h"
#include "model/bifurcationwatch.h"
#include "model/experiment.h"
#include "model/framing.h"
#include "model/reliefwatch.h"
#include "plot/view/mapview.h"
#include "session/axes.h"
#include "session/runners.h"
#include "window/panels/views.h"
#include "window/race/rivals.h"

namespace window {

void Views::connectMap() {
    connect(m_map, &plot::MapView::startPicked, this, &Views::startOnMap);
    connect(m_map, &plot::MapView::runnerPicked, m_experiment, [this](std::size_t place) {
        m_experiment->change(session::choosing(m_experiment->session(), place));
    });
    connect(m_map, &plot::MapView::fitWanted, m_framing, &model::Framing::fit);
    connect(m_map, &plot::MapView::rangesChanged, m_framing, &model::Framing::settle);
    connect(m_map, &plot::MapView::rangesChanged, this,
            [this] { adoptRanges(m_map->range(), m_map->valueRange()); });
    connect(m_map, &plot::MapView::sketched, this, [this] {
        if (isPlane()) m_relief->setNodes(m_experiment->valued(), m_map->unfinished());
    });
    connect(m_relief, &model::ReliefWatch::advanced, m_map, &plot::MapView::setHeights);
}

/// The coordinates that are not shown stay those of the start.
descent::Point Views::placeOnMap(QPointF shown) const {
    const session::Session& session = m_experiment->session();
    descent::Point place = session.initialGuess;
    place[session.axes.across] = shown.x();
    place[session.axes.up] = shown.y();
    return place;
}

void Views::startOnMap(QPointF start) {
    m_experiment->startAt(placeOnMap(start));
}

void Views::showLandscape() {
    m_basins->hold();
    m_forks->setSeen(false);
    showValues();
    const insight::Rectangle rectangle = session::rectangleOf(m_experiment->session());
    m_map->setRanges(rectangle.across, rectangle.up);
}

/// A slice of more than two variables goes through the ball by itself.
void Views::showRunOnMap() {
    const session::Session& session = m_experiment->session();
    const insight::Slice wanted = session::sliceThrough(session, session.initialGuess);
    const insight::Slice& present = m_map->slice();
    if (present.across != wanted.across || present.up != wanted.up) m_map->setSlice(wanted);
    m_map->setRivals(session.chosen, rivalsOf(*m_experiment));
    m_map->setTrajectory(m_experiment->trajectory(), session.settings);
    showPoints();
    shadeViews();
    showPosition();
}

}  // namespace window
