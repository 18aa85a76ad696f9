// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict/verdict.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/survey.h"
#include "insight/verdict/motion.h"
#include "insight/verdict/remarks.h"

namespace insight {

namespace {

/// Of an arrival, how steps close by change the distance, and whether the last one did.
void judgeCourse(Arrival& arrival, double last, double before) {
    constexpr double leap = 0.1;
    constexpr double chance = 0.1;
    using Course = Arrival::Course;
    const double m = arrival.factor;
    const double now = last - arrival.point.x;
    const double then = before - arrival.point.x;
    if (arrival.point.curvature == 0) {
        arrival.course = Course::Fading;
    } else if (std::abs(m) >= 1) {
        const bool hit = std::abs(now) < chance * std::abs(then);
        arrival.course = hit ? Course::Chance : Course::Leading;
    } else if (std::abs(m) < leap) {
        arrival.course = Course::Leaping;
    } else {
        arrival.course = m > 0 ? Course::OneSided : Course::Alternating;
        arrival.seen = m > 0 ? now * then > 0 : now * then < 0;
    }
}

Finding judgeConverged(const descent::Objective& objective, const descent::Settings& settings,
                       const descent::Trajectory& trajectory, Verdict& verdict,
                       const std::stop_token& stop) {
    const double x = verdict.last.at[0];
    const bool level = verdict.last.gradient[0] == 0;
    const Footing footing = footingAt(objective, settings, x, stop);
    Aftermath after = aftermath(objective, settings, trajectory, minimumIn(footing));
    if (after.leaves) markLeaving(verdict.finish);
    // The factor of its steps tells of plain gradient descent whether it stays.
    if (descent::isPlain(settings)) after.departure.reset();
    if (const auto* ground = std::get_if<Ground>(&footing)) {
        Standstill standstill{*ground, level, {}, after.departure};
        const double error = objective.slopeError(x);
        if (error > settings.tolerance) standstill.slopeError = error;
        return standstill;
    }
    Arrival arrival;
    arrival.point = std::get<StationaryPoint>(footing);
    arrival.distance = std::abs(x - arrival.point.x);
    arrival.level = level;
    arrival.factor = descent::gradientResponse(settings.alpha, arrival.point.curvature).factor;
    arrival.moves = after.moves;
    arrival.departure = after.departure;
    judgeCourse(arrival, x, verdict.before.at[0]);
    return arrival;
}

Finding judgeByOutcome(const descent::Objective& objective, const descent::Settings& settings,
                       const descent::Trajectory& trajectory, Verdict& verdict,
                       const std::optional<Continuation>& ahead, const std::stop_token& stop) {
    switch (verdict.outcome) {
        case descent::Outcome::Converged:
            return judgeConverged(objective, settings, trajectory, verdict, stop);
        case descent::Outcome::MaxIterations:
            return judgeUnfinished(objective, settings, trajectory, *ahead, stop);
        case descent::Outcome::Diverged:
            return judgeDiverged(objective, settings, trajectory, verdict.crossing, stop);
        case descent::Outcome::Stalled:
            return judgeStalled(objective, settings, trajectory);
        case descent::Outcome::LeftDomain:
            return Exit{lackAt(objective, verdict.last.at[0], verdict.last.value)};
        case descent::Outcome::OutOfMemory:
            break;
    }
    return Shortage{};
}

/// The same extremum as it was found among those in view.
std::optional<StationaryPoint> sightOf(const StationaryPoint& own,
                                       const std::vector<StationaryPoint>& inView) {
    const auto seen = nearestExtremum(inView, own.kind, own.x);
    return seen && same(seen->x, own.x) ? seen : std::nullopt;
}

/// What was found out about the cost, of f.
void tell(const descent::Objective& objective, Finding& finding) {
    const auto turn = [&](StationaryPoint& point) { point = told(objective, point); };
    const auto turnAll = [&](auto& found) {
        if constexpr (requires { found.overshoot; }) {
            if (found.overshoot.point) turn(*found.overshoot.point);
        }
    };
    std::visit(turnAll, finding);
    if (auto* arrival = std::get_if<Arrival>(&finding)) turn(arrival->point);
    if (auto* rattle = std::get_if<Rattle>(&finding); rattle && rattle->point) turn(*rattle->point);
    if (auto* crawl = std::get_if<Crawl>(&finding)) {
        if (auto* point = std::get_if<StationaryPoint>(&crawl->goal)) turn(*point);
    }
}

/// Of a run that there was no memory for.
Verdict shortage(const descent::Objective& objective, descent::Outcome outcome) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> nowhere(objective.variables(), unknown);
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.finding = Shortage{};
    verdict.last = {0, descent::Point(nowhere), unknown, descent::Point(nowhere)};
    verdict.before = verdict.last;
    if (objective.variables() > 1) verdict.inPlane = PlaneFinding{PlaneShortage{}};
    return verdict;
}

}  // namespace

