// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/objective.h"
#include "core/range.h"

namespace core {

enum class StationaryKind { Minimum, Maximum, Inflection };

/// A place where f' is zero.
struct StationaryPoint {
    double x = 0;
    double value = 0;      ///< f
    double curvature = 0;  ///< f''; a descent stays at a minimum while 0 < α < 2/f''
    StationaryKind kind = StationaryKind::Minimum;

    bool operator==(const StationaryPoint&) const = default;
};

/// The stationary points of f in `x`, in ascending x, each to 1e-10 (relative beyond |x| = 1).
/// `columns` is the width of the view in pixels: two points that share a column may be missed.
std::vector<StationaryPoint> stationaryPoints(const Objective& objective, Range x, int columns);

}  // namespace core
