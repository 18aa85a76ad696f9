// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict/cycle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "insight/verdict/laststeps.h"

namespace insight {

namespace {

/// How far x moves in one turn of a cycle.
class Turn {
public:
    Turn(const descent::Objective& objective, const descent::Settings& settings, int period)
        : m_objective(objective), m_settings(settings), m_period(period) {}

    double operator()(double x) const {
        double at = x;
        for (int i = 0; i < m_period; ++i) at = after(at);
        return at - x;
    }

    /// Whether f'' is the same at all its points and beside x, as where f is made of parabolas or
    /// straight lines: only there do all starts return to where they began.
    bool isEven(double x, double beside) const {
        const double curvature = m_objective.curvature(x);
        const auto same = [&](double at) { return m_objective.curvature(at) == curvature; };
        double place = x;
        for (int i = 0; i < m_period; ++i, place = after(place)) {
            if (!same(place)) return false;
        }
        return same(x - beside) && same(x + beside);
    }

private:
    double after(double x) const { return descent::plainStep(m_objective, m_settings.alpha, x); }

    const descent::Objective& m_objective;
    const descent::Settings& m_settings;
    int m_period;
};

/// Whether x_n - x_(n-period) keeps its sign for each n modulo the period, and is small beside the
/// turn, over a stretch of the iterates.
bool drifts(const descent::Trajectory& run, std::size_t first, std::size_t last,
            std::size_t period) {
    constexpr double slow = 0.02;
    const auto change = [&](std::size_t n) { return run.x(n) - run.x(n - period); };
    Range turn{run.x(last), run.x(last)};
    for (std::size_t n = last - period + 1; n <= last; ++n) turn = widened(turn, run.x(n));
    for (std::size_t n = first + period; n <= last; ++n) {
        if (!(std::abs(change(n)) < slow * turn.width())) return false;
        if (n >= first + 2 * period && !(change(n) * change(n - period) > 0)) return false;
    }
    return true;
}

}  // namespace

bool holds(const descent::Objective& objective, const descent::Settings& settings, double x,
           int period, double width) {
    constexpr std::array parts = {1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.25};
    constexpr int inTheRounding = 3;  // of the parts, from the first
    const Turn turn(objective, settings, period);
    const double noise = 64 * std::numeric_limits<double>::epsilon() * std::max(std::abs(x), width);
    bool returns = std::abs(turn(x)) <= noise;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double left = turn(x - parts[i] * width);
        const double right = turn(x + parts[i] * width);
        if (left > noise && right < -noise) return true;
        if (left < -noise && right > noise) return false;
        const bool stay = std::abs(left) <= noise && std::abs(right) <= noise;
        if (i < inTheRounding && !stay) returns = false;
    }
    return returns && turn.isEven(x, width / 4);
}

int driftingPeriod(const descent::Trajectory& trajectory) {
    constexpr std::size_t turns = 8;
    const std::size_t last = trajectory.size() - 1;
    for (std::size_t period = 2; period <= longestPeriod; ++period) {
        const std::size_t stretch = turns * period;
        if (last < stretch) break;
        if (drifts(trajectory, 0, stretch, period) &&
            drifts(trajectory, last - stretch, last, period))
            return static_cast<int>(period);
    }
    return 0;
}

}  // namespace insight
