// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "descent/descent.h"
#include "descent/point.h"
#include "descent/response.h"
#include "insight/plane/stationaryplace.h"
#include "insight/range.h"

namespace insight {

/// What theory says of a method's steps close to a place that the run looks for, all of whose
/// curvatures differ from 0: each direction of them goes on its own. Holds as far as the cost is
/// nearly quadratic there, α is constant and there is no noise.
struct Rates {
    descent::Response slowest;  ///< in the direction of the least curvature, λmin
    descent::Response fastest;  ///< in that of the largest, λmax
    double condition = 1;       ///< κ = λmax/λmin
    double limit = 0;           ///< from this α on no run stays: that of λmax
    /// Of plain gradient descent, 2/(λmin + λmax): no other α leaves less in the direction in which
    /// a step leaves most, (κ − 1)/(κ + 1). Nesterov, Introductory Lectures on Convex Optimization,
    /// 2.1.5.
    std::optional<double> bestAlpha = {};
    double bestFactor = 0;  ///< what it leaves
};

/// Places that a run goes round in turn.
struct PlaneSwing {
    int period = 0;              ///< how many, 2 to longestPeriod
    std::vector<Range> extents;  ///< of each coordinate
    double width = 0;            ///< the largest distance between two of them
};

/// How a run would end if it were gone on with.
struct PlaneSequel {
    descent::Outcome outcome = descent::Outcome::Diverged;  ///< or LeftDomain or Stalled
    std::int64_t steps = 0;                                 ///< until then, 1 or more
};

/// How a run that came within the tolerance goes on if it does not stay there; see Departure.
struct PlaneDeparture {
    std::int64_t ahead = 0;  ///< after the last, so many steps were followed
    std::int64_t steps = 0;  ///< until |∇f| is largest
    double slope = 0;        ///< the largest |∇f|
    double distance = 0;     ///< the largest, from the last place
    bool outside = false;    ///< |∇f| is not within the tolerance all the time
    std::int64_t back = 0;   ///< if so, it is after so many, and stays; 0: not as far as it was
                             ///< followed
    std::optional<descent::Point> place = {};  ///< where it is back, if that is elsewhere
    std::optional<PlaneSwing> swing = {};      ///< that it ends in
    std::optional<PlaneSequel> sequel = {};    ///< how it ends
};

/// From a saddle, a maximum (ascending: a minimum) and the like: what a nudge would do.
struct Nudge {
    double length = 0;                       ///< how far the run was moved aside
    descent::Point direction;                ///< of length 1, in which
    std::optional<descent::Point> end = {};  ///< where it comes to rest then, followed as far
};

// What became of a run of several variables, each with the numbers that explain it.

/// Converged at a stationary place: the gradient is below the tolerance all the way there.
struct PlaneArrival {
    /// How it compares with those of its kind in view, as in Arrival.
    enum class Rank { Unknown, Alone, Best, Tied, Beaten };
    StationaryPlace place;
    double distance = 0;              ///< from the last place of the run
    std::optional<Rates> rates = {};  ///< where theory has some
    std::optional<Nudge> nudge = {};  ///< where it would lead away
    std::optional<PlaneDeparture> departure = {};
    Rank rank = Rank::Unknown;
    std::optional<StationaryPlace> better = {};  ///< the best in view, when Beaten
};

/// Converged where no stationary place was found close by.
struct PlaneStandstill {
    std::optional<PlaneDeparture> departure = {};
};

/// Goes round places for ever, as far as it was followed.
struct PlaneCycle {
    PlaneSwing swing;
    bool toCome = false;     ///< it was only on its way to them
    bool exact = false;      ///< it comes back to the last digit, so that it goes on for ever
    std::int64_t ahead = 0;  ///< so many steps it was followed
    std::optional<StationaryPlace> about = {};  ///< what it looks for, within
    std::optional<Rates> rates = {};            ///< there
};

/// Goes about without repeating, and f gets no better.
struct PlaneWandering {
    std::int64_t tail = 0;       ///< how many last steps are told of
    std::vector<Range> extents;  ///< of each coordinate over these
};

/// Goes about as noise on its gradient leads it: without the noise it would come within the
/// tolerance, or nearly so.
struct PlaneRattle {
    std::int64_t tail = 0;  ///< how many last steps are told of
    double spread = 0;      ///< the mean distance from their mean
    descent::Point mean;
    bool rests = false;  ///< without the noise it would
};

/// Each step turned back, was longer than the one before and raised the cost.
struct PlaneGrowth {
    double growth = 0;  ///< the length of the last step over that of the one before
    std::optional<PlaneSequel> sequel = {};
    std::optional<StationaryPlace> about = {};  ///< what it looks for, from close by which it
                                                ///< would go away, too
    std::optional<Rates> rates = {};            ///< there
};

/// The limit of iterations came, and it is known when the gradient falls below the tolerance.
struct PlaneCrawl {
    double remaining = 0;  ///< about how many more steps that takes
    bool counted = false;  ///< it was followed until then
    /// The factor by which the gradient shrinks at each step in the end, that of the slowest
    /// direction; 0 where that is not known.
    double rate = 0;
    std::optional<StationaryPlace> goal = {};  ///< nothing on flat ground
};

/// The limit came first, and nothing tells for how long it would go on.
struct PlaneMotion {
    /// What f did, and will do; as in Motion.
    enum class Trend { Level, Uneven, Turning, Improving, Easing };
    Trend trend = Trend::Uneven;
    std::int64_t ahead = 0;  ///< so many next steps were followed
    std::optional<PlaneSequel> sequel = {};
};

/// No step moves it any more.
struct PlaneStall {
    enum class Cause {
        Rounding,  ///< the step is lost to it
        Schedule,  ///< has made the step so short; with the first α it would move
        Overflow,  ///< of what the method remembers, by which it divides
        Balance,   ///< the method's decay takes back what the gradient moves it by
        Refusal    ///< no step that the method tries makes f enough better
    };
    Cause cause = Cause::Rounding;
    std::int64_t since = 0;  ///< this step
    double alpha = 0;        ///< of the first step that did not move it
};

struct PlaneDivergence {
    /// What ended it.
    enum class End {
        Far,       ///< the place is beyond descent::divergenceBound
        Infinite,  ///< f or its gradient is, or too large for a number
        Beyond     ///< a coordinate is
    };
    End end = End::Far;
    bool improving = false;  ///< f got better all the way
    /// What it looks for, from close by which it would diverge, too.
    std::optional<StationaryPlace> about = {};
    std::optional<Rates> rates = {};  ///< there
};

/// Came to where f or its gradient has no value, or none that can be computed.
struct PlaneExit {
    bool hasValue = false;  ///< f has one there, and its gradient none
    /// f, its gradient or the place was beyond 10¹⁰⁰ before: rounding and overflow may be the
    /// cause.
    bool afterHuge = false;
};

/// There was no memory for more steps.
struct PlaneShortage {};

using PlaneEnd = std::variant<PlaneMotion, PlaneArrival, PlaneStandstill, PlaneCycle,
                              PlaneWandering, PlaneRattle, PlaneGrowth, PlaneCrawl, PlaneStall,
                              PlaneDivergence, PlaneExit, PlaneShortage>;

/// The path turns by more than 90° again and again.
struct Zigzag {
    std::int64_t turns = 0;  ///< so often
    std::int64_t steps = 0;  ///< of so many steps, all that follow on another
};
/// The run spent a large part of its steps beside a saddle that it left again.
struct Delay {
    StationaryPlace saddle;
    double within = 0;       ///< so near it
    std::int64_t first = 0;  ///< from this step on
    std::int64_t steps = 0;  ///< so many in a row
};

/// What a run of several variables means.
struct PlaneFinding {
    PlaneEnd end;
    std::optional<Zigzag> zigzag = {};  ///< of a run that does not go round places
    std::optional<Delay> delay = {};
};

/// The finding if it is of that kind, else null.
template <typename Case>
const Case* endAs(const PlaneFinding& finding) {
    return std::get_if<Case>(&finding.end);
}

}  // namespace insight
