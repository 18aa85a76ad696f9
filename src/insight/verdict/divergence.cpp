// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that diverged.
#include <algorithm>
#include <cmath>

#include "insight/foresight.h"
#include "insight/verdict/laststeps.h"
#include "insight/verdict/motion.h"

namespace insight {

namespace {

Divergence::End endAt(const descent::Objective& objective, const descent::Step& last) {
    if (std::isinf(last.at[0])) return Divergence::End::Beyond;
    if (!std::isinf(last.value) && !std::isinf(last.gradient[0])) return Divergence::End::Far;
    return objective.overflows(last.at[0]) ? Divergence::End::Numbers : Divergence::End::Infinite;
}

/// The length of a step over that of the one before is |m| where f'' alone makes it so; where f
/// jumps all the way, it is not.
void judgeGrowth(double measured, const descent::Response& response, Divergence& found) {
    constexpr double alike = 1e-6;
    const double growth = std::abs(response.factor);
    const bool steady = std::abs(measured - growth) <= alike * growth;
    if (steady) found.steady = response;
    if (const double told = steady ? growth : measured; told > 1) found.growth = told;
}

}  // namespace

bool isSteady(const descent::Objective& objective, const descent::Trajectory& trajectory) {
    constexpr std::size_t compared = 5;
    constexpr double steady = 1e-7;  // as far as people read it
    if (trajectory.size() < compared) return false;
    const double here = objective.curvature(trajectory.x(trajectory.size() - 1));
    if (here == 0 || !std::isfinite(here)) return false;
    for (std::size_t back = 2; back <= compared; ++back) {
        const double there = objective.curvature(trajectory.x(trajectory.size() - back));
        if (!(std::abs(there - here) <= steady * std::abs(here))) return false;
    }
    return true;
}

std::optional<StationaryPoint> overshot(const descent::Objective& objective,
                                        const descent::Trajectory& trajectory,
                                        const std::stop_token& stop) {
    constexpr std::size_t most = 4;
    if (trajectory.size() < 3) return std::nullopt;
    const double start = trajectory.x(0);
    const double step = trajectory.x(1) - start;
    std::optional<StationaryPoint> point;
    for (double part = 0x1p-20; part <= 1 && !point && !stop.stop_requested(); part *= 4) {
        const auto [low, high] = std::minmax({start, start + part * step});
        point = pointWithin(objective, {low, high}, stop);
    }
    if (point) return point;
    const descent::Trajectory begun = trajectory.prefix(std::min(most, trajectory.size() - 1));
    return pointWithin(objective, extent(begun, begun.size()), stop);
}

bool repels(const descent::Objective& objective, const descent::Settings& settings, double start,
            double point) {
    constexpr double near = 1e-3;  // of the way from the start
    for (const double part : {-near, near}) {
        descent::State from;
        from.at = point + part * (start - point);
        if (continued(objective, settings, from).outcome != descent::Outcome::Diverged)
            return false;
    }
    return true;
}

Divergence judgeDiverged(const descent::Objective& objective, const descent::Settings& settings,
                         const descent::Trajectory& trajectory,
                         const std::optional<Crossing>& crossing, const std::stop_token& stop) {
    constexpr std::int64_t shortly = 3;
    const descent::Step last = trajectory.last();
    Divergence found;
    found.end = endAt(objective, last);
    found.crossed = crossing && crossing->step + shortly >= last.iteration;
    found.improving = improves(objective, trajectory, trajectory.size());
    found.unbounded =
        found.improving && unboundedBeyond(objective, last.at[0], objective.told(last.value));
    if (!descent::isPlain(settings)) return found;
    found.steep =
        found.improving && !found.unbounded && std::abs(last.at[0]) > descent::divergenceBound;
    const double growth = lastGrowth(trajectory);
    if (isSteady(objective, trajectory)) {
        const double curvature = objective.curvature(last.at[0]);
        judgeGrowth(growth, descent::gradientResponse(settings.alpha, curvature), found);
        return found;
    }
    if (growth > 1) found.growth = growth;
    if (found.improving) return found;
    const auto point = overshot(objective, trajectory, stop);
    const auto limit = point ? fork(*point) : std::nullopt;
    if (limit && settings.alpha > *limit && repels(objective, settings, trajectory.x(0), point->x))
        found.overshoot = overshootAt(objective, settings, point);
    return found;
}

}  // namespace insight
