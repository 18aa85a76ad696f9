// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus offer about the views.
#include <QMenu>
#include <ranges>

#include "model/changing.h"
#include "model/experiment.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/curveview.h"
#include "plot/view/mapview.h"
#include "plot/view/surfaceview.h"
#include "session/place.h"
#include "session/runners.h"
#include "session/wording/slicewording.h"
#include "session/wording/wording.h"
#include "window/panels/pointmenu.h"
#include "window/panels/views.h"
#include "window/widgets/contextmenus.h"

namespace window {

void Views::listStarts(QMenu& menu) {
    if (isPlane()) return listPlaces(menu, true);
    const auto worded = [this](const QString& name, const insight::StationaryPoint& point) {
        const double start = m_curve->startBeside(point);
        return m_theme.named(tr("%1 (x₀ = %2)")).arg(name, session::number(start, m_digits));
    };
    listPoints(menu, *m_experiment, m_digits, worded,
               [this](const insight::StationaryPoint& point) {
                   m_experiment->startAt(m_curve->startBeside(point));
               });
}

void Views::listCentres(QMenu& menu) {
    if (isPlane()) return listPlaces(menu, false);
    listPoints(
        menu, *m_experiment, m_digits, [](const QString& name, const auto&) { return name; },
        [this](const insight::StationaryPoint& point) { m_curve->centre(point); });
}

void Views::addMenus(ContextMenus& menus, const QList<QAction*>& actions) {
    menus.add(
        *m_curve, [this](QMenu& menu, std::optional<QPoint> place) { fillCurveMenu(menu, place); },
        actions);
    menus.add(
        *m_map, [this](QMenu& menu, std::optional<QPoint> place) { fillMapMenu(menu, place); },
        actions);
    menus.add(
        *m_surface,
        [this](QMenu& menu, std::optional<QPoint> place) { fillSurfaceMenu(menu, place); },
        actions);
    menus.add(
        *m_cobweb,
        [this](QMenu& menu, std::optional<QPoint> place) {
            if (place) offerStart(menu, m_cobweb->startAt(*place));
        },
        actions);
    menus.add(
        *m_bifurcation,
        [this](QMenu& menu, std::optional<QPoint> place) {
            const auto alpha = place ? m_bifurcation->alphaAt(*place) : std::nullopt;
            if (!alpha) return;
            menu.addAction(tr("Choose α = %1").arg(session::number(*alpha, m_digits)), m_experiment,
                           [choose = model::changing(*m_experiment, &descent::Settings::alpha),
                            alpha] { choose(*alpha); });
        },
        actions);
}

void Views::fillCurveMenu(QMenu& menu, std::optional<QPoint> place) {
    if (!place) {
        listStarts(*menu.addMenu(tr("S&tart beside")));
        listCentres(*menu.addMenu(tr("&Centre on")));
    } else if (const insight::StationaryPoint* mark = m_curve->markAt(*place)) {
        const double start = m_curve->startBeside(*mark);
        menu.addAction(
            m_theme.named(tr("Start beside it, at x₀ = %1")).arg(session::number(start, m_digits)),
            m_experiment, [this, start] { m_experiment->startAt(start); });
        menu.addAction(tr("Centre the view here"), m_curve,
                       [this, point = *mark] { m_curve->centre(point); });
    } else {
        offerStart(menu, m_curve->startAt(*place));
    }
}

void Views::fillMapMenu(QMenu& menu, std::optional<QPoint> place) {
    if (!place) {
        listStarts(*menu.addMenu(tr("S&tart beside")));
        listCentres(*menu.addMenu(tr("&Centre on")));
    } else if (const insight::StationaryPlace* mark = m_map->placeAt(*place)) {
        const QPointF start = m_map->startBeside(*mark);
        menu.addAction(tr("Start beside it"), this, [this, start] { startOnMap(start); });
        menu.addAction(tr("Centre the view here"), m_map,
                       [this, at = *mark] { m_map->centre(at); });
    } else if (const auto start = m_map->startAt(*place)) {
        offerStart(menu, placeOnMap(*start));
    }
}

void Views::fillSurfaceMenu(QMenu& menu, std::optional<QPoint> place) {
    if (!place) return fillMapMenu(menu, place);
    if (const insight::StationaryPlace* mark = m_surface->placeAt(*place)) {
        const QPointF start = m_map->startBeside(*mark);
        menu.addAction(tr("Start beside it"), this, [this, start] { startOnMap(start); });
    } else if (const auto start = m_surface->startAt(*place)) {
        offerStart(menu, placeOnMap(*start));
    }
}

/// Those in view: choosing one starts beside it, or centres the view on it.
void Views::listPlaces(QMenu& menu, bool starts) {
    constexpr std::size_t most = 20;
    menu.clear();
    const std::vector<insight::StationaryPlace>& places = m_experiment->places();
    if (places.empty()) menu.addAction(tr("No stationary point in view"))->setEnabled(false);
    for (const insight::StationaryPlace& place : places | std::views::take(most)) {
        menu.addAction(session::nameOf(place, m_digits), this, [this, place, starts] {
            starts ? startOnMap(m_map->startBeside(place)) : m_map->centre(place);
        });
    }
    if (places.size() > most) {
        menu.addAction(tr("%1 more; zoom in to see them").arg(places.size() - most))
            ->setEnabled(false);
    }
}

/// A copy of the chosen one, from there.
void Views::addRunnerAt(const descent::Point& start) {
    session::Runner runner = session::chosenRunner(m_experiment->session());
    runner.start = start;
    const auto more = session::adding(m_experiment->session(), runner);
    if (more) {
        m_experiment->change(*more);
    } else {
        Q_EMIT refused(more.error());
    }
}

void Views::offerStart(QMenu& menu, const std::optional<descent::Point>& start) {
    if (!start) return;
    const QString place = session::shownPlace(*start, m_digits);
    menu.addAction(isPlane() ? tr("Start here, at %1").arg(place)
                             : m_theme.named(tr("Start here, at x₀ = %1")).arg(place),
                   m_experiment, [this, start] { m_experiment->startAt(*start); });
    menu.addAction(tr("Add a runner that starts here"), m_experiment,
                   [this, start] { addRunnerAt(*start); });
}

}  // namespace window
