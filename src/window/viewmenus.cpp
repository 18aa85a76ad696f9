// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus offer about the views.
#include <QMenu>
#include <algorithm>

#include "plot/bifurcationview.h"
#include "plot/cobwebview.h"
#include "plot/curveview.h"
#include "session/mapwording.h"
#include "session/wording.h"
#include "window/contextmenus.h"
#include "window/experiment.h"
#include "window/views.h"

namespace window {

void Views::listStarts(QMenu& menu) {
    listPoints(menu, [this](const core::StationaryPoint& point) {
        m_experiment->setInitialGuess(m_curve->startBeside(point));
    });
}

void Views::listCentres(QMenu& menu) {
    listPoints(menu, [this](const core::StationaryPoint& point) { m_curve->centre(point); });
}

void Views::listPoints(QMenu& menu,
                       const std::function<void(const core::StationaryPoint&)>& chosen) {
    constexpr std::size_t most = 20;
    menu.clear();
    const std::vector<core::StationaryPoint>& all = m_experiment->points();
    const core::Direction direction = m_experiment->session().settings.direction;
    std::vector<std::size_t> points;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (core::isLevel(all[i].shape)) points.push_back(i);
    }
    if (points.empty()) menu.addAction(tr("No stationary point in view"))->setEnabled(false);
    for (std::size_t i = 0; i < std::min(most, points.size()); ++i) {
        menu.addAction(session::nameOf(all, points[i], direction), this,
                       [chosen, point = all[points[i]]] { chosen(point); });
    }
    if (points.size() > most) {
        menu.addAction(tr("%1 more; zoom in to see them").arg(points.size() - most))
            ->setEnabled(false);
    }
}

void Views::addMenus(ContextMenus& menus, const QList<QAction*>& actions) {
    menus.add(
        *m_curve, [this](QMenu& menu, std::optional<QPoint> place) { fillCurveMenu(menu, place); },
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
            menu.addAction(tr("Choose α = %1").arg(session::number(*alpha)), m_experiment,
                           [this, alpha] { m_experiment->setAlpha(*alpha); });
        },
        actions);
}

void Views::fillCurveMenu(QMenu& menu, std::optional<QPoint> place) {
    if (!place) {
        listStarts(*menu.addMenu(tr("Send the ball &to")));
        listCentres(*menu.addMenu(tr("&Centre on")));
    } else if (const core::StationaryPoint* mark = m_curve->markAt(*place)) {
        menu.addAction(tr("Send the ball here"), m_experiment, [this, point = *mark] {
            m_experiment->setInitialGuess(m_curve->startBeside(point));
        });
        menu.addAction(tr("Centre the view here"), m_curve,
                       [this, point = *mark] { m_curve->centre(point); });
    } else {
        offerStart(menu, m_curve->startAt(*place));
    }
}

void Views::offerStart(QMenu& menu, std::optional<double> start) {
    if (!start) return;
    menu.addAction(tr("Start here, at x₀ = %1").arg(session::number(*start)), m_experiment,
                   [this, start] { m_experiment->setInitialGuess(*start); });
}

}  // namespace window
