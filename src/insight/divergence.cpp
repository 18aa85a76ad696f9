// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that diverged.
#include <algorithm>
#include <cmath>

#include "insight/foresight.h"
#include "insight/laststeps.h"
#include "insight/motion.h"

namespace insight {

namespace {

/// Whether f'' is nearly the same over the last steps, and not 0.
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

/// The extremum that a run diverged from, if α is too large for a stay there: the first one on the
/// way of its first step, else one between its first places.
std::optional<StationaryPoint> overshot(const descent::Objective& objective,
                                        const descent::Settings& settings,
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
    const descent::Trajectory begun = trajectory.prefix(std::min(most, trajectory.size() - 1));
    if (!point) point = pointWithin(objective, extent(begun, begun.size()), stop);
    const auto limit = point ? fork(*point) : std::nullopt;
    return limit && settings.alpha > *limit ? point : std::nullopt;
}

/// Whether runs from close by diverge, too, so that the steps about the point are the cause.
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

}  // namespace

void judgeDiverged(const descent::Objective& objective, const descent::Settings& settings,
                   const descent::Trajectory& trajectory, Verdict& verdict,
                   const std::stop_token& stop) {
    verdict.finding = Finding::Diverged;
    verdict.overflow = objective.overflows(verdict.last.at[0]);
    verdict.improving = improves(objective, trajectory, trajectory.size());
    verdict.unbounded = verdict.improving && unboundedBeyond(objective, verdict.last.at[0],
                                                             objective.told(verdict.last.value));
    if (!descent::isPlain(settings.method)) return;
    verdict.growth = lastGrowth(trajectory);
    verdict.steadyCurvature = isSteady(objective, trajectory);
    if (verdict.steadyCurvature || verdict.improving) return;
    const auto point = overshot(objective, settings, trajectory, stop);
    if (point && repels(objective, settings, trajectory.x(0), point->x)) verdict.point = point;
}

}  // namespace insight
