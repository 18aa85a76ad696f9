// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/runscene.h"

#include <utility>

#include "plot/paint/axes.h"

namespace plot {

std::optional<double> RunScene::start() const {
    if (shown().trajectory.empty()) return std::nullopt;
    return shown().trajectory.x(0);
}

void RunScene::setLine(const insight::Viewport& view, std::vector<insight::CurvePoint> points) {
    if (shown().line.setPoints(view, std::move(points))) lineChanged();
}

void RunScene::setAnalysis(const formula::Valued& function) {
    if (shown().analysis == function) return;
    const bool sameFormula =
        shown().analysis && (*shown().analysis)->function == function->function;
    shown().analysis = function;
    compile();
    shown().line.forget();
    lineChanged();
    functionChanged(sameFormula);
}

void RunScene::setTrajectory(const descent::Trajectory& trajectory,
                             const descent::Settings& settings) {
    const descent::Settings before = std::exchange(shown().settings, settings);
    shown().trajectory = trajectory;
    if (settings.direction != before.direction && shown().analysis) compile();
    runChanged(before);
}

void RunScene::compile() {
    m_curve.reset();
    m_objective.emplace(*shown().analysis, shown().settings.direction);
}

const insight::Curve& RunScene::curve() {
    if (!m_curve) m_curve.emplace(*m_objective);
    return *m_curve;
}

bool RunScene::setHome(insight::Range x) {
    if (!showable(x)) return false;
    shown().home = x;
    return fit();
}

}  // namespace plot
