// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <stop_token>

#include "descent/descent.h"

namespace descent {

/// A run in one variable that is followed and not kept: the steps of next() until outcome(), at
/// little more than the cost of evaluating f and f'.
class Pursuit {
public:
    Pursuit(const Objective& objective, const Settings& settings, double start)
        : m_objective(objective), m_settings(settings), m_step(begin(objective, {start, 0})) {}

    /// Goes on to iteration `until` (at most the limit of iterations) unless the run ends or `stop`
    /// is requested before. A run that comes back to exactly where it was goes on like that for
    /// ever: whole turns are counted and not taken. Brent, An improved Monte Carlo factorization
    /// algorithm, BIT 20 (1980).
    void advance(std::int64_t until, const std::stop_token& stop) {
        proceed<true>(until, stop, [](double) {});
    }
    /// The same, but takes every step and calls `visit` with each new x.
    template <typename Visit>
    void watch(std::int64_t until, const std::stop_token& stop, const Visit& visit) {
        proceed<false>(until, stop, visit);
    }

    const Step& step() const { return m_step; }
    /// How the run ended; nothing when it can go on.
    const std::optional<Outcome>& outcome() const { return m_outcome; }

private:
    template <bool skipsTurns, typename Visit>
    void proceed(std::int64_t until, const std::stop_token& stop, const Visit& visit);

    /// Whether outcome() has nothing to say but, perhaps, that the limit of iterations is reached.
    bool goesOn(double x, double value, double slope, double target) const {
        constexpr double largest = std::numeric_limits<double>::max();
        return std::abs(x) <= divergenceBound && std::abs(value) <= largest &&
               std::abs(slope) >= m_settings.tolerance && std::abs(slope) <= largest && target != x;
    }

    const Objective& m_objective;
    const Settings m_settings;
    Step m_step;
    std::optional<Outcome> m_outcome;
};

// Numbers instead of a Step in the loop, and f' before f: each saves a twentieth of the time.
template <bool skipsTurns, typename Visit>
void Pursuit::proceed(std::int64_t until, const std::stop_token& stop, const Visit& visit) {
    const double factor =
        m_settings.direction == Direction::Descend ? -m_settings.alpha : m_settings.alpha;
    std::int64_t n = m_step.iteration;
    double x = m_step.at.x;
    double value = m_step.value;
    double slope = m_step.gradient.x;
    std::int64_t anchored = n;
    auto anchor = std::bit_cast<std::uint64_t>(x);
    std::int64_t pause = n;
    while (!m_outcome && !stop.stop_requested()) {
        const double target = x + factor * slope;
        if (n >= pause || !goesOn(x, value, slope, target)) {
            m_outcome = descent::outcome(m_settings, {n, {x, 0}, value, {slope, 0}});
            if (m_outcome || n >= until) break;
            anchored = n;
            anchor = std::bit_cast<std::uint64_t>(x);
            pause = std::min(2 * n + 1, until);
        } else if (skipsTurns && std::bit_cast<std::uint64_t>(x) == anchor) {
            const std::int64_t skipped = (until - n) - (until - n) % (n - anchored);
            n += skipped;
            if (skipped > 0) continue;
        }
        ++n;
        x = target;
        slope = m_objective.gradient({x, 0}).x;
        value = m_objective.value({x, 0});
        visit(x);
    }
    m_step = {n, {x, 0}, value, {slope, 0}};
}

}  // namespace descent
