// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/zero.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "insight/closeby.h"

namespace insight {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double slopeAt(const descent::Objective& objective, double x) {
    return objective.slope(x);
}

StationaryKind kind(double slopeLeft, double slopeRight) {
    if (std::signbit(slopeLeft) == std::signbit(slopeRight)) return StationaryKind::Inflection;
    return slopeLeft < 0 ? StationaryKind::Minimum : StationaryKind::Maximum;
}

/// f' and Newton's step f'/f'' at a place beside the zero. The step goes evenly to 0 there,
/// whatever the order of the zero: as (x - x*) / order.
struct Sight {
    double x = 0;
    double slope = 0;
    double slopeError = 0;
    double step = 0;
    double stepError = 0;
};

/// A number, and how far it may be off.
struct Estimate {
    double value = 0;
    double error = infinity;

    void improve(const Estimate& other) {
        if (other.error < error) *this = other;
    }
};

/// At two distances on both sides, ascending.
using Sights = std::array<Sight, 4>;

/// What is told by them.
struct Look {
    Sights sights;
    double x = 0;      ///< where the zero seems to be
    double noise = 0;  ///< what rounding may have done to x
    Estimate order;
    Estimate curvature;
};

class Afar {
public:
    Afar(const descent::Objective& objective, double centre)
        : m_objective(objective), m_centre(centre) {}

    std::optional<Zero> zero(double farthest, double nearest) const {
        std::optional<Look> before;
        Estimate place;
        Estimate curvature;
        std::optional<Look> closest;  // at which the order is known
        nearest = std::max(nearest, 1e3 * spacing(m_centre));
        for (double reach = farthest; reach > nearest; reach /= 2) {
            const auto sights = sightsAt(reach);
            const auto here =
                sights && isZero(*sights) ? std::optional(look(*sights)) : std::nullopt;
            if (sights && !here) {  // what was seen from farther away is something else
                place = curvature = {};
                closest.reset();
            }
            if (here && before) {
                place.improve({here->x, std::abs(here->x - before->x) + here->noise});
                const double change = here->curvature.value - before->curvature.value;
                curvature.improve(
                    {here->curvature.value, std::abs(change) + here->curvature.error});
                if (here->order.error < 0.02) closest = here;
                const bool blurred = here->noise > 16 * place.error;
                if (blurred && here->curvature.error > 16 * curvature.error) break;
            }
            before = here;
        }
        if (!closest || !(place.error < farthest)) return std::nullopt;
        constexpr double simpleBelow = 1.02;
        const bool simple = closest->order.value < simpleBelow;
        const double exact = m_objective.curvature(place.value);
        if (std::abs(exact - curvature.value) <= 4 * curvature.error + 1e-6 * std::abs(exact))
            curvature.improve({exact, m_objective.curvatureError(place.value)});
        return Zero{place.value, place.error + 2 * spacing(place.value), closest->order.value,
                    simple ? curvature.value : 0,
                    kind(closest->sights.front().slope, closest->sights.back().slope)};
    }

private:
    std::optional<Sight> sight(double x) const {
        const double slope = slopeAt(m_objective, x);
        const double curvature = m_objective.curvature(x);
        if (!std::isfinite(slope) || !std::isfinite(curvature) || curvature == 0)
            return std::nullopt;
        const double slopeError = m_objective.slopeError(x);
        const double curvatureError = m_objective.curvatureError(x);
        const double step = slope / curvature;
        const double stepError =
            (slopeError + std::abs(step) * curvatureError) / std::abs(curvature);
        if (!(stepError < 0.1 * std::abs(step))) return std::nullopt;
        return Sight{x, slope, slopeError, step, stepError};
    }

    /// Nothing where rounding or a missing value hides one of them.
    std::optional<Sights> sightsAt(double reach) const {
        Sights sights;
        std::size_t i = 0;
        for (const double part : {-1.0, -0.5, 0.5, 1.0}) {
            const auto seen = sight(m_centre + part * reach);
            if (!seen) return std::nullopt;
            sights[i++] = *seen;
        }
        return sights;
    }

    /// Whether the steps go up through 0, and the slopes fade toward it, as at a zero.
    static bool isZero(const Sights& sights) {
        const auto& [left, innerLeft, innerRight, right] = sights;
        const bool through = innerLeft.step < 0 && innerRight.step > 0;
        const bool rises = left.step < innerLeft.step && innerRight.step < right.step;
        return through && rises && fades(left, innerLeft) && fades(right, innerRight);
    }
    static bool fades(const Sight& outer, const Sight& inner) {
        return std::abs(outer.slope) > 1.5 * std::abs(inner.slope);
    }

