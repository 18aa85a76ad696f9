// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "descent/objective.h"
#include "descent/trajectory.h"
#include "insight/plane/stationaryplace.h"
#include "insight/stationary.h"
#include "session/quantity.h"

namespace plot {

using session::Quantity;

/// The best value that is known of f, and where it is.
struct Goal {
    descent::Point at = 0;
    double value = 0;

    bool operator==(const Goal&) const = default;
};

/// The better of the two where the run goes up or down; `one` where there is no other.
Goal better(const Goal& one, const std::optional<Goal>& other, descent::Direction direction);

/// The lowest minimum (going up: the highest maximum) of these points.
std::optional<Goal> bestOf(const std::vector<insight::StationaryPoint>& points,
                           descent::Direction direction);

/// The same of places in a rectangle.
std::optional<Goal> bestOf(const std::vector<insight::StationaryPlace>& places,
                           descent::Direction direction);

/// The number of iteration n that it is made of, of several variables perhaps with the goal; NaN
/// where there is none.
double numberOf(Quantity quantity, const descent::Trajectory& trajectory, std::size_t n,
                const Goal& from);
/// The quantity for that number.
double measured(Quantity quantity, double number, const Goal& from);
/// Whether only its powers of ten tell how a run goes on: what shrinks towards 0.
bool isSize(Quantity quantity);

}  // namespace plot
