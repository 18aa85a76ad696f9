// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stationary.h"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "core/shortest.h"

namespace core {

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

struct Sample {
    double x = 0;
    double slope = 0;      ///< f', finite and not 0
    double curvature = 0;  ///< f''
};

/// How f changes close to a point, seen at three distances from it.
struct Changes {
    double outer = 0;  ///< the larger of the changes on both sides from far to near
    double inner = 0;  ///< the same from near to nearest
    double gap =
        0;  ///< the largest between the nearest on the left, the point, and that on the right
    double error = 0;  ///< how far rounding may move f there

    /// f jumps there, or has another value at the point alone.
    bool jump() const { return gap > 8 * std::max(inner, 2 * error); }
    /// Where f is this value, it is not known to nine digits.
    bool unknown(double value) const { return !(error <= 1e-9 * std::max(1.0, std::abs(value))); }
    /// f runs off to infinity there, or is nothing but rounding.
    bool pole() const { return !(inner <= 0.7 * outer && outer > error); }
};

class Finder {
public:
    Finder(const Objective& objective, Range x, int columns)
        : m_objective(objective),
          m_range(x),
          m_columns(std::max(columns, 2)),
          m_columnWidth(x.width() / m_columns) {}

    std::vector<StationaryPoint> points(const std::stop_token& stop) {
        std::optional<Sample> before;  // the two last ones that can bracket a point
        std::optional<Sample> last;
        bool missing = false;  // the sample after `last`; two of them end what can be bracketed
        for (int i = -1; i <= m_columns + 1 && !stop.stop_requested(); ++i) {
            const double x = m_range.low + m_range.width() * i / m_columns;
            const Sample sample{x, slope(x), m_objective.curvature({x, 0})};
            const bool outside = !std::isfinite(value(x));
            const bool unknown = !std::isfinite(sample.slope) || sample.slope == 0;
            if (outside || (unknown && missing)) before = last = std::nullopt;
            missing = unknown || (last && turns(*last, sample) && !certain(sample));
            if (outside || missing) continue;
            if (last && turns(*last, sample) && !certain(*last)) last = before;
            if (last) visit(*last, sample);
            before = std::exchange(last, sample);
        }
        return std::move(m_points);
    }

private:
    double value(double x) const { return m_objective.value({x, 0}); }
    double slope(double x) const { return m_objective.gradient({x, 0}).x; }

    /// Whether f' changes its sign, or may touch zero, between them.
    static bool turns(const Sample& left, const Sample& right) {
        return crosses(left, right) || dips(left, right);
    }
    static bool crosses(const Sample& left, const Sample& right) {
        return std::signbit(left.slope) != std::signbit(right.slope);
    }
    static bool dips(const Sample& left, const Sample& right) {
        const double sign = std::copysign(1, left.slope);
        return sign * left.curvature < 0 && sign * right.curvature > 0;
    }

    void visit(const Sample& left, const Sample& right) {
        if (crosses(left, right)) {
            cross(left, right);
        } else if (dips(left, right)) {
            dip(left, right);
        }
    }

    /// Whether f' is more there than rounding could make it.
    bool certain(const Sample& sample) const {
        return std::abs(sample.slope) > m_objective.slopeError(sample.x);
    }

    /// f' changes its sign between left and right.
    void cross(const Sample& left, const Sample& right) {
        const auto kind = left.slope < 0 ? StationaryKind::Minimum : StationaryKind::Maximum;
        const double x =
            zero(left.x, right.x, left.slope, right.slope, [this](double at) { return slope(at); });
        const double far = std::max(m_columnWidth / 4, 0x1p20 * spacing(x));
        const double near = std::max(1e-8 * far, 2000 * accuracy(x));
        const auto around = surroundings(m_objective, x, accuracy(x), far, near);
        if (around && around->shape != Shape::Smooth && around->shape != Shape::Bent)
            return corner(left, right, kind);
        addSmooth(x, kind, around.value_or(Surroundings{Shape::Smooth, curvature(x, left, right)}));
    }

    /// f'' where rounding hides how f' changes close to x: as computed, unless that is noise too.
    double curvature(double x, const Sample& left, const Sample& right) const {
        const double mean = (right.slope - left.slope) / (right.x - left.x);
        const double exact = m_objective.curvature({x, 0});
        return exact / mean > 0.5 && exact / mean < 2 ? exact : mean;
    }

