// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/quantity.h"

#include <cmath>
#include <limits>

#include "insight/survey.h"

namespace plot {

Goal better(const Goal& one, const std::optional<Goal>& other, descent::Direction direction) {
    if (!other) return one;
    const bool lower = other->value < one.value;
    return lower == (direction == descent::Direction::Descend) ? *other : one;
}

std::optional<Goal> bestOf(const std::vector<insight::StationaryPoint>& points,
                           descent::Direction direction) {
    const insight::StationaryPoint* const best = insight::best(points, direction);
    return best && std::isfinite(best->value) ? std::optional(Goal{best->x, best->value})
                                              : std::nullopt;
}

double numberOf(Quantity quantity, const descent::Trajectory& trajectory, std::size_t n) {
    switch (quantity) {
        case Quantity::Gap:
        case Quantity::Value:
            return trajectory.value(n);
        case Quantity::Gradient:
            return std::abs(trajectory.slope(n));
        case Quantity::Distance:
            return trajectory.x(n);
        case Quantity::Step:
            if (n + 1 < trajectory.size()) return std::abs(trajectory.x(n + 1) - trajectory.x(n));
            break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

double measured(Quantity quantity, double number, const Goal& from) {
    if (quantity == Quantity::Gap) return std::abs(number - from.value);
    return quantity == Quantity::Distance ? std::abs(number - from.x) : number;
}

bool isSize(Quantity quantity) {
    return quantity != Quantity::Value;
}

}  // namespace plot
