// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/motion.h"

#include <algorithm>
#include <cmath>

#include "insight/closeby.h"
#include "insight/cycle.h"
#include "insight/foresight.h"
#include "insight/laststeps.h"
#include "insight/survey.h"

namespace insight {

std::optional<StationaryPoint> pointWithin(const descent::Objective& objective, Range extent,
                                           const std::stop_token& stop) {
    constexpr int columns = 512;
    const double margin = extent.width() / 8;
    const Range around{extent.low - margin, extent.high + margin};
    if (!around.valid()) return std::nullopt;
    return nearestExtremum(stationaryPoints(objective, around, columns, stop),
                           StationaryKind::Minimum, extent.centre());
}

bool unboundedBeyond(const descent::Objective& objective, double x, double cost) {
    constexpr double farthest = 1e300;
    constexpr double fading = 0.9;
    if (std::isinf(cost)) return cost < 0;
    if (std::abs(x) <= descent::divergenceBound) return false;
    double first = 0;
    for (x *= 10; std::abs(x) < farthest; x *= 10) {
        const double there = objective.value(x);
        if (std::isinf(there)) return there < 0;
        if (std::isnan(there)) break;
        const double gain = cost - there;
        if (first == 0) first = gain;
        if (!(gain > 0 && gain >= fading * first)) return false;
        cost = there;
    }
    return first > 0;
}

namespace {

constexpr std::size_t longTail = 1000;
constexpr double roundings = 64;  // between the points of a cycle that rounding alone makes
constexpr double closeBy = 1e-9;  // about one, of x

/// Whether |f'| falls well below that slope at ever farther places.
bool fadesBeyond(const descent::Objective& objective, double x, double slope) {
    constexpr double farthest = 1e290;
    while (std::abs(x) < farthest) x *= 10;
    return !(std::abs(objective.slope(x)) >= slope / 2);
}

/// A run that has not ended, and what the steps after its last would bring.
class Motion {
public:
    Motion(const descent::Objective& objective, const descent::Settings& settings,
           const descent::Trajectory& trajectory, Verdict& verdict, const std::stop_token& stop)
        : m_objective(objective),
          m_settings(settings),
          m_trajectory(trajectory),
          m_plain(descent::isPlain(settings.method)),
          m_ahead(continued(objective, settings, trajectory.state(trajectory.size() - 1))),
          m_verdict(verdict),
          m_stop(stop) {
        if (m_plain && m_ahead.outcome == descent::Outcome::MaxIterations)
            m_prospect = prospect(objective, settings, m_ahead.steps.last().at[0]);
    }

    void judge() {
        if (m_plain && isCycle()) return;
        if (isApproach() || (m_plain && (becomesCycle() || isDrift())) || isStall()) return;
        if (leaves()) {
            m_verdict.fate = m_ahead.outcome;
            m_verdict.remaining = stepsAhead();
            const descent::Step end = m_ahead.steps.last();
            m_verdict.slopeless = !std::isnan(end.value);
            m_verdict.overflow =
                m_ahead.outcome == descent::Outcome::LeftDomain && m_objective.overflows(end.at[0]);
        }
        const bool improving = m_verdict.improving && improvesOn();
        if (m_plain && grows(m_objective, m_trajectory, 16) && growsOn()) {
            m_verdict.finding = Finding::Growing;
            m_verdict.growth = lastGrowth(m_trajectory);
            goAbout(extent(m_trajectory, tail()));
        } else if (!improving && !leaves() && marchesOn()) {
            m_verdict.finding = Finding::Marching;
            m_verdict.foreseen = static_cast<std::int64_t>(stepsAhead());
        } else if (m_plain && isIrregular()) {
            m_verdict.finding = Finding::Wandering;
            goAbout(extent(m_trajectory, tail()));
            judgeWandering();
        } else {
            m_verdict.finding = Finding::StillMoving;
            if (!improving) return;
            m_verdict.foreseen = static_cast<std::int64_t>(stepsAhead()) - (leaves() ? 1 : 0);
            judgeFall();
        }
    }

private:
    std::size_t tail() const { return std::min(longTail, m_trajectory.size() / 2); }
    double stepsAhead() const { return static_cast<double>(m_ahead.steps.size() - 1); }
    bool ends(Prospect::End end) const { return m_prospect && m_prospect->end == end; }
    bool bounded() const {
        return m_ahead.outcome == descent::Outcome::MaxIterations ||
               m_ahead.outcome == descent::Outcome::Stalled;
    }
    bool leaves() const {
        return m_ahead.outcome == descent::Outcome::Diverged ||
               m_ahead.outcome == descent::Outcome::LeftDomain;
    }

