// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include "descent/descent.h"
#include "descent/methods/iterate.h"

namespace descent {

/// The length to try after a refused one: 0 where the smallest numbers round back to themselves.
template <typename Rule>
double shorter(const Rule& rule, double length) {
    const double next = rule.shortened(length);
    return next < length ? next : 0;
}

/// A rule whose step() is shown the Hessian at the place that it starts from.
template <typename Rule>
concept AsksForHessian = Rule::asksForHessian;

/// What every driver of a rule does alike: how it ends, and when it surely does not. Evaluates
/// nothing.
template <std::size_t most, typename Rule>
class Rules {
public:
    using At = Iterate<most, Rule>;

    Rules(const Settings& settings, const Rule& rule)
        : m_rule(rule),
          m_alpha(settings.alpha),
          m_schedule(settings.schedule),
          m_isConstant(isConstant(settings.schedule)),
          m_noise(settings.noise),
          m_tolerance(settings.tolerance),
          m_leastSquares(std::fmax(m_tolerance * m_tolerance * (1 + surely),
                                   std::numeric_limits<double>::min())),
          m_longest(std::fmax(1, settings.alpha) * settings.tolerance),
          m_maxIterations(settings.maxIterations) {}

    const Rule& rule() const { return m_rule; }
    /// Of the step from iteration n.
    double alpha(std::int64_t n) const {
        return m_isConstant ? m_alpha : m_alpha * factor(m_schedule, n, m_maxIterations);
    }

    bool isNoisy() const { return m_noise.sigma > 0; }
    /// The place with the gradient that the step from iteration n takes.
    At seen(std::int64_t n, At here) const {
        for (std::size_t i = 0; i < here.gradient.size(); ++i)
            here.gradient[i] += m_noise.sigma * gaussian(m_noise.seed, n, i);
        return here;
    }

    /// The end of a run that can make no step.
    std::optional<Outcome> lost(const At& here) const {
        const double slope = norm(here.gradient);
        if (norm(here.at) > divergenceBound || std::isinf(here.value) || std::isinf(slope))
            return Outcome::Diverged;
        if (std::isnan(here.value) || std::isnan(slope)) return Outcome::LeftDomain;
        return std::nullopt;
    }

    /// The outcome when the run ends at iteration n; nothing when it goes on to `next`.
    std::optional<Outcome> outcome(std::int64_t n, const At& here, const At& next) const {
        if (const auto end = lost(here)) return end;
        if (!rises(m_schedule, n)) {
            if (norm(here.gradient) < m_tolerance && distance(here.at, next.at) <= m_longest)
                return Outcome::Converged;
            if (!isNoisy() && next.at == here.at && isSameMemory(here, next))
                return Outcome::Stalled;
        }
        if (n >= m_maxIterations) return Outcome::MaxIterations;
        return std::nullopt;
    }

    /// Whether outcome() has nothing to say but, perhaps, that the limit of iterations is reached.
    /// At a few places it has nothing to say either and this is false: squares of norms take less
    /// than norms, but round otherwise.
    bool goesOn(const At& here, const At& next) const {
        constexpr double largest = std::numeric_limits<double>::max();
        const double steepness = squares(here.gradient);
        return squares(here.at) <= furthestSquares && std::abs(here.value) <= largest &&
               steepness >= m_leastSquares && steepness <= largest && !(next.at == here.at);
    }

    /// Whether the same steps follow from both.
    bool isSame(const At& a, const At& b) const {
        return m_isConstant && !isNoisy() && a.at == b.at && isSameMemory(a, b);
    }

private:
    bool isSameMemory(const At& a, const At& b) const {
        return a.memory == b.memory && m_rule.isSettled(a) && m_rule.isSettled(b);
    }

    static constexpr double surely = 1e-12;  ///< far more than the squares are rounded
    static constexpr double furthestSquares = divergenceBound * divergenceBound * (1 - surely);

    const Rule m_rule;
    double m_alpha;
    Schedule m_schedule;
    bool m_isConstant;
    Noise m_noise;
    double m_tolerance;
    double m_leastSquares;  ///< of a gradient that is surely not below the tolerance
    double m_longest;       ///< next step of a run that has converged
    std::int64_t m_maxIterations;
};

}  // namespace descent
