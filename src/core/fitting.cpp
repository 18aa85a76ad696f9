// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fitting.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "core/foresight.h"
#include "core/landscape.h"
#include "core/refinement.h"

namespace core {

namespace {

std::vector<CurvePoint> definedSamples(const Objective& objective, Range x, int intervals) {
    std::vector<CurvePoint> samples;
    for (int i = 0; i <= intervals; ++i) {
        const double at = i == intervals ? x.high : x.low + x.width() * i / intervals;
        const double value = objective.value({at, 0});
        if (std::isfinite(value)) samples.push_back({at, value});
    }
    return samples;
}

/// True when the sample stands out from both its neighbours very close by, by more than half of how
/// far it is from `usual`: it hit a pole almost exactly.
bool standsAlone(const Objective& objective, Range x, CurvePoint sample, double usual) {
    const double reach = x.width() * 1e-9;
    const auto drops = [&](double at) {
        const double drop = std::abs(sample.value - objective.value({at, 0}));
        return !x.contains(at) || !(drop <= std::abs(sample.value - usual) / 2);
    };
    return drops(sample.x - reach) && drops(sample.x + reach);
}

/// True when f, followed uphill (sign 1) or downhill (-1) from its extreme sample, runs off to a
/// pole.
bool runsAway(const Objective& objective, Range x, int intervals, CurvePoint extreme, double spread,
              double sign) {
    double reach = x.width() / intervals;
    const double start = extreme.value;
    for (int halving = 0; halving < 40; ++halving) {
        reach /= 2;
        for (const double at : {extreme.x - reach, extreme.x + reach}) {
            if (!x.contains(at)) continue;
            const double value = objective.value({at, 0});
            if (std::isinf(value)) return true;
            if (sign * value > sign * extreme.value) extreme = {at, value};
        }
    }
    return sign * (extreme.value - start) > 20 * spread;
}

double distance(Range range, double x) {
    return std::max({range.low - x, x - range.high, 0.0});
}

/// A run, step after step, and what of it has to be in view.
class RunInView {
public:
    RunInView(const Objective& objective, const Settings& settings, double start)
        : m_objective(objective),
          m_settings(settings),
          m_whole{start, start},
          m_last{0, {start, 0}, 0, {}} {}

    void take(const Step& step) {
        if (m_first.size() < mostFirst) m_first.push_back(step);
        m_longest = std::max(m_longest, std::abs(step.at.x - m_last.at.x));
        m_before = std::exchange(m_last, step);
        if (std::isfinite(step.value) && std::abs(step.at.x) <= divergenceBound)
            m_whole = widened(m_whole, step.at.x);
    }

    /// What has to be in view, and the extremum that the run came to or nears, if it does.
    struct Sight {
        Range extent;
        std::optional<double> goal;
    };
    Sight sight() const {
        if (m_first.empty()) return {m_whole, {}};
        const auto end = outcome(m_settings, m_last);
        if (end == Outcome::LeftDomain) return {withWayOut(), {}};
        if (end == Outcome::Diverged) return {beginning(), {}};
        if (const auto goal = this->goal(end)) return {widened(m_whole, *goal), goal};
        return {growsFast() ? beginning() : m_whole, {}};
    }

    bool moved() const { return m_whole.low < m_whole.high; }
    /// Whether f is level about the place, too.
    bool isFlat(double x) const {
        constexpr double around = 2;
        return std::abs(uphill(x - around)) < m_settings.tolerance &&
               std::abs(uphill(x + around)) < m_settings.tolerance;
    }

private:
    static constexpr std::size_t mostFirst = 64;

    /// f', or −f' when ascending.
    double uphill(double x) const {
        const double slope = m_objective.gradient({x, 0}).x;
        return m_settings.direction == Direction::Descend ? slope : -slope;
    }

    std::optional<double> goal(const std::optional<Outcome>& end) const {
        double x = m_last.at.x;
        if (end != Outcome::Converged && end != Outcome::Stalled) {
            const auto ahead = prospect(m_objective, m_settings, x);
            if (!ahead) return marchesTo();
            if (ahead->end != Prospect::End::Rest) return std::nullopt;
            x = ahead->x;
        }
        return isExtremum(x) ? std::optional(x) : std::nullopt;
    }

    /// The extremum ahead of a run that hardly gets on.
    std::optional<double> marchesTo() const {
        double step = m_last.at.x - m_before.at.x;
        double from = m_last.at.x;
        const bool up = uphill(from) > 0;
        if (up != (step < 0)) return std::nullopt;
        for (; std::abs(from + step) <= divergenceBound && step != 0; step *= 2) {
            if (const auto found = firstTurn(from, from + step)) return found;
            from += step;
        }
        return std::nullopt;
    }

    bool isExtremum(double x) const {
        constexpr double beside = 0.05;
        const double way = std::abs(m_first.front().at.x - x);
        const double reach = std::max(beside * way, 1e-6 * std::max(1.0, std::abs(x)));
        return uphill(x - reach) < 0 && uphill(x + reach) > 0;
    }

    /// Whether no step was longer than the last, and that far longer than the first.
    bool growsFast() const {
        constexpr double far = 64;
        if (m_first.size() < 4) return false;
        const double first = std::abs(m_first[1].at.x - m_first[0].at.x);
        const double last = std::abs(m_last.at.x - m_before.at.x);
        return last >= m_longest && last > far * first;
    }

