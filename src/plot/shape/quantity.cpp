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

double quantityOf(Quantity quantity, const descent::Trajectory& trajectory, std::size_t n,
                  const Goal& goal) {
    switch (quantity) {
        case Quantity::Gap:
            return std::abs(trajectory.value(n) - goal.value);
        case Quantity::Value:
            return trajectory.value(n);
        case Quantity::Gradient:
            return std::abs(trajectory.slope(n));
        case Quantity::Distance:
            return std::abs(trajectory.x(n) - goal.x);
        case Quantity::Step:
            return n + 1 < trajectory.size() ? std::abs(trajectory.x(n + 1) - trajectory.x(n))
                                             : std::numeric_limits<double>::quiet_NaN();
    }
    return std::numeric_limits<double>::quiet_NaN();
}

bool isSize(Quantity quantity) {
    return quantity != Quantity::Value;
}

}  // namespace plot
