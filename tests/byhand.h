// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include "descent/descent.h"

/// Plain gradient descent in one variable as one writes it down, to hold the program's loop
/// against: nothing is shared with that but the evaluation of f and f'.
namespace byhand {

inline descent::Step at(const descent::Objective& objective, std::int64_t iteration, double x) {
    return {iteration, x, objective.told(objective.value(x)), objective.told(objective.slope(x))};
}

inline descent::Step begin(const descent::Objective& objective, double start) {
    return at(objective, 0, start);
}

inline double target(const descent::Settings& settings, const descent::Step& step) {
    const bool down = settings.direction == descent::Direction::Descend;
    return step.at[0] + (down ? -settings.alpha : settings.alpha) * step.gradient[0];
}

inline descent::Step next(const descent::Objective& objective, const descent::Settings& settings,
                          const descent::Step& step) {
    return at(objective, step.iteration + 1, target(settings, step));
}

inline std::optional<descent::Outcome> outcome(const descent::Settings& settings,
                                               const descent::Step& step) {
    using descent::Outcome;
    const double slope = std::abs(step.gradient[0]);
    if (std::abs(step.at[0]) > descent::divergenceBound || std::isinf(step.value) ||
        std::isinf(slope))
        return Outcome::Diverged;
    if (std::isnan(step.value) || std::isnan(slope)) return Outcome::LeftDomain;
    if (slope < settings.tolerance) return Outcome::Converged;
    if (target(settings, step) == step.at[0]) return Outcome::Stalled;
    if (step.iteration >= settings.maxIterations) return Outcome::MaxIterations;
    return std::nullopt;
}

}  // namespace byhand
