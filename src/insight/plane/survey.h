// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "descent/objective.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"

namespace insight {

/// The stationary places of a function of two variables in a rectangle, by x and then by y:
/// searched from the cells of a grid in which both partial derivatives change their sign, and from
/// where the gradient is smallest among its neighbours; where all that lies in a small part of a
/// wide rectangle, from a grid of that part. One alone stands for a line of them, that
/// nearest to the middle of the rectangle. What is narrower than a cell may be missed; plains, and
/// corners of f, are not told. None when the rectangle is not valid, and of no use when asked to
/// stop before the end.
std::vector<StationaryPlace> stationaryPlaces(const descent::Objective& objective,
                                              const Rectangle& rectangle,
                                              const std::stop_token& stop = {});

/// The stationary place that Newton's method finds from there, of a function of 2 to 8 variables;
/// it does not look farther than 0.15 of the size of each coordinate, or 0.15 where that is less
/// than 1.
std::optional<StationaryPlace> stationaryPlaceNear(const descent::Objective& objective,
                                                   const descent::Point& at);

}  // namespace insight
