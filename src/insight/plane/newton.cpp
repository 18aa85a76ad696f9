// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/newton.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "insight/plane/principal.h"

namespace insight {

using descent::Point;

Point Scale::stretched(Point point) const {
    for (std::size_t i = 0; i < point.size(); ++i) point[i] *= sides[i];
    return point;
}

double Scale::distance(const Point& from, const Point& to) const {
    double far = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
        far = std::fmax(far, std::abs(to[i] - from[i]) / sides[i]);
    return far;
}

double Scale::reach(const Point& direction) const {
    double share = 0;
    for (std::size_t i = 0; i < direction.size(); ++i)
        share = std::fmax(share, std::abs(direction[i]) / sides[i]);
    return 1 / share;
}

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

class Newton {
public:
    Newton(const descent::Objective& objective, const Scale& scale, const Point& start,
           double reach, std::int64_t& evaluations)
        : m_objective(objective),
          m_scale(scale),
          m_start(start),
          m_reach(reach),
          m_evaluations(evaluations),
          m_now(lookAt(start)) {}

    std::optional<Point> root() {
        constexpr int most = 80;
        for (int i = 0; i < most && m_now.steepness > 0; ++i) {
            if (!std::isfinite(m_now.steepness)) return std::nullopt;
            const auto next = better();
            if (!next || m_scale.distance(m_start, next->at) > m_reach) break;
            m_now = *next;
        }
        tidy();
        if (!isZero() || !isSmooth()) return std::nullopt;
        return m_now.at;
    }

private:
    struct Look {
        Point at;
        Point slope;           ///< for steps of one side
        double steepness = 0;  ///< the size of that
    };

    Look lookAt(const Point& at) {
        ++m_evaluations;
        const Point slope = m_scale.stretched(m_objective.gradient(at));
        return {at, slope, descent::norm(slope)};
    }
    Look beyond(const Point& step, double times) { return lookAt(moved(m_now.at, step, times)); }

    std::optional<Principal> axesAt(const Point& at) {
        ++m_evaluations;
        descent::Hessian hessian = m_objective.hessian(at);
        for (std::size_t i = 0; i < hessian.size; ++i) {
            for (std::size_t j = 0; j < hessian.size; ++j)
                hessian(i, j) *= m_scale.sides[i] * m_scale.sides[j];
        }
        return principalOf(hessian);
    }

    /// From there, of the axes whose curvature is not less than that part of the largest.
    Point stepAlong(const Look& from, const Principal& axes, double part) const {
        const double least = part * largest(axes.curvatures);
        Point step = from.at;
        std::ranges::fill(step, 0.0);
        for (std::size_t axis = 0; axis < step.size(); ++axis) {
            const double curvature = axes.curvatures[axis];
            if (curvature == 0 || std::abs(curvature) < least) continue;
            const Point& direction = axes.directions[axis];
            const double far = -along(direction, from.slope) / curvature;
            step = moved(step, direction, std::clamp(far, -1.0, 1.0));
        }
        return m_scale.stretched(step);
    }

    /// Where the gradient is smaller; nothing where none is found.
    std::optional<Look> better() {
        constexpr std::array parts = {0.0, 1e-4, 1e-1};
        const auto axes = axesAt(m_now.at);
        if (!axes) return std::nullopt;
        Look best = m_now;
        Point step = m_now.at;
        std::optional<Point> before;
        for (const double part : parts) {
            const Point tried = stepAlong(m_now, *axes, part);
            if (before && tried == *before) continue;
            before = tried;
            const Look look = beyond(tried, 1);
            if (!(look.steepness < best.steepness)) continue;
            best = look;
            step = tried;
        }
        if (best.steepness < m_now.steepness) return farther(best, step);
        const Point whole = stepAlong(m_now, *axes, 0);
        const auto bent = alongFloor(whole);
        return bent ? bent : shortened(whole);
    }

    /// Beside a place without curvature each step leaves the same part of the way.
    Look farther(const Look& found, const Point& step) {
        constexpr double slow = 0.1;
        Look best = found;
        if (found.steepness < slow * m_now.steepness) return best;
        for (const double times : {2.0, 3.0, 4.0, 6.0, 8.0}) {
            const Look look = beyond(step, times);
            if (!(look.steepness < best.steepness)) break;
            best = look;
        }
        return best;
    }

