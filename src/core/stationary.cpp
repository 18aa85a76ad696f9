// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stationary.h"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

namespace core {

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

struct Sample {
    double x = 0;
    double slope = 0;      ///< f', finite and not 0
    double curvature = 0;  ///< f''
};

/// How f changes close to a point, seen at three distances from it.
struct Surroundings {
    double outer = 0;      ///< the larger of the changes on both sides from far to near
    double inner = 0;      ///< the same from near to nearest
    double gap = 0;        ///< from the nearest on the left to the nearest on the right
    double nearest = 0;    ///< the least of the distances
    double steepness = 0;  ///< the larger |f'| at the nearest
    bool fades = false;    ///< |f'| goes to 0 on one side
};

class Finder {
public:
    Finder(const Objective& objective, Range x, int columns)
        : m_objective(objective),
          m_range(x),
          m_columns(std::max(columns, 2)),
          m_columnWidth(x.width() / m_columns) {}

    std::vector<StationaryPoint> points(const std::stop_token& stop) {
        Sample last;
        int skipped = 2;  // of the samples since `last`; two end what can be bracketed
        for (int i = -1; i <= m_columns + 1 && !stop.stop_requested(); ++i) {
            const double x = m_range.low + m_range.width() * i / m_columns;
            const Sample sample{x, slope(x), m_objective.curvature({x, 0})};
            if (!std::isfinite(value(x))) {
                skipped = 2;
            } else if (!std::isfinite(sample.slope) || sample.slope == 0) {
                ++skipped;
            } else {
                if (skipped < 2) visit(last, sample);
                last = sample;
                skipped = 0;
            }
        }
        return std::move(m_points);
    }

private:
    double value(double x) const { return m_objective.value({x, 0}); }
    double slope(double x) const { return m_objective.gradient({x, 0}).x; }

    void visit(const Sample& left, const Sample& right) {
        const double sign = std::copysign(1, left.slope);
        if (sign * right.slope < 0) {
            cross(left, right);
        } else if (sign * left.curvature < 0 && sign * right.curvature > 0) {
            dip(left, right);
        }
    }

    /// f' changes its sign between left and right.
    void cross(const Sample& left, const Sample& right) {
        const double x =
            zero(left.x, right.x, left.slope, right.slope, [this](double at) { return slope(at); });
        const double steepest = std::max(std::abs(left.slope), std::abs(right.slope));
        const Surroundings near = surroundings(x);
        const double resolution = 4 * epsilon * std::abs(value(x));
        if (near.gap > 8 * std::max({near.outer, near.inner, 2 * resolution})) return;
        const bool corner =
            near.steepness > std::max(1e-3, 4 * near.nearest / m_columnWidth) * steepest;
        const bool noise = !(near.outer > resolution) && steepest <= 16 * rounding(x);
        const bool pole = !(near.inner <= 0.7 * near.outer && near.outer > resolution);
        if (corner ? pole : noise) return;
        add(x, left.slope < 0 ? StationaryKind::Minimum : StationaryKind::Maximum, corner,
            corner && near.fades);
    }

    /// |f'| falls on the left and grows on the right: somewhere between it may touch zero or cross
    /// it twice.
    void dip(const Sample& left, const Sample& right) {
        const double x = zero(left.x, right.x, left.curvature, right.curvature, [this](double at) {
            return m_objective.curvature({at, 0});
        });
        const Sample lowest{x, slope(x), 0};
        if (!std::isfinite(lowest.slope)) return;
        const double steepest = std::max(std::abs(left.slope), std::abs(right.slope));
        if (std::abs(lowest.slope) <= std::max(1e-9 * steepest, 4 * rounding(x))) {
            add(x, StationaryKind::Inflection, false, false);
        } else if (std::signbit(lowest.slope) != std::signbit(left.slope)) {
            cross(left, lowest);
            cross(lowest, right);
        }
    }

    void add(double x, StationaryKind kind, bool corner, bool fades) {
        const double f = value(x);
        if (!m_range.contains(x) || !std::isfinite(f)) return;
        const double curvature = corner ? 0 : m_objective.curvature({x, 0});
        m_points.push_back({x, f, std::isfinite(curvature) ? curvature : 0, kind, corner, fades});
    }

