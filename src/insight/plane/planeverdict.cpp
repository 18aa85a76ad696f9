// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/planeverdict.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include "insight/plane/kind.h"
#include "insight/plane/planejudging.h"
#include "insight/plane/principal.h"
#include "insight/plane/rates.h"
#include "insight/plane/survey.h"

namespace insight {

using descent::Point;

namespace {

/// Whether two searches found the same place.
bool isSame(const StationaryPlace& one, const StationaryPlace& other) {
    return descent::distance(one.at, other.at) <= 1e-6 * std::fmax(1, largest(other.at));
}

PlaneEnd judgeConverged(const PlaneRun& run, Finish& finish) {
    const Point end = run.trajectory.last().at;
    const auto place = restAt(run, end);
    const bool atGoal = place && isSought(*place, run.settings.direction);
    PlaneAftermath after = aftermath(run, atGoal ? place : std::nullopt);
    if (after.leaves) markLeaving(finish);
    if (!place) return PlaneStandstill{after.departure};
    PlaneArrival arrival;
    arrival.place = *place;
    arrival.distance = descent::distance(end, place->at);
    arrival.rates = ratesAt(run.settings, *place);
    if (!atGoal && !after.departure) arrival.nudge = nudged(run, *place);
    arrival.departure = std::move(after.departure);
    return arrival;
}

PlaneExit exitOf(const PlaneRun& run) {
    constexpr double huge = 1e100;
    const std::size_t size = run.trajectory.size();
    const descent::Step before = run.trajectory[size < 2 ? 0 : size - 2];
    const Point end = run.trajectory.last().at;
    PlaneExit exit{!std::isnan(run.trajectory.last().value)};
    exit.afterHuge =
        std::abs(before.value) > huge || largest(before.gradient) > huge || largest(end) > huge;
    return exit;
}

PlaneEnd judgeEnd(const PlaneRun& run, Finish& finish) {
    switch (run.outcome) {
        case descent::Outcome::Converged:
            return judgeConverged(run, finish);
        case descent::Outcome::MaxIterations:
            return judgeUnfinished(run);
        case descent::Outcome::Stalled:
            return judgeStalled(run);
        case descent::Outcome::Diverged:
            return judgeDiverged(run);
        case descent::Outcome::LeftDomain:
            return exitOf(run);
        case descent::Outcome::OutOfMemory:
            break;
    }
    return PlaneShortage{};
}

/// Whether they are equally good as far as f tells.
bool tied(const StationaryPlace& one, const StationaryPlace& other) {
    constexpr double exact = 1e-9;
    const double size = std::fmax(std::abs(one.value), std::abs(other.value));
    return std::abs(one.value - other.value) <= exact * std::fmax(size, 1e-3);
}

std::optional<StationaryPlace> placeIn(const PlaneArrival& arrival) {
    return arrival.place;
}

template <typename Case>
std::optional<StationaryPlace> placeIn(const Case& found) {
    if constexpr (requires { found.about; }) return found.about;
    if constexpr (requires { found.goal; }) return found.goal;
    return std::nullopt;
}

constexpr double never = std::numeric_limits<double>::infinity();

template <typename Case>
double stepsIn(const Case& found) {
    if constexpr (requires { found.remaining; }) return found.remaining;
    if constexpr (requires { found.sequel; })
        return found.sequel ? static_cast<double>(found.sequel->steps) : 0;
    return never;
}

}  // namespace

PlaneFinding judgeInPlane(const PlaneRun& run, Finish& finish) {
    PlaneFinding finding{judgeEnd(run, finish)};
    if (!endAs<PlaneCycle>(finding)) finding.zigzag = zigzagOf(run);
    finding.delay = delayOf(run);
    compare(finding, run.settings.direction, run.inView);
    return finding;
}

void compare(PlaneFinding& finding, descent::Direction direction,
             const std::vector<StationaryPlace>& inView) {
    auto* arrival = std::get_if<PlaneArrival>(&finding.end);
    if (!arrival) return;
    using Rank = PlaneArrival::Rank;
    arrival->rank = Rank::Unknown;
    arrival->better.reset();
    const StationaryPlace& own = arrival->place;
    const auto isOwn = [&](const StationaryPlace& place) { return isSame(own, place); };
    if (!isSought(own, direction) || std::ranges::none_of(inView, isOwn)) return;
    arrival->rank = Rank::Alone;
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    for (const StationaryPlace& other : inView) {
        if (!isSought(other, direction) || isOwn(other)) continue;
        if (tied(own, other)) {
            if (arrival->rank != Rank::Beaten) arrival->rank = Rank::Tied;
        } else if (sign * other.value < sign * own.value) {
            arrival->rank = Rank::Beaten;
            if (!arrival->better || sign * other.value < sign * arrival->better->value)
                arrival->better = other;
        } else if (arrival->rank == Rank::Alone) {
            arrival->rank = Rank::Best;
        }
    }
}

std::optional<StationaryPlace> placeOf(const PlaneFinding& finding) {
    return std::visit([](const auto& found) { return placeIn(found); }, finding.end);
}

double furtherSteps(const PlaneFinding& finding) {
    return std::visit([](const auto& found) { return stepsIn(found); }, finding.end);
}

}  // namespace insight
