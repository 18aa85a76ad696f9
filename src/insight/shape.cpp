// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/shape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace insight {

namespace {

/// f' at some distance from the point, on one side.
struct Slope {
    double distance = 0;
    double value = 0;  ///< f'
};

/// How |f'| falls toward the point, between two distances.
struct Fall {
    double exponent = 0;  ///< q of |f'| ~ distance^q
    double ratio = 0;     ///< |f'| / distance at the smaller distance
    double sign = 0;      ///< of f''
};

class Side {
public:
    /// `sign` is -1 on the left and 1 on the right.
    Side(const descent::Objective& objective, double x, double accuracy, double sign)
        : m_objective(objective), m_x(x), m_accuracy(accuracy), m_sign(sign) {}

    /// From the two smallest of some distances at which f' is more than rounding.
    std::optional<Fall> fall(double far, double near) const {
        const double step = std::sqrt(far / near);
        std::optional<Slope> before;
        for (const double distance : {near, near * step, far}) {
            const auto here = slope(distance);
            if (here && before) {
                return Fall{std::log(std::abs(here->value / before->value)) /
                                std::log(here->distance / before->distance),
                            std::abs(before->value) / before->distance,
                            std::copysign(1, m_sign * before->value)};
            }
            if (here) before = here;
        }
        return std::nullopt;
    }

private:
    std::optional<Slope> slope(double distance) const {
        constexpr double precision = 1e-3;
        const double at = m_x + m_sign * distance;
        const double value = m_objective.slope(at);
        const bool certain = m_objective.slopeError(at, m_accuracy) < precision * std::abs(value);
        if (!std::isfinite(value) || !certain) return std::nullopt;
        return Slope{std::abs(at - m_x), value};
    }

    const descent::Objective& m_objective;
    double m_x;
    double m_accuracy;
    double m_sign;
};

constexpr double cornerBelow = 0.02;
constexpr double steepBelow = 0.995;
constexpr double levelFrom = 1.05;

bool level(const Fall& fall) {
    return fall.exponent >= levelFrom;
}

}  // namespace

std::optional<Surroundings> surroundings(const descent::Objective& objective, double x,
                                         double accuracy, double far, double near) {
    const auto left = Side(objective, x, accuracy, -1).fall(far, near);
    const auto right = Side(objective, x, accuracy, 1).fall(far, near);
    if (!left || !right) return std::nullopt;
    const bool staysLeft = left->exponent < cornerBelow;
    const bool staysRight = right->exponent < cornerBelow;
    if (staysLeft && staysRight) return Surroundings{Shape::Corner, 0};
    if (staysLeft || staysRight) return Surroundings{Shape::HalfCorner, 0};
    if (std::min(left->exponent, right->exponent) < steepBelow)
        return Surroundings{Shape::Steep, right->sign * std::numeric_limits<double>::infinity()};
    if (level(*left) && level(*right)) return Surroundings{Shape::Smooth, 0};
    const double slopes = right->sign * std::max(left->ratio, right->ratio);
    const auto agree = [](double a, double b) { return std::abs(a - b) <= 0.02 * std::abs(b); };
    const bool bent = left->sign != right->sign || !agree(left->ratio, right->ratio);
    const double beside = left->ratio > right->ratio ? x - near : x + near;
    const double exact = objective.curvature(bent ? beside : x);
    return Surroundings{bent ? Shape::Bent : Shape::Smooth, agree(exact, slopes) ? exact : slopes};
}

}  // namespace insight
