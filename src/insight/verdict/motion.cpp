// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict/motion.h"

#include <algorithm>
#include <cmath>

#include "insight/closeby.h"
#include "insight/survey.h"
#include "insight/verdict/cycle.h"
#include "insight/verdict/laststeps.h"

namespace insight {

namespace {

constexpr std::size_t longTail = 1000;
constexpr std::size_t recent = 64;
constexpr std::size_t few = 4;
constexpr double roundings = 64;      // between the points of a cycle that rounding alone makes
constexpr double closeBy = 1e-9;      // about one, of x
constexpr double negligible = 1e-10;  // of the width of a cycle

/// A run that has not ended, and what the steps after its last would bring.
class Unfinished {
public:
    Unfinished(const descent::Objective& objective, const descent::Settings& settings,
               const descent::Trajectory& trajectory, const Continuation& ahead,
               const std::stop_token& stop)
        : m_objective(objective),
          m_settings(settings),
          m_trajectory(trajectory),
          m_plain(descent::isPlain(settings)),
          m_ahead(ahead),
          m_stop(stop) {
        if (m_plain && m_ahead.outcome == descent::Outcome::MaxIterations)
            m_prospect = prospect(objective, settings, m_ahead.steps.last().at[0]);
    }

    Finding judge() const {
        if (standsStill(m_ahead)) return judgeStalled(m_objective, m_settings, m_trajectory);
        std::optional<Finding> found =
            m_plain ? cycle() : swingingOn(m_objective, m_settings, m_trajectory, m_ahead, m_stop);
        if (!found) found = crawl();
        if (!found) found = rattling(m_objective, m_settings, m_trajectory, m_ahead, m_stop);
        if (!found && m_plain) found = cycleToCome();
        if (!found && m_plain) found = drift();
        return found ? *found : motion();
    }

private:
    std::size_t tail() const { return std::min(longTail, m_trajectory.size() / 2); }
    std::int64_t stepsAhead() const { return static_cast<std::int64_t>(m_ahead.steps.size()) - 1; }
    bool ends(Prospect::End end) const { return m_prospect && m_prospect->end == end; }
    bool bounded() const {
        return m_ahead.outcome == descent::Outcome::MaxIterations ||
               m_ahead.outcome == descent::Outcome::Stalled;
    }
    bool leaves() const {
        return m_ahead.outcome == descent::Outcome::Diverged ||
               m_ahead.outcome == descent::Outcome::LeftDomain;
    }

    std::optional<Sequel> sequel() const { return sequelOf(m_objective, m_ahead); }

    Overshoot about(Range extent) const {
        return overshootAt(m_objective, m_settings, pointWithin(m_objective, extent, m_stop));
    }

    Cycle cycleOf(int period, Range extent, bool toCome) const {
        Cycle cycle{period, extent, toCome};
        cycle.overshoot = about(extent);
        const double size = std::max(std::abs(extent.low), std::abs(extent.high));
        const auto& point = cycle.overshoot.point;
        if (!point && extent.width() <= roundings * spacing(size)) {
            cycle.overshoot = about({extent.low - closeBy * size, extent.high + closeBy * size});
            cycle.inRounding = point && !isCorner(point->shape);
            cycle.tolerance = sufficientTolerance(slope(0));
        }
        if (!point || !isCorner(point->shape)) return cycle;
        const double miss =
            std::min(std::abs(extent.low - point->x), std::abs(extent.high - point->x));
        if (miss <= negligible * extent.width()) cycle.miss = miss;
        return cycle;
    }

    /// Whether the last steps of a run cover the same as that of an earlier one.
    static bool stays(Range earlier, Range later) {
        const double size = std::max({std::abs(later.low), std::abs(later.high), 1e-3});
        const double slack = std::min(1e-8 * size, 1e-3 * later.width());
        return std::abs(later.low - earlier.low) <= slack &&
               std::abs(later.high - earlier.high) <= slack;
    }

    /// Whether the run goes round those points for ever, one of which is x.
    bool holdsAt(double x, int period, Range range) const {
        return holds(m_objective, m_settings, x, period, range.width());
    }

    /// A run that comes back to where it was, to the last digit, goes on so for ever.
    std::optional<Cycle> exactCycle(const descent::Trajectory& run, bool toCome) const {
        const int period = exactPeriod(run);
        if (period < 2) return std::nullopt;
        const Range range = extent(run, static_cast<std::size_t>(period));
        return cycleOf(placesIn(run, period), range, toCome);
    }

