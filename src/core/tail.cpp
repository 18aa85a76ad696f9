// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tail.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

bool repeats(const Trajectory& trajectory, std::size_t period) {
    const std::size_t size = trajectory.size();
    if (size < 3 * period) return false;
    for (std::size_t back = 1; back <= period; ++back) {
        const Point now = trajectory[size - back].at;
        const Point before = trajectory[size - back - period].at;
        const double slack = 1e-9 * std::max(norm(now), 1e-3);
        if (norm({now.x - before.x, now.y - before.y}) > slack) return false;
    }
    return true;
}

double length(const Trajectory& trajectory, std::size_t step) {
    const Point from = trajectory[step - 1].at;
    const Point to = trajectory[step].at;
    return norm({to.x - from.x, to.y - from.y});
}

/// |f'| fading over two equal spans of steps, by a law in which |f'|^-b grows linearly.
class Fade {
public:
    Fade(double first, double middle, double last, double span)
        : m_early(std::log(first / middle)),
          m_late(std::log(middle / last)),
          m_last(last),
          m_span(span),
          m_exponent(exponent()) {}

    /// |f'| over that of the step before, at the end.
    double rate() const { return std::exp(-unit() / m_span); }
    /// From the end until |f'| is `slope`.
    double stepsTo(double slope) const {
        const double far = std::log(m_last / slope);
        return m_span / unit() *
               (m_exponent == 0 ? far : std::expm1(m_exponent * far) / m_exponent);
    }

private:
    /// The fall of ln|f'| over a span at the rate of the end.
    double unit() const {
        return m_exponent == 0 ? m_late : -std::expm1(-m_exponent * m_late) / m_exponent;
    }

    /// b: the root besides 0 of exp(-b early) + exp(b late) = 2; 0 where rounding hides it.
    double exponent() const {
        const double noise = 256 * std::numeric_limits<double>::epsilon();
        if (!(std::abs(m_early - m_late) > noise)) return 0;
        double b = 2 * (m_early - m_late) / (m_early * m_early + m_late * m_late);
        for (int i = 0; i < 8; ++i) {
            const double rising = std::exp(b * m_late);
            const double falling = std::exp(-b * m_early);
            b -= (rising + falling - 2) / (m_late * rising - m_early * falling);
        }
        return b;
    }

    double m_early;
    double m_late;
    double m_last;
    double m_span;
    double m_exponent;
};

/// The same, judged by the last three spans of that many steps.
std::optional<Approach> approach(const Trajectory& trajectory, double tolerance, std::size_t span) {
    const std::size_t last = trajectory.size() - 1;
    const auto slope = [&](std::size_t n) { return norm(trajectory[n].gradient); };
    for (std::size_t n = last - 3 * span + 2; n <= last; ++n) {
        if (!(slope(n) < slope(n - 2))) return std::nullopt;
    }
    const auto fade = [&](std::size_t end) {
        return Fade(slope(end - 2 * span), slope(end - span), slope(end),
                    static_cast<double>(span));
    };
    const double foretold = fade(last - span).stepsTo(slope(last));
    if (!(std::abs(foretold / static_cast<double>(span) - 1) < 0.1)) return std::nullopt;
    const Fade now = fade(last);
    const double remaining = now.stepsTo(tolerance);
    if (!(remaining > 0)) return std::nullopt;
    return Approach{now.rate(), remaining};
}

}  // namespace

int tailPeriod(const Trajectory& trajectory) {
    for (int period = 1; period <= longestPeriod; ++period) {
        if (repeats(trajectory, static_cast<std::size_t>(period))) return period;
    }
    return 0;
}

bool improves(Direction direction, const Trajectory& trajectory, std::size_t steps) {
    const std::size_t size = trajectory.size();
    const double sign = direction == Direction::Descend ? 1 : -1;
    for (std::size_t back = 1; back <= std::min(steps, size - 1); ++back) {
        const double now = sign * trajectory[size - back].value;
        if (!(now <= sign * trajectory[size - back - 1].value)) return false;
    }
    return size > 1;
}

bool grows(Direction direction, const Trajectory& trajectory) {
    const std::size_t size = trajectory.size();
    if (size < 4) return false;
    const double sign = direction == Direction::Descend ? 1 : -1;
    for (std::size_t back = 1; back <= std::min<std::size_t>(16, size - 2); ++back) {
        const std::size_t n = size - back;
        if (!(sign * trajectory[n].value > sign * trajectory[n - 1].value)) return false;
        if (!(length(trajectory, n) > length(trajectory, n - 1) * (1 + 1e-9))) return false;
    }
    return true;
}

double lastGrowth(const Trajectory& trajectory) {
    const std::size_t size = trajectory.size();
    if (size < 3) return std::numeric_limits<double>::quiet_NaN();
    return length(trajectory, size - 1) / length(trajectory, size - 2);
}

Range extent(const Trajectory& trajectory, std::size_t steps) {
    const double last = trajectory.last().at.x;
    Range range{last, last};
    for (std::size_t back = 1; back <= std::min(steps, trajectory.size()); ++back) {
        const double x = trajectory[trajectory.size() - back].at.x;
        range = {std::min(range.low, x), std::max(range.high, x)};
    }
    return range;
}

std::optional<Approach> approach(const Trajectory& trajectory, double tolerance) {
    constexpr std::size_t longest = 256;
    const std::size_t last = trajectory.size() - 1;
    for (std::size_t half = std::min(longest, last / 8); half >= 3; half /= 2) {
        // Even, so that a swing from side to side is seen from the same side.
        if (const auto found = approach(trajectory, tolerance, 2 * half)) return found;
    }
    return std::nullopt;
}

}  // namespace core
