// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

/// Looks at the sign of f' close by to the left and to the right, farther away while f' is too
/// small there to tell.
Finding stationaryKind(const Objective& objective, const Settings& settings, const Step& last) {
    const double size = std::abs(last.at.x);
    const double nearest = std::max(1e-8, 64 * std::numeric_limits<double>::epsilon() * size);
    const double farthest = 0.1 * std::max(1.0, size);
    for (double reach = nearest; reach <= farthest; reach *= 10) {
        const double left = objective.gradient({last.at.x - reach, 0}).x;
        const double right = objective.gradient({last.at.x + reach, 0}).x;
        if (!(std::abs(left) > settings.tolerance && std::abs(right) > settings.tolerance))
            continue;
        if (left < 0 && right > 0) return Finding::Minimum;
        if (left > 0 && right < 0) return Finding::Maximum;
        return Finding::Inflection;
    }
    return Finding::Flat;
}

bool repeats(const Trajectory& trajectory, std::size_t period) {
    const std::size_t size = trajectory.size();
    if (size < 3 * period) return false;
    for (std::size_t back = 1; back <= period; ++back) {
        const Point now = trajectory[size - back].at;
        const Point before = trajectory[size - back - period].at;
        const double slack = 1e-9 * std::max(norm(now), 1e-3);
        if (norm({now.x - before.x, now.y - before.y}) > slack) return false;
    }
    return true;
}

/// The shortest period of the tail; 0 when there is none, 1 when it hardly moves.
int tailPeriod(const Trajectory& trajectory) {
    for (int period = 1; period <= longestPeriod; ++period) {
        if (repeats(trajectory, static_cast<std::size_t>(period))) return period;
    }
    return 0;
}

/// Whether each of the last steps moved f the way it should go.
bool improves(const Settings& settings, const Trajectory& trajectory) {
    constexpr std::size_t longest = 64;
    const std::size_t size = trajectory.size();
    const double sign = settings.direction == Direction::Descend ? 1 : -1;
    for (std::size_t back = 1; back <= std::min(longest, size - 1); ++back) {
        const double now = sign * trajectory[size - back].value;
        if (!(now <= sign * trajectory[size - back - 1].value)) return false;
    }
    return size > 1;
}

double lastGrowth(const Trajectory& trajectory) {
    const std::size_t size = trajectory.size();
    if (size < 3) return std::numeric_limits<double>::quiet_NaN();
    const auto length = [&](std::size_t n) {
        const Point from = trajectory[n - 1].at;
        const Point to = trajectory[n].at;
        return norm({to.x - from.x, to.y - from.y});
    };
    return length(size - 1) / length(size - 2);
}

Finding findingFor(const Objective& objective, const Settings& settings,
                   const Trajectory& trajectory, Outcome outcome) {
    switch (outcome) {
        case Outcome::Diverged:
            return Finding::Diverged;
        case Outcome::LeftDomain:
            return Finding::LeftDomain;
        case Outcome::Stalled:
            return Finding::Stalled;
        case Outcome::MaxIterations:
            return tailPeriod(trajectory) > 1 ? Finding::Cycle : Finding::StillMoving;
        case Outcome::Converged:
            break;
    }
    return stationaryKind(objective, settings, trajectory.last());
}

}  // namespace

Verdict judge(const Objective& objective, const Settings& settings, const Trajectory& trajectory,
              Outcome outcome) {
    Verdict verdict;
    verdict.finding = findingFor(objective, settings, trajectory, outcome);
    verdict.outcome = outcome;
    verdict.last = trajectory.last();
    verdict.steps = verdict.last.iteration;
    verdict.improving = improves(settings, trajectory);
    verdict.curvature = objective.curvature(verdict.last.at);
    const double sign = settings.direction == Direction::Descend ? -1 : 1;
    verdict.factor = 1 + sign * settings.alpha * verdict.curvature;
    if (verdict.finding == Finding::Cycle) verdict.period = tailPeriod(trajectory);
    if (verdict.finding == Finding::Diverged) verdict.growth = lastGrowth(trajectory);
    return verdict;
}

}  // namespace core
