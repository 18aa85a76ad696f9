// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/settings.h"
#include "insight/plane/planefinding.h"
#include "insight/plane/stationaryplace.h"

namespace insight {

/// Whether a run in that direction looks for this kind: a minimum, or of an ascent a maximum.
bool isSought(const StationaryPlace& place, descent::Direction direction);

/// What theory says of these settings close to a place; nothing where it is not what they look for,
/// where one of its curvatures is 0, and of methods, schedules and noise of which it says nothing.
std::optional<Rates> ratesAt(const descent::Settings& settings, const StationaryPlace& place);

/// Whether a run went as they tell of runs close to such a place.
bool goesAsTold(const PlaneFinding& finding, const descent::Response& fastest,
                descent::Direction direction);

/// The larger of the factors of both directions: what is left of the distance by a step in the end.
double dominant(const Rates& rates);

}  // namespace insight
