// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "insight/finish.h"
#include "insight/plane/planeverdict.h"
#include "insight/stationary.h"
#include "insight/verdict/crossing.h"
#include "insight/verdict/finding.h"
#include "insight/verdict/remark.h"

namespace insight {

/// The end of a run with what explains it. The wording is the caller's.
struct Verdict {
    descent::Outcome outcome = descent::Outcome::MaxIterations;
    std::int64_t steps = 0;  ///< iterations done
    descent::Step last;
    descent::Step before;  ///< the one before the last; the last when there is none
    Finding finding;
    std::optional<Crossing> crossing = {};  ///< the first discontinuity that a step leapt over
    Finish finish = {};                     ///< of a run without steps, unfinished
    std::vector<Remark> remarks = {};       ///< in the order of telling
    /// Of several variables; then finding, crossing and remarks say nothing.
    std::optional<PlaneFinding> inPlane = {};
};

/// Judges a finished run. The trajectory is empty only when there was no memory for it; `inView`
/// are the stationary points of the visible range, and `places` those of the visible rectangle
/// where there are several variables; they may be empty. Of no use when asked to stop before the
/// end.
Verdict judge(const descent::Objective& objective, const descent::Settings& settings,
              const descent::Trajectory& trajectory, descent::Outcome outcome,
              const std::vector<StationaryPoint>& inView, const std::stop_token& stop = {},
              const std::vector<StationaryPlace>& places = {});

/// Sets the rank of an arrival anew, for another view of the same run.
void compare(Verdict& verdict, descent::Direction direction,
             const std::vector<StationaryPoint>& inView);

/// The stationary point that a run came to, goes about, is on its way to or diverged from.
std::optional<StationaryPoint> pointOf(const Verdict& verdict);

/// Whether more steps would tell more of a run: the limit of iterations ended it, and it does not
/// go on for ever, or past any limit.
bool isCutShort(const Verdict& verdict);

/// Whether a run went as plain gradient descent with this response does near the extremum that it
/// looks for; else that is true only of other runs, which begin close to the extremum.
bool goesAsTold(const Verdict& verdict, const descent::Response& response,
                descent::Direction direction);

/// The minimum (ascending: maximum) that the verdict names, in view or not; else of those in view
/// the nearest to its end; to its start while it has no verdict, and when it diverged.
std::optional<StationaryPoint> landmark(const std::vector<StationaryPoint>& inView,
                                        descent::Direction direction, double start,
                                        const std::optional<Verdict>& verdict);

}  // namespace insight
