// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict/crossing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "descent/descent.h"
#include "insight/closeby.h"

namespace insight {

namespace {

struct Sample {
    double x = 0;
    double value = 0;
};

class Search {
public:
    explicit Search(const descent::Objective& objective) : m_objective(objective) {}

    /// Where f is not continuous between two points where it is finite.
    std::optional<Crossing> between(Sample left, Sample right) const {
        constexpr int parts = 16;
        std::vector<Sample> samples = {left};
        for (int i = 1; i < parts; ++i) {
            const double x = left.x + (right.x - left.x) * i / parts;
            const double value = near(x, (right.x - left.x) * 1e-7);
            if (!std::isfinite(value)) return hole(x, value);
            samples.push_back({x, value});
        }
        samples.push_back(right);
        const auto [lowest, highest] =
            std::minmax_element(samples.begin(), samples.end(),
                                [](const Sample& a, const Sample& b) { return a.value < b.value; });
        if (!standsOut(highest->value - lowest->value, lowest->x, highest->x)) return std::nullopt;
        if (const auto found = pole(samples, *highest, 1)) return found;
        if (const auto found = pole(samples, *lowest, -1)) return found;
        std::size_t steepest = 1;
        const auto change = [&](std::size_t i) {
            return std::abs(samples[i].value - samples[i - 1].value);
        };
        for (std::size_t i = 2; i < samples.size(); ++i) {
            if (change(i) > change(steepest)) steepest = i;
        }
        return jump(samples[steepest - 1], samples[steepest]);
    }

    /// That step, or where it would have gone beyond what is looked at, the bound.
    Sample within(const descent::Step& step) const {
        if (std::abs(step.at[0]) <= descent::divergenceBound)
            return {step.at[0], m_objective.told(step.value)};
        const double x = std::copysign(descent::divergenceBound, step.at[0]);
        return {x, value(x)};
    }

private:
    double value(double x) const { return m_objective.value(x); }

    /// Whether a change of f between two places is more than rounding could make it.
    bool standsOut(double change, double left, double right) const {
        constexpr double safety = 4;
        const double error = m_objective.valueError(left, spacing(left)) +
                             m_objective.valueError(right, spacing(right));
        return change > safety * error;
    }

    /// f at x, or beside it where only the point itself is missing: sin(x)/x at 0.
    double near(double x, double beside) const {
        const double at = value(x);
        return std::isnan(at) ? value(x + beside) : at;
    }

    /// Climbs from that sample (descends with sign -1). Near a continuous peak every round gains
    /// less than the one before; at a pole, even that of a logarithm, the gains do not fade.
    std::optional<Crossing> pole(const std::vector<Sample>& samples, Sample top,
                                 double sign) const {
        constexpr int rounds = 5;
        constexpr int halvings = 10;
        const Sample start = top;
        double reach = samples[1].x - samples[0].x;
        double lastGain = 0;
        for (int round = 0; round < rounds; ++round) {
            const double before = top.value;
            for (int i = 0; i < halvings; ++i, reach /= 2) {
                for (const double x : {top.x - reach, top.x + reach}) {
                    if (!(x > samples.front().x && x < samples.back().x)) continue;
                    const double there = value(x);
                    if (std::isinf(there)) return hole(x, there);
                    if (sign * there > sign * top.value) top = {x, there};
                }
            }
            const double gain = std::abs(top.value - before);
            // Closer to a pole than that, rounding of x alone may change f as much.
            if (round < 3 && !standsOut(std::abs(top.value - start.value), top.x, start.x))
                return std::nullopt;
            // The last round may run out of numbers between this one and the pole.
            if (round > 0 && round + 1 < rounds && !(gain > 0.4 * lastGain)) return std::nullopt;
            lastGain = gain;
        }
        return breaks(top.x, 4 * reach) ? std::optional(Crossing{0, top.x, false}) : std::nullopt;
    }