    void goAbout(Range extent) {
        m_verdict.extent = extent;
        m_verdict.point = pointWithin(m_objective, extent, m_stop);
    }

    void setCycle(int period, Range extent, bool toCome) {
        m_verdict.finding = Finding::Cycle;
        m_verdict.period = period;
        m_verdict.toCome = toCome;
        goAbout(extent);
        const double size = std::max(std::abs(extent.low), std::abs(extent.high));
        if (m_verdict.point || extent.width() > roundings * spacing(size)) return;
        const Range around{extent.low - closeBy * size, extent.high + closeBy * size};
        m_verdict.point = pointWithin(m_objective, around, m_stop);
        m_verdict.inRounding = m_verdict.point && !isCorner(m_verdict.point->shape);
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
    bool repeatsExactly(const descent::Trajectory& run, bool toCome) {
        const int period = exactPeriod(run);
        if (period < 2) return false;
        setCycle(period, extent(run, static_cast<std::size_t>(period)), toCome);
        return true;
    }

    bool isCycle() { return isStableCycle() || repeatsExactly(m_trajectory, false); }

    bool isStableCycle() {
        const int period = tailPeriod(m_trajectory);
        if (period < 2 || !bounded() || tailPeriod(m_ahead.steps) != period) return false;
        const auto turn = static_cast<std::size_t>(period);
        const Range range = extent(m_trajectory, turn);
        if (!stays(range, extent(m_ahead.steps, turn))) return false;
        if (!holdsAt(m_ahead.steps.last().at[0], period, range)) return false;
        setCycle(period, range, false);
        return true;
    }

    bool becomesCycle() { return becomesStableCycle() || repeatsExactly(m_ahead.steps, true); }

    bool becomesStableCycle() {
        if (ends(Prospect::End::Swing)) {
            const double x = m_prospect->x;
            const double back = descent::plainStep(m_objective, m_settings.alpha, x);
            const Range range{std::min(x, back), std::max(x, back)};
            if (!holdsAt(x, 2, range)) return false;
            setCycle(2, range, true);
            return true;
        }
        const int period = tailPeriod(m_ahead.steps);
        const auto turn = static_cast<std::size_t>(period);
        if (period < 2 || !bounded()) return false;
        const Range range = extent(m_ahead.steps, turn);
        const descent::Trajectory half = m_ahead.steps.prefix(m_ahead.steps.size() / 2);
        if (!stays(range, extent(half, turn))) return false;
        if (!holdsAt(m_ahead.steps.last().at[0], period, range)) return false;
        setCycle(period, range, true);
        return true;
    }

    bool isDrift() {
        const int period = bounded() ? driftingPeriod(m_ahead.steps) : 0;
        const auto turn = static_cast<std::size_t>(period);
        if (period == 0 || m_trajectory.size() < turn) return false;
        m_verdict.finding = Finding::Drifting;
        m_verdict.period = period;
        goAbout(extent(m_trajectory, turn));
        return true;
    }

    bool isStall() {
        if (m_ahead.outcome != descent::Outcome::Stalled) return false;
        m_verdict.finding = Finding::StillMoving;
        m_verdict.fate = m_ahead.outcome;
        m_verdict.remaining = stepsAhead();
        return true;
    }

    bool isApproach() {
        const bool here = m_ahead.outcome == descent::Outcome::Converged;
        if (!here && !ends(Prospect::End::Rest)) return false;
        m_verdict.finding = Finding::Crawling;
        m_verdict.fate = descent::Outcome::Converged;
        m_verdict.remaining = stepsAhead() + (here ? 0 : m_prospect->steps);
        m_verdict.rate = steadyRate();
        const double end = here ? m_ahead.steps.last().at[0] : m_prospect->x;
        const Standstill rest = standstillAt(m_objective, m_settings, end, m_stop);
        m_verdict.goal = rest.finding;
        const bool arrives = rest.point && rest.point->kind == StationaryKind::Minimum;
        if (arrives) m_verdict.point = rest.point;
        return true;
    }

    double slope(std::size_t back) const {
        return std::abs(m_trajectory.slope(m_trajectory.size() - 1 - back));
    }

    /// The factor by which |f'| shrinks at each step, where it will not shrink faster, nor grow; 0
    /// otherwise.
    double steadyRate() const {
        if (!m_plain || m_trajectory.size() < 5 || (m_prospect && !m_prospect->fades)) return 0;
        const auto shrinks = [](const descent::Trajectory& run, std::size_t n) {
            return std::abs(run.slope(n)) < std::abs(run.slope(n - 2));
        };
        for (std::size_t n = m_trajectory.size() - 3; n < m_trajectory.size(); ++n) {
            if (!shrinks(m_trajectory, n)) return 0;
        }
        for (std::size_t n = 2; n < m_ahead.steps.size(); ++n) {
            if (!shrinks(m_ahead.steps, n)) return 0;
        }
        const double rate = std::sqrt(slope(0) / slope(2));
        const double evenly = std::log(m_settings.tolerance / slope(0)) / std::log(rate);
        constexpr double foretold = 1.6;
        m_verdict.slowing = m_verdict.remaining > foretold * evenly;
        return m_verdict.remaining > evenly / foretold ? rate : 0;
    }

    bool improvesOn() const {
        const std::size_t known = m_ahead.steps.size() - (leaves() ? 1 : 0);
        return known < 2 || improves(m_objective, m_ahead.steps.prefix(known), known);
    }

    void judgeFall() {
        if (!ends(Prospect::End::Infinity)) return;
        const double far = m_prospect->x;
        m_verdict.endless = unboundedBeyond(m_objective, far, m_objective.value(far));
        m_verdict.fading = fadesBeyond(m_objective, far, slope(0));
    }

    /// Whether it goes about without repeating, and will go on so.
    bool isIrregular() const {
        constexpr std::int64_t enough = 32;
        if (m_verdict.improving || m_verdict.steps < enough || leaves()) return false;
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
        const double forth = m_verdict.last.at[0] - m_verdict.before.at[0];
        return (m_ahead.steps[1].at[0] - m_verdict.last.at[0]) * forth > 0;
    }

    /// Long leaps from a corner and back are no drift: only another extremum to go about is.
    void judgeWandering() {
        constexpr std::size_t compared = 16;  // after a quarter of the run: it may begin far off
        const std::size_t size = m_trajectory.size();
        m_verdict.tail = static_cast<std::int64_t>(tail());
        m_verdict.journey = extent(m_trajectory, size);
        const Range before = extent(m_trajectory.prefix(size / 4 + compared), compared);
        if (before.high >= m_verdict.extent.low && before.low <= m_verdict.extent.high) return;
        const auto earlier = pointWithin(m_objective, before, m_stop);
        m_verdict.drifts = earlier && m_verdict.point && !same(earlier->x, m_verdict.point->x);
    }

    const descent::Objective& m_objective;
    const descent::Settings& m_settings;
    const descent::Trajectory& m_trajectory;
    /// Where the next step depends on x alone, more can be known of what follows.
    const bool m_plain;
    const Continuation m_ahead;
    std::optional<Prospect> m_prospect;
    Verdict& m_verdict;
    const std::stop_token& m_stop;
};

}  // namespace

void judgeUnfinished(const descent::Objective& objective, const descent::Settings& settings,
                     const descent::Trajectory& trajectory, Verdict& verdict,
                     const std::stop_token& stop) {
    Motion(objective, settings, trajectory, verdict, stop).judge();
}

}  // namespace insight
