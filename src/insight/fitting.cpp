// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/fitting.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "insight/refinement.h"
#include "insight/runinview.h"

namespace insight {

namespace {

/// What lies around a run, as far as it explains the run and leaves it large.
class Surroundings {
public:
    Surroundings(const RunInView& run, double start) : m_run(run), m_start(start) {}

    Range range() const {
        const RunInView::Sight sight = m_run.sight();
        Range range = sight.extent;
        if (sight.goal) range = widened(range, otherSide(*sight.goal));
        if (range.width() > 1e-9 * std::abs(range.centre())) {
            if (!sight.isBeginning) range = aroundRun(range);
        } else {
            range = aroundPoint(range);
        }
        const double margin = range.width() / 10;
        return {range.low - margin, range.high + margin};
    }

private:
    static constexpr double usual = 2;

    /// As high as the start, or as far away as it if that is nearer.
    double otherSide(double goal) const {
        const double mirrored = 2 * goal - m_start;
        const auto low = [&](double x) { return m_run.height(x) <= m_run.height(m_start); };
        return low(mirrored) ? mirrored : lastLike(goal, mirrored, low);
    }

    /// Nothing but a place to go by: what lies about it, or about 0 where f is flat.
    Range aroundPoint(Range range) const {
        const double home = std::max(usual, std::abs(m_start));
        if (!m_run.moved() && m_run.isFlat(m_start)) return {-home, home};
        return {range.low - usual, range.high + usual};
    }

    Range aroundRun(Range run) const {
        constexpr double smallest = 1.0 / 3;  // part of what lies about 0 that a run may be made
        Range range = withNeighbour(withNeighbour(run, run, -1), run, 1);
        const Range heights = heightsIn(range);
        const double home = std::max(usual, std::abs(m_start));
        const double room = std::min(usual, run.width());
        double low = range.low - room;
        double high = range.high + room;
        if (run.width() >= smallest * 2 * home) {
            low = std::min(low, -home);
            high = std::max(high, home);
        }
        return {reached(range.low, low, heights), reached(range.high, high, heights)};
    }

    /// Of f where it is finite, in the range.
    Range heightsIn(Range range) const {
        constexpr int parts = 128;
        std::optional<Range> heights;
        for (int i = 0; i <= parts; ++i) {
            const double height = m_run.height(range.low + range.width() * i / parts);
            if (!std::isfinite(height)) continue;
            heights = widened(heights.value_or(Range{height, height}), height);
        }
        return heights.value_or(Range{0, 0});
    }

    /// How far one gets on the way before f leaves these heights by far.
    double reached(double from, double to, Range heights) const {
        constexpr int parts = 64;
        const double room = heights.width() / 2;
        const auto near = [&](double x) {
            const double height = m_run.height(x);
            return heights.low - room <= height && height <= heights.high + room;
        };
        double last = from;
        for (int i = 1; i <= parts; ++i) {
            const double x = from + (to - from) * i / parts;
            if (!near(x)) return lastLike(last, x, near);
            last = x;
        }
        return last;
    }

    /// With the next minimum on this side if it is near, and with the next lower one, where these
    /// leave the run large enough.
    Range withNeighbour(Range range, Range run, double side) const {
        constexpr double farthest = 11;  // times as wide as the run
        constexpr double farthestIfHigher = 2;
        constexpr double highest = 25;  // times as high as the run
        constexpr int most = 8;
        const Range heights = heightsIn(run);
        const double edge = side < 0 ? run.low : run.high;
        const double end = edge + side * farthest * run.width();
        double from = edge;
        for (int i = 0; i < most; ++i) {
            const auto minimum = nextMinimum(from, end);
            if (!minimum) break;
            const bool lower = m_run.height(*minimum) < heights.low - heights.width() / 100;
            const bool near = i == 0 && std::abs(*minimum - edge) <= farthestIfHigher * run.width();
            const Range wider = widened(range, *minimum);
            if (heightsIn(wider).width() > highest * heights.width()) break;
            if (lower || near) range = wider;
            if (lower) break;
            from = *minimum + side * 1e-3 * run.width();
        }
        return range;
    }

    /// The first minimum of the cost beyond a rise on the way.
    std::optional<double> nextMinimum(double from, double to) const {
        constexpr int parts = 256;
        const double side = to < from ? -1 : 1;
        const auto ahead = [&](double x) { return side * m_run.uphill(x); };
        double before = from;
        double slope = ahead(from);
        for (int i = 1; i <= parts; ++i) {
            const double x = from + (to - from) * i / parts;
            const double next = ahead(x);
            if (!std::isfinite(next)) break;
            if (slope < 0 && next >= 0) {
                const double minimum =
                    lastLike(before, x, [&](double at) { return ahead(at) < 0; });
                const bool pole = std::abs(ahead(minimum)) > 2 * std::max(-slope, next);
                if (!pole) return minimum;
            }
            before = x;
            slope = next;
        }
        return std::nullopt;
    }

    const RunInView& m_run;
    double m_start;
};

RunInView inView(const descent::Objective& objective, const descent::Settings& settings,
                 const descent::Trajectory& trajectory, descent::Point start,
                 const std::stop_token& stop) {
    RunInView run(objective, settings, start[0], stop);
    for (std::size_t n = 0; n < trajectory.size(); ++n) run.take(trajectory[n]);
    return run;
}

}  // namespace

Range extentOfRun(const descent::Objective& objective, const descent::Settings& settings,
                  const descent::Trajectory& trajectory, descent::Point start,
                  const std::stop_token& stop) {
    return inView(objective, settings, trajectory, start, stop).sight().extent;
}

Range fittingRange(const descent::Objective& objective, const descent::Settings& settings,
                   const descent::Trajectory& trajectory, descent::Point start,
                   const std::stop_token& stop) {
    const RunInView run = inView(objective, settings, trajectory, start, stop);
    return Surroundings(run, start[0]).range();
}

Range fittingRange(const descent::Objective& objective, const descent::Settings& settings,
                   descent::Point start) {
    constexpr std::size_t mostSteps = 10'000;
    constexpr std::size_t mostEffort = 1'000'000;  // some milliseconds
    const std::size_t affordable = std::min(mostSteps, mostEffort / objective.effort());
    const auto first = descent::lasting(
        settings,
        std::clamp<std::int64_t>(static_cast<std::int64_t>(affordable), 1, settings.maxIterations));
    return fittingRange(objective, settings, whole(objective, first, start).trajectory, start);
}

Range together(const std::vector<Range>& runs, const std::vector<double>& starts,
               std::size_t chosen) {
    constexpr double farthest = 20;
    Range all = runs[chosen];
    for (const double start : starts) all = widened(all, start);
    std::vector<Range> others = runs;
    std::ranges::sort(others, {}, &Range::width);
    for (const Range& run : others) {
        const Range joined = widened(widened(all, run.low), run.high);
        if (all.width() == 0 || joined.width() <= farthest * all.width()) all = joined;
    }
    return all;
}

}  // namespace insight
