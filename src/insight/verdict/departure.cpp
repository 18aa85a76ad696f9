// SPDX-License-Identifier: GPL-3.0-or-later
//
// How runs go on that came within the tolerance, and where others end that do not come to rest.
#include <algorithm>
#include <cmath>
#include <utility>

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

/// Whether what the method remembers comes back, too, to that part of its size: what fades ends a
/// swing some day.
bool remembersAlike(const descent::Trajectory& run, std::size_t period, double part) {
    const descent::State now = run.state(run.size() - 1);
    const descent::State then = run.state(run.size() - 1 - period);
    for (std::size_t i = 0; i < now.memory.size() && now.memory[i].size() > 0; ++i) {
        const double change = std::abs(now.memory[i][0] - then.memory[i][0]);
        if (!(change <= part * std::abs(now.memory[i][0]))) return false;
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
    Cycle cycle{found->period, found->extent, !here};
    cycle.overshoot.point = pointWithin(objective, found->extent, stop);
    return cycle;
}

std::optional<Departure> departure(const descent::Objective& objective,
                                   const descent::Settings& settings, const descent::State& end) {
    constexpr double far = 100;       // times the tolerance
    constexpr double roundings = 64;  // at a corner one is enough
    descent::Settings endless = settings;
    const double tolerance = std::exchange(endless.tolerance, 0);
    const Continuation run = continued(objective, endless, end);
    const descent::Trajectory& steps = run.steps;
    Departure found;
    for (std::size_t n = 1; n < steps.size(); ++n) {
        const double slope = std::abs(steps.slope(n));
        if (slope > found.slope) found = {static_cast<std::int64_t>(n), slope, found.distance};
        found.distance = std::fmax(found.distance, std::abs(steps.x(n) - steps.x(0)));
    }
    const auto sequel = sequelOf(objective, run);
    const bool leaves = sequel && sequel->outcome != descent::Outcome::Stalled;
    const double rounding = roundings * spacing(end.at[0]);
    if (!leaves && !(found.slope > far * tolerance && found.distance > rounding))
        return std::nullopt;
    if (leaves) found.sequel = sequel;
    std::size_t back = steps.size();
    while (back > 1 && std::abs(steps.slope(back - 1)) < tolerance) --back;
    if (back < steps.size()) found.back = static_cast<std::int64_t>(back);
    found.swing = swingAtEnd(settings, run);
    return found;
}

}  // namespace insight
