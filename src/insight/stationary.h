// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "descent/objective.h"
#include "insight/range.h"
#include "insight/shape.h"

namespace insight {

/// A place where f' is zero, or where f is continuous and f' jumps across zero; of Shape::Break
/// or Pole one where f is extreme without either, and where isLimit(), one where it would be, had
/// it the value that it nears.
struct StationaryPoint {
    double x = 0;
    double value = 0;      ///< f; where isLimit(), what f nears
    double curvature = 0;  ///< f''; a descent stays at a minimum while 0 < α < 2/f''; see Shape
    StationaryKind kind = StationaryKind::Minimum;
    Shape shape = Shape::Smooth;
    double error = 0;  ///< how far rounding may have moved `value`

    bool operator==(const StationaryPoint&) const = default;
};

/// The stationary points of f in `x`, in ascending x, each to 1e-10 (relative beyond |x| = 1) as
/// far as rounding lets f' tell; a corner to the nearest number. `columns` is the width of the view
/// in pixels: two points that share a column may be missed. The kind is that of the signs of f' on
/// both sides, so x^4 has a minimum at 0 and x^3 an inflection. Poles, jumps of f, the edges of its
/// domain, stretches where f' is zero throughout, and what lies beyond divergenceBound are none; a
/// place where f alone is missing, as that of x/tanh(x) at 0, may be one. A few evaluations per
/// column in general, at most a few hundred; those so far when asked to stop before the end. `x`
/// must be valid.
std::vector<StationaryPoint> stationaryPoints(const descent::Objective& objective, Range x,
                                              int columns, const std::stop_token& stop = {});

/// A stationary point of the cost as one of f, and the other way round.
StationaryPoint told(const descent::Objective& objective, StationaryPoint point);

/// Of the points of that kind, but for breaks and poles, the one nearest to x: with the last x of a
/// run, the one that the run came to or goes round. Nothing when there is none or x is not finite.
std::optional<StationaryPoint> nearestExtremum(const std::vector<StationaryPoint>& points,
                                               StationaryKind kind, double x);

/// The α from which on no run of plain gradient descent settles at this minimum or maximum, see
/// descent::Response. Nothing unless f'' exists there and is not 0.
std::optional<double> fork(const StationaryPoint& extremum);

}  // namespace insight
