// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "descent/descent.h"
#include "descent/response.h"
#include "insight/range.h"
#include "insight/stationary.h"

namespace insight {

/// Where a run comes to rest that stands at no stationary point.
enum class Ground {
    Edge,  ///< beside the edge of the domain of f
    Jump,  ///< beside a jump of f
    Flat   ///< f' is below the tolerance, near no stationary point
};
/// What a run rests on: a stationary point, with |f'| below the tolerance all the way there, or
/// such ground.
using Footing = std::variant<StationaryPoint, Ground>;

/// A learning rate that was tried from the same start, and what it does.
struct Advice {
    double alpha = 0;
    double x = 0;            ///< where the run ends within the tolerance
    std::int64_t steps = 0;  ///< until then
    bool rests = true;       ///< that is nearly at what it looks for
};

/// What f has not where a run would step next.
enum class Lack {
    Value,   ///< no value
    Slope,   ///< a value, but no slope
    Numbers  ///< perhaps both, but numbers beyond 1.8×10³⁰⁸ come up in computing them
};

/// How a run would end that the limit of iterations ended first.
struct Sequel {
    descent::Outcome outcome = descent::Outcome::Diverged;  ///< or LeftDomain or Stalled
    std::int64_t steps = 0;                                 ///< until then, 1 or more
    Lack lack = Lack::Value;                                ///< where it leaves the domain
};

/// Places that a run goes round in turn, as far as it was followed.
struct Swing {
    int period = 0;  ///< how many, 2 to longestPeriod
    Range extent;
};

/// How a run that came within the tolerance goes on if its method does not stay there.
struct Departure {
    std::int64_t ahead = 0;             ///< after the last, so many steps were followed
    std::int64_t steps = 0;             ///< until |f'| is largest
    double slope = 0;                   ///< the largest |f'|
    double distance = 0;                ///< the largest, from the last x
    bool outside = false;               ///< |f'| is not within the tolerance all the time
    std::int64_t back = 0;              ///< if so, it is after so many, and stays; 0: not as far as
                                        ///< it was followed
    std::optional<double> place = {};   ///< where it is back, if that is elsewhere
    std::optional<Swing> swing = {};    ///< that it ends in
    std::optional<Sequel> sequel = {};  ///< how it ends
};
/// What follows on an end within the tolerance.
struct Aftermath {
    bool moves = false;   ///< it is no end but for the tolerance
    bool leaves = false;  ///< |f'| does not stay within the tolerance
    /// The same by far, or the place does not stay nearly the same.
    std::optional<Departure> departure = {};
};

/// Why the steps about an extremum do not fade, and what would help.
struct Overshoot {
    std::optional<StationaryPoint> point = {};  ///< nothing when none was found
    descent::Response response = {};            ///< of plain gradient descent there
    /// |f'| can come below the tolerance there: rounding moves it by less.
    bool settles = false;
    /// A smaller α with which the run comes to rest. Nothing where none was found, or it would not
    /// help in general.
    std::optional<Advice> advice = {};
};

// What became of a run, each with the numbers that explain it.

/// Converged at a stationary point.
struct Arrival {
    /// How the point compares with those of its kind in view.
    enum class Rank {
        Unknown,  ///< it is not in view, or not what the run looks for
        Alone,    ///< there is no other
        Best,     ///< the lowest minimum (ascending: the highest maximum)
        Tied,     ///< no other is better, but some are as good
        Beaten    ///< `better` is better
    };
    /// How steps of plain gradient descent close by change the distance.
    enum class Course {
        Fading,       ///< f'' is 0: the closer, the less of it
        Leaping,      ///< they leave less than a tenth
        OneSided,     ///< they leave m of it
        Alternating,  ///< they leave |m| of it, on the other side
        Leading,      ///< they do not shrink it
        Chance        ///< the same, but the last step hit the point
    };
    StationaryPoint point;
    double distance = 0;  ///< from the last x
    bool level = false;   ///< f' is 0 at the last x, or counts as such
    double factor = 0;    ///< m = 1 - α f'' (ascending: 1 + α f''), see descent::Response
    Course course = Course::Leaping;
    bool seen = false;  ///< of one that is OneSided or Alternating: the last step went so
    Rank rank = Rank::Unknown;
    std::optional<StationaryPoint> better = {};  ///< the best in view, when Beaten
    bool moves = false;                          ///< as in Aftermath
    std::optional<Departure> departure = {};
};

/// Converged elsewhere.
struct Standstill {
    Ground ground = Ground::Flat;
    bool level = false;                     ///< f' is 0 at the last x, or counts as such
    std::optional<double> slopeError = {};  ///< of flat ground: how far rounding may move f',
                                            ///< where that is beyond the tolerance
    std::optional<Departure> departure = {};
};

/// Goes round points for ever.
struct Cycle {
    int period = 0;                        ///< how many, 2 to longestPeriod
    Range extent;                          ///< of x
    bool toCome = false;                   ///< it was only on its way to them
    bool inRounding = false;               ///< they are as close to x* as rounding lets them be
    std::optional<double> tolerance = {};  ///< one inRounding would have converged with
    std::optional<double> miss = {};       ///< by so little, next to the extent, it misses a corner
    Overshoot overshoot = {};
};

/// Goes round about points that move slowly.
struct Drift {
    int period = 0;  ///< how many, 2 to longestPeriod
    Range extent;    ///< of x over that many steps
    Overshoot overshoot = {};
};

/// Goes about without repeating, and f gets no better.
struct Wandering {
    std::int64_t tail = 0;              ///< how many last steps are told of
    Range extent;                       ///< of x over these
    std::optional<Range> journey = {};  ///< of x over all steps, where that is more
    bool drifts = false;                ///< it went about another extremum before
    Overshoot overshoot = {};
};

/// Goes about as the noise on its slope leads it, and comes no closer to a minimum.
struct Rattle {
    /// What a smaller learning rate would make of it, from there and followed as far.
    struct Calmer {
        double alpha = 0;
        double spread = 0;
    };
    std::int64_t tail = 0;                      ///< how many last steps are told of
    Range extent;                               ///< of x over these
    double spread = 0;                          ///< the standard deviation of x over these
    std::optional<StationaryPoint> point = {};  ///< the minimum, if there is no other within
    std::optional<Calmer> calmer = {};
};

/// The limit of iterations came while each step was longer than the one before.
struct Growth {
    double growth = 0;  ///< the length of the last step over that of the one before
    std::optional<Sequel> sequel = {};
    Overshoot overshoot = {};
};

/// Goes on to one side, and f does not get better at every step.
struct March {
    bool left = false;       ///< to smaller x
    std::int64_t ahead = 0;  ///< so many more steps go to the same side
};

/// The limit of iterations came, and it is known when |f'| will fall below the tolerance.
struct Crawl {
    double remaining = 0;  ///< about how many more steps that takes
    /// The factor by which |f'| shrinks at each step, where it will neither grow nor come to shrink
    /// much faster; 0 where that is not so.
    double rate = 0;
    bool creeps = false;   ///< by less than a tenth a step
    bool slowing = false;  ///< |f'| will come to shrink less at each step
    Footing goal = Ground::Flat;
};

/// The limit came first, and nothing tells for how long it would go on.
struct Motion {
    /// What f did, and will do.
    enum class Trend {
        Level,      ///< it is the same in all its digits, and stays so
        Uneven,     ///< it did not get better at every step
        Turning,    ///< it did, but would not at every later one
        Improving,  ///< it did, and would at so many next ones: `ahead`
        Easing,     ///< the same, but at some its digits do not change
        Endless,    ///< it gets better without bound, as it seems, however late
        Fading      ///< the same, and the slope tends to 0 for all that
    };
    Trend trend = Trend::Uneven;
    std::int64_t ahead = 0;
    std::optional<Sequel> sequel = {};
    std::optional<Advice> advice = {};  ///< a smaller α, as above
};

/// No step moves it any more.
struct Stall {
    enum class Cause {
        Rounding,  ///< the step is lost to it
        Schedule,  ///< has made the step so short; with the first α it would move
        Overflow,  ///< of what the method remembers, by which it divides
        Balance,   ///< the method's decay takes back what the slope moves it by
        Refusal,   ///< no step, however short, makes f better
        Hidden     ///< the same, for rounding of f hides what steps would make better
    };
    Cause cause = Cause::Rounding;
    std::int64_t since = 0;  ///< this step
    /// The schedule has come to its end, but with more iterations it would be longer.
    bool stretches = false;
    double alpha = 0;                       ///< of the first step that did not move it
    double valueError = 0;                  ///< how far rounding may move f
    double spacing = 0;                     ///< between neighbouring doubles at the last x
    double step = 0;                        ///< α |f'|
    bool level = false;                     ///< f' is 0, as far as rounding tells
    std::optional<double> slopeError = {};  ///< how far that may move f', where it is beyond the
                                            ///< tolerance
    std::optional<double> tolerance = {};   ///< it would have converged with
    std::optional<Advice> advice = {};      ///< a larger α
};

struct Divergence {
    /// What ended it.
    enum class End {
        Far,       ///< x is beyond descent::divergenceBound
        Infinite,  ///< f or its slope is
        Numbers,   ///< the same, see Lack
        Beyond     ///< x itself is infinite
    };
    End end = End::Far;
    bool crossed = false;    ///< a discontinuity, in one of its last steps
    bool improving = false;  ///< f got better all the way
    bool unbounded = false;  ///< and seems to do so without bound beyond
    /// The last step was so long because f was so steep: f got better all the way, and is bounded.
    bool steep = false;
    /// More than 1: the length of a step over that of the one before, |m| where f'' is steady, else
    /// as measured on the last step; nothing where that tells nothing.
    std::optional<double> growth = {};
    /// Where f'' is nearly the same over its last steps, as plain gradient descent goes with that.
    std::optional<descent::Response> steady = {};
    /// About the extremum from which it would diverge from close by, too.
    Overshoot overshoot = {};
};

/// Left the domain of f.
struct Exit {
    Lack lack = Lack::Value;
};

/// There was no memory for more steps.
struct Shortage {};

using Finding = std::variant<Motion, Arrival, Standstill, Cycle, Drift, Wandering, Rattle, Growth,
                             March, Crawl, Stall, Divergence, Exit, Shortage>;

}  // namespace insight
