// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that stand still.
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/closeby.h"
#include "insight/verdict/motion.h"
#include "insight/verdict/unmoved.h"

namespace insight {

namespace {

/// Whether the slope changes its sign in a leap at x: closer by, it is no smaller on either side.
bool isKink(const descent::Objective& objective, double x) {
    const double far = 1e-10 * std::max(1.0, std::abs(x));
    const auto keeps = [&](double side) {
        return std::abs(objective.slope(x + side / 2)) > 0.9 * std::abs(objective.slope(x + side));
    };
    return objective.slope(x - far) * objective.slope(x + far) < 0 && keeps(-far) && keeps(far);
}

/// Whether the longest step that does not visibly make f worse would gain no more than rounding of
/// f may hide.
bool hidesGains(const descent::Objective& objective, double x, const Stall& stall) {
    constexpr double visible = 4;
    const double slope = objective.slope(x);
    const double least = objective.value(x) + visible * stall.valueError;
    for (double length = stall.alpha; length * std::abs(slope) > stall.spacing; length /= 2) {
        if (objective.value(x - length * slope) <= least)
            return length * slope * slope <= 2 * visible * stall.valueError;
    }
    return false;
}

/// Whether the decay alone would move it visibly: then the slope takes that back.
bool isBalanced(const descent::Settings& settings, double x, const Stall& stall) {
    const auto* decaying = std::get_if<descent::AdamW>(&settings.method);
    return decaying && stall.alpha * decaying->decay * std::abs(x) > stall.spacing / 2;
}

Stall::Cause causeOf(const descent::Objective& objective, const descent::Settings& settings,
                     const descent::State& state, const Stall& stall) {
    using Cause = Stall::Cause;
    const bool searches =
        std::visit([](const auto& rule) { return rule.searches; }, settings.method);
    if (overflows(state)) return Cause::Overflow;
    if (isBalanced(settings, state.at[0], stall)) return Cause::Balance;
    if (movesUnscheduled(objective, settings, state)) return Cause::Schedule;
    if (!searches || !(stall.step > stall.spacing)) return Cause::Rounding;
    return hidesGains(objective, state.at[0], stall) ? Cause::Hidden : Cause::Refusal;
}

}  // namespace

bool standsStill(const Continuation& ahead) {
    for (std::size_t n = 1; n < ahead.steps.size(); ++n) {
        if (ahead.steps.x(n) != ahead.steps.x(0)) return false;
    }
    return ahead.outcome == descent::Outcome::MaxIterations ||
           ahead.outcome == descent::Outcome::Stalled;
}

Stall judgeStalled(const descent::Objective& objective, const descent::Settings& settings,
                   const descent::Trajectory& trajectory) {
    const descent::State state = trajectory.state(trajectory.size() - 1);
    const double x = state.at[0];
    const double slope = descent::norm(state.gradient);
    Stall stall;
    stall.since = state.iteration;
    while (stall.since > 0 && trajectory.x(static_cast<std::size_t>(stall.since) - 1) == x)
        --stall.since;
    stall.alpha = trajectory.alpha(static_cast<std::size_t>(stall.since));
    stall.valueError = objective.valueError(x);
    stall.spacing =
        std::nextafter(std::abs(x), std::numeric_limits<double>::infinity()) - std::abs(x);
    stall.step = stall.alpha * slope;
    stall.cause = causeOf(objective, settings, state, stall);
    stall.stretches = stall.cause == Stall::Cause::Schedule &&
                      trajectory.alpha(trajectory.size() - 1) == 0 &&
                      std::holds_alternative<descent::Cosine>(settings.schedule);
    const double error = objective.slopeError(x, stall.spacing);
    stall.level = slope <= error && !isKink(objective, x);
    if (error > settings.tolerance) stall.slopeError = error;
    stall.tolerance = sufficientTolerance(slope);
    return stall;
}

}  // namespace insight
