// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/runview.h"

#include <utility>

#include "plot/scene/runscene.h"

namespace plot {

PlaneScene& RunView::plane() const {
    return run();
}

void RunView::setAnalysis(const formula::Valued& function) {
    run().setAnalysis(function);
    changed();
}

void RunView::setTrajectory(const descent::Trajectory& trajectory,
                            const descent::Settings& settings) {
    run().setTrajectory(trajectory, settings);
    changed();
}

void RunView::setRange(insight::Range x) {
    run().setHome(x);
    changed();
}

void RunView::fit() {
    run().fit();
    moved(true);
}

void RunView::setSparing() {
    run().setSparing();
}

std::optional<insight::Viewport> RunView::unfinished() const {
    return run().line().unfinished();
}

void RunView::setLine(const insight::Viewport& view, std::vector<insight::CurvePoint> points) {
    run().setLine(view, std::move(points));
    changed();
}

std::optional<double> RunView::startAt(QPointF point) const {
    if (!hasStartAt(point)) return std::nullopt;
    return choiceAt(point).x();
}

bool RunView::hasStartAt(QPointF point) const {
    return contains(frame().area, point);
}

void RunView::drawMarked() {
    PlaneView::drawMarked();
    if (run().takeNewsOfLine()) Q_EMIT sketched();
}

std::optional<QPointF> RunView::chosen() const {
    const auto start = run().start();
    return start ? std::optional(QPointF(*start, 0)) : std::nullopt;
}

void RunView::pick(QPointF chosen) {
    Q_EMIT startPicked(chosen.x());
}

}  // namespace plot
