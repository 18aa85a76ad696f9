// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/pointmenu.h"

#include <QCoreApplication>
#include <QMenu>
#include <algorithm>

#include "model/experiment.h"
#include "session/wording/mapwording.h"

namespace window {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Views)
};

}  // namespace

void listPoints(
    QMenu& menu, const model::Experiment& experiment, int digits,
    const std::function<QString(const QString&, const insight::StationaryPoint&)>& worded,
    const std::function<void(const insight::StationaryPoint&)>& chosen) {
    constexpr std::size_t most = 20;
    menu.clear();
    const std::vector<insight::StationaryPoint>& all = experiment.points();
    const descent::Direction direction = experiment.session().settings.direction;
    std::vector<std::size_t> points;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (insight::isLevel(all[i].shape)) points.push_back(i);
    }
    if (points.empty()) menu.addAction(Text::tr("No stationary point in view"))->setEnabled(false);
    for (std::size_t i = 0; i < std::min(most, points.size()); ++i) {
        menu.addAction(worded(session::nameOf(all, points[i], direction, digits), all[points[i]]),
                       &menu, [chosen, point = all[points[i]]] { chosen(point); });
    }
    if (points.size() > most) {
        menu.addAction(Text::tr("%1 more; zoom in to see them").arg(points.size() - most))
            ->setEnabled(false);
    }
}

}  // namespace window