std::optional<double> sufficientTolerance(double slope) {
    constexpr double largest = 1;
    slope *= 1 + 1e-9;
    const double unit = std::pow(10, std::floor(std::log10(slope)) - 1);
    const double above = std::ceil(slope / unit) * unit;
    return above <= largest ? std::optional(above) : std::nullopt;
}

Lack lackAt(const descent::Objective& objective, double x, double value) {
    if (objective.overflows(x)) return Lack::Numbers;
    return std::isnan(value) ? Lack::Value : Lack::Slope;
}

Verdict judge(const descent::Objective& objective, const descent::Settings& settings,
              const descent::Trajectory& trajectory, descent::Outcome outcome,
              const std::vector<StationaryPoint>& inView, const std::stop_token& stop,
              const std::vector<StationaryPlace>& places) {
    if (trajectory.empty()) return shortage(objective, outcome);
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.last = trajectory.last();
    verdict.before = trajectory[trajectory.size() < 2 ? 0 : trajectory.size() - 2];
    verdict.steps = verdict.last.iteration;
    verdict.finish = finishOf(settings, trajectory, stop);
    if (verdict.last.at.size() > 1) {
        verdict.inPlane =
            judgeInPlane({objective, settings, trajectory, outcome, places, stop}, verdict.finish);
        return verdict;
    }
    verdict.crossing = firstCrossing(objective, trajectory, stop);
    std::optional<Continuation> ahead;
    if (outcome == descent::Outcome::MaxIterations)
        ahead = continued(objective, settings, trajectory.state(trajectory.size() - 1));
    verdict.finding = judgeByOutcome(objective, settings, trajectory, verdict, ahead, stop);
    verdict.remarks = remarksOn({objective, settings, trajectory, verdict, ahead, stop});
    descent::State start;
    start.at = trajectory[0].at;
    advise(objective, settings, start, verdict, stop);
    tell(objective, verdict.finding);
    compare(verdict, settings.direction, inView);
    return verdict;
}

void compare(Verdict& verdict, descent::Direction direction,
             const std::vector<StationaryPoint>& inView) {
    auto* arrival = std::get_if<Arrival>(&verdict.finding);
    const StationaryKind kind = sought(direction);
    if (!arrival || arrival->point.kind != kind) return;
    arrival->rank = Arrival::Rank::Unknown;
    arrival->better.reset();
    const auto seen = sightOf(arrival->point, inView);
    if (!seen) return;
    arrival->rank = isAlone(*seen, inView) ? Arrival::Rank::Alone : Arrival::Rank::Best;
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    for (const StationaryPoint& other : inView) {
        if (other.kind != kind || other.x == seen->x) continue;
        if (tied(other, *seen)) {
            if (!isLimit(other.shape) && arrival->rank == Arrival::Rank::Best)
                arrival->rank = Arrival::Rank::Tied;
        } else if (sign * other.value < sign * seen->value) {
            arrival->rank = Arrival::Rank::Beaten;
            if (!arrival->better || sign * other.value < sign * arrival->better->value)
                arrival->better = other;
        }
    }
}

std::optional<StationaryPoint> landmark(const std::vector<StationaryPoint>& inView,
                                        descent::Direction direction, double start,
                                        const std::optional<Verdict>& verdict) {
    const StationaryKind kind = sought(direction);
    const auto point = verdict ? pointOf(*verdict) : std::nullopt;
    if (point && point->kind == kind) {
        const auto seen = sightOf(*point, inView);
        return seen ? seen : point;
    }
    const bool near = verdict && verdict->outcome != descent::Outcome::Diverged &&
                      verdict->outcome != descent::Outcome::OutOfMemory;
    return nearestExtremum(inView, kind, near ? verdict->last.at[0] : start);
}

}  // namespace insight
