// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/point.h"
#include "insight/plane/stationaryplace.h"
#include "insight/verdict/verdict.h"

namespace insight {

/// What landmark() is of one variable: the minimum (ascending: maximum) that the verdict on a run
/// of several names, in view or not; else of those in view the nearest to its end; to its start
/// while it has no verdict, and when it diverged.
std::optional<StationaryPlace> landmark(const std::vector<StationaryPlace>& inView,
                                        descent::Direction direction, const descent::Point& start,
                                        const std::optional<Verdict>& verdict);

}  // namespace insight
