// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that came over a hilltop as plain gradient descent would not have.
#include <algorithm>
#include <cmath>

#include "insight/verdict/remarks.h"

namespace insight {

namespace {

/// The one hilltop between two places; nothing where there is none, or another one, too.
std::optional<double> hilltopBetween(const Judged& run, double from, double to) {
    constexpr int columns = 256;
    const auto [low, high] = std::minmax({from, to});
    const Range way{low, high};
    if (!way.valid()) return std::nullopt;
    std::optional<double> top;
    for (const StationaryPoint& point : stationaryPoints(run.objective, way, columns, run.stop)) {
        if (point.kind != StationaryKind::Maximum || !isLevel(point.shape)) continue;
        if (top) return std::nullopt;
        top = point.x;
    }
    return top;
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

/// Whether that step went uphill and ended on a downhill slope.
bool climbs(const Judged& run, std::size_t step) {
    const double way = run.step(step);
    const double before = run.objective.told(run.trajectory.slope(step - 1));
    const double after = run.objective.told(run.trajectory.slope(step));
    return way * before > 0 && way * after < 0;
}

/// Whether the top is higher than both ends of that step: where f breaks in between, it may not be.
bool isHigher(const Judged& run, double top, std::size_t step) {
    const double height = run.objective.value(top);
    const auto cost = [&](std::size_t n) { return run.objective.told(run.trajectory.value(n)); };
    return height >= cost(step - 1) && height >= cost(step);
}

/// Only its memory leads a method uphill, but for the decay of AdamW, which pulls towards 0.
std::optional<Carried> lastCarried(const Judged& run) {
    if (run.isNoisy() || descent::memoryNames(run.settings.method).empty()) return std::nullopt;
    const auto* decaying = std::get_if<descent::AdamW>(&run.settings.method);
    for (std::size_t n = run.size() - 1; n > 0 && !run.stop.stop_requested(); --n) {
        if (!climbs(run, n)) continue;
        if (decaying && decaying->decay > 0 && run.step(n) * run.trajectory.x(n - 1) < 0)
            return std::nullopt;
        const auto top = hilltopBetween(run, run.trajectory.x(n - 1), run.trajectory.x(n));
        if (!top || !isHigher(run, *top, n) || !staysBeyond(run, *top, n)) return std::nullopt;
        return Carried{*top, static_cast<std::int64_t>(n)};
    }
    return std::nullopt;
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
        const auto top = hilltopBetween(run, run.trajectory.x(n - 1), run.trajectory.x(n));
        if (!top || !(std::abs(*top - run.trajectory.x(0)) > reach)) continue;
        if (staysBeyond(run, *top, n))
            last = Leap{*top, static_cast<std::int64_t>(n), static_cast<std::int64_t>(undivided)};
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
    if (const auto found = lastCarried(run)) remarks.emplace_back(*found);
}

}  // namespace insight
