// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stop_token>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "descent/trajectory.h"
#include "insight/range.h"

namespace insight {

/// No axis shows larger values of f.
inline constexpr double largestShown = 1e249;

/// A range of values that shows f well over `x`: all of a tame function, the informative middle of
/// one with poles or steep ends, a margin around both. Always valid; {-1, 1} around a constant or
/// an undefined f. Looks at the ends of so many intervals.
Range fittingValues(const descent::Objective& objective, Range x, int intervals = 1000);
/// The same, with what of a run lies over `x`, and so low that the run and the valleys of f fill a
/// good part of it: steep walls leave it. A leap far up from the start of the run leaves it, too.
Range fittingValues(const descent::Objective& objective, Range x,
                    const descent::Trajectory& trajectory, int intervals = 1000);

/// What has to be in view to see a run, which may be a single point: its start, trail and end, and
/// the extremum that it was still on its way to. Of a run that diverges, or grows ever faster, the
/// start, the first steps and the extremum that these leapt over. `trajectory` may be what there is
/// of the run, or empty: the start is then seen.
Range extentOfRun(const descent::Objective& objective, const descent::Settings& settings,
                  const descent::Trajectory& trajectory, descent::Point start,
                  const std::stop_token& stop = {});

/// A range of x that shows a run: its extent, the valley that it came to up to the height of its
/// start on both sides, the next minimum (ascending: maximum) on either side, a lower one farther
/// away, and as much of what lies about 0 as do not make the run small, and a margin. Ends where f
/// goes far above or below all that. Always valid when start is finite.
Range fittingRange(const descent::Objective& objective, const descent::Settings& settings,
                   const descent::Trajectory& trajectory, descent::Point start,
                   const std::stop_token& stop = {});
/// The same of a run that has not been computed; looks at its first 10,000 steps, at fewer of a
/// function that takes long.
Range fittingRange(const descent::Objective& objective, const descent::Settings& settings,
                   descent::Point start);

/// What shows several runs, each with its range of x and its start. One that gets 20 times as far
/// as all that stay nearer would make them specks: of that, its start is seen, unless it is the
/// chosen one.
Range together(const std::vector<Range>& runs, const std::vector<double>& starts,
               std::size_t chosen);

}  // namespace insight
