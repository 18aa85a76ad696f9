// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/approach.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "insight/foresight.h"
#include "insight/refinement.h"

namespace insight {

Approaches::Approaches(const descent::Objective& objective, const descent::Settings& settings,
                       double grain)
    : m_objective(objective),
      m_settings(settings),
      m_grain(grain),
      m_last{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()} {}

Approaches::Outlook Approaches::from(double x) {
    if (const Valley* valley = nearing(x)) return {Fate::Approaches, valley->place};
    for (const Valley& valley : m_valleys) {
        if (valley.repels && valley.slopes.contains(x)) return motion(x);
    }
    const auto way = wayFrom(x);
    if (!way) {
        if (after(x) < x) m_last.low = std::max(m_last.low, x);
        if (after(x) > x) m_last.high = std::min(m_last.high, x);
        return motion(x);
    }
    Valley& valley = valleyAt(way->place);
    valley.slopes = widened(valley.slopes, x);
    const double other = 2 * valley.place - x;
    if (way->steady && !valley.repels) {
        valley.near = widened(valley.near, x);
    } else if (!valley.repels && shrinksWithin(valley.place, std::abs(x - valley.place))) {
        valley.near = widened(widened(valley.near, x), other);
    } else {
        return motion(x);
    }
    return {Fate::Approaches, valley.place};
}

double Approaches::after(double x) const {
    return descent::plainStep(m_objective, m_settings.alpha, x);
}

const Approaches::Valley* Approaches::nearing(double x) const {
    const auto found = std::ranges::find_if(
        m_valleys, [x](const Valley& valley) { return valley.near.contains(x); });
    return found == m_valleys.end() ? nullptr : &*found;
}

Approaches::Valley& Approaches::valleyAt(double place) {
    const double close = m_grain / 1000;
    const auto found = std::ranges::find_if(
        m_valleys, [=](const Valley& valley) { return std::abs(valley.place - place) <= close; });
    if (found != m_valleys.end()) return *found;
    const Range point{place, place};
    const auto leaves = [&](double away) { return std::abs(after(place + away) - place) > close; };
    const bool repels = leaves(close) && leaves(-close);
    return m_valleys.emplace_back(Valley{place, point, point, repels});
}

std::optional<Approaches::Way> Approaches::wayFrom(double x) const {
    constexpr int fine = 64;
    constexpr int most = 160;
    constexpr double coarser = 1.2;
    const double side = slopeAt(x) > 0 ? -1 : 1;
    if (side < 0 ? x <= m_last.low : x >= m_last.high) return std::nullopt;
    const auto falls = [&](double at) { return slopeAt(at) * side < 0; };
    // The slopes at the last two places, and where steps from all before the last have led.
    double before = x;
    double here = x;
    double slopeBefore = 0;
    double slopeHere = slopeAt(x);
    double farthest = x;
    double step = m_grain;
    for (int i = 0; i < most; ++i) {
        if (i >= fine) step *= coarser;
        const double next = here + side * step;
        const double slope = slopeAt(next);
        if (!std::isfinite(slope)) return std::nullopt;
        const double reached = here - m_settings.alpha * slopeHere;
        std::optional<double> place;
        const Valley* valley = nearing(next);
        if (slope * side >= 0) {
            place = lastLike(here, next, falls);
        } else if (valley && (valley->place - next) * side > 0) {
            place = valley->place;
        } else if (std::abs(slopeHere) < std::abs(slopeBefore) &&
                   std::abs(slopeHere) <= std::abs(slope)) {
            const double level = levelBetween(before, next);
            if (std::abs(slopeAt(level)) < m_settings.tolerance) place = level;
        }
        const bool passed = place && (here - *place) * side >= 0;
        if (!passed && side * (reached - farthest) > 0) farthest = reached;
        if (place) return Way{*place, side * (*place - farthest) >= 0};
        before = here;
        here = next;
        slopeBefore = slopeHere;
        slopeHere = slope;
    }
    return std::nullopt;
}

/// Where |f'| is least.
double Approaches::levelBetween(double from, double to) const {
    constexpr int cuts = 40;
    for (int i = 0; i < cuts; ++i) {
        const double third = (to - from) / 3;
        if (std::abs(slopeAt(from + third)) < std::abs(slopeAt(to - third))) {
            to -= third;
        } else {
            from += third;
        }
    }
    return from + (to - from) / 2;
}

/// Whether two steps from beside the place lead nearer to it.
bool Approaches::shrinks(double place, double away) const {
    return std::abs(after(after(place + away)) - place) < std::abs(away);
}

bool Approaches::shrinksWithin(double place, double distance) const {
    constexpr int samples = 24;
    constexpr double nearer = 0.6;
    double small = distance;
    for (int i = 1; i <= samples; ++i) {
        const double even = distance * i / samples;
        for (const double away : {even, -even, small, -small}) {
            if (!shrinks(place, away)) return false;
        }
        small *= nearer;
    }
    return true;
}

/// Near a place that steps lead away from, a run swings ever wider for long before it swings as it
/// will for ever: the first few steps do not tell.
Approaches::Outlook Approaches::motion(double x) const {
    constexpr int soon = 16;
    constexpr int longest = 512;
    bool turns = false;
    bool grows = true;
    double mark = x;  // that a cycle comes back to
    double step = after(x) - x;
    for (int i = 1; i <= longest; ++i) {
        x += step;
        const double slope = slopeAt(x);
        if (std::abs(slope) < m_settings.tolerance) return {Fate::Approaches, x};
        const double next = -m_settings.alpha * slope;
        const bool bounded = std::isfinite(next) && std::abs(x) <= descent::divergenceBound;
        if (!bounded || x + next == x) return {};
        if (!turns && next * step < 0) {
            // It may have turned where f' has values and f has none.
            if (std::isnan(m_objective.value(x))) return {};
            turns = true;
        }
        grows = grows && std::abs(next) > std::abs(step);
        if (i == soon && !turns) return {};
        if (turns && x == mark) break;
        if (std::has_single_bit(static_cast<unsigned>(i))) mark = x;
        step = next;
    }
    if (std::isnan(m_objective.value(x))) return {};
    if (turns && !grows) return {Fate::Swings, 0};
    const auto ahead = grows ? prospect(m_objective, m_settings, x) : std::nullopt;
    if (!ahead || ahead->end == Prospect::End::Infinity) return {};
    if (ahead->end == Prospect::End::Rest) return {Fate::Approaches, ahead->x};
    return {Fate::Swings, 0};
}

}  // namespace insight