    /// The last steps of a run, if an earlier or later one covers the same with them.
    std::optional<Cycle> stableCycle(const descent::Trajectory& run,
                                     const descent::Trajectory& other, bool toCome) const {
        const int period = tailPeriod(run);
        if (period < 2 || !bounded()) return std::nullopt;
        const auto turn = static_cast<std::size_t>(period);
        const Range range = extent(run, turn);
        if (!stays(range, extent(other, turn))) return std::nullopt;
        if (!holdsAt(m_ahead.steps.last().at[0], period, range)) return std::nullopt;
        return cycleOf(placesIn(run, period), range, toCome);
    }

    std::optional<Finding> cycle() const {
        if (tailPeriod(m_trajectory) == tailPeriod(m_ahead.steps)) {
            if (const auto cycle = stableCycle(m_trajectory, m_ahead.steps, false)) return cycle;
        }
        return exactCycle(m_trajectory, false);
    }

    std::optional<Finding> cycleToCome() const {
        if (ends(Prospect::End::Swing)) {
            const double x = m_prospect->x;
            const double back = descent::plainStep(m_objective, m_settings.alpha, x);
            const Range range{std::min(x, back), std::max(x, back)};
            if (holdsAt(x, 2, range)) return cycleOf(2, range, true);
        } else if (const auto cycle = stableCycle(
                       m_ahead.steps, m_ahead.steps.prefix(m_ahead.steps.size() / 2), true)) {
            return cycle;
        }
        return exactCycle(m_ahead.steps, true);
    }

    std::optional<Finding> drift() const {
        const int period = bounded() ? driftingPeriod(m_ahead.steps) : 0;
        const auto turn = static_cast<std::size_t>(period);
        if (period == 0 || m_trajectory.size() < turn) return std::nullopt;
        const Range range = extent(m_trajectory, turn);
        return Drift{period, range, about(range)};
    }

    std::optional<Finding> crawl() const {
        const bool here = m_ahead.outcome == descent::Outcome::Converged;
        if (!here && !ends(Prospect::End::Rest)) return std::nullopt;
        Crawl crawl;
        crawl.remaining = static_cast<double>(stepsAhead()) + (here ? 0 : m_prospect->steps);
        findRate(crawl);
        const double end = here ? m_ahead.steps.last().at[0] : m_prospect->x;
        crawl.goal = footingAt(m_objective, m_settings, end, m_stop);
        return crawl;
    }

    double slope(std::size_t back) const {
        return std::abs(m_trajectory.slope(m_trajectory.size() - 1 - back));
    }

    bool shrinksEvenly() const {
        if (!m_plain || m_trajectory.size() < 5 || (m_prospect && !m_prospect->fades)) return false;
        const auto shrinks = [](const descent::Trajectory& run, std::size_t n) {
            return std::abs(run.slope(n)) < std::abs(run.slope(n - 2));
        };
        for (std::size_t n = m_trajectory.size() - 3; n < m_trajectory.size(); ++n) {
            if (!shrinks(m_trajectory, n)) return false;
        }
        for (std::size_t n = 2; n < m_ahead.steps.size(); ++n) {
            if (!shrinks(m_ahead.steps, n)) return false;
        }
        return true;
    }

    void findRate(Crawl& crawl) const {
        constexpr double foretold = 1.6;
        if (!shrinksEvenly()) return;
        const double rate = std::sqrt(slope(0) / slope(2));
        const double evenly = std::log(m_settings.tolerance / slope(0)) / std::log(rate);
        constexpr double slack = 2;  // steps, of which the last need not be whole
        crawl.slowing = crawl.remaining > foretold * evenly + slack;
        crawl.rate = crawl.remaining > evenly / foretold ? rate : 0;
        crawl.creeps = descent::approach(crawl.rate) == descent::Approach::Creeps;
    }