    /// Not the step out of the domain when it leads far away.
    Range withWayOut() const {
        const double room = std::max(2.0, m_whole.width());
        return distance(m_whole, m_last.at.x) <= room ? widened(m_whole, m_last.at.x) : m_whole;
    }

    /// Where f' changes its sign on the way, seen from its beginning.
    std::optional<double> firstTurn(double from, double to) const {
        constexpr int parts = 32;
        const bool up = uphill(from) > 0;
        const auto same = [&](double x) { return (uphill(x) > 0) == up; };
        double before = from;
        for (int i = 1; i <= parts; ++i) {
            const double x = from + (to - from) * i / parts;
            if (!same(x)) return lastLike(before, x, same);
            before = x;
        }
        return std::nullopt;
    }

    std::optional<double> leaptOver() const {
        constexpr std::size_t early = 4;
        for (std::size_t n = 1; n < std::min(early, m_first.size()); ++n) {
            if (!std::isfinite(m_first[n].at.x)) break;
            if (const auto turn = firstTurn(m_first[n - 1].at.x, m_first[n].at.x)) return turn;
        }
        return std::nullopt;
    }

    /// The start, the extremum and the first steps that stay near these.
    Range beginning() const {
        constexpr double near = 4;  // times as far as the extremum
        constexpr double nearForOne = 8;
        const double start = m_first.front().at.x;
        const auto extremum = leaptOver();
        const double unit = extremum ? std::abs(start - *extremum) : 1;
        Range range = widened({start, start}, extremum.value_or(start));
        for (std::size_t n = 1; n < m_first.size(); ++n) {
            const double reach = unit * (n == 1 ? nearForOne : near);
            const double x = m_first[n].at.x;
            if (!(std::abs(x - start) <= reach) || !std::isfinite(m_first[n].value)) break;
            range = widened(range, x);
        }
        return range;
    }

    const Objective& m_objective;
    const Settings& m_settings;
    Range m_whole;  ///< of all places where f has a value
    std::vector<Step> m_first;
    Step m_last;
    Step m_before;
    double m_longest = 0;  ///< step
};

/// The extent with what lies around it.
Range surrounded(const RunInView& run, double start) {
    constexpr double usual = 2;
    const RunInView::Sight sight = run.sight();
    Range range = sight.extent;
    if (sight.goal) range = widened(range, 2 * *sight.goal - start);
    const double home = std::max(usual, std::abs(start));
    constexpr double smallest = 1.0 / 6;  // part of the view that a run may be made
    if (range.width() >= smallest * 2 * home || (!run.moved() && run.isFlat(start)))
        range = widened(widened(range, -home), home);
    const double size = std::max(1.0, std::abs(range.centre()));
    const double room = range.width() > 1e-4 * size ? std::min(usual, 10 * range.width()) : usual;
    range = widened(widened(range, range.centre() - room), range.centre() + room);
    const double margin = range.width() / 10;
    return {range.low - margin, range.high + margin};
}

}  // namespace

Range fittingValues(const Objective& objective, Range x, int intervals) {
    constexpr double largest = 1e249;  // a plot shows nothing beyond 1e250
    std::vector<CurvePoint> samples = definedSamples(objective, x, intervals);
    if (samples.empty()) return {-1, 1};
    std::sort(samples.begin(), samples.end(),
              [](const CurvePoint& a, const CurvePoint& b) { return a.value < b.value; });
    const std::size_t tail = samples.size() / 20;
    Range range{samples.front().value, samples.back().value};
    const Range middle{samples[tail].value, samples[samples.size() - 1 - tail].value};
    const double spread = std::max(middle.width(), std::numeric_limits<double>::min());
    if (standsAlone(objective, x, samples.back(), middle.high) ||
        runsAway(objective, x, intervals, samples.back(), spread, 1))
        range.high = middle.high + spread / 4;
    if (standsAlone(objective, x, samples.front(), middle.low) ||
        runsAway(objective, x, intervals, samples.front(), spread, -1))
        range.low = middle.low - spread / 4;
    range = {std::clamp(range.low, -largest, largest), std::clamp(range.high, -largest, largest)};

    const double size = std::max(std::abs(range.low), std::abs(range.high));
    if (!(range.width() > 1e-12 * size)) {
        const double around = size < 1e12 ? std::max(1.0, size / 1e6) : size / 10;
        return {range.low - around, range.high + around};
    }
    const double margin = range.width() * 0.08;
    return {range.low - margin, range.high + margin};
}

namespace {

RunInView inView(const Objective& objective, const Settings& settings, const Trajectory& trajectory,
                 Point start) {
    RunInView run(objective, settings, start.x);
    for (std::size_t n = 0; n < trajectory.size(); ++n) run.take(trajectory[n]);
    return run;
}

}  // namespace

Range extentOfRun(const Objective& objective, const Settings& settings,
                  const Trajectory& trajectory, Point start) {
    return inView(objective, settings, trajectory, start).sight().extent;
}

Range fittingRange(const Objective& objective, const Settings& settings,
                   const Trajectory& trajectory, Point start) {
    return surrounded(inView(objective, settings, trajectory, start), start.x);
}

Range fittingRange(const Objective& objective, const Settings& settings, Point start) {
    constexpr std::int64_t mostSteps = 10'000;
    RunInView run(objective, settings, start.x);
    Step step = begin(objective, start);
    run.take(step);
    while (step.iteration < mostSteps && !outcome(settings, step)) {
        step = next(objective, settings, step);
        run.take(step);
    }
    return surrounded(run, start.x);
}

}  // namespace core
