// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "insight/fitting.h"
#include "insight/landscape.h"

namespace insight {

namespace {

/// f over a range of x, as far as it is defined.
class Heights {
public:
    Heights(const descent::Objective& objective, Range x, int intervals)
        : m_objective(objective), m_x(x), m_column(x.width() / intervals) {
        for (int i = 0; i <= intervals; ++i) {
            const double at = i == intervals ? x.high : x.low + x.width() * i / intervals;
            const double value = height(at);
            if (std::isfinite(value)) m_samples.push_back({at, value});
        }
        if (m_samples.empty()) return;
        const std::size_t tail = m_samples.size() / 20;
        std::vector<double> sorted;
        for (const CurvePoint& sample : m_samples) sorted.push_back(sample.value);
        std::ranges::sort(sorted);
        m_middle = {shown(sorted[tail]), shown(sorted[sorted.size() - 1 - tail])};
        lowerWalls(sorted);
        m_spread = std::max(m_middle.width(), std::numeric_limits<double>::min());
    }

    bool empty() const { return m_samples.empty(); }

    /// All of a tame function, the informative middle of one with poles.
    Range all() const {
        const auto [low, high] = std::ranges::minmax_element(m_samples, {}, &CurvePoint::value);
        return {
            (m_walls.low ? std::nullopt : end(*low, -1)).value_or(m_middle.low - m_spread / 4),
            (m_walls.high ? std::nullopt : end(*high, 1)).value_or(m_middle.high + m_spread / 4)};
    }

    /// How much f changes about a place, as far as a twentieth of the range to either side.
    double changeAbout(double x) const {
        const double reach = m_x.width() / 20;
        std::optional<Range> range;
        for (const CurvePoint& sample : m_samples) {
            if (std::abs(sample.x - x) <= reach)
                range = widened(range.value_or(Range{sample.value, sample.value}), sample.value);
        }
        return range ? range->width() : 0;
    }

    /// From the lowest minimum to the highest maximum inside the range, of those that are no poles.
    std::optional<Range> valleys() const {
        std::optional<Range> range;
        for (const double sign : {-1, 1}) {
            const CurvePoint* extreme = nullptr;
            // Equal neighbours count as one: those beside a gap in the middle of a valley, or a
            // flat.
            for (std::size_t i = 1, last = 1; i + 1 < m_samples.size(); i = ++last) {
                const CurvePoint& sample = m_samples[i];
                while (last + 1 < m_samples.size() && m_samples[last + 1].value == sample.value)
                    ++last;
                const double height = sign * sample.value;
                if (last + 1 == m_samples.size() || height <= sign * m_samples[i - 1].value ||
                    height <= sign * m_samples[last + 1].value)
                    continue;
                if (!extreme || height > sign * extreme->value) extreme = &sample;
            }
            if (!extreme) continue;
            if (const auto value = end(*extreme, sign))
                range = widened(range.value_or(Range{*value, *value}), *value);
        }
        return range;
    }

private:
    /// Where f goes so steeply beyond all that the rest would lie flat along the edge of the
    /// middle, takes as much of that wall away as lets the rest be seen, if anything does.
    void lowerWalls(const std::vector<double>& sorted) {
        const auto [lowest, highest] =
            std::ranges::minmax_element(m_samples, {}, &CurvePoint::value);
        const bool low = isEnd(lowest - m_samples.begin());
        const bool high = isEnd(highest - m_samples.begin());
        const std::size_t part = std::max<std::size_t>(sorted.size() / 20, 1);
        if ((!low && !high) || !isFlat(sorted, m_middle)) return;
        for (std::size_t cut = 2 * part; cut < sorted.size() / 2; cut += part) {
            const Range seen{low ? shown(sorted[cut]) : m_middle.low,
                             high ? shown(sorted[sorted.size() - 1 - cut]) : m_middle.high};
            if (!seen.valid() || isFlat(sorted, seen)) continue;
            m_walls = {low, high};
            m_middle = seen;
            return;
        }
    }

    /// Whether the curve ends at a sample, so that it is no peak.
    bool isEnd(std::ptrdiff_t i) const {
        const auto apart = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
            return a < 0 || b >= std::ssize(m_samples) ||
                   m_samples[static_cast<std::size_t>(b)].x -
                           m_samples[static_cast<std::size_t>(a)].x >
                       1.5 * m_column;
        };
        return apart(i - 1, i) || apart(i, i + 1);
    }

    /// Whether nearly all samples in a range lie within a hundredth of it from the middle one.
    static bool isFlat(const std::vector<double>& sorted, Range range) {
        const double middle = sorted[sorted.size() / 2];
        const double near = range.width() / 100;
        const auto within = [&](double low, double high) {
            const auto [first, last] = std::pair(std::ranges::lower_bound(sorted, low),
                                                 std::ranges::upper_bound(sorted, high));
            return last - first;
        };
        const auto seen = within(range.low, range.high) - within(middle - near, middle + near);
        return 20 * seen < std::ssize(sorted);
    }

