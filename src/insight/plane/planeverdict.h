// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "descent/trajectory.h"
#include "insight/finish.h"
#include "insight/plane/planefinding.h"
#include "insight/plane/stationaryplace.h"

namespace insight {

/// A finished run of several variables, not empty, and the stationary places in view.
struct PlaneRun {
    const descent::Objective& objective;
    const descent::Settings& settings;
    const descent::Trajectory& trajectory;
    descent::Outcome outcome = descent::Outcome::MaxIterations;
    const std::vector<StationaryPlace>& inView;
    const std::stop_token& stop;
};

/// What it means. Marks in `finish` a run that leaves again after it came within the tolerance. Of
/// no use when asked to stop before the end.
PlaneFinding judgeInPlane(const PlaneRun& run, Finish& finish);

/// Sets the rank of an arrival anew, for another view of the same run.
void compare(PlaneFinding& finding, descent::Direction direction,
             const std::vector<StationaryPlace>& inView);

/// The stationary place that a run came to, goes about, is on its way to or diverged from.
std::optional<StationaryPlace> placeOf(const PlaneFinding& finding);

/// After how many more steps there is more to tell of a run that the limit of iterations ended;
/// infinite where there never is.
double furtherSteps(const PlaneFinding& finding);

}  // namespace insight
