// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a changing learning rate and noise do.
#include <algorithm>
#include <cmath>

#include "insight/verdict/remarks.h"

namespace insight {

namespace {

/// Whether only the first step of a method is made with the learning rate.
bool ignoresSchedule(const descent::Method& method) {
    return std::holds_alternative<descent::RProp>(method) ||
           std::holds_alternative<descent::BarzilaiBorwein>(method);
}

/// The next steps hardly change the slope, for α has shrunk to a small part.
std::optional<Fading> fading(const Judged& run) {
    constexpr double little = 0.01;
    constexpr double hardly = 0.1;
    if (!run.cutShort() || run.ahead->outcome == descent::Outcome::Converged) return std::nullopt;
    const double alpha = run.trajectory.alpha(run.size() - 1);
    const double share = alpha / run.settings.alpha;
    if (!(share > 0 && share <= little)) return std::nullopt;
    const descent::Trajectory& steps = run.ahead->steps;
    Fading found{alpha, share, static_cast<std::int64_t>(steps.size()) - 1};
    const double slope = steps.slope(0);
    for (std::size_t n = 1; n < steps.size(); ++n) {
        if (!(std::abs(steps.slope(n) - slope) <= hardly * std::abs(slope))) return std::nullopt;
        found.change = std::fmax(found.change, std::abs(steps.x(n) - steps.x(0)));
    }
    return found.change > 0 ? std::optional(found) : std::nullopt;
}

std::optional<Rising> rising(const Judged& run) {
    const auto* warmup = std::get_if<descent::Warmup>(&run.settings.schedule);
    if (!warmup || run.size() < 2 || !(static_cast<double>(run.size()) < warmup->steps))
        return std::nullopt;
    const double slope = descent::norm(run.verdict.last.gradient);
    return Rising{run.trajectory.alpha(run.size() - 2), std::llround(warmup->steps),
                  run.cutShort() && slope < run.settings.tolerance};
}

std::optional<Unchanged> unchanged(const Judged& run) {
    const auto* decay = std::get_if<descent::StepDecay>(&run.settings.schedule);
    const bool arrived = run.verdict.outcome == descent::Outcome::Converged;
    if (!decay || arrived || run.size() < 2 || decay->gamma == 1) return std::nullopt;
    if (!(static_cast<double>(run.size() - 1) <= decay->every)) return std::nullopt;
    return Unchanged{std::llround(decay->every)};
}

/// The run from the same start with the same α all the time, as far as it is followed and no
/// farther than the limit of iterations; nothing where that is not far enough to compare.
std::optional<Unscheduled> unscheduledRun(const Judged& run) {
    descent::Settings settings = run.settings;
    settings.schedule = descent::Constant{};
    descent::State start;
    start.at = run.trajectory[0].at;
    const Continuation steady = continued(run.objective, settings, start);
    const auto known = static_cast<std::int64_t>(steady.steps.size()) - 1;
    Unscheduled found{steady.outcome, std::min(known, settings.maxIterations)};
    if (known > settings.maxIterations) found.outcome = descent::Outcome::MaxIterations;
    if (found.outcome == descent::Outcome::MaxIterations && found.steps < run.verdict.steps)
        return std::nullopt;
    const double x = steady.steps.last().at[0];
    const double here = run.verdict.last.at[0];
    constexpr double visible = 1e-2;
    if (found.outcome == descent::Outcome::Converged &&
        !(std::abs(x - here) <= visible * std::fmax(1, std::abs(here))))
        found.x = x;
    return found;
}

/// Whether an outcome is that of a run that has not come anywhere: it stands still or goes on.
bool isPending(descent::Outcome outcome) {
    return outcome == descent::Outcome::MaxIterations || outcome == descent::Outcome::Stalled;
}

/// For how many steps the schedule made α otherwise, or how often.
std::int64_t changesBy(const Judged& run) {
    const std::int64_t steps = run.verdict.steps;
    if (const auto* warmup = std::get_if<descent::Warmup>(&run.settings.schedule))
        return std::min(std::llround(warmup->steps) - 1, static_cast<long long>(steps));
    const auto* decay = std::get_if<descent::StepDecay>(&run.settings.schedule);
    return decay ? (steps - 1) / std::llround(decay->every) : 0;
}

std::optional<Unscheduled> unscheduled(const Judged& run) {
    const descent::Outcome outcome = run.verdict.outcome;
    const bool ended = outcome != descent::Outcome::OutOfMemory && run.size() > 1;
    if (run.hasConstantAlpha() || run.isNoisy() || !ended) return std::nullopt;
    auto found = unscheduledRun(run);
    if (!found) return std::nullopt;
    const bool differs = found->outcome != outcome || found->steps != run.verdict.steps;
    if (!differs || (isPending(outcome) && isPending(found->outcome))) return std::nullopt;
    found->alpha = run.trajectory.alpha(run.size() - 2);
    found->changes = changesBy(run);
    return found;
}

std::optional<Noisy> noisy(const Judged& run) {
    constexpr std::size_t compared = 32;
    if (!run.isNoisy() || !run.cutShort() || run.size() <= compared) return std::nullopt;
    for (std::size_t back = 1; back <= compared; ++back) {
        if (!(std::abs(run.trajectory.slope(run.size() - back)) < run.settings.noise.sigma))
            return std::nullopt;
    }
    return Noisy{compared};
}

}  // namespace

void remarkOnSchedule(const Judged& run, std::vector<Remark>& remarks) {
    const auto add = [&](const auto& found) {
        if (found) remarks.emplace_back(*found);
    };
    const bool ignored = ignoresSchedule(run.settings.method);
    if (!ignored) add(fading(run));
    add(rising(run));
    add(unchanged(run));
    if (!ignored) add(unscheduled(run));
    add(noisy(run));
}

std::vector<Remark> remarksOn(const Judged& run) {
    std::vector<Remark> remarks;
    remarkOnMethod(run, remarks);
    remarkOnSwings(run, remarks);
    remarkOnHilltops(run, remarks);
    remarkOnSchedule(run, remarks);
    return remarks;
}

}  // namespace insight
