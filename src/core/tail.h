// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "core/descent.h"
#include "core/range.h"
#include "core/trajectory.h"

namespace core {

inline constexpr int longestPeriod = 64;

/// The shortest period, up to longestPeriod, of the last iterates; 0 when there is none, 1 when
/// they hardly move.
int tailPeriod(const Trajectory& trajectory);

/// Whether each of the last `steps` steps moved f the way it should go. False without a step.
bool improves(Direction direction, const Trajectory& trajectory, std::size_t steps);

/// Whether each of the last 16 steps (3 at least) was longer than the one before and moved f the
/// way it should not go.
bool grows(Direction direction, const Trajectory& trajectory);

/// The length of the last step over that of the one before; NaN when there are not two.
double lastGrowth(const Trajectory& trajectory);

/// Of x over the last `steps` iterates.
Range extent(const Trajectory& trajectory, std::size_t steps);

/// How a run nears a zero of f'.
struct Approach {
    double rate = 0;       ///< |f'| over that of the step before, at the last step
    double remaining = 0;  ///< steps until |f'| falls below the tolerance
};

/// Extrapolates |f'| over the last steps, by the law d|f'|/dn ∝ |f'|^(1 + b): geometric for b = 0
/// (a minimum with f'' > 0), a power of n otherwise. Nothing when |f'| does not shrink steadily or
/// the law, applied some steps earlier, does not foretell the present.
std::optional<Approach> approach(const Trajectory& trajectory, double tolerance);

}  // namespace core
