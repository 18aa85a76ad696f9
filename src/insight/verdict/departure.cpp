// SPDX-License-Identifier: GPL-3.0-or-later
//
// How runs go on that came within the tolerance, and where others end that do not come to rest.
#include <algorithm>
#include <cmath>

#include "insight/closeby.h"
#include "insight/verdict/laststeps.h"
#include "insight/verdict/motion.h"

namespace insight {

std::optional<Sequel> sequelOf(const descent::Objective& objective, const Continuation& run) {
    if (run.outcome == descent::Outcome::MaxIterations ||
        run.outcome == descent::Outcome::Converged)
        return std::nullopt;
    const descent::Step end = run.steps.last();
    const bool left = run.outcome == descent::Outcome::LeftDomain;
    std::size_t steps = run.steps.size() - 1;
    // What the method remembers may go on changing where x does not.
    if (run.outcome == descent::Outcome::Stalled)
        while (steps > 0 && run.steps.x(steps - 1) == end.at[0]) --steps;
    return Sequel{run.outcome, static_cast<std::int64_t>(steps),
                  left ? lackAt(objective, end.at[0], end.value) : Lack::Value};
}

namespace {

/// Whether the last iterates come back to within that after so many steps.
bool comesBack(const descent::Trajectory& run, std::size_t period, double slack) {
    for (std::size_t back = 1; back <= period; ++back) {
        const double now = run.x(run.size() - back);
        if (!(std::abs(now - run.x(run.size() - back - period)) <= slack)) return false;
    }
    return true;
}

}  // namespace

std::optional<Swing> swingAtEnd(const descent::Settings& settings, const Continuation& run) {
    constexpr std::size_t turns = 16;
    constexpr double exact = 1e-7;  // of the width
    constexpr double alike = 1e-6;
    constexpr double steady = 1e-4;
    if (settings.noise.sigma > 0 || !descent::isConstant(settings.schedule)) return std::nullopt;
    if (run.outcome != descent::Outcome::MaxIterations) return std::nullopt;
    const descent::Trajectory before = run.steps.prefix(run.steps.size() / 4 * 3);
    for (std::size_t period = 2; period <= longestPeriod; ++period) {
        if (run.steps.size() < turns * period) break;
        const Range late = extent(run.steps, period);
        if (!(late.width() > 0) || !comesBack(run.steps, period, exact * late.width())) continue;
        if (!remembersAlike(run.steps, period, alike)) return std::nullopt;
        const Range early = extent(before, period);
        const double slack = steady * late.width();
        if (std::abs(late.low - early.low) > slack || std::abs(late.high - early.high) > slack)
            return std::nullopt;
        return Swing{static_cast<int>(period), late};
    }
    return std::nullopt;
}

std::optional<Finding> swingingOn(const descent::Objective& objective,
                                  const descent::Settings& settings,
                                  const descent::Trajectory& trajectory, const Continuation& ahead,
                                  const std::stop_token& stop) {
    constexpr double exact = 1e-6;  // of the width
    const auto found = swingAtEnd(settings, ahead);
    if (!found) return std::nullopt;
    const auto turn = static_cast<std::size_t>(found->period);
    const Range now = extent(trajectory, turn);
    const double slack = exact * found->extent.width();
    const bool here = trajectory.size() > 2 * turn &&
                      std::abs(now.low - found->extent.low) <= slack &&
                      std::abs(now.high - found->extent.high) <= slack;
    Cycle cycle{placesIn(ahead.steps, found->period), found->extent, !here};
    cycle.overshoot.point = pointWithin(objective, found->extent, stop);
    return cycle;
}

namespace {

/// What a run comes to that was gone on with, but for its last step where that is an end.
Departure excursion(const descent::Trajectory& steps, std::size_t known) {
    Departure found;
    found.ahead = static_cast<std::int64_t>(known) - 1;
    for (std::size_t n = 1; n < known; ++n) {
        const double slope = std::abs(steps.slope(n));
        if (slope > found.slope) {
            found.slope = slope;
            found.steps = static_cast<std::int64_t>(n);
        }
        found.distance = std::fmax(found.distance, std::abs(steps.x(n) - steps.x(0)));
    }
    return found;
}

/// Whether x gets far from the minimum, else from its place, as one sees it who saw the run.
bool getsFar(const descent::Trajectory& run, const Departure& departure,
             const descent::Trajectory& ahead, const std::optional<StationaryPoint>& minimum) {
    constexpr double far = 1e-2;      // of the extent of the run
    constexpr double visible = 1e-4;  // about one
    const double x = ahead.x(0);
    const double size = std::max(1.0, std::abs(x));
    const double least = far * (run.size() > 1 ? extent(run, run.size()).width() : size);
    if (!minimum) return departure.distance > least;
    const double reached = std::abs(x - minimum->x);
    double farthest = 0;
    for (std::int64_t n = 1; n <= departure.ahead; ++n)
        farthest = std::fmax(farthest, std::abs(ahead.x(static_cast<std::size_t>(n)) - minimum->x));
    return (farthest > 2 * reached && farthest > least) ||
           (farthest > 10 * reached && farthest > visible * size);
}

/// From which step on |f'| is within the tolerance, for at least as many; 0 where that is by
/// chance.
std::int64_t stepsBack(const descent::Settings& settings, const Continuation& run) {
    const descent::Trajectory& steps = run.steps;
    const bool ended = run.outcome == descent::Outcome::Stalled;
    if (settings.noise.sigma > 0) return 0;
    std::size_t back = steps.size();
    while (back > 1 && std::abs(steps.slope(back - 1)) < settings.tolerance) --back;
    const bool stays = ended ? back < steps.size() : 2 * back <= steps.size();
    return stays ? static_cast<std::int64_t>(back) : 0;
}

}  // namespace

Aftermath aftermath(const descent::Objective& objective, const descent::Settings& settings,
                    const descent::Trajectory& run, const std::optional<StationaryPoint>& minimum) {
    constexpr double farOut = 100;    // times the tolerance
    constexpr double out = 2;         // the same, where it does not come back
    constexpr double roundings = 64;  // at a corner one is enough
    constexpr double elsewhere = 0.1;
    descent::Settings endless = settings;
    endless.tolerance = 0;
    const Continuation ahead = continued(objective, endless, run.state(run.size() - 1));
    const descent::Trajectory& steps = ahead.steps;
    auto sequel = sequelOf(objective, ahead);
    if (sequel && sequel->outcome == descent::Outcome::Stalled) sequel.reset();
    Departure found = excursion(steps, steps.size() - (sequel ? 1 : 0));
    const bool moves = sequel || found.distance > 0;
    const bool farther = found.distance > roundings * spacing(steps.x(0));
    found.outside = sequel || found.slope >= settings.tolerance;
    if (found.outside && !sequel) found.back = stepsBack(settings, ahead);
    const bool isOut = found.slope > farOut * settings.tolerance ||
                       (found.slope > out * settings.tolerance && found.back == 0);
    const bool leaves = found.outside && (sequel || farther);
    if (!sequel && !(farther && (isOut || getsFar(run, found, steps, minimum))))
        return {moves, leaves};
    found.sequel = sequel;
    if (const double end = steps.last().at[0];
        found.back > 0 && std::abs(end - steps.x(0)) > elsewhere * found.distance)
        found.place = steps.x(static_cast<std::size_t>(found.back));
    found.swing = swingAtEnd(settings, ahead);
    if (found.swing) found.swing->period = placesIn(ahead.steps, found.swing->period);
    return {moves, leaves, found};
}

}  // namespace insight
