// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "descent/objective.h"
#include "descent/trajectory.h"

namespace insight {

/// A step that leapt over a place where f is not continuous.
struct Crossing {
    std::int64_t step = 0;  ///< the step from this iteration to the next
    double x = 0;           ///< that place, or a point in the gap
    bool gap = false;       ///< f has no values there; otherwise a pole or a jump

    bool operator==(const Crossing&) const = default;
};

/// The first step that crosses a discontinuity, of the 128 first and the 128 longest steps of a
/// run. Sees poles and jumps that stand out in f over the step. Some ten thousand evaluations,
/// however long the run. Looks no farther than divergenceBound. Nothing when asked to stop before
/// it is found.
std::optional<Crossing> firstCrossing(const descent::Objective& objective,
                                      const descent::Trajectory& trajectory,
                                      const std::stop_token& stop = {});

}  // namespace insight
