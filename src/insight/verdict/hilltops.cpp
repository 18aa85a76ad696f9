// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that came over a hilltop as plain gradient descent would not have.
#include <algorithm>
#include <cmath>
#include <vector>

#include "descent/stepparts.h"
#include "insight/verdict/laststeps.h"
#include "insight/verdict/remarks.h"

namespace insight {

namespace {

/// The hilltops in between, ascending.
std::vector<double> hilltopsIn(const Judged& run, Range way, int columns) {
    std::vector<double> tops;
    if (!way.valid()) return tops;
    for (const StationaryPoint& point : stationaryPoints(run.objective, way, columns, run.stop)) {
        if (point.kind == StationaryKind::Maximum && isLevel(point.shape)) tops.push_back(point.x);
    }
    return tops;
}

/// The one hilltop on the way of a step; nothing where there is none, or another one, too.
std::optional<double> hilltopOf(const Judged& run, std::size_t step) {
    constexpr int columns = 256;
    const auto [low, high] = std::minmax({run.trajectory.x(step - 1), run.trajectory.x(step)});
    const std::vector<double> tops = hilltopsIn(run, {low, high}, columns);
    return tops.size() == 1 ? std::optional(tops.front()) : std::nullopt;
}

/// Whether the run, over from there in that step, never came back.
bool staysBeyond(const Judged& run, double top, std::size_t step) {
    const bool right = run.step(step) > 0;
    for (std::size_t n = step; n < run.size(); ++n) {
        const double x = run.trajectory.x(n);
        if (right ? !(x > top) : !(x < top)) return false;
    }
    return true;
}

/// A hilltop with the steps that went over it.
struct Crossed {
    double top = 0;
    std::vector<std::size_t> steps = {};

    /// Whether the run ended on the other side.
    bool isBehind() const { return steps.size() % 2 == 1; }
    std::int64_t turns() const { return static_cast<std::int64_t>(steps.size() / 2); }
};

/// The hilltops in ascending order that steps went over.
std::vector<Crossed> crossedBy(const Judged& run) {
    constexpr int columns = 1024;
    std::vector<Crossed> all;
    for (const double top : hilltopsIn(run, extent(run.trajectory, run.size()), columns))
        all.push_back({top});
    if (all.empty()) return all;
    const auto from = [&all](double x) {
        return std::ranges::lower_bound(all, x, {}, &Crossed::top);
    };
    for (std::size_t n = 1; n < run.size(); ++n) {
        const auto [low, high] = std::minmax({run.trajectory.x(n - 1), run.trajectory.x(n)});
        for (auto each = from(low); each != all.end() && each->top < high; ++each)
            each->steps.push_back(n);
    }
    return all;
}

/// Whether a step came over that hilltop only by what the method remembers, and down on the other
/// side: where f breaks in between, it may not.
bool isCarried(const Judged& run, double top, std::size_t step) {
    constexpr double close = 1e-6;
    const auto found = hilltopOf(run, step);
    if (!found || !(std::abs(*found - top) <= close * std::max(1.0, std::abs(top)))) return false;
    const descent::StepParts made = descent::stepParts(run.settings, run.trajectory.state(step - 1),
                                                       run.trajectory.state(step));
    const auto cost = [&](std::size_t n) { return run.objective.told(run.trajectory.value(n)); };
    const double height = run.objective.value(top);
    if (!(height >= cost(step - 1) && height >= cost(step))) return false;
    const double from = run.trajectory.x(step - 1);
    double remembered = 0;
    for (const auto& part : made.parts) {
        if (part.origin == descent::Origin::Memory) remembered += part.length;
    }
    const double without = from + run.step(step) - remembered;
    return (without - top) * (from - top) > 0;
}

std::int64_t number(std::size_t step) {
    return static_cast<std::int64_t>(step);
}

/// The last hilltop between where the run began and where it is, if it was carried over it.
std::optional<Carried> carried(const Judged& run, const std::vector<Crossed>& all) {
    const Crossed* last = nullptr;
    for (const Crossed& each : all) {
        if (!each.isBehind()) continue;
        if (!last || each.steps.back() > last->steps.back()) last = &each;
    }
    if (!last || !isCarried(run, last->top, last->steps.back())) return std::nullopt;
    return Carried{last->top, number(last->steps.back()), last->turns()};
}

/// The last hilltop that it was carried over and came back.
std::optional<Excursion> excursion(const Judged& run, const std::vector<Crossed>& all) {
    const Crossed* last = nullptr;
    for (const Crossed& each : all) {
        if (each.isBehind() || each.steps.empty()) continue;
        if (!last || each.steps.back() > last->steps.back()) last = &each;
    }
    if (!last) return std::nullopt;
    const std::size_t out = last->steps[last->steps.size() - 2];
    if (!isCarried(run, last->top, out)) return std::nullopt;
    return Excursion{last->top, number(out), number(last->steps.back()), last->turns()};
}

/// Whether a method remembers anything that adds to its steps.
bool remembers(const descent::Method& method) {
    return std::ranges::any_of(descent::partNames(method), [](const descent::PartName& part) {
        return part.origin == descent::Origin::Memory;
    });
}

/// How many of the run's first steps RAdam did not divide.
std::size_t undividedSteps(const Judged& run, const descent::RAdam& rule) {
    constexpr std::size_t most = 64;
    constexpr double known = 5;  // squares in the mean, more than which it takes to divide
    std::size_t n = 0;
    const auto divides = [&](std::size_t step) {
        return rule.term(0, run.trajectory.state(step - 1), run.trajectory.state(step)) > known;
    };
    while (n + 1 < run.size() && n < most && !divides(n + 1)) ++n;
    return n;
}

/// Divided, its steps would have been about as long as α: it would not have come so far.
std::optional<Leap> leap(const Judged& run, const descent::RAdam& rule) {
    if (run.isNoisy()) return std::nullopt;
    constexpr double surely = 2;
    const std::size_t undivided = undividedSteps(run, rule);
    double reach = 0;
    std::optional<Leap> last;
    for (std::size_t n = 1; n <= undivided; ++n) {
        reach += surely * run.trajectory.alpha(n - 1);
        const auto top = hilltopOf(run, n);
        if (!top || !(std::abs(*top - run.trajectory.x(0)) > reach)) continue;
        if (staysBeyond(run, *top, n)) last = Leap{*top, number(n), number(undivided)};
    }
    return last;
}

}  // namespace

void remarkOnHilltops(const Judged& run, std::vector<Remark>& remarks) {
    if (!run.lasts()) return;
    if (const auto* rule = std::get_if<descent::RAdam>(&run.settings.method)) {
        if (const auto found = leap(run, *rule)) {
            remarks.emplace_back(*found);
            return;
        }
    }
    if (run.isNoisy() || !remembers(run.settings.method)) return;
    const std::vector<Crossed> crossed = crossedBy(run);
    if (const auto found = carried(run, crossed)) remarks.emplace_back(*found);
    if (const auto found = excursion(run, crossed)) remarks.emplace_back(*found);
}

}  // namespace insight
