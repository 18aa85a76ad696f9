// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/descent.h"

#include <cmath>

namespace core {

namespace {

Step evaluated(const Objective& objective, std::int64_t iteration, Point at) {
    return {iteration, at, objective.value(at), objective.gradient(at)};
}

bool diverged(const Step& step) {
    return norm(step.at) > divergenceBound || std::isinf(step.value) ||
           std::isinf(step.gradient.x) || std::isinf(step.gradient.y);
}

bool leftDomain(const Step& step) {
    return std::isnan(step.value) || std::isnan(step.gradient.x) || std::isnan(step.gradient.y);
}

}  // namespace

Step begin(const Objective& objective, Point start) {
    return evaluated(objective, 0, start);
}

std::optional<Outcome> outcome(const Settings& settings, const Step& step) {
    if (diverged(step)) return Outcome::Diverged;
    if (leftDomain(step)) return Outcome::LeftDomain;
    if (norm(step.gradient) < settings.tolerance) return Outcome::Converged;
    if (target(settings, step) == step.at) return Outcome::Stalled;
    if (step.iteration >= settings.maxIterations) return Outcome::MaxIterations;
    return std::nullopt;
}

Step next(const Objective& objective, const Settings& settings, const Step& step) {
    return evaluated(objective, step.iteration + 1, target(settings, step));
}

}  // namespace core