    /// A valley floor that is bent: a step along it leaves it, and a second one, across, leads back
    /// to it.
    std::optional<Look> alongFloor(const Point& step) {
        constexpr double across = 1e-2;
        std::optional<Look> best;
        for (const double times : {1.0, 2.0, 3.0}) {
            const Look off = beyond(step, times);
            const auto axes = axesAt(off.at);
            if (!axes) break;
            const Look look = lookAt(moved(off.at, stepAlong(off, *axes, across), 1));
            if (!(look.steepness < (best ? best->steepness : m_now.steepness))) break;
            best = look;
        }
        return best;
    }

    std::optional<Look> shortened(const Point& step) {
        constexpr int halvings = 10;
        for (int i = 1; i <= halvings; ++i) {
            const Look look = beyond(step, std::ldexp(1, -i));
            if (look.steepness < m_now.steepness) return look;
        }
        return std::nullopt;
    }

    /// To numbers of few digits, where the gradient is no larger there: to 3 from
    /// 2.9999999999999996.
    void tidy() {
        const Point rounded = roundedToSides(m_now.at);
        const Look all = lookAt(rounded);
        if (all.steepness <= m_now.steepness) {
            m_now = all;
            return;
        }
        for (std::size_t i = 0; i < rounded.size(); ++i) {
            Point at = m_now.at;
            at[i] = rounded[i];
            const Look look = lookAt(at);
            if (look.steepness <= m_now.steepness) m_now = look;
        }
    }

    Point roundedToSides(Point at) const {
        constexpr double fine = 1e-7;  // of a side
        for (std::size_t i = 0; i < at.size(); ++i) {
            const double digits = std::floor(-std::log10(fine * m_scale.sides[i]));
            const double units = std::pow(10, std::clamp(digits, -300.0, 300.0));
            at[i] = std::round(at[i] * units) / units + 0.0;  // and not −0
        }
        return at;
    }

    double noise(std::size_t axis, const Point& at) const {
        return noiseOf(
            [&](const Point& place) {
                return m_scale.stretched(m_objective.gradient(place))[axis];
            },
            m_scale, at);
    }

    bool isZero() {
        constexpr double roundings = 16;
        const auto size = static_cast<std::int64_t>(m_start.size());
        m_evaluations += size * (2 * size + 1);
        for (std::size_t axis = 0; axis < m_start.size(); ++axis) {
            if (!(std::abs(m_now.slope[axis]) <= roundings * noise(axis, m_now.at))) return false;
        }
        return true;
    }

    /// Where the gradient leaps it is nowhere small close by.
    bool isSmooth() {
        constexpr double small = 0.1;
        const auto size = static_cast<std::int64_t>(m_start.size());
        m_evaluations += 2 * size * size;
        for (std::size_t axis = 0; axis < m_start.size(); ++axis) {
            double close = noise(axis, m_now.at);
            double far = 0;
            for (std::size_t i = 0; i < m_start.size(); ++i) {
                for (const double side : {-1.0, 1.0}) {
                    close = std::fmax(close, slopeBeside(axis, i, side * 1e-6));
                    far = std::fmax(far, slopeBeside(axis, i, side * 1e-3));
                }
            }
            if (close > small * far) return false;
        }
        return true;
    }

    /// That part of a side away.
    double slopeBeside(std::size_t axis, std::size_t along, double part) const {
        const double least = std::abs(part) * 64e6 * epsilon * std::abs(m_now.at[along]);
        Point at = m_now.at;
        at[along] += std::copysign(std::fmax(std::abs(part) * m_scale.sides[along], least), part);
        return std::abs(m_scale.stretched(m_objective.gradient(at))[axis]);
    }

    const descent::Objective& m_objective;
    const Scale& m_scale;
    const Point& m_start;
    const double m_reach;
    std::int64_t& m_evaluations;
    Look m_now;
};

}  // namespace

std::optional<Point> rootNear(const descent::Objective& objective, const Scale& scale,
                              const Point& start, double reach, std::int64_t& evaluations) {
    return Newton(objective, scale, start, reach, evaluations).root();
}

}  // namespace insight
