// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/descent.h"
#include "core/trajectory.h"

namespace core {

/// What became of a run.
enum class Finding {
    Minimum,      ///< converged where f has a local minimum
    Maximum,      ///< converged where f has a local maximum
    Inflection,   ///< converged where f' is zero without changing its sign
    Flat,         ///< converged where f' is below the tolerance all around: no proven extremum
    Cycle,        ///< goes round `period` points for ever
    StillMoving,  ///< the limit of iterations came first
    Stalled,      ///< the step is lost to rounding
    Diverged,
    LeftDomain
};

/// The end of a run with the numbers that explain it. The wording is the caller's.
struct Verdict {
    Finding finding = Finding::StillMoving;
    Outcome outcome = Outcome::MaxIterations;
    std::int64_t steps = 0;  ///< iterations done
    Step last;
    double curvature = 0;  ///< f'' at the last x
    /// m = 1 - α f''(x) (ascending: 1 + α f''): the factor by which the distance to a stationary
    /// point x changes at each step near it; Nesterov, Introductory Lectures on Convex
    /// Optimization, 1.2.3.
    double factor = 0;
    /// Each of the last steps (at most 64) moved f the way it should go: down when descending.
    bool improving = true;
    int period = 0;  ///< of a Cycle: 2 to longestPeriod
    double growth =
        0;  ///< of a divergence: length of the last step over the one before; NaN if unknown
};

inline constexpr int longestPeriod = 64;

/// Judges a finished run. The trajectory is not empty.
Verdict judge(const Objective& objective, const Settings& settings, const Trajectory& trajectory,
              Outcome outcome);

}  // namespace core