    /// Follows the larger change of f into ever smaller parts: it fades where f is continuous, also
    /// at a cusp, where |x|^p loses a factor of 2^-p at each halving.
    std::optional<Crossing> jump(Sample left, Sample right) const {
        constexpr std::size_t compared = 32;
        std::vector<double> changes = {std::abs(right.value - left.value)};
        while (true) {
            const double x = left.x + (right.x - left.x) / 2;
            if (x == left.x || x == right.x) break;
            const Sample middle{x, near(x, (right.x - left.x) * 1e-7)};
            if (!std::isfinite(middle.value)) return hole(x, middle.value);
            const bool onTheLeft =
                std::abs(middle.value - left.value) > std::abs(right.value - middle.value);
            (onTheLeft ? right : left) = middle;
            changes.push_back(std::abs(right.value - left.value));
            if (!(changes.back() > changes.front() / 20)) return std::nullopt;
        }
        const std::size_t back = std::min(compared, changes.size() - 1);
        // A single value between both sides, as that of sign, halves a jump at the very end.
        if (!(changes.back() > 0.45 * changes[changes.size() - 1 - back])) return std::nullopt;
        // Next to a jump nothing is known of f: rounding may carry x to its other side.
        constexpr double beside = 32;
        if (!standsOut(changes.back(), left.x - beside * spacing(left.x),
                       right.x + beside * spacing(right.x)))
            return std::nullopt;
        if (!standsOutOfItsSurroundings(left.x, right.x) || !breaks(left.x, 0)) return std::nullopt;
        return Crossing{0, left.x, false};
    }

    /// Where f is finite to both sides of a place and not there. Nothing where it was only rounding
    /// or overflow that took its value.
    std::optional<Crossing> hole(double x, double value) const {
        const bool gap = std::isnan(value);
        if (gap ? m_objective.isMissing(x) : breaks(x, 0)) return Crossing{0, x, gap};
        return std::nullopt;
    }

    /// However f looks there, something in it must be able to make it discontinuous.
    bool breaks(double x, double reach) const {
        return m_objective.mayBreak(x, std::max(reach, 4 * spacing(x)));
    }

    /// Whether f changes much more between two places that are next to each other than close by on
    /// either side, where it would change as much if it were steep or nothing but rounding; or
    /// whether it runs off to opposite sides. What lies next to a jump can be on its other side.
    bool standsOutOfItsSurroundings(double left, double right) const {
        constexpr int nearest = 2;
        constexpr int farthest = 32;
        const auto side = [&](double x, double step) {
            std::vector<double> values;
            for (int i = nearest; i <= farthest; ++i) values.push_back(value(x + i * step));
            return values;
        };
        const std::vector<double> before = side(left, -spacing(left));
        const std::vector<double> after = side(right, spacing(right));
        const auto [lowBefore, highBefore] = std::ranges::minmax(before);
        const auto [lowAfter, highAfter] = std::ranges::minmax(after);
        const double nearChange = std::abs(after.front() - before.front());
        if (nearChange > 4 * (highBefore - lowBefore + highAfter - lowAfter)) return true;
        const bool rises =
            highBefore < lowAfter && before.front() == lowBefore && after.front() == highAfter;
        const bool falls =
            highAfter < lowBefore && after.front() == lowAfter && before.front() == highBefore;
        return rises || falls;
    }

    const descent::Objective& m_objective;
};

/// The numbers of the first steps and of the longest ones, ascending; the middle of a long run is
/// left out.
std::vector<std::size_t> stepsToLookAt(const descent::Trajectory& trajectory) {
    constexpr std::size_t atTheEnds = 10'000;
    constexpr std::size_t first = 128;
    constexpr std::size_t longest = 128;
    const std::size_t steps = trajectory.size() - 1;
    std::vector<std::pair<double, std::size_t>> all;
    for (std::size_t n = 0; n < steps; ++n) {
        if (n == atTheEnds && steps > 2 * atTheEnds) n = steps - atTheEnds;
        const double length = std::abs(trajectory.x(n + 1) - trajectory.x(n));
        all.emplace_back(std::isfinite(length) ? -length : 0, n);
    }
    const auto rest = all.begin() + static_cast<std::ptrdiff_t>(std::min(first, all.size()));
    const auto end =
        rest + std::min(static_cast<std::ptrdiff_t>(longest), std::distance(rest, all.end()));
    std::partial_sort(rest, end, all.end());
    std::vector<std::size_t> numbers;
    std::transform(all.begin(), end, std::back_inserter(numbers),
                   [](const auto& step) { return step.second; });
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace

std::optional<Crossing> firstCrossing(const descent::Objective& objective,
                                      const descent::Trajectory& trajectory,
                                      const std::stop_token& stop) {
    if (objective.isContinuous()) return std::nullopt;
    const Search search(objective);
    for (const std::size_t n : stepsToLookAt(trajectory)) {
        if (stop.stop_requested()) break;
        const descent::Step from = trajectory[n];
        const descent::Step to = trajectory[n + 1];
        Sample left = search.within(from);
        Sample right = search.within(to);
        if (left.x > right.x) std::swap(left, right);
        if (left.x == right.x || !std::isfinite(left.value) || !std::isfinite(right.value))
            continue;
        auto crossing = search.between(left, right);
        if (!crossing) continue;
        crossing->step = from.iteration;
        return crossing;
    }
    return std::nullopt;
}

}  // namespace insight