    double spacing(double x) const { return epsilon * std::max(std::abs(x), 1e-290); }

    /// A zero of g in [low, high], where g has the values atLow and atHigh of opposite sign. Where
    /// g is undefined counts as a zero, which ends the search there.
    template <typename Function>
    double zero(double low, double high, double atLow, double atHigh, Function g) const {
        // TOMS 748: Alefeld, Potra, Shi, Algorithm 748: Enclosing zeros of continuous functions.
        using namespace boost::math::policies;
        using Quiet = policy<evaluation_error<ignore_error>, domain_error<ignore_error>>;
        const double scale = std::max(std::abs(atLow), std::abs(atHigh));
        const auto bounded = [&](double x) {  // keeps infinite values out of the interpolation
            const double y = g(x) / scale;
            if (std::isnan(y)) return 0.0;
            return std::isinf(y) ? std::copysign(1, y) : y / (1 + std::abs(y));
        };
        const auto close = [this](double a, double b) {
            const double wanted =
                std::min(1e-11 * std::max(1.0, std::abs(a)), 1e-6 * m_columnWidth);
            return b - a <= std::max(wanted, 2 * spacing(a));
        };
        std::uintmax_t most = 150;
        const auto [a, b] = boost::math::tools::toms748_solve(bounded, low, high, bounded(low),
                                                              bounded(high), close, most, Quiet());
        return std::abs(bounded(a)) <= std::abs(bounded(b)) ? a : b;
    }

    Surroundings surroundings(double x) const {
        const double far = std::max(m_columnWidth / 4, 1024 * spacing(x));
        const double nearest = std::max(1e-8 * far, 4 * spacing(x));
        const std::array<double, 3> distances = {far, std::sqrt(far * nearest), nearest};
        std::array<double, 3> left{};
        std::array<double, 3> right{};
        for (std::size_t i = 0; i < distances.size(); ++i) {
            left[i] = value(x - distances[i]);
            right[i] = value(x + distances[i]);
        }
        return {std::max(std::abs(left[0] - left[1]), std::abs(right[0] - right[1])),
                std::max(std::abs(left[1] - left[2]), std::abs(right[1] - right[2])),
                std::abs(left[2] - right[2]),
                nearest,
                std::max(std::abs(slope(x - nearest)), std::abs(slope(x + nearest))),
                fades(x, -distances[1], -nearest) || fades(x, distances[1], nearest)};
    }

    /// True when |f'| is much smaller near x than farther off on the same side.
    bool fades(double x, double far, double near) const {
        return std::abs(slope(x + near)) < 0.1 * std::abs(slope(x + far));
    }

    /// How much f' changes from one double to the next, which is rounding alone where f' is smooth.
    double rounding(double x) const {
        double largest = 0;
        for (const double step : {-3, -2, -1, 1, 2, 3}) {
            largest = std::max(largest, std::abs(slope(x + step * spacing(x)) - slope(x)));
        }
        return largest;
    }

    const Objective& m_objective;
    Range m_range;
    int m_columns;
    double m_columnWidth;
    std::vector<StationaryPoint> m_points;
};

}  // namespace

std::vector<StationaryPoint> stationaryPoints(const Objective& objective, Range x, int columns,
                                              const std::stop_token& stop) {
    return Finder(objective, x, columns).points(stop);
}

std::optional<StationaryPoint> nearestExtremum(const std::vector<StationaryPoint>& points,
                                               StationaryKind kind, double x) {
    std::optional<StationaryPoint> nearest;
    for (const StationaryPoint& point : points) {
        if (point.kind != kind) continue;
        if (!nearest || std::abs(point.x - x) < std::abs(nearest->x - x)) nearest = point;
    }
    return std::isfinite(x) ? nearest : std::nullopt;
}

std::optional<double> fork(const StationaryPoint& extremum) {
    if (extremum.corner || extremum.curvature == 0) return std::nullopt;
    return 2 / std::abs(extremum.curvature);
}

const StationaryPoint* lowest(const std::vector<StationaryPoint>& points) {
    const StationaryPoint* found = nullptr;
    for (const StationaryPoint& point : points) {
        if (point.kind != StationaryKind::Minimum) continue;
        if (!found || point.value < found->value) found = &point;
    }
    return found;
}

}  // namespace core
