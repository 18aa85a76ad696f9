// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/kind.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <vector>

#include "insight/plane/principal.h"

namespace insight {

using descent::Point;
using Kind = StationaryPlace::Kind;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// What the cost does on its way from a place: it rises, falls, or stays the same as far as
/// rounding tells; NaN is none of it.
enum class Way { Up, Down, Level, Unknown };

class Looker {
public:
    Looker(const descent::Objective& objective, const Scale& scale, const Point& at,
           const Principal& axes)
        : m_objective(objective), m_scale(scale), m_at(at), m_axes(axes) {
        for (std::size_t axis = 0; axis < axes.directions.size(); ++axis) {
            const bool jumps = bends(axis);
            m_bends |= jumps;
            const bool isFlat = !jumps && isZero(axis);
            (isFlat ? m_flat : m_curved).push_back(axis);
            m_isNarrow |= isFlat && !isRounding(axis) && isCurvedAround(axis);
        }
    }

    const std::vector<std::size_t>& flat() const { return m_flat; }

    /// Nothing on a plain, and where f is too narrow for the scale.
    std::optional<StationaryPlace> place() const {
        if (m_isNarrow) return std::nullopt;
        constexpr std::ptrdiff_t many = 8;  // a plain is level in so large a part of all directions
        StationaryPlace place{.at = m_at,
                              .value = m_objective.value(m_at),
                              .curvatures = m_axes.curvatures,
                              .directions = m_axes.directions,
                              .bends = m_bends,
                              .error = valueError()};
        for (const std::size_t axis : m_flat) place.curvatures[axis] = 0;
        std::ranges::sort(place.curvatures);
        if (m_flat.empty()) {
            place.kind = kindOf(true, true);
            return place;
        }
        const std::vector<Way> ways = m_flat.size() == 1 ? both() : around();
        const auto level = std::ranges::count(ways, Way::Level);
        if (m_curved.empty() && many * level > std::ssize(ways)) return std::nullopt;
        place.isLine = level > 0 || (m_curved.empty() && continues());
        place.kind = kindOf(ways, place.isLine);
        return place;
    }

private:
    /// As much as f differs at the numbers next to the place.
    double valueError() const {
        const double value = m_objective.value(m_at);
        double error = epsilon * std::abs(value);
        for (std::size_t i = 0; i < m_at.size(); ++i) {
            for (const double side : {-epsilon, epsilon}) {
                Point beside = m_at;
                beside[i] += side * std::fmax(1, std::abs(m_at[i]));
                error = std::fmax(error, std::abs(m_objective.value(beside) - value));
            }
        }
        return 4 * error;
    }

    double curvatureAlong(const Point& at, const Point& direction) const {
        const descent::Hessian hessian = m_objective.hessian(at);
        double sum = 0;
        for (std::size_t i = 0; i < at.size(); ++i) {
            for (std::size_t j = 0; j < at.size(); ++j)
                sum += direction[i] * hessian(i, j) * direction[j];
        }
        return sum;
    }

    bool isRounding(std::size_t axis) const {
        return std::abs(m_axes.curvatures[axis]) <= 64 * epsilon * largest(m_axes.curvatures);
    }

    /// Within rounding, or because the place is not known well enough.
    bool isZero(std::size_t axis) const {
        constexpr double known = 1e-6;  // of a side
        const double curvature = m_axes.curvatures[axis];
        if (isRounding(axis)) return true;
        const Point& direction = m_axes.directions[axis];
        const double near =
            std::fmax(known * m_scale.reach(direction), 8 * epsilon * largest(m_at));
        const auto changes = [&](double far) {
            const double there = curvatureAlong(moved(m_at, direction, far), direction);
            return !(std::abs(there - curvature) <= 0.5 * std::abs(curvature));
        };
        return changes(-near) || changes(near);
    }

    /// At that part of a side from the place.
    double curvatureBeside(std::size_t axis, double part) const {
        const Point& direction = m_axes.directions[axis];
        return curvatureAlong(moved(m_at, direction, part * m_scale.reach(direction)), direction);
    }

