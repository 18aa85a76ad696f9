// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "insight/range.h"

namespace insight {

inline constexpr int longestPeriod = 1024;

/// The shortest period, up to longestPeriod, of the last iterates; 0 when there is none, 1 when
/// they hardly move.
int tailPeriod(const descent::Trajectory& trajectory);

/// The shortest period, from 2 to longestPeriod, after which the last iterate is the same as
/// before to the last digit; 0 when there is none.
int exactPeriod(const descent::Trajectory& trajectory);

/// Whether none of the last `steps` steps raised the cost, and all together lowered it. False
/// without a step.
bool improves(const descent::Objective& objective, const descent::Trajectory& trajectory,
              std::size_t steps);

/// Whether each of the last `steps` steps lowered the cost.
bool falls(const descent::Objective& objective, const descent::Trajectory& trajectory,
           std::size_t steps);

/// Whether none of the last `steps` steps changed f, to the last digit. False without a step.
bool isLevel(const descent::Trajectory& trajectory, std::size_t steps);

/// Whether each of the last `steps` steps (3 at least) went back over the one before, was longer
/// and raised the cost.
bool grows(const descent::Objective& objective, const descent::Trajectory& trajectory,
           std::size_t steps);

/// Whether the last `steps` steps went all to the same side. False without a step.
bool marches(const descent::Trajectory& trajectory, std::size_t steps);

/// The length of the last step over that of the one before; NaN when there are not two.
double lastGrowth(const descent::Trajectory& trajectory);

/// Whether what the method remembers comes back after so many iterations, too, to that part of its
/// size: what fades ends a swing some day.
bool remembersAlike(const descent::Trajectory& trajectory, std::size_t period, double part);

/// How many different places the last `steps` iterates are at: a method may stand still in a turn,
/// or pass a place twice. Places closer than 1e-9 of their extent are one.
int placesIn(const descent::Trajectory& trajectory, int steps);

/// Of x over the last `steps` iterates.
Range extent(const descent::Trajectory& trajectory, std::size_t steps);

}  // namespace insight
