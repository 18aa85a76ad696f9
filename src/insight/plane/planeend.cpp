// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs of several variables that stand still, or diverged.
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/plane/planejudging.h"
#include "insight/plane/principal.h"
#include "insight/plane/rates.h"
#include "insight/plane/survey.h"
#include "insight/verdict/laststeps.h"
#include "insight/verdict/unmoved.h"

namespace insight {

using descent::Point;

namespace {

/// Whether the decay alone would move it visibly: then the gradient takes that back.
bool isBalanced(const descent::Settings& settings, const Point& at, double alpha) {
    const auto* decaying = std::get_if<descent::AdamW>(&settings.method);
    const double rounding = std::numeric_limits<double>::epsilon();
    return decaying && alpha * decaying->decay > rounding && largest(at) > 0;
}

/// Whether the first step that a search tries is no loss to rounding.
bool triesVisibleSteps(const descent::State& state, double alpha) {
    for (std::size_t i = 0; i < state.at.size(); ++i) {
        if (state.at[i] - alpha * state.gradient[i] != state.at[i]) return true;
    }
    return false;
}

PlaneStall::Cause causeOf(const PlaneRun& run, const descent::State& state, double alpha) {
    using Cause = PlaneStall::Cause;
    const bool searches =
        std::visit([](const auto& rule) { return rule.searches; }, run.settings.method);
    if (overflows(state)) return Cause::Overflow;
    if (movesUnscheduled(run.objective, run.settings, state)) return Cause::Schedule;
    if (isBalanced(run.settings, state.at, alpha)) return Cause::Balance;
    return searches && triesVisibleSteps(state, alpha) ? Cause::Refusal : Cause::Rounding;
}

bool diverges(const PlaneRun& run, const Point& from) {
    descent::State start;
    start.at = from;
    const Continuation ahead = continued(run.objective, run.settings, start);
    return ahead.outcome == descent::Outcome::Diverged ||
           (ahead.outcome == descent::Outcome::MaxIterations &&
            growsAside(run.objective, Path(ahead.steps), ahead.steps.size()));
}

/// The place in view nearest to one that a run looks for.
std::optional<StationaryPlace> nearestIn(const PlaneRun& run, const Point& near) {
    std::optional<StationaryPlace> nearest;
    for (const StationaryPlace& place : run.inView) {
        if (!isSought(place, run.settings.direction)) continue;
        if (!nearest || descent::distance(place.at, near) < descent::distance(nearest->at, near))
            nearest = place;
    }
    return nearest;
}

}  // namespace

PlaneStall judgeStalled(const PlaneRun& run) {
    const Path path(run.trajectory);
    const std::size_t last = path.size() - 1;
    std::size_t since = last;
    while (since > 0 && path.distance(since - 1, last) == 0) --since;
    PlaneStall stall;
    stall.since = static_cast<std::int64_t>(since);
    stall.alpha = run.trajectory.alpha(since);
    stall.cause = causeOf(run, run.trajectory.state(last), stall.alpha);
    return stall;
}

std::optional<Repelling> repelling(const PlaneRun& run, const Point& near) {
    constexpr double close = 1e-3;
    if (!descent::isPlain(run.settings)) return std::nullopt;
    auto place = stationaryPlaceNear(run.objective, near);
    if (!place || !isSought(*place, run.settings.direction)) place = nearestIn(run, near);
    if (!place) return std::nullopt;
    const auto rates = ratesAt(run.settings, *place);
    if (!rates || descent::shrinks(rates->fastest)) return std::nullopt;
    const bool descends = run.settings.direction == descent::Direction::Descend;
    const Point& steepest = descends ? place->directions.back() : place->directions.front();
    const double far = close * std::fmax(1, largest(place->at));
    for (const double side : {-far, far}) {
        if (!diverges(run, moved(place->at, steepest, side))) return std::nullopt;
    }
    return Repelling{*place, rates};
}

PlaneDivergence judgeDiverged(const PlaneRun& run) {
    using End = PlaneDivergence::End;
    const descent::Step last = run.trajectory.last();
    PlaneDivergence found;
    if (std::ranges::any_of(last.at, [](double value) { return !std::isfinite(value); })) {
        found.end = End::Beyond;
    } else if (!(descent::norm(last.at) > descent::divergenceBound)) {
        found.end = End::Infinite;
    }
    const std::size_t size = run.trajectory.size();
    const descent::Trajectory before = run.trajectory.prefix(size - 1);
    found.improving = size > 2 && falls(run.objective, before, size);
    if (found.improving || size < 2) return found;
    if (const auto about = repelling(run, run.trajectory[0].at)) {
        found.about = about->place;
        found.rates = about->rates;
    }
    return found;
}

}  // namespace insight
