// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "insight/closeby.h"
#include "insight/foresight.h"
#include "insight/laststeps.h"
#include "insight/motion.h"
#include "insight/survey.h"

namespace insight {

namespace {

constexpr std::size_t recent = 64;

/// What f' is like around the place where a run converged, when that is at no stationary point.
struct Ground {
    bool edge = false;  ///< f has values on one side only
    double reach = 0;   ///< how far one had to look until f' is beyond the tolerance
};

Ground groundAt(const descent::Objective& objective, const descent::Settings& settings, double x) {
    const double nearest =
        std::max(1e-8, 64 * std::numeric_limits<double>::epsilon() * std::abs(x));
    const double farthest = 0.1 * std::max(1.0, std::abs(x));
    const auto outside = [&](double at) { return !std::isfinite(objective.value(at)); };
    const auto steep = [&](double at) {
        return std::abs(objective.slope(at)) > settings.tolerance;
    };
    for (double reach = nearest; reach <= farthest; reach *= 10) {
        const bool left = outside(x - reach);
        if (left != outside(x + reach)) {
            if (steep(left ? x + reach : x - reach)) return {true, reach};
        } else if (steep(x - reach) && steep(x + reach)) {
            return {false, reach};
        }
    }
    return {false, farthest};
}

/// True when f changes by more than its slopes on both sides allow.
bool jumpsNear(const descent::Objective& objective, double x, double reach) {
    const double value = objective.value(x);
    const auto beyond = [&](double at) {
        const double steepest =
            std::max(std::abs(objective.slope(x)), std::abs(objective.slope(at)));
        const double rounding =
            4 * (objective.valueErrorBeside(x) + objective.valueErrorBeside(at));
        return std::abs(objective.value(at) - value) > 4 * reach * steepest + rounding;
    };
    return beyond(x - reach) || beyond(x + reach);
}

/// Whether |f'| stays below the tolerance from one place to the other, also close to that, where
/// rounding may hide it.
bool levelBetween(const descent::Objective& objective, double tolerance, double from, double to) {
    constexpr int parts = 64;
    constexpr int halvings = 40;
    const auto slope = [&](double x) { return std::abs(objective.slope(x)); };
    for (int i = 1; i < parts; ++i) {
        if (!(slope(from + (to - from) * i / parts) <= tolerance)) return false;
    }
    for (int i = 7; i < halvings; ++i) {
        const double x = to + std::ldexp(from - to, -i);
        if (slope(x) > tolerance && slope(x) - 4 * objective.slopeError(x) > tolerance)
            return false;
    }
    return true;
}

/// The stationary point that a converged run stands at: the nearest one, if |f'| is below the
/// tolerance all the way there.
std::optional<StationaryPoint> restAt(const descent::Objective& objective, double tolerance,
                                      double x, const std::stop_token& stop) {
    constexpr int columns = 32;
    const double size = std::max(1.0, std::abs(x));
    for (double reach = 1e-8 * size; reach <= 100 * size && !stop.stop_requested(); reach *= 10) {
        const Range around{x - reach, x + reach};
        const auto points = stationaryPoints(objective, around, columns, stop);
        const auto nearest = std::ranges::min_element(
            points, {}, [x](const StationaryPoint& point) { return std::abs(point.x - x); });
        if (nearest == points.end()) continue;
        if (!levelBetween(objective, tolerance, x, nearest->x)) return std::nullopt;
        return *nearest;
    }
    return std::nullopt;
}

Finding findingAt(StationaryKind kind) {
    switch (kind) {
        case StationaryKind::Minimum:
            return Finding::Minimum;
        case StationaryKind::Maximum:
            return Finding::Maximum;
        case StationaryKind::Inflection:
            break;
    }
    return Finding::Inflection;
}

/// What 5,000 more steps would bring a run that has come within the tolerance.
std::optional<Departure> departure(const descent::Objective& objective, descent::Settings settings,
                                   const descent::State& end) {
    constexpr double far = 100;  // times the tolerance
    const double tolerance = std::exchange(settings.tolerance, 0);
    const descent::Trajectory steps = continued(objective, settings, end).steps;
    Departure found;
    for (std::size_t n = 1; n < steps.size(); ++n) {
        const double slope = std::abs(steps.slope(n));
        if (slope > found.slope) found = {static_cast<std::int64_t>(n), slope, found.distance};
        found.distance = std::fmax(found.distance, std::abs(steps.x(n) - steps.x(0)));
    }
    return found.slope > far * tolerance ? std::optional(found) : std::nullopt;
}

void judgeConverged(const descent::Objective& objective, const descent::Settings& settings,
                    const descent::State& end, Verdict& verdict, const std::stop_token& stop) {
    const double x = verdict.last.at[0];
    const Standstill rest = standstillAt(objective, settings, x, stop);
    verdict.finding = rest.finding;
    verdict.point = rest.point;
    if (!descent::stays(settings.method)) verdict.departure = departure(objective, settings, end);
    if (!rest.point) verdict.slopeError = objective.slopeError(x);
}

void judgeStalled(const descent::Objective& objective, Verdict& verdict) {
    const double x = std::abs(verdict.last.at[0]);
    verdict.finding = Finding::Stalled;
    verdict.spacing = std::nextafter(x, std::numeric_limits<double>::infinity()) - x;
    verdict.slopeError = objective.slopeError(verdict.last.at[0], verdict.spacing);
}

void judgeByOutcome(const descent::Objective& objective, const descent::Settings& settings,
                    const descent::Trajectory& trajectory, Verdict& verdict,
                    const std::stop_token& stop) {
    switch (verdict.outcome) {
        case descent::Outcome::Converged:
            return judgeConverged(objective, settings, trajectory.state(trajectory.size() - 1),
                                  verdict, stop);
        case descent::Outcome::MaxIterations:
            return judgeUnfinished(objective, settings, trajectory, verdict, stop);
        case descent::Outcome::Diverged:
            return judgeDiverged(objective, settings, trajectory, verdict, stop);
        case descent::Outcome::Stalled:
            return judgeStalled(objective, verdict);
        case descent::Outcome::LeftDomain:
            verdict.finding = Finding::LeftDomain;
            verdict.overflow = objective.overflows(verdict.last.at[0]);
            return;
        case descent::Outcome::OutOfMemory:
            verdict.finding = Finding::OutOfMemory;
            return;
    }
}

/// True when the run came to rest at what it looks for.
bool arrived(const Verdict& verdict, StationaryKind kind) {
    return verdict.outcome == descent::Outcome::Converged && verdict.point &&
           verdict.point->kind == kind;
}

/// The same extremum as it was found among those in view.
std::optional<StationaryPoint> sightOf(const StationaryPoint& own,
                                       const std::vector<StationaryPoint>& inView) {
    const auto seen = nearestExtremum(inView, own.kind, own.x);
    return seen && same(seen->x, own.x) ? seen : std::nullopt;
}

/// The length of a step over that of the one before is |m| where f'' alone makes it so; where f
/// jumps all the way, it is not.
void judgeGrowth(Verdict& verdict) {
    constexpr double alike = 1e-6;
    const double growth = std::abs(verdict.factor);
    if (std::abs(verdict.growth - growth) <= alike * growth) {
        verdict.growth = growth;
    } else {
        verdict.steadyCurvature = false;
    }
}

Finding told(const descent::Objective& objective, Finding cost) {
    if (objective.told(1) > 0) return cost;
    if (cost == Finding::Minimum) return Finding::Maximum;
    return cost == Finding::Maximum ? Finding::Minimum : cost;
}

/// What was found out about the cost, of f.
void tell(const descent::Objective& objective, Verdict& verdict) {
    verdict.finding = told(objective, verdict.finding);
    verdict.goal = told(objective, verdict.goal);
    verdict.curvature = objective.told(verdict.curvature);
    if (verdict.point) verdict.point = told(objective, *verdict.point);
}

}  // namespace

Standstill standstillAt(const descent::Objective& objective, const descent::Settings& settings,
                        double x, const std::stop_token& stop) {
    constexpr double close = 0.1;
    const auto point = restAt(objective, settings.tolerance, x, stop);
    const bool stands = point && (point->kind == StationaryKind::Minimum ||
                                  std::abs(point->x - x) <= close * std::max(1.0, std::abs(x)));
    if (stands) return {findingAt(point->kind), point};
    const Ground ground = groundAt(objective, settings, x);
    if (ground.edge) return {Finding::Edge, std::nullopt};
    return {jumpsNear(objective, x, ground.reach) ? Finding::Jump : Finding::Flat, std::nullopt};
}

namespace {

descent::State startOf(const descent::Trajectory& trajectory) {
    descent::State start;
    start.at = trajectory[0].at;
    return start;
}

}  // namespace

Verdict judge(const descent::Objective& objective, const descent::Settings& settings,
              const descent::Trajectory& trajectory, descent::Outcome outcome,
              const std::vector<StationaryPoint>& inView, const std::stop_token& stop) {
    Verdict verdict;
    verdict.outcome = outcome;
    if (trajectory.empty()) {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        verdict.finding = Finding::OutOfMemory;
        verdict.last = verdict.before = {0, unknown, unknown, unknown};
        return verdict;
    }
    verdict.last = trajectory.last();
    verdict.before = trajectory[trajectory.size() < 2 ? 0 : trajectory.size() - 2];
    verdict.steps = verdict.last.iteration;
    verdict.improving = improves(objective, trajectory, recent);
    judgeByOutcome(objective, settings, trajectory, verdict, stop);
    verdict.curvature =
        verdict.point ? verdict.point->curvature : objective.curvature(verdict.last.at[0]);
    verdict.factor = descent::gradientResponse(settings.alpha, verdict.curvature).factor;
    if (verdict.point) {
        const double x = verdict.point->x;
        verdict.slopeError = objective.slopeError(x, spacing(x));
    }
    if (verdict.steadyCurvature) judgeGrowth(verdict);
    advise(objective, settings, startOf(trajectory), verdict, stop);
    tell(objective, verdict);
    verdict.crossing = firstCrossing(objective, trajectory, stop);
    compare(verdict, settings.direction, inView);
    return verdict;
}

void compare(Verdict& verdict, descent::Direction direction,
             const std::vector<StationaryPoint>& inView) {
    verdict.standing = Standing::Unknown;
    verdict.better.reset();
    const StationaryKind kind = sought(direction);
    if (!arrived(verdict, kind)) return;
    const auto seen = sightOf(*verdict.point, inView);
    if (!seen) return;
    verdict.standing = Standing::Best;
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    for (const StationaryPoint& other : inView) {
        if (other.kind != kind || other.x == seen->x) continue;
        if (tied(other, *seen)) {
            if (!isLimit(other.shape) && verdict.standing == Standing::Best)
                verdict.standing = Standing::Tied;
        } else if (sign * other.value < sign * seen->value) {
            verdict.standing = Standing::Beaten;
            if (!verdict.better || sign * other.value < sign * verdict.better->value)
                verdict.better = other;
        }
    }
}

std::optional<StationaryPoint> landmark(const std::vector<StationaryPoint>& inView,
                                        descent::Direction direction, double start,
                                        const std::optional<Verdict>& verdict) {
    const StationaryKind kind = sought(direction);
    if (verdict && verdict->point && verdict->point->kind == kind) {
        const auto seen = sightOf(*verdict->point, inView);
        return seen ? seen : verdict->point;
    }
    const bool near = verdict && verdict->outcome != descent::Outcome::Diverged &&
                      verdict->outcome != descent::Outcome::OutOfMemory;
    return nearestExtremum(inView, kind, near ? verdict->last.at[0] : start);
}

}  // namespace insight
