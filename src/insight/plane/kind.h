// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/objective.h"
#include "descent/point.h"
#include "insight/plane/newton.h"
#include "insight/plane/stationaryplace.h"

namespace insight {

/// What a place is where the gradient is zero, of the cost; nothing on a plain, of which rounding
/// alone may be the cause, and where f has no value or no curvature. Where a curvature is zero as
/// far as the place is known, what f does decides: along the curve on which it is stationary in all
/// other directions if there is one such curvature (the splitting lemma: Gromoll and Meyer, On
/// differentiable functions with isolated critical points, Topology 8 (1969)), and around the place
/// if there are more. Looks no farther than a side.
std::optional<StationaryPlace> placeAt(const descent::Objective& objective, const Scale& scale,
                                       const descent::Point& at);

/// The same place of the function as people know it: of an ascent it is upside down.
StationaryPlace told(const descent::Objective& objective, StationaryPlace place);

/// Whether one of its curvatures is zero, so that they alone do not tell what it is.
bool isFlat(const StationaryPlace& place);

}  // namespace insight
