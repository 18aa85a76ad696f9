// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "descent/descent.h"
#include "insight/stationary.h"

namespace insight {

inline constexpr int usualColumns = 1200;  ///< about as many as a picture has

/// What is worth a mark on the curve in `x`, ascending: the stationary points, and the local minima
/// and maxima at visible jumps of f and at the edges of its domain (Shape::Break), the ends of the
/// curve there that would be such if f took its limit (isLimit()), and the poles (Shape::Pole; f is
/// infinite there; at one x there may be a value and a limit), up to 64 of each kind. A lone value
/// without a curve is none. As precise as stationaryPoints(), whose arguments these are.
std::vector<StationaryPoint> survey(const descent::Objective& objective, Range x, int columns,
                                    const std::stop_token& stop = {});

/// The kind of extremum that a run looks for.
StationaryKind sought(descent::Direction direction);

/// Whether two values of f are the same, as far as rounding lets them be told apart.
bool tied(const StationaryPoint& a, const StationaryPoint& b);

/// Of the points the best one for that direction: the lowest minimum, ascending the highest
/// maximum, and no limit; null when there is none. Others may be as good, see isBest().
const StationaryPoint* best(const std::vector<StationaryPoint>& points,
                            descent::Direction direction);

/// Whether no other of the points is of its kind, but limits.
bool isAlone(const StationaryPoint& point, const std::vector<StationaryPoint>& points);

/// Whether it is what a run looks for, others of its kind are among the points, and none of these
/// is better, as far as rounding tells.
bool isBest(const StationaryPoint& point, const std::vector<StationaryPoint>& points,
            descent::Direction direction);

}  // namespace insight
