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
    if (!ignoresSchedule(run.settings.method)) add(fading(run));
    add(rising(run));
    add(unchanged(run));
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