    /// Whether the curvature jumps: on each side it is steady and of one sign, and not the same.
    bool bends(std::size_t axis) const {
        constexpr double steady = 0.01;
        constexpr double visible = 0.1;
        constexpr double none = 1e-9;  // of the largest curvature: rounding
        const auto side = [&](double way) -> std::optional<double> {
            const double near = curvatureBeside(axis, way * 1e-5);
            const double far = curvatureBeside(axis, way * 1e-4);
            const bool isSteady = std::abs(near - far) <= steady * std::abs(near) &&
                                  std::abs(near) > none * largest(m_axes.curvatures);
            return isSteady ? std::optional(near) : std::nullopt;
        };
        const auto left = side(-1);
        const auto right = side(1);
        return left && right && *left * *right > 0 &&
               std::abs(*left - *right) > visible * std::fmax(std::abs(*left), std::abs(*right));
    }

    /// Whether f is curved at the place about as much as a side away, so that a curvature that
    /// changes close by is not about to vanish.
    bool isCurvedAround(std::size_t axis) const {
        constexpr double small = 1e-3;
        return std::abs(m_axes.curvatures[axis]) >
               small * std::fmax(std::abs(curvatureBeside(axis, -1)),
                                 std::abs(curvatureBeside(axis, 1)));
    }

    /// That far in a direction, and from there to where the cost is stationary along all axes with
    /// a curvature.
    Point onCurve(const Point& direction, double far) const {
        constexpr int most = 20;
        Point at = moved(m_at, direction, far);
        for (int i = 0; i < most; ++i) {
            const Point slope = m_objective.gradient(at);
            double change = 0;
            Point next = at;
            for (const std::size_t axis : m_curved) {
                const double step =
                    -along(m_axes.directions[axis], slope) / m_axes.curvatures[axis];
                next = moved(next, m_axes.directions[axis], step);
                change = std::fmax(change, std::abs(step));
            }
            if (!(change <= std::abs(far))) break;
            at = next;
            if (change <= epsilon * (largest(at) + std::abs(far))) break;
        }
        return at;
    }

    Way wayTo(const Point& direction, double far) const {
        constexpr double roundings = 8;
        const auto slopeAt = [&](const Point& at) {
            return along(direction, m_objective.gradient(at));
        };
        const Point at = onCurve(direction, far);
        const double slope = slopeAt(at);
        if (std::isnan(slope)) return Way::Unknown;
        if (std::abs(slope) <= roundings * noiseOf(slopeAt, m_scale, at)) return Way::Level;
        return slope * far > 0 ? Way::Up : Way::Down;
    }

    /// As close as rounding lets it be seen.
    Way wayOf(const Point& direction, double side) const {
        constexpr int nearest = -10;
        const double far = side * m_scale.reach(direction);
        for (int power = nearest; power <= 0; power += 2) {
            const Way way = wayTo(direction, std::ldexp(far, power));
            if (way != Way::Level) return way;
        }
        return Way::Level;
    }

    std::vector<Way> both() const {
        const Point& direction = m_axes.directions[m_flat.front()];
        return {wayOf(direction, -1), wayOf(direction, 1)};
    }

    /// Directions all around, of those without a curvature.
    std::vector<Point> directions() const {
        constexpr int count = 64;
        constexpr double turned = 0.3;  // so that none lies along an axis
        std::vector<Point> all;
        const std::size_t planes = m_flat.size() == 2 ? 1 : m_flat.size();
        for (std::size_t one = 0; one < planes; ++one) {
            const std::size_t other = (one + 1) % m_flat.size();
            for (int i = 0; i < count; ++i) {
                const double angle = 2 * std::numbers::pi * (i + turned) / count;
                Point direction = m_at;
                std::ranges::fill(direction, 0.0);
                direction = moved(direction, m_axes.directions[m_flat[one]], std::cos(angle));
                all.push_back(moved(direction, m_axes.directions[m_flat[other]], std::sin(angle)));
            }
        }
        return all;
    }

