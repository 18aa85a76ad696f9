// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descent/descent.h"
#include "descent/trajectory.h"

namespace insight {

/// Whether the iterates that begin at x go round `period` points for ever, which lie `width` apart:
/// starts a little to either side come back closer, or all of them return to where they began. That
/// two turns look alike proves nothing: the way toward a minimum with α f'' = 2 takes as little.
bool holds(const descent::Objective& objective, const descent::Settings& settings, double x,
           int period, double width);

/// The smallest period, 2 to longestPeriod, at which the iterates come back nearly to where they
/// were, all the way from the first step to the last, and drift to one side only; 0 when there is
/// none.
int driftingPeriod(const descent::Trajectory& trajectory);

}  // namespace insight