    void addSmooth(double x, StationaryKind kind, const Surroundings& around) {
        const double place = simplest(x);
        const Changes changes = changesAt(place);
        if (!changes.jump() && !changes.unknown(value(place))) add(place, kind, around);
    }

    /// The same where f'' does not exist: f may change so fast that its place must be known to the
    /// last digit.
    void corner(const Sample& left, const Sample& right, StationaryKind kind) {
        const double x = turn(left, right, kind);
        const double far = std::max(1e-4 * m_columnWidth, 1e6 * spacing(x));
        const double near = std::max(1e-8 * far, 64 * spacing(x));
        const Changes changes = changesAt(x);
        const auto around = surroundings(m_objective, x, spacing(x), far, near);
        if (around && !changes.jump() && !changes.pole()) add(x, kind, *around);
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
        const double error = 4 * m_objective.slopeError(x, accuracy(x));
        if (std::abs(lowest.slope) <= error && error <= 1e-3 * steepest) {
            addSmooth(x, StationaryKind::Inflection, {});
        } else if (std::signbit(lowest.slope) != std::signbit(left.slope)) {
            cross(left, lowest);
            cross(lowest, right);
        }
    }

    void add(double x, StationaryKind kind, const Surroundings& around) {
        const double f = value(x);
        if (!m_range.contains(x) || !std::isfinite(f)) return;
        m_points.push_back({x, f, around.curvature, kind, around.shape, m_objective.valueError(x)});
    }

    /// The place where f' changes its sign, to the nearest number.
    double turn(const Sample& left, const Sample& right, StationaryKind kind) const {
        const double sign = kind == StationaryKind::Minimum ? 1 : -1;
        double low = left.x;
        double high = right.x;
        double x = low + (high - low) / 2;
        while (x != low && x != high) {
            const double there = sign * slope(x);
            if (!std::isfinite(there) || there == 0) break;
            (there < 0 ? low : high) = x;
            x = low + (high - low) / 2;
        }
        return shortest(x, 4 * accuracy(x),
                        [&](double other) { return sign * value(other) <= sign * value(x); });
    }

    /// The shortest number that is as good a zero of f' as x, which is one but for what the search
    /// leaves open: 2 and not 1.9999999999983.
    double simplest(double x) const {
        return shortest(x, 4 * accuracy(x), [&](double candidate) {
            return std::abs(slope(candidate)) <=
                   std::max(std::abs(slope(x)), m_objective.slopeError(candidate));
        });
    }

    /// How far a zero that was searched for may be off.
    double accuracy(double x) const {
        return std::max(std::min(1e-11 * std::max(1.0, std::abs(x)), 1e-6 * m_columnWidth),
                        2 * spacing(x));
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
        const auto close = [this](double a, double b) { return b - a <= accuracy(a); };
        std::uintmax_t most = 150;
        const auto [a, b] = boost::math::tools::toms748_solve(bounded, low, high, bounded(low),
                                                              bounded(high), close, most, Quiet());
        return std::abs(bounded(a)) <= std::abs(bounded(b)) ? a : b;
    }

    Changes changesAt(double x) const {
        const double far = std::max(m_columnWidth / 4, 1024 * spacing(x));
        const double nearest = std::max(1e-8 * far, 4 * spacing(x));
        const std::array<double, 3> distances = {far, std::sqrt(far * nearest), nearest};
        std::array<double, 3> left{};
        std::array<double, 3> right{};
        for (std::size_t i = 0; i < distances.size(); ++i) {
            left[i] = value(x - distances[i]);
            right[i] = value(x + distances[i]);
        }
        const double here = value(x);
        return {std::max(std::abs(left[0] - left[1]), std::abs(right[0] - right[1])),
                std::max(std::abs(left[1] - left[2]), std::abs(right[1] - right[2])),
                std::max({std::abs(left[2] - right[2]), std::abs(left[2] - here),
                          std::abs(right[2] - here)}),
                std::max(m_objective.valueError(x - nearest), m_objective.valueError(x + nearest))};
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
        if (point.kind != kind || !isLevel(point.shape)) continue;
        if (!nearest || std::abs(point.x - x) < std::abs(nearest->x - x)) nearest = point;
    }
    return std::isfinite(x) ? nearest : std::nullopt;
}

std::optional<double> fork(const StationaryPoint& extremum) {
    if (extremum.shape != Shape::Smooth || extremum.curvature == 0) return std::nullopt;
    return 2 / std::abs(extremum.curvature);
}

}  // namespace core
