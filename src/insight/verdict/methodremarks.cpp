// SPDX-License-Identifier: GPL-3.0-or-later
//
// What methods do that plain gradient descent does not.
#include <algorithm>
#include <cmath>

#include "descent/rules.h"
#include "insight/verdict/laststeps.h"
#include "insight/verdict/remarks.h"

namespace insight {

namespace {

constexpr double alike = 1e-2;

bool areAlike(double a, double b) {
    return std::abs(a - b) <= alike * std::abs(b);
}

/// The length of a rule's first step on that slope; nothing where the slope alone does not tell.
template <typename Rule>
std::optional<double> firstLength(const Rule& rule, double alpha, double slope) {
    if constexpr (Rule::searches || descent::AsksForHessian<Rule>) {
        return std::nullopt;
    } else {
        descent::Iterate<1, Rule> from;
        descent::Iterate<1, Rule> to;
        from.gradient[0] = slope;
        rule.step(from, alpha, to);
        return std::abs(to.at[0]);
    }
}

/// Where it is as long on slopes ten times as steep and as gentle, and far from that of plain
/// gradient descent.
std::optional<FirstStep> firstStep(const Judged& run) {
    constexpr double far = 10;
    if (run.size() < 2) return std::nullopt;
    const descent::State start = descent::asSeen(run.settings, run.trajectory.state(0));
    const double slope = run.objective.told(start.gradient[0]);
    const double alpha = run.trajectory.alpha(0);
    const double length = std::abs(run.step(1));
    if (!(length > 0) || alpha != run.settings.alpha) return std::nullopt;
    for (const double steepness : {1.0, far, 1 / far}) {
        const auto other = std::visit(
            [&](const auto& rule) { return firstLength(rule, alpha, steepness * slope); },
            run.settings.method);
        if (!other || !areAlike(*other, length)) return std::nullopt;
    }
    const FirstStep found{length, length / alpha, alpha * std::abs(slope)};
    if (found.plain < far * length && found.plain > length / far) return std::nullopt;
    return found;
}

/// Methods of which there is nothing else to remark.
template <typename Rule>
void remarkOn(const Rule&, const Judged&, std::vector<Remark>&) {}

/// Where the sum of the squares, and not the slope alone, made its steps so short, and as many as
/// it made so far would not bring it to rest.
void remarkOn(const descent::Adagrad& rule, const Judged& run, std::vector<Remark>& remarks) {
    constexpr double little = 0.1;
    constexpr std::size_t recent = 16;
    if (!run.cutShort() || run.isNoisy() || !run.hasConstantAlpha() || run.size() < 3) return;
    if (run.ahead->outcome != descent::Outcome::MaxIterations) return;
    const auto divisor = [&](std::size_t n) {
        return std::sqrt(run.trajectory.state(n).memory[0][0]) + rule.epsilon;
    };
    const std::size_t last = run.size() - 1;
    const double share = std::abs(run.step(last) / run.step(1));
    const double rates = divisor(1) / divisor(last);
    const bool starves = share > 0 && share <= little && rates <= little && rates * rates <= share;
    const auto known = static_cast<std::size_t>(run.ahead->steps.size());
    if (starves && marches(run.trajectory, recent) && known > std::min<std::size_t>(last, 1000))
        remarks.emplace_back(Starvation{share});
}

/// Whether the last steps were all as long as the learning rate.
void remarkOn(const descent::Lion&, const Judged& run, std::vector<Remark>& remarks) {
    constexpr std::size_t compared = 64;
    constexpr double lost = 0.01;
    const std::size_t last = run.size() - 1;
    if (!run.cutShort() || last < compared || run.ahead->outcome == descent::Outcome::Converged)
        return;
    for (std::size_t n = last - compared + 1; n <= last; ++n) {
        const double alpha = run.trajectory.alpha(n - 1);
        const double rounding = 1e-15 * std::abs(run.trajectory.x(n));
        if (!(rounding <= lost * alpha)) return;
        if (!(std::abs(std::abs(run.step(n)) - alpha) <= 1e-9 * alpha + rounding)) return;
    }
    remarks.emplace_back(EveryStep{});
}

/// The swing in which the run ends, or would.
std::optional<Swing> swingOf(const Verdict& verdict) {
    const auto* arrival = std::get_if<Arrival>(&verdict.finding);
    if (arrival && arrival->departure) return arrival->departure->swing;
    const auto* cycle = std::get_if<Cycle>(&verdict.finding);
    return cycle ? std::optional(Swing{cycle->period, cycle->extent}) : std::nullopt;
}

void remarkOn(const descent::RmsProp&, const Judged& run, std::vector<Remark>& remarks) {
    constexpr double asTold = 1e-3;
    const double alpha = run.settings.alpha;
    const auto swing = swingOf(run.verdict);
    if (swing && swing->period == 2 && std::abs(swing->extent.width() - alpha) <= asTold * alpha)
        remarks.emplace_back(HalfAlpha{run.settings.alpha / 2});
}

/// It may lengthen them again, but does not.
void remarkOn(const descent::RProp&, const Judged& run, std::vector<Remark>& remarks) {
    constexpr double slack = 1.25;
    if (!run.cutShort() || run.ahead->outcome != descent::Outcome::MaxIterations) return;
    const descent::Trajectory& steps = run.ahead->steps;
    if (run.size() < 2 ||
        !(run.trajectory.state(run.size() - 1).memory[0][0] <= descent::RProp::shortest))
        return;
    for (std::size_t n = 1; n < steps.size(); ++n) {
        const double rounding = 1e-15 * std::abs(steps.x(n));
        if (!(std::abs(steps.x(n) - steps.x(n - 1)) <= slack * descent::RProp::shortest + rounding))
            return;
    }
    remarks.emplace_back(ShortestStep{descent::RProp::shortest});
}

/// The minimum that the decay holds the run off: beyond it, seen from 0.
std::optional<double> heldFrom(const Judged& run, double x, double slope) {
    constexpr double reach = 4;
    const double curvature = run.objective.curvature(x);
    const double estimate = std::abs(slope / curvature);
    if (!(curvature > 0) || !(reach * estimate < std::abs(x))) return std::nullopt;
    const auto points =
        stationaryPoints(run.objective, {x - reach * estimate, x + reach * estimate}, 64, run.stop);
    const auto point = nearestExtremum(points, StationaryKind::Minimum, x);
    if (!point || !(std::abs(point->x) > std::abs(x))) return std::nullopt;
    return point->x;
}

/// The slope pulls the run on as much as the decay pulls it back, for some time at least.
void remarkOn(const descent::AdamW& rule, const Judged& run, std::vector<Remark>& remarks) {
    constexpr std::size_t compared = 16;
    constexpr double visible = 1e-4;
    constexpr double held = 1.5;
    const std::size_t last = run.size() - 1;
    if (!run.cutShort() || run.isNoisy() || last < compared) return;
    const double x = run.trajectory.x(last);
    const double slope = run.objective.told(run.trajectory.slope(last));
    for (std::size_t n = last - compared + 1; n <= last; ++n) {
        const double pull = run.trajectory.alpha(n - 1) * rule.decay * run.trajectory.x(n - 1);
        if (!(std::abs(run.step(n)) <= 0.1 * std::abs(pull))) return;
    }
    const auto minimum = heldFrom(run, x, slope);
    if (!minimum || !(std::abs(*minimum - x) >= visible * std::abs(*minimum))) return;
    Balance balance{*minimum, std::abs(*minimum - x)};
    for (std::size_t n = 1; n < run.ahead->steps.size(); ++n)
        if (!(std::abs(*minimum - run.ahead->steps.x(n)) <= held * balance.distance)) return;
    if (run.ahead->outcome == descent::Outcome::MaxIterations && run.ahead->steps.size() > 1) {
        balance.ahead = static_cast<std::int64_t>(run.ahead->steps.size()) - 1;
        balance.then = std::abs(*minimum - run.ahead->steps.last().at[0]);
    }
    remarks.emplace_back(balance);
}

}  // namespace

void remarkOnMethod(const Judged& run, std::vector<Remark>& remarks) {
    if (run.lasts())
        std::visit([&](const auto& rule) { remarkOn(rule, run, remarks); }, run.settings.method);
    const bool isToldOfAll = std::ranges::any_of(
        remarks, [](const Remark& remark) { return std::holds_alternative<EveryStep>(remark); });
    const auto first = isToldOfAll ? std::nullopt : firstStep(run);
    if (first) remarks.insert(remarks.begin(), *first);
}

}  // namespace insight
