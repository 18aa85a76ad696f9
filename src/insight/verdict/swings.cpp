// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs of other methods than plain gradient descent that go over a minimum again and again, and
// those whose learning rate lets them not stay there.
#include <algorithm>
#include <cmath>

#include "insight/verdict/laststeps.h"
#include "insight/verdict/motion.h"
#include "insight/verdict/remarks.h"

namespace insight {

namespace {

constexpr std::size_t longTail = 1000;

/// Whether it would diverge before long.
bool willDiverge(const Motion& motion) {
    return motion.sequel && motion.sequel->outcome == descent::Outcome::Diverged;
}

/// The minimum that the last steps went about.
std::optional<StationaryPoint> aboutAtEnd(const Judged& run) {
    const std::size_t tail = std::min(longTail, run.size() / 2);
    return pointWithin(run.objective, extent(run.trajectory, tail), run.stop);
}

/// The minimum that a run came to, is on its way to or has gone about in its last steps.
std::optional<StationaryPoint> minimumOf(const Judged& run) {
    const auto* motion = std::get_if<Motion>(&run.verdict.finding);
    if (motion) return motion->sequel ? std::nullopt : aboutAtEnd(run);
    const bool comes = std::holds_alternative<Arrival>(run.verdict.finding) ||
                       std::holds_alternative<Crawl>(run.verdict.finding);
    const auto point = comes ? pointOf(run.verdict) : std::nullopt;
    return point && point->kind == StationaryKind::Minimum ? point : std::nullopt;
}

/// How often the run changed sides of it. Closer than it is known, the slope tells the side.
std::int64_t passesOver(const Judged& run, double minimum) {
    const double known = 1e-8 * std::max(1.0, std::abs(minimum));
    std::int64_t passes = 0;
    double side = 0;
    for (std::size_t n = 0; n < run.size(); ++n) {
        const double away = run.trajectory.x(n) - minimum;
        const double now =
            std::abs(away) > known ? away : run.objective.told(run.trajectory.slope(n));
        if (now == 0) continue;
        passes += now * side < 0;
        side = now;
    }
    return passes;
}

/// Theory at a minimum where it holds.
std::optional<descent::Response> responseAt(const Judged& run, const StationaryPoint& point) {
    if (point.shape != Shape::Smooth || !(point.curvature > 0)) return std::nullopt;
    return descent::response(run.settings.method, run.settings.alpha, point.curvature);
}

/// Whether the last slopes follow gₙ₊₁ = p gₙ − q gₙ₋₁ with some p and this q, the square of the
/// factor: as those of a swing that keeps so much of itself.
bool swingsAsTold(const Judged& run, double factor) {
    constexpr std::size_t compared = 24;
    constexpr double alike = 0.02;
    if (run.size() < 2 * compared) return false;
    const auto slope = [&](std::size_t back) {
        return run.trajectory.slope(run.size() - 1 - back);
    };
    const auto sum = [&](std::size_t n) { return slope(n) + factor * factor * slope(n + 2); };
    double products = 0;
    double squares = 0;
    for (std::size_t n = 0; n < compared; ++n) {
        products += sum(n) * slope(n + 1);
        squares += slope(n + 1) * slope(n + 1);
    }
    const double p = products / squares;
    double rest = 0;
    for (std::size_t n = 0; n < compared; ++n) rest += std::pow(sum(n) - p * slope(n + 1), 2);
    return std::abs(p) < 2 * factor && rest <= alike * alike * squares * factor * factor;
}

/// Whether each of the last slopes is that much of the one before, of the other sign.
bool turnsAsTold(const Judged& run, double factor) {
    constexpr std::size_t compared = 8;
    constexpr double alike = 0.01;
    if (run.size() < 2 * compared) return false;
    for (std::size_t n = run.size() - compared; n < run.size(); ++n) {
        const double now = run.trajectory.slope(n) / run.trajectory.slope(n - 1);
        if (!(std::abs(now - factor) <= alike * std::abs(factor))) return false;
    }
    return true;
}

std::optional<Passes> passes(const Judged& run) {
    constexpr std::int64_t repeatedly = 2;
    const auto point = minimumOf(run);
    if (!point) return std::nullopt;
    Passes found{point->x, passesOver(run, point->x)};
    if (found.passes < repeatedly) return std::nullopt;
    const auto response = run.hasConstantAlpha() ? responseAt(run, *point) : std::nullopt;
    if (!response || response->approach != descent::Approach::Swings) return found;
    const bool asTold = response->factor > 0 ? swingsAsTold(run, response->factor)
                                             : turnsAsTold(run, response->factor);
    if (asTold) found.response = response;
    return found;
}

/// Whether no run stays that begins close to the minimum, so much closer than the run is now.
bool leadsAway(const Judged& run, const StationaryPoint& point, double reach) {
    constexpr double close = 1e-4;
    constexpr double far = 100;
    for (const double side : {-close, close}) {
        descent::State from;
        from.at = point.x + side * reach;
        const Continuation away = continued(run.objective, run.settings, from);
        if (away.outcome == descent::Outcome::Diverged) continue;
        const Range all = extent(away.steps, away.steps.size());
        if (!(all.width() >= far * close * reach)) return false;
    }
    return true;
}

/// At the minimum that it goes about and comes to no rest at.
std::optional<Limit> limitAt(const Judged& run, const std::optional<StationaryPoint>& point,
                             Range about) {
    const auto response = point ? responseAt(run, *point) : std::nullopt;
    if (!response) return std::nullopt;
    if (descent::isAtLimit(*response)) return Limit{*response, point->x};
    if (response->approach != descent::Approach::CannotStay) return std::nullopt;
    const double reach = std::max(std::abs(about.low - point->x), std::abs(about.high - point->x));
    return leadsAway(run, *point, reach) ? std::optional(Limit{*response, point->x}) : std::nullopt;
}

/// Of a run that diverges: where f'' is the same over its last steps, that tells, and else the
/// minimum that its first steps went over.
std::optional<Limit> limitOfDivergence(const Judged& run) {
    constexpr double alike = 1e-4;
    const double growth = lastGrowth(run.trajectory);
    if (run.verdict.crossing || !(growth > 1)) return std::nullopt;
    if (isSteady(run.objective, run.trajectory)) {
        const double curvature = run.objective.curvature(run.trajectory.x(run.size() - 1));
        const auto response = descent::response(run.settings.method, run.settings.alpha, curvature);
        if (!(curvature > 0) || !response || !(response->factor < -1)) return std::nullopt;
        Limit found{*response};
        if (std::abs(growth + response->factor) <= alike * growth) found.growth = growth;
        return found;
    }
    const auto point = overshot(run.objective, run.trajectory, run.stop);
    const auto response = point ? responseAt(run, *point) : std::nullopt;
    if (!response || response->approach != descent::Approach::CannotStay ||
        !repels(run.objective, run.settings, run.trajectory.x(0), point->x))
        return std::nullopt;
    return Limit{*response, point->x};
}

std::optional<Limit> limit(const Judged& run) {
    const Finding& finding = run.verdict.finding;
    if (std::holds_alternative<Divergence>(finding)) return limitOfDivergence(run);
    if (const auto* cycle = std::get_if<Cycle>(&finding)) {
        if (cycle->inRounding) return std::nullopt;
        return limitAt(run, cycle->overshoot.point, cycle->extent);
    }
    const auto* motion = std::get_if<Motion>(&finding);
    if (!motion) return std::nullopt;
    if (willDiverge(*motion)) return limitOfDivergence(run);
    if (motion->sequel || motion->trend != Motion::Trend::Uneven) return std::nullopt;
    return limitAt(run, aboutAtEnd(run), extent(run.trajectory, run.size() / 2));
}

}  // namespace

void remarkOnSwings(const Judged& run, std::vector<Remark>& remarks) {
    if (descent::isPlain(run.settings.method) || run.isNoisy() || run.size() < 3) return;
    const auto found = run.hasConstantAlpha() ? limit(run) : std::nullopt;
    if (found) {
        remarks.emplace_back(*found);
    } else if (const auto passed = passes(run)) {
        remarks.emplace_back(*passed);
    }
}

}  // namespace insight
