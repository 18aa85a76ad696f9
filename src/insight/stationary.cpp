// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/stationary.h"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "descent/descent.h"
#include "insight/closeby.h"
#include "insight/shortest.h"
#include "insight/zero.h"

namespace insight {

namespace {

struct Sample {
    double x = 0;
    double slope = 0;      ///< f', finite and not 0
    double curvature = 0;  ///< f''
};

class Finder {
public:
    Finder(const descent::Objective& objective, Range x, int columns)
        : m_objective(objective),
          m_range(x),
          m_columns(std::max(columns, 2)),
          m_columnWidth(x.width() / m_columns) {}

    std::vector<StationaryPoint> points(const std::stop_token& stop) {
        std::vector<Sample> behind;  // those that can bracket a point with the next one
        bool missing = false;        // the last sample; two of them end what can be bracketed
        for (int i = -1; i <= m_columns + 1 && !stop.stop_requested(); ++i) {
            const double x = m_range.low + m_range.width() * i / m_columns;
            const Sample sample{x, slope(x), m_objective.curvature(x)};
            const bool gone = outside(x);
            const bool unknown = !std::isfinite(sample.slope) || sample.slope == 0;
            if (gone || (unknown && missing)) behind.clear();
            const bool turned = !unknown && !behind.empty() && turns(behind.back(), sample);
            missing = unknown || (turned && !certain(sample));
            if (gone || missing) continue;
            if (turned) {
                while (!behind.empty() && !certain(behind.back())) behind.pop_back();
                if (!behind.empty()) visit(behind.back(), sample);
            }
            behind.push_back(sample);
        }
        return std::move(m_points);
    }

private:
    double value(double x) const { return m_objective.value(x); }
    double slope(double x) const { return m_objective.slope(x); }

    /// Whether f has no value there, and not at the point alone, or no run goes there.
    bool outside(double x) const {
        if (std::abs(x) > descent::divergenceBound) return true;
        const double f = value(x);
        const double beside = 1e-6 * m_columnWidth;
        return !std::isfinite(f) && !(std::isnan(f) && std::isfinite(value(x - beside)) &&
                                      std::isfinite(value(x + beside)));
    }

    /// Whether f' changes its sign, or may touch zero, between them.
    static bool turns(const Sample& left, const Sample& right) {
        return crosses(left, right) || dips(left, right);
    }
    static bool crosses(const Sample& left, const Sample& right) {
        return std::signbit(left.slope) != std::signbit(right.slope);
    }
    static bool dips(const Sample& left, const Sample& right) {
        const double sign = std::copysign(1, left.slope);
        return left.curvature != right.curvature && sign * left.curvature <= 0 &&
               sign * right.curvature >= 0;
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
        if (isLevel(m_objective, x, {left.x, right.x}, accuracy(x))) return;
        const auto simple = simpleZero(m_objective, x, m_columnWidth);
        if (simple && left.x <= simple->x && simple->x <= right.x) return addZero(*simple);
        const double far = std::max(m_columnWidth / 4, 0x1p20 * spacing(x));
        const double near = std::max(1e-8 * far, 2000 * accuracy(x));
        const auto around = surroundings(m_objective, x, accuracy(x), far, near);
        if (around && around->shape != Shape::Smooth && around->shape != Shape::Bent)
            return corner(left, right, kind);
        const bool known =
            around && (around->shape == Shape::Bent || (around->curvature == 0 && isClear(x)));
        const auto hidden = known ? std::nullopt : hiddenZero(x);
        if (hidden && hidden->kind == kind) return addZero(*hidden);
        addSmooth(x, kind, around.value_or(Surroundings{Shape::Smooth, curvature(x, left, right)}));
    }

    /// Whether f' is known so close to its zero that nothing is hidden.
    bool isClear(double x) const {
        const auto clear = [this](double beside) {
            return std::abs(slope(beside)) > 4 * m_objective.slopeError(beside);
        };
        return clear(x - 4 * accuracy(x)) && clear(x + 4 * accuracy(x));
    }

    /// The zero of f' about x that rounding hides.
    std::optional<Zero> hiddenZero(double x) const {
        const double farthest = std::max(m_columnWidth, 0.25 * std::max(1.0, std::abs(x)));
        const auto found = zeroFromAfar(m_objective, x, farthest, 1e-4 * m_columnWidth);
        return found && isZero(found->x, found->error) ? found : std::nullopt;
    }