    static double shown(double value) { return std::clamp(value, -largestShown, largestShown); }

    /// f, whatever the goal.
    double height(double x) const { return m_objective.told(m_objective.value(x)); }

    /// How far f goes at its extreme sample, uphill (sign 1) or downhill (-1); nothing where it
    /// runs off to a pole.
    std::optional<double> end(CurvePoint extreme, double sign) const {
        const auto followed = follow(extreme, sign);
        if (!followed || sign * (*followed - extreme.value) > 20 * m_spread ||
            standsAlone(extreme, sign > 0 ? m_middle.high : m_middle.low))
            return std::nullopt;
        return std::clamp(*followed, -largestShown, largestShown);
    }

    /// True when the sample stands out from both its neighbours very close by, by more than half of
    /// how far it is from `usual`: it hit a pole almost exactly.
    bool standsAlone(CurvePoint sample, double usual) const {
        const double reach = m_x.width() * 1e-9;
        const auto drops = [&](double at) {
            const double drop = std::abs(sample.value - height(at));
            return !m_x.contains(at) || !(drop <= std::abs(sample.value - usual) / 2);
        };
        return drops(sample.x - reach) && drops(sample.x + reach);
    }

    /// The extreme of f beside the sample; nothing when that is infinite.
    std::optional<double> follow(CurvePoint extreme, double sign) const {
        double reach = m_column;
        for (int halving = 0; halving < 40; ++halving) {
            reach /= 2;
            for (const double at : {extreme.x - reach, extreme.x + reach}) {
                if (!m_x.contains(at)) continue;
                const double value = height(at);
                if (std::isinf(value)) return std::nullopt;
                if (sign * value > sign * extreme.value) extreme = {at, value};
            }
        }
        return extreme.value;
    }

    const descent::Objective& m_objective;
    Range m_x;
    double m_column;
    std::vector<CurvePoint> m_samples;
    Range m_middle;
    struct {
        bool low = false;
        bool high = false;
    } m_walls;  ///< at which end f goes on beyond the middle, too steep to be shown
    double m_spread = 0;
};

Range withMargin(Range range) {
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    if (!(range.width() > 1e-12 * size)) {
        const double around = size < 1e12 ? std::max(1.0, size / 1e6) : size / 10;
        return {range.low - around, range.high + around};
    }
    const double margin = range.width() * 0.08;
    return {range.low - margin, range.high + margin};
}

/// The values of the run in `x`; not those far on the wrong side of its start, to which it leapt.
std::optional<Range> valuesOfRun(const descent::Objective& objective,
                                 const descent::Trajectory& trajectory, Range x,
                                 std::optional<Range> range) {
    constexpr double farthest = 16;  // times as far as the best value is on the right side
    std::vector<double> wrong;
    std::optional<double> start;
    for (std::size_t n = 0; n < trajectory.size(); ++n) {
        if (!x.contains(trajectory.x(n)) || !std::isfinite(trajectory.value(n))) continue;
        const double value = std::clamp(trajectory.value(n), -largestShown, largestShown);
        if (!start) start = value;
        if (objective.told(value) > objective.told(*start)) {
            wrong.push_back(value);
        } else {
            range = widened(range.value_or(Range{value, value}), value);
        }
    }
    if (!range || !start) return range;
    const double reach = farthest * (range->high - range->low);
    const Range near = *range;
    for (const double value : wrong) {
        if (value <= near.high + reach && value >= near.low - reach) range = widened(*range, value);
    }
    return range;
}

}  // namespace

Range fittingValues(const descent::Objective& objective, Range x, int intervals) {
    const Heights heights(objective, x, intervals);
    return heights.empty() ? Range{-1, 1} : withMargin(heights.all());
}

Range fittingValues(const descent::Objective& objective, Range x,
                    const descent::Trajectory& trajectory, int intervals) {
    constexpr double wall = 1;  // times as high as what has to be seen
    constexpr double tiny = 1e-6;
    const Heights heights(objective, x, intervals);
    if (heights.empty()) return {-1, 1};
    const Range all = heights.all();
    if (trajectory.empty()) return withMargin(all);
    const auto needed = valuesOfRun(objective, trajectory, x, heights.valleys());
    if (!needed ||
        !(needed->width() > 1e-12 * std::max(std::abs(needed->low), std::abs(needed->high))) ||
        needed->width() < tiny * heights.changeAbout(trajectory.x(0)))
        return withMargin(all);
    const double room = wall * needed->width();
    return withMargin({std::min(needed->low, std::max(all.low, needed->low - room)),
                       std::max(needed->high, std::min(all.high, needed->high + room))});
}

}  // namespace insight
