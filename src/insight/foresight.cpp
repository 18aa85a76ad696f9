// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/foresight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace insight {

namespace {

/// So many evaluations of f and f' that they take a few milliseconds, within these bounds.
int affordable(const descent::Objective& objective, int fewest, int most) {
    constexpr double characters = 2e6;
    const double affordable = characters / static_cast<double>(objective.effort());
    return static_cast<int>(std::clamp<double>(affordable, fewest, most));
}

/// Follows a run two steps at a time, so that a swing from side to side is seen from one side.
class Leaps {
public:
    Leaps(const descent::Objective& objective, const descent::Settings& settings, double x)
        : m_objective(objective),
          m_settings(settings),
          m_factor(-settings.alpha),
          m_start(x),
          m_now(pairAt(x)) {}

    std::optional<Prospect> follow() {
        const int most = affordable(m_objective, 1000, 16'384);
        while (m_evaluations < most) {
            if (!std::isfinite(m_now.change)) return std::nullopt;
            if (m_now.slope < m_settings.tolerance) return ended(Prospect::End::Rest);
            if (std::abs(m_now.x) > descent::divergenceBound) return ended(Prospect::End::Infinity);
            if (isLost(m_now)) return m_now.turns ? ended(Prospect::End::Swing) : std::nullopt;
            if (m_pairs < 2) {
                walk();
            } else {
                leap();
            }
        }
        return std::nullopt;
    }

    /// Whether it walked after it had leapt: where a leap ends in between steps is not known, and
    /// close to a pole, a corner or the like that decides.
    bool strayed() const { return m_strayed; }

private:
    /// Two steps from x.
    struct Pair {
        double x = 0;
        double slope = 0;    ///< |f'| there
        double change = 0;   ///< of x over both
        bool turns = false;  ///< the second goes back
    };

    Pair pairAt(double x) {
        m_evaluations += 2;
        const double slope = m_objective.slope(x);
        const double first = m_factor * slope;
        const double second = m_factor * m_objective.slope(x + first);
        return {x, std::abs(slope), first + second, first * second < 0};
    }

    std::optional<Prospect> ended(Prospect::End end) const {
        return Prospect{end, m_now.x, m_steps, m_fades};
    }

    /// Rounding decides about changes as small as this.
    static bool isLost(const Pair& pair) {
        return std::abs(pair.change) <=
               64 * std::numeric_limits<double>::epsilon() * std::abs(pair.x);
    }

    void walk() {
        goTo(pairAt(m_now.x + m_now.change), 1);
        m_pairs = 4;
        m_strayed = m_leapt;
    }

    /// Over so many pairs at once, if they change evenly.
    void leap() {
        constexpr double far = 0.05;  // of the way so far: what is narrower may be leapt over
        const double longest =
            std::max(far * std::abs(m_now.x - m_start), 8 * std::abs(m_now.change));
        const double way =
            std::copysign(std::min(m_pairs * std::abs(m_now.change), longest), m_now.change);
        const std::array seen = {pairAt(m_now.x + way / 4), pairAt(m_now.x + way / 2),
                                 pairAt(m_now.x + way * 3 / 4), pairAt(m_now.x + way)};
        const Pair& last = seen.back();
        const double ratio = last.change / m_now.change;
        bool even = ratio > 0.7 && ratio < 1.4;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const double expected = 1 + (ratio - 1) * static_cast<double>(i + 1) / seen.size();
            if (!(std::abs(seen[i].change / m_now.change - expected) < 0.02)) even = false;
        }
        if (!even) {
            m_pairs /= 2;
            return;
        }
        goTo(last, pairsFor(way, ratio) * partUntilRest(last));
        m_pairs *= 2;
        m_leapt = true;
    }

    /// How many pairs it takes over that way, while the change goes evenly to that times as much.
    double pairsFor(double way, double ratio) const {
        const double shrinks = (1 - ratio) * m_now.change / way;  // of the change, a pair
        const double evenly = way / m_now.change;
        return std::abs(1 - ratio) < 1e-6 ? evenly : std::log(ratio) / std::log1p(-shrinks);
    }

    /// The part of the way to that pair until |f'| falls below the tolerance.
    double partUntilRest(const Pair& to) const {
        if (!(to.slope < m_settings.tolerance)) return 1;
        return std::log(m_now.slope / m_settings.tolerance) / std::log(m_now.slope / to.slope);
    }

    void goTo(const Pair& to, double pairs) {
        constexpr double rounding = 1e-9;
        if (to.slope > m_now.slope * (1 + rounding)) m_fades = false;
        m_now = to;
        m_steps += 2 * pairs;
    }

    const descent::Objective& m_objective;
    const descent::Settings& m_settings;
    const double m_factor;
    const double m_start;
    int m_evaluations = 0;
    Pair m_now;
    double m_pairs = 8;
    double m_steps = 0;
    bool m_fades = true;
    bool m_leapt = false;
    bool m_strayed = false;
};

/// Whether two runs come to the same.
bool agree(const descent::Objective& objective, const descent::Settings& settings,
           const Prospect& a, const Prospect& b) {
    const auto isThere = [&a](double x) {
        return std::abs(a.x - x) <= 1e-6 * std::max(1.0, std::abs(a.x));
    };
    if (a.end != b.end) return false;
    if (a.end == Prospect::End::Swing)  // of which either may have found either end
        return isThere(b.x) || isThere(descent::plainStep(objective, settings.alpha, b.x));
    return isThere(b.x) && std::abs(a.steps - b.steps) <= 0.1 * a.steps;
}

}  // namespace

Continuation continued(const descent::Objective& objective, const descent::Settings& settings,
                       const descent::State& from) {
    const std::int64_t end = from.iteration + affordable(objective, 400, 5000);
    const descent::Settings bounded = descent::lasting(settings, end);
    Continuation ahead{descent::Trajectory(from.at.size(), settings)};
    auto run = from.begins ? descent::Descent(objective, bounded, from.at)
                           : descent::Descent(objective, bounded, from);
    run.keep(ahead.steps, end);
    ahead.outcome = *run.outcome();
    return ahead;
}

std::optional<Prospect> prospect(const descent::Objective& objective,
                                 const descent::Settings& settings, double x) {
    Leaps leaps(objective, settings, x);
    const auto found = leaps.follow();
    if (!found || !leaps.strayed()) return found;
    if (found->end == Prospect::End::Infinity) return std::nullopt;
    const double step = descent::plainStep(objective, settings.alpha, x) - x;
    for (const double part : {0.3, 0.6}) {
        const auto other = Leaps(objective, settings, x + part * step).follow();
        if (!other || !agree(objective, settings, *found, *other)) return std::nullopt;
    }
    return found;
}

}  // namespace insight