    std::vector<Way> around() const {
        std::vector<Way> ways;
        for (const Point& direction : directions()) ways.push_back(wayOf(direction, 1));
        return ways;
    }

    /// Whether the gradient is zero close by, too, where it is smallest around the place.
    bool continues() const {
        const std::vector<Point> all = directions();
        for (const double part : {0.5, 0.25}) {
            const auto beside = [&](const Point& direction) {
                return moved(m_at, direction, part * m_scale.reach(direction));
            };
            const Point& best = *std::ranges::min_element(all, {}, [&](const Point& direction) {
                return descent::norm(m_scale.stretched(m_objective.gradient(beside(direction))));
            });
            std::int64_t evaluations = 0;
            const auto root = rootNear(m_objective, m_scale, beside(best), part / 2, evaluations);
            if (!root || m_scale.distance(m_at, *root) < part / 2) return false;
        }
        return true;
    }

    /// By the signs of its curvatures, and whether the cost may rise, or fall, in the other
    /// directions.
    Kind kindOf(bool rises, bool falls) const {
        const auto has = [&](auto sign) {
            return std::ranges::any_of(
                m_curved, [&](std::size_t axis) { return sign(m_axes.curvatures[axis]); });
        };
        const bool up = has([](double curvature) { return curvature > 0; });
        const bool down = has([](double curvature) { return curvature < 0; });
        if (up && down) return Kind::Saddle;
        if (up) return rises ? Kind::Minimum : Kind::Saddle;
        if (down) return falls ? Kind::Maximum : Kind::Saddle;
        return rises ? Kind::Minimum : Kind::Maximum;
    }

    Kind kindOf(const std::vector<Way>& ways, bool isLine) const {
        const auto all = [&](Way wanted) {
            return std::ranges::all_of(
                ways, [&](Way way) { return way == wanted || (isLine && way == Way::Level); });
        };
        const bool rises = all(Way::Up);
        const bool falls = all(Way::Down);
        if (rises || falls) return kindOf(rises, falls);
        const bool isKnown = m_at.size() == 2 && m_curved.empty() &&
                             std::ranges::count(ways, Way::Unknown) == 0 && !isLine;
        return isKnown && turns(ways) == 4 ? Kind::Saddle : Kind::Degenerate;
    }

    /// How often rising and falling change around the place.
    static std::ptrdiff_t turns(const std::vector<Way>& ways) {
        std::ptrdiff_t count = 0;
        for (std::size_t i = 0; i < ways.size(); ++i)
            count += ways[i] != ways[(i + 1) % ways.size()];
        return count;
    }

    const descent::Objective& m_objective;
    const Scale& m_scale;
    const Point& m_at;
    const Principal& m_axes;
    std::vector<std::size_t> m_flat;  ///< the axes without a curvature
    std::vector<std::size_t> m_curved;
    bool m_isNarrow = false;
    bool m_bends = false;
};

}  // namespace

std::optional<StationaryPlace> placeAt(const descent::Objective& objective, const Scale& scale,
                                       const Point& at) {
    const auto axes = principalOf(objective.hessian(at));
    if (!axes || !std::isfinite(objective.value(at))) return std::nullopt;
    return Looker(objective, scale, at, *axes).place();
}

StationaryPlace told(const descent::Objective& objective, StationaryPlace place) {
    place.value = objective.told(place.value);
    if (objective.told(1) > 0) return place;
    for (double& curvature : place.curvatures)
        if (curvature != 0) curvature = -curvature;
    std::ranges::reverse(place.curvatures);
    std::ranges::reverse(place.directions);
    if (place.kind == Kind::Minimum) {
        place.kind = Kind::Maximum;
    } else if (place.kind == Kind::Maximum) {
        place.kind = Kind::Minimum;
    }
    return place;
}

bool isFlat(const StationaryPlace& place) {
    return std::ranges::count(place.curvatures, 0.0) > 0;
}

}  // namespace insight
