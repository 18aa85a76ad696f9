// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include "descent/objective.h"
#include "descent/point.h"

namespace descent {

/// Whether the step goes against the gradient or along it.
enum class Direction { Descend, Ascend };

/// Why a run ended. Checked before each step, in this order, but for the last.
enum class Outcome {
    Diverged,       ///< |x| > divergenceBound, or x, f or f' is infinite
    LeftDomain,     ///< f or f' is NaN at a finite x
    Converged,      ///< |f'(x)| < tolerance
    Stalled,        ///< the next x equals this one: the step is lost to rounding
    MaxIterations,  ///< the limit was reached first
    OutOfMemory  ///< the computer had no memory for the next step, perhaps not even for the first
};

inline constexpr double divergenceBound = 1e12;
inline constexpr double smallestAlpha = 1e-6;
inline constexpr double largestAlpha = 10;
inline constexpr std::int64_t mostIterations = 1'000'000;

struct Settings {
    double alpha = 0.02;               ///< learning rate, > 0
    std::int64_t maxIterations = 200;  ///< 1 to mostIterations
    double tolerance = 1e-6;           ///< on the norm of the gradient, > 0
    Direction direction = Direction::Descend;

    bool operator==(const Settings&) const = default;
};

/// One iteration: where it is, and what the objective says there.
struct Step {
    std::int64_t iteration = 0;
    Point at;
    double value = 0;  ///< f
    Point gradient;    ///< f'
};

/// The step at a point, by its number.
inline Step evaluated(const Objective& objective, std::int64_t iteration, Point at) {
    return {iteration, at, objective.value(at), objective.gradient(at)};
}

/// Iteration 0.
inline Step begin(const Objective& objective, Point start) {
    return evaluated(objective, 0, start);
}

/// The point after this step: x - α f'(x), or x + α f'(x) when ascending.
inline Point target(const Settings& settings, const Step& step) {
    const double factor =
        settings.direction == Direction::Descend ? -settings.alpha : settings.alpha;
    return {step.at.x + factor * step.gradient.x, step.at.y + factor * step.gradient.y};
}

/// The outcome when the run ends at this step; nothing when it goes on.
inline std::optional<Outcome> outcome(const Settings& settings, const Step& step) {
    const double slope = norm(step.gradient);
    if (norm(step.at) > divergenceBound || std::isinf(step.value) || std::isinf(slope))
        return Outcome::Diverged;
    if (std::isnan(step.value) || std::isnan(slope)) return Outcome::LeftDomain;
    if (slope < settings.tolerance) return Outcome::Converged;
    if (target(settings, step) == step.at) return Outcome::Stalled;
    if (step.iteration >= settings.maxIterations) return Outcome::MaxIterations;
    return std::nullopt;
}

/// The step after this one. Pure: equal arguments give equal results.
inline Step next(const Objective& objective, const Settings& settings, const Step& step) {
    return evaluated(objective, step.iteration + 1, target(settings, step));
}

}  // namespace descent
