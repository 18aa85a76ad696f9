// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "insight/foresight.h"
#include "insight/plane/path.h"
#include "insight/plane/planefinding.h"
#include "insight/plane/planeverdict.h"

namespace insight {

// Parts of judgeInPlane().

/// The stationary place that a run rests at which ended there: with the gradient below the
/// tolerance all the way to it.
std::optional<StationaryPlace> restAt(const PlaneRun& run, const descent::Point& end);

/// What follows within 5,000 steps on the end of a run that came within the tolerance, close to
/// what it looks for if that is not nothing.
struct PlaneAftermath {
    bool leaves = false;  ///< |∇f| does not stay within the tolerance
    /// The same by far, or the place does not stay nearly the same.
    std::optional<PlaneDeparture> departure = {};
};
PlaneAftermath aftermath(const PlaneRun& run, const std::optional<StationaryPlace>& sought);

/// What a nudge does to a run that rests at a place that it does not look for; nothing where it
/// does not lead away.
std::optional<Nudge> nudged(const PlaneRun& run, const StationaryPlace& place);

/// For a run that the limit of iterations ended, for one that no step moves, and for one that
/// diverged.
PlaneEnd judgeUnfinished(const PlaneRun& run);
PlaneStall judgeStalled(const PlaneRun& run);
PlaneDivergence judgeDiverged(const PlaneRun& run);

/// What it looks for, if runs from close by go away from it.
struct Repelling {
    StationaryPlace place;
    std::optional<Rates> rates;
};
/// Of plain gradient descent, near the beginning of a path or in view.
std::optional<Repelling> repelling(const PlaneRun& run, const descent::Point& near);

/// How a run ends that was gone on with; nothing where it does not end, or converges.
std::optional<PlaneSequel> sequelOf(const Continuation& ahead);

std::optional<Zigzag> zigzagOf(const PlaneRun& run);
std::optional<Delay> delayOf(const PlaneRun& run);

}  // namespace insight
