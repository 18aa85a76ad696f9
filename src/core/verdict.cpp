// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/motion.h"
#include "core/tail.h"

namespace core {

namespace {

constexpr std::size_t recent = 64;

/// What lies around the point of convergence, and how far one had to look to tell.
struct Ground {
    Finding finding = Finding::Flat;
    double reach = 0;
};

/// Looks at f' close by to the left and to the right, farther away while it is too small there to
/// tell.
Ground groundAt(const Objective& objective, const Settings& settings, double x) {
    const double nearest =
        std::max(1e-8, 64 * std::numeric_limits<double>::epsilon() * std::abs(x));
    const double farthest = 0.1 * std::max(1.0, std::abs(x));
    const auto outside = [&](double at) { return !std::isfinite(objective.value({at, 0})); };
    for (double reach = nearest; reach <= farthest; reach *= 10) {
        const double left = objective.gradient({x - reach, 0}).x;
        const double right = objective.gradient({x + reach, 0}).x;
        const bool steepLeft = std::abs(left) > settings.tolerance;
        const bool steepRight = std::abs(right) > settings.tolerance;
        if (outside(x - reach) != outside(x + reach)) {
            if (outside(x - reach) ? steepRight : steepLeft) return {Finding::Edge, reach};
            continue;
        }
        if (!steepLeft || !steepRight) continue;
        if (left < 0 && right > 0) return {Finding::Minimum, reach};
        if (left > 0 && right < 0) return {Finding::Maximum, reach};
        return {Finding::Inflection, reach};
    }
    return {Finding::Flat, farthest};
}

/// True when f changes by more than its slopes on both sides allow.
bool jumpsNear(const Objective& objective, double x, double reach) {
    const double value = objective.value({x, 0});
    const double rounding = 1e-12 * std::abs(value);
    const auto beyond = [&](double at) {
        const double steepest = std::max(std::abs(objective.gradient({x, 0}).x),
                                         std::abs(objective.gradient({at, 0}).x));
        return std::abs(objective.value({at, 0}) - value) > 4 * reach * steepest + rounding;
    };
    return beyond(x - reach) || beyond(x + reach);
}

/// The stationary point that a converged run stands at.
std::optional<StationaryPoint> pointAt(const Objective& objective, Finding finding, double x,
                                       double reach) {
    constexpr int columns = 32;
    const auto points = stationaryPoints(objective, {x - reach, x + reach}, columns);
    switch (finding) {
        case Finding::Minimum:
            return nearestExtremum(points, StationaryKind::Minimum, x);
        case Finding::Maximum:
            return nearestExtremum(points, StationaryKind::Maximum, x);
        case Finding::Inflection:
            return nearestExtremum(points, StationaryKind::Inflection, x);
        default:
            return std::nullopt;
    }
}

void judgeConverged(const Objective& objective, const Settings& settings, Verdict& verdict) {
    const double x = verdict.last.at.x;
    const Ground ground = groundAt(objective, settings, x);
    verdict.finding = ground.finding;
    verdict.point = pointAt(objective, ground.finding, x, ground.reach);
    if (!verdict.point && jumpsNear(objective, x, ground.reach)) verdict.finding = Finding::Jump;
}

void judgeStalled(Verdict& verdict) {
    const double x = std::abs(verdict.last.at.x);
    verdict.finding = Finding::Stalled;
    verdict.spacing = std::nextafter(x, std::numeric_limits<double>::infinity()) - x;
}

void judgeByOutcome(const Objective& objective, const Settings& settings,
                    const Trajectory& trajectory, Verdict& verdict) {
    switch (verdict.outcome) {
        case Outcome::Converged:
            return judgeConverged(objective, settings, verdict);
        case Outcome::MaxIterations:
            return judgeUnfinished(objective, settings, trajectory, verdict);
        case Outcome::Diverged:
            return judgeDiverged(objective, settings, trajectory, verdict);
        case Outcome::Stalled:
            return judgeStalled(verdict);
        case Outcome::LeftDomain:
            verdict.finding = Finding::LeftDomain;
            return;
    }
}

/// True when the run came to rest at what it looks for.
bool arrived(const Verdict& verdict, StationaryKind kind) {
    return verdict.outcome == Outcome::Converged && verdict.point && verdict.point->kind == kind;
}

/// The same extremum as it was found among those in view.
std::optional<StationaryPoint> sightOf(const StationaryPoint& own,
                                       const std::vector<StationaryPoint>& inView) {
    const auto seen = nearestExtremum(inView, own.kind, own.x);
    return seen && same(seen->x, own.x) ? seen : std::nullopt;
}

/// Equal values, as far as rounding lets them be told apart.
bool tied(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b)) + 1e-15;
}

}  // namespace

Verdict judge(const Objective& objective, const Settings& settings, const Trajectory& trajectory,
              Outcome outcome, const std::vector<StationaryPoint>& inView) {
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.last = trajectory.last();
    verdict.before = trajectory[trajectory.size() < 2 ? 0 : trajectory.size() - 2];
    verdict.steps = verdict.last.iteration;
    verdict.improving = improves(settings.direction, trajectory, recent);
    judgeByOutcome(objective, settings, trajectory, verdict);
    verdict.curvature =
        verdict.point ? verdict.point->curvature : objective.curvature(verdict.last.at);
    const double sign = settings.direction == Direction::Descend ? -1 : 1;
    verdict.factor = 1 + sign * settings.alpha * verdict.curvature;
    if (verdict.steadyCurvature) verdict.growth = std::abs(verdict.factor);
    verdict.crossing = firstCrossing(objective, trajectory);
    compare(verdict, settings.direction, inView);
    return verdict;
}

void compare(Verdict& verdict, Direction direction, const std::vector<StationaryPoint>& inView) {
    verdict.standing = Standing::Unknown;
    verdict.better.reset();
    const StationaryKind kind = wanted(direction);
    if (!arrived(verdict, kind)) return;
    const auto seen = sightOf(*verdict.point, inView);
    if (!seen) return;
    verdict.standing = Standing::Best;
    const double sign = direction == Direction::Descend ? 1 : -1;
    for (const StationaryPoint& other : inView) {
        if (other.kind != kind || other.x == seen->x) continue;
        if (tied(other.value, seen->value)) {
            if (verdict.standing == Standing::Best) verdict.standing = Standing::Tied;
        } else if (sign * other.value < sign * seen->value) {
            verdict.standing = Standing::Beaten;
            if (!verdict.better || sign * other.value < sign * verdict.better->value)
                verdict.better = other;
        }
    }
}

std::optional<StationaryPoint> landmark(const std::vector<StationaryPoint>& inView,
                                        Direction direction, double start,
                                        const std::optional<Verdict>& verdict) {
    const StationaryKind kind = wanted(direction);
    if (verdict && arrived(*verdict, kind)) {
        const auto seen = sightOf(*verdict->point, inView);
        return seen ? seen : verdict->point;
    }
    const bool near = verdict && verdict->outcome != Outcome::Diverged;
    return nearestExtremum(inView, kind, near ? verdict->last.at.x : start);
}

}  // namespace core
