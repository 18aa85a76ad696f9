// SPDX-License-Identifier: GPL-3.0-or-later
//
// Learning rates that were tried.
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/foresight.h"
#include "insight/survey.h"
#include "insight/verdict/motion.h"

namespace insight {

namespace {

/// Where a run came to rest, if that is close to what it looks for, and not by chance.
std::optional<Advice> arrival(const descent::Objective& objective,
                              const descent::Settings& settings, const Continuation& run,
                              const std::stop_token& stop) {
    constexpr double visible = 1e-4;
    if (run.outcome != descent::Outcome::Converged) return std::nullopt;
    const descent::Step end = run.steps.last();
    const auto point = minimumIn(footingAt(objective, settings, end.at[0], stop));
    if (!point) return std::nullopt;
    if (!descent::isPlain(settings)) {
        if (aftermath(objective, settings, run.steps, point).departure) return std::nullopt;
    } else {
        const auto limit = fork(*point);
        const bool chance =
            limit ? settings.alpha >= *limit : isCorner(point->shape) && end.gradient[0] == 0;
        if (chance) return std::nullopt;
    }
    const double x = end.at[0];
    const double distance = std::abs(x - point->x);
    return Advice{settings.alpha, distance <= visible ? point->x : x, end.iteration,
                  distance <= visible * std::max(1.0, std::abs(x))};
}

/// The largest of 10, 5, 2, 1, 0.5, … between these two with which the run arrives; nothing where
/// the largest thirty do not.
std::optional<Advice> restingAlpha(const descent::Objective& objective,
                                   const descent::Settings& settings, const descent::State& start,
                                   double over, double below, const std::stop_token& stop) {
    constexpr int tries = 30;
    descent::Settings tried = settings;
    int left = tries;
    for (int decade = static_cast<int>(std::floor(std::log10(below)));; --decade) {
        for (const int digit : {5, 2, 1}) {
            // Divided: 2 times 10⁻⁷ is not the number nearest to 2e-7.
            tried.alpha = decade < 0 ? digit / std::pow(10, -decade) : digit * std::pow(10, decade);
            if (!(tried.alpha < below)) continue;
            if (!(tried.alpha > over) || left-- == 0 || stop.stop_requested()) return std::nullopt;
            const Continuation run = continued(objective, tried, start);
            if (const auto found = arrival(objective, tried, run, stop)) return found;
        }
    }
}

/// Whether every step of a method is as long as α makes it: of these only the first one is, or the
/// first that is tried.
bool goesByAlpha(const descent::Method& method) {
    return !std::holds_alternative<descent::RProp>(method) &&
           !std::holds_alternative<descent::BarzilaiBorwein>(method) &&
           !std::holds_alternative<descent::Backtracking>(method);
}

/// Whether a smaller α may bring more than a narrower swing.
bool mayRest(const Overshoot& overshoot) {
    return !overshoot.point ||
           (overshoot.point->shape != Shape::Corner && overshoot.point->shape != Shape::Steep);
}

template <typename Case>
bool asksForSmaller(const Case& found) {
    if constexpr (requires { found.overshoot; }) return mayRest(found.overshoot);
    return false;
}

bool asksForSmaller(const Cycle& cycle) {
    return mayRest(cycle.overshoot) && !cycle.inRounding;
}

bool asksForSmaller(const Divergence& divergence) {
    return !divergence.unbounded;
}

bool asksForSmaller(const Motion& motion) {
    return motion.trend == Motion::Trend::Uneven && !motion.sequel;
}

/// Where it stands in what was found.
template <typename Case>
std::optional<Advice>* adviceIn(Case& found) {
    if constexpr (requires { found.overshoot; }) return &found.overshoot.advice;
    if constexpr (requires { found.advice; }) return &found.advice;
    return nullptr;
}

}  // namespace

void advise(const descent::Objective& objective, const descent::Settings& settings,
            const descent::State& start, Verdict& verdict, const std::stop_token& stop) {
    if (!goesByAlpha(settings.method)) return;
    if (auto* stall = std::get_if<Stall>(&verdict.finding)) {
        if (stall->cause != Stall::Cause::Rounding) return;
        stall->advice = restingAlpha(objective, settings, start, settings.alpha,
                                     2 * descent::largestAlpha, stop);
        return;
    }
    const auto point = descent::isPlain(settings) ? pointOf(verdict) : std::nullopt;
    const auto limit = point ? fork(*point) : std::nullopt;
    const double below = std::min(settings.alpha, limit.value_or(settings.alpha));
    const auto help = [&](auto& found) {
        if (verdict.steps == 0 || !asksForSmaller(found)) return;
        *adviceIn(found) = restingAlpha(objective, settings, start, 0, below, stop);
    };
    std::visit(help, verdict.finding);
}

}  // namespace insight