    Look look(const Sights& sights) const {
        Look look;
        look.sights = sights;
        const auto& [left, innerLeft, innerRight, right] = sights;
        const double reach = (right.x - left.x) / 2;
        look.x = inverse(sights);
        // As the places count where they lie evenly: 2/3 each of the inner ones, -1/6 of the outer.
        const double order = 2 * reach / (right.step - left.step);
        look.noise = order * (2.0 / 3 * (innerLeft.stepError + innerRight.stepError) +
                              1.0 / 6 * (left.stepError + right.stepError));
        look.order = {
            reach / (innerRight.step - innerLeft.step),
            (innerLeft.stepError + innerRight.stepError) / (innerRight.step - innerLeft.step)};
        const double curvature =
            (4 * ratio(innerLeft, innerRight, look.x) - ratio(left, right, look.x)) / 3;
        const double errors = innerLeft.slopeError + innerRight.slopeError + left.slopeError / 4 +
                              right.slopeError / 4;
        look.curvature = {curvature, 4.0 / 3 * errors / reach};
        return look;
    }

    /// f' / (x - x*), the mean of both sides.
    static double ratio(const Sight& left, const Sight& right, double x) {
        return (left.slope / (left.x - x) + right.slope / (right.x - x)) / 2;
    }

    /// Where the step is 0: the place as a polynomial in the step, by Neville's scheme.
    double inverse(const Sights& sights) const {
        std::array<double, 4> places{};
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = sights[i].x - m_centre;
        for (std::size_t width = 1; width < places.size(); ++width) {
            for (std::size_t i = 0; i + width < places.size(); ++i) {
                const double low = sights[i].step;
                const double high = sights[i + width].step;
                places[i] = (high * places[i] - low * places[i + 1]) / (high - low);
            }
        }
        return m_centre + places[0];
    }

    const descent::Objective& m_objective;
    double m_centre;
};

}  // namespace

std::optional<Zero> simpleZero(const descent::Objective& objective, double x, double farthest) {
    constexpr double agreement = 1e-3;
    for (int i = 0; i < 3; ++i) {
        const double step = slopeAt(objective, x) / objective.curvature(x);
        if (!(std::abs(step) <= farthest)) return std::nullopt;
        if (x - step == x) break;
        x -= step;
    }
    const double curvature = objective.curvature(x);
    const double error = objective.slopeError(x) / std::abs(curvature) + 2 * spacing(x);
    if (!(std::abs(slopeAt(objective, x)) <= std::abs(curvature) * error)) return std::nullopt;
    const double near = 2 / agreement * error;
    for (const double place : {x - near, x + near}) {
        const double ratio = slopeAt(objective, place) / (place - x);
        if (!(std::abs(ratio - curvature) <= agreement * std::abs(curvature))) return std::nullopt;
    }
    return Zero{x, error, 1, curvature, kind(-curvature, curvature)};
}

std::optional<Zero> zeroFromAfar(const descent::Objective& objective, double x, double farthest,
                                 double nearest) {
    const auto seen = Afar(objective, x).zero(farthest, nearest);
    if (!seen || std::abs(seen->x - x) <= 4 * seen->error) return seen;
    return Afar(objective, seen->x).zero(farthest, nearest);
}

bool isLevel(const descent::Objective& objective, double x, Range within, double accuracy) {
    const auto isZero = [&](double at) { return slopeAt(objective, at) == 0; };
    if (!isZero(x) || (!isZero(x - 4 * accuracy) && !isZero(x + 4 * accuracy))) return false;
    const auto edge = [&](double level, double beyond) {
        while (std::abs(beyond - level) > accuracy) {
            const double middle = level + (beyond - level) / 2;
            if (middle == level || middle == beyond) break;
            (isZero(middle) ? level : beyond) = middle;
        }
        return beyond;
    };
    const auto isBank = [&](double at) {
        constexpr double underflow = 1e-250;
        return std::abs(slopeAt(objective, at)) > std::max(underflow, 4 * objective.slopeError(at));
    };
    const double low = edge(x, within.low);
    const double high = edge(x, within.high);
    const double aside = 64 * accuracy;
    return aside < 0.01 * (high - low) && isBank(low - aside) && isBank(high + aside);
}

}  // namespace insight