    /// Whether f' may be 0 there, or is not known.
    bool isZero(double x, double reach) const {
        return !(std::abs(slope(x)) > 4 * m_objective.slopeError(x, reach));
    }

    void addZero(const Zero& zero) {
        const double place = shortest(zero.x, 4 * zero.error,
                                      [this](double candidate) { return isZero(candidate, 0); });
        const double there = m_objective.curvature(place);
        const bool same =
            std::isfinite(there) && std::abs(there - zero.curvature) <= 1e-9 * std::abs(there);
        addLevel(place, zero.kind, {Shape::Smooth, same ? there : zero.curvature});
    }

    /// f'' where rounding hides how f' changes close to x: as computed, unless that is noise too.
    double curvature(double x, const Sample& left, const Sample& right) const {
        const double mean = (right.slope - left.slope) / (right.x - left.x);
        const double exact = m_objective.curvature(x);
        return exact / mean > 0.5 && exact / mean < 2 ? exact : mean;
    }

    void addSmooth(double x, StationaryKind kind, const Surroundings& around) {
        addLevel(simplest(x), kind, around);
    }

    /// The same where f'' does not exist: f may change so fast that its place must be known to the
    /// last digit.
    void corner(const Sample& left, const Sample& right, StationaryKind kind) {
        const double x = turn(left, right, kind);
        const double far = std::max(1e-4 * m_columnWidth, 1e6 * spacing(x));
        const double near = std::max(1e-8 * far, 64 * spacing(x));
        const Changes changes = changesAt(m_objective, x, m_columnWidth / 4);
        const auto around = surroundings(m_objective, x, spacing(x), far, near);
        if (around && !changes.jump() && !changes.pole())
            add(x, kind, *around, {value(x), m_objective.valueError(x)});
    }

    /// |f'| falls on the left and grows on the right: somewhere between it may touch zero or cross
    /// it twice.
    void dip(const Sample& left, const Sample& right) {
        const double x = zero(left.x, right.x, left.curvature, right.curvature,
                              [this](double at) { return m_objective.curvature(at); });
        const Sample lowest{x, slope(x), 0};
        if (!std::isfinite(lowest.slope)) return;
        if (isLevel(m_objective, x, {left.x, right.x}, accuracy(x))) return;
        if (isZero(x, accuracy(x))) {
            touch(x, std::max(std::abs(left.slope), std::abs(right.slope)));
        } else if (crosses(left, lowest)) {
            cross(left, lowest);
            cross(lowest, right);
        }
    }

    /// f' may touch zero at x, but for rounding.
    void touch(double x, double steepest) {
        const auto hidden = isClear(x) ? std::nullopt : hiddenZero(x);
        if (hidden && hidden->kind == StationaryKind::Inflection) return addZero(*hidden);
        const bool stands = 4 * m_objective.slopeError(x, accuracy(x)) <= 1e-3 * steepest;
        if (stands) addSmooth(x, StationaryKind::Inflection, {});
    }

    /// Unless f jumps there or is not known to nine digits.
    void addLevel(double x, StationaryKind kind, const Surroundings& around) {
        if (changesAt(m_objective, x, m_columnWidth / 4).jump()) return;
        const Known f = valueAt(m_objective, x, around.curvature, 4 * accuracy(x));
        if (f.error <= 1e-9 * std::max(1.0, std::abs(f.value))) add(x, kind, around, f);
    }

    void add(double x, StationaryKind kind, const Surroundings& around, const Known& f) {
        if (m_range.contains(x) && std::isfinite(f.value))
            m_points.push_back({x, f.value, around.curvature, kind, around.shape, f.error});
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

    const descent::Objective& m_objective;
    Range m_range;
    int m_columns;
    double m_columnWidth;
    std::vector<StationaryPoint> m_points;
};

}  // namespace

std::vector<StationaryPoint> stationaryPoints(const descent::Objective& objective, Range x,
                                              int columns, const std::stop_token& stop) {
    return Finder(objective, x, columns).points(stop);
}

StationaryPoint told(const descent::Objective& objective, StationaryPoint point) {
    if (objective.told(1) > 0) return point;
    point.value = objective.told(point.value);
    point.curvature = objective.told(point.curvature);
    if (point.kind == StationaryKind::Inflection) return point;
    point.kind =
        point.kind == StationaryKind::Minimum ? StationaryKind::Maximum : StationaryKind::Minimum;
    return point;
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
    return descent::gradientResponse(0, std::abs(extremum.curvature)).limit;
}

}  // namespace insight
