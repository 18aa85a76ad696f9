// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/objective.h"
#include "core/range.h"

namespace core {

enum class StationaryKind { Minimum, Maximum, Inflection };

/// A place where f' is zero, or where f is continuous and f' jumps across zero.
struct StationaryPoint {
    double x = 0;
    double value = 0;      ///< f
    double curvature = 0;  ///< f''; a descent stays at a minimum while 0 < α < 2/f''; 0 at a corner
    StationaryKind kind = StationaryKind::Minimum;
    bool corner = false;  ///< f' jumps here
    /// Of a corner: f' goes to 0 on one side, so that steps from there fade. At any other corner no
    /// α > 0 lets a descent settle, unless a step happens to land on it.
    bool fades = false;

    bool operator==(const StationaryPoint&) const = default;
};

/// The stationary points of f in `x`, in ascending x, each to 1e-10 (relative beyond |x| = 1) as
/// far as rounding lets f' tell. `columns` is the width of the view in pixels: two points that
/// share a column may be missed. The kind is that of the signs of f' on both sides, so x^4 has a
/// minimum at 0 and x^3 an inflection. Poles, jumps of f, the edges of its domain, and stretches
/// where f' is zero throughout are none. A few evaluations per column in
/// general, at most a few hundred; those so far when asked to stop before the end. `x` must be
/// valid.
std::vector<StationaryPoint> stationaryPoints(const Objective& objective, Range x, int columns,
                                              const std::stop_token& stop = {});

/// Of the points of that kind the one nearest to x: with the last x of a run, the one that the run
/// came to or goes round. Nothing when there is none or x is not finite.
std::optional<StationaryPoint> nearestExtremum(const std::vector<StationaryPoint>& points,
                                               StationaryKind kind, double x);

/// The α from which on no run settles at this minimum or maximum: 2/|f''|, Nesterov, Introductory
/// Lectures on Convex Optimization, 1.2.3. Nothing at a corner and where f'' is 0.
std::optional<double> fork(const StationaryPoint& extremum);

/// The lowest of the minima among the points; null when there is none.
const StationaryPoint* lowest(const std::vector<StationaryPoint>& points);

}  // namespace core
