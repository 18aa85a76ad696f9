// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/descent.h"
#include "core/objective.h"
#include "core/range.h"
#include "core/trajectory.h"

namespace core {

/// A range of values that shows f well over `x`: all of a tame function, the informative middle of
/// one with poles or steep ends, a margin around both. Always valid; {-1, 1} around a constant or
/// an undefined f. Looks at the ends of so many intervals.
Range fittingValues(const Objective& objective, Range x, int intervals = 1000);

/// What has to be in view to see a run, which may be a single point: its start, trail and end, and
/// the extremum that it was still on its way to. Of a run that diverges, or grows ever faster, the
/// start, the first steps and the extremum that these leapt over. `trajectory` may be what there is
/// of the run, or empty: the start is then seen.
Range extentOfRun(const Objective& objective, const Settings& settings,
                  const Trajectory& trajectory, Point start);

/// A range of x that shows a run: its extent, the valley that it came to from both sides, as much
/// of what lies about 0 as does not make the run small, and a margin. Always valid when start is
/// finite.
Range fittingRange(const Objective& objective, const Settings& settings,
                   const Trajectory& trajectory, Point start);
/// The same of a run that has not been computed; looks at its first 10,000 steps.
Range fittingRange(const Objective& objective, const Settings& settings, Point start);

}  // namespace core