    Finding motion() const {
        if (m_ahead.outcome == descent::Outcome::Stalled)
            return Motion{Motion::Trend::Uneven, 0, sequel()};
        const bool improved = improves(m_objective, m_trajectory, recent);
        const bool improving = improved && improvesOn();
        if (m_plain && grows(m_objective, m_trajectory, 16) && growsOn())
            return Growth{lastGrowth(m_trajectory), sequel(), about(extent(m_trajectory, tail()))};
        if (!improving && !leaves() && marchesOn())
            return March{m_trajectory.last().at[0] < m_trajectory.x(m_trajectory.size() - 2),
                         stepsAhead()};
        if (isLevel(m_trajectory, few) && isLevel(m_ahead.steps, m_ahead.steps.size()))
            return Motion{Motion::Trend::Level, stepsAhead(), sequel()};
        if (m_plain && !improved && isIrregular()) return wandering();
        if (improving) return improvingMotion();
        return Motion{improved ? Motion::Trend::Turning : Motion::Trend::Uneven, 0, sequel()};
    }

    bool improvesOn() const {
        const std::size_t known = m_ahead.steps.size() - (leaves() ? 1 : 0);
        if (known < 2) return true;
        const descent::Trajectory later = m_ahead.steps.prefix(known);
        // Another method may come to stand still without an end.
        return improves(m_objective, later, known) &&
               (m_plain || later.value(known - 1) != later.value(known - 2));
    }

    /// Whether each of the last steps and of the next ones lowers the cost, but where it ends.
    bool fallsOn() const {
        const std::size_t known = m_ahead.steps.size() - (leaves() ? 1 : 0);
        return falls(m_objective, m_trajectory, recent) &&
               falls(m_objective, m_ahead.steps.prefix(known), known);
    }

    Motion improvingMotion() const {
        Motion motion{Motion::Trend::Turning, stepsAhead() - (leaves() ? 1 : 0), sequel()};
        if (motion.ahead > 0)
            motion.trend = fallsOn() ? Motion::Trend::Improving : Motion::Trend::Easing;
        if (!ends(Prospect::End::Infinity)) return motion;
        const double far = m_prospect->x;
        if (unboundedBeyond(m_objective, far, m_objective.value(far)))
            motion.trend = fadesBeyond(m_objective, far, slope(0)) ? Motion::Trend::Fading
                                                                   : Motion::Trend::Endless;
        return motion;
    }

    /// Whether it goes about without repeating, and will go on so.
    bool isIrregular() const {
        constexpr std::size_t enough = 32;
        if (m_trajectory.size() <= enough || leaves()) return false;
        if (tailPeriod(m_ahead.steps) > 0) return false;
        return !improves(m_objective, m_ahead.steps, m_ahead.steps.size() / 2);
    }

    bool growsOn() const {
        const std::size_t known = m_ahead.steps.size();
        return known < 4 || grows(m_objective, m_ahead.steps, known);
    }

    bool marchesOn() const {
        if (!marches(m_trajectory, tail()) || !marches(m_ahead.steps, m_ahead.steps.size()))
            return false;
        const double last = m_trajectory.last().at[0];
        const double forth = last - m_trajectory.x(m_trajectory.size() - 2);
        return (m_ahead.steps[1].at[0] - last) * forth > 0;
    }

    /// Long leaps from a corner and back are no drift: only another extremum to go about is.
    Wandering wandering() const {
        constexpr std::size_t compared = 16;  // after a quarter of the run: it may begin far off
        const std::size_t size = m_trajectory.size();
        const Range range = extent(m_trajectory, tail());
        Wandering found{static_cast<std::int64_t>(tail()), range};
        found.overshoot = about(range);
        const Range journey = extent(m_trajectory, size);
        if (journey != range) found.journey = journey;
        const Range before = extent(m_trajectory.prefix(size / 4 + compared), compared);
        if (before.high >= range.low && before.low <= range.high) return found;
        const auto earlier = pointWithin(m_objective, before, m_stop);
        const auto& now = found.overshoot.point;
        found.drifts = earlier && now && !same(earlier->x, now->x);
        return found;
    }

    const descent::Objective& m_objective;
    const descent::Settings& m_settings;
    const descent::Trajectory& m_trajectory;
    /// Where the next step depends on x alone, more can be known of what follows.
    const bool m_plain;
    const Continuation& m_ahead;
    std::optional<Prospect> m_prospect;
    const std::stop_token& m_stop;
};

}  // namespace

Finding judgeUnfinished(const descent::Objective& objective, const descent::Settings& settings,
                        const descent::Trajectory& trajectory, const Continuation& ahead,
                        const std::stop_token& stop) {
    return Unfinished(objective, settings, trajectory, ahead, stop).judge();
}

}  // namespace insight
