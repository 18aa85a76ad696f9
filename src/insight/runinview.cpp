// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/runinview.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "insight/foresight.h"
#include "insight/refinement.h"

namespace insight {

namespace {

double distance(Range range, double x) {
    return std::max({range.low - x, x - range.high, 0.0});
}

}  // namespace

RunInView::RunInView(const descent::Objective& objective, const descent::Settings& settings,
                     double start, std::stop_token stop)
    : m_objective(objective),
      m_settings(settings),
      m_stop(std::move(stop)),
      m_whole{start, start},
      m_last{0, start, 0, {}} {}

void RunInView::take(const descent::Step& step) {
    if (m_first.size() < mostFirst) m_first.push_back(step);
    m_longest = std::max(m_longest, std::abs(step.at[0] - m_last.at[0]));
    m_before = std::exchange(m_last, step);
    if (std::isfinite(step.value) && std::abs(step.at[0]) <= descent::divergenceBound)
        m_whole = widened(m_whole, step.at[0]);
}

RunInView::Sight RunInView::sight() const {
    if (m_first.empty()) return {m_whole, {}};
    const auto end = descent::endAt(m_objective, m_settings, m_last.at[0]);
    if (end == descent::Outcome::LeftDomain) return {withWayOut(), {}};
    if (end == descent::Outcome::Diverged) return getsAway();
    if (const auto goal = this->goal(end)) return {widened(m_whole, *goal), goal};
    if (growsFast()) return getsAway();
    return {m_whole, {}};
}

bool RunInView::isFlat(double x) const {
    constexpr double around = 2;
    return std::abs(uphill(x - around)) < m_settings.tolerance &&
           std::abs(uphill(x + around)) < m_settings.tolerance;
}

std::optional<double> RunInView::goal(const std::optional<descent::Outcome>& end) const {
    double x = m_last.at[0];
    if (end != descent::Outcome::Converged && end != descent::Outcome::Stalled) {
        const auto ahead = prospect(m_objective, m_settings, x);
        if (!ahead) return marchesTo();
        if (ahead->end != Prospect::End::Rest) return std::nullopt;
        x = ahead->x;
    }
    return isExtremum(x) ? std::optional(x) : std::nullopt;
}

/// The extremum ahead of a run that hardly gets on.
std::optional<double> RunInView::marchesTo() const {
    double step = m_last.at[0] - m_before.at[0];
    double from = m_last.at[0];
    const bool up = uphill(from) > 0;
    if (up != (step < 0)) return std::nullopt;
    for (; std::abs(from + step) <= descent::divergenceBound && step != 0; step *= 2) {
        if (const auto found = firstTurn(from, from + step)) return found;
        from += step;
    }
    return std::nullopt;
}

bool RunInView::isExtremum(double x) const {
    constexpr double beside = 0.05;
    const double way = std::abs(m_first.front().at[0] - x);
    const double reach = std::max(beside * way, 1e-6 * std::max(1.0, std::abs(x)));
    return uphill(x - reach) < 0 && uphill(x + reach) > 0;
}

/// Whether no step was longer than the last, and that far longer than the first.
bool RunInView::growsFast() const {
    constexpr double far = 64;
    if (m_first.size() < 4) return false;
    const double first = std::abs(m_first[1].at[0] - m_first[0].at[0]);
    const double last = std::abs(m_last.at[0] - m_before.at[0]);
    return last >= m_longest && last > far * first;
}

/// Not the step out of the domain when it leads far away.
Range RunInView::withWayOut() const {
    const double room = std::max(2.0, m_whole.width());
    return distance(m_whole, m_last.at[0]) <= room ? widened(m_whole, m_last.at[0]) : m_whole;
}

/// Where f' changes its sign on the way, seen from its beginning.
std::optional<double> RunInView::firstTurn(double from, double to) const {
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

std::optional<double> RunInView::leaptOver() const {
    constexpr std::size_t early = 4;
    for (std::size_t n = 1; n < std::min(early, m_first.size()); ++n) {
        if (!std::isfinite(m_first[n].at[0])) break;
        if (const auto turn = firstTurn(m_first[n - 1].at[0], m_first[n].at[0])) return turn;
    }
    return std::nullopt;
}

RunInView::Sight RunInView::getsAway() const {
    const Range range = beginning();
    const bool atOnce = m_first.size() > 1 && !range.contains(m_first[1].at[0]);
    return {range, atOnce ? leaptOver() : std::nullopt, true};
}

/// The start, the extremum and the first steps that stay near these, farther ones as long as they
/// are in the same hollow: not above the start.
Range RunInView::beginning() const {
    constexpr double near = 4;  // times as far as the extremum
    constexpr double nearForOne = 8;
    constexpr double nearInHollow = 16;
    const double start = m_first.front().at[0];
    const auto extremum = leaptOver();
    const double unit = extremum ? std::abs(start - *extremum) : 1;
    Range range = widened({start, start}, extremum.value_or(start));
    for (std::size_t n = 1; n < m_first.size(); ++n) {
        const double x = m_first[n].at[0];
        const bool inHollow = extremum && height(x) <= height(start);
        const double reach = unit * (inHollow ? nearInHollow : n == 1 ? nearForOne : near);
        if (!(std::abs(x - start) <= reach) || !std::isfinite(m_first[n].value)) break;
        range = widened(range, x);
    }
    return range;
}

}  // namespace insight
