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

std::optional<Goal> bestOf(const std::vector<insight::StationaryPlace>& places,
                           descent::Direction direction) {
    using Kind = insight::StationaryPlace::Kind;
    const Kind sought = direction == descent::Direction::Descend ? Kind::Minimum : Kind::Maximum;
    std::optional<Goal> best;
    for (const insight::StationaryPlace& place : places) {
        if (place.kind == sought && std::isfinite(place.value))
            best = better({place.at, place.value}, best, direction);
    }
    return best;
}

double numberOf(Quantity quantity, const descent::Trajectory& trajectory, std::size_t n,
                const Goal& from) {
    const bool isOne = trajectory.variables() == 1;
    switch (quantity) {
        case Quantity::Gap:
        case Quantity::Value:
            return trajectory.value(n);
        case Quantity::Gradient:
            return trajectory.gradientNorm(n);
        case Quantity::Distance:
            if (isOne) return trajectory.x(n);
            if (from.at.size() != trajectory.variables()) break;
            return descent::distance(trajectory.at(n), from.at);
        case Quantity::Step:
            if (n + 1 >= trajectory.size()) break;
            return isOne ? std::abs(trajectory.x(n + 1) - trajectory.x(n))
                         : descent::distance(trajectory.at(n), trajectory.at(n + 1));
    }
    return std::numeric_limits<double>::quiet_NaN();
}

double measured(Quantity quantity, double number, const Goal& from) {
    if (quantity == Quantity::Gap) return std::abs(number - from.value);
    const bool isPlace = quantity == Quantity::Distance && from.at.size() == 1;
    return isPlace ? std::abs(number - from.at[0]) : number;
}

bool isSize(Quantity quantity) {
    return quantity != Quantity::Value;
}

}  // namespace plot
