// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "insight/crossing.h"
#include "insight/range.h"
#include "insight/stationary.h"

namespace insight {

/// What became of a run.
enum class Finding {
    Minimum,      ///< converged where f has a local minimum
    Maximum,      ///< converged where f has a local maximum
    Inflection,   ///< converged where f' is zero without changing its sign
    Edge,         ///< converged beside the edge of the domain of f
    Jump,         ///< converged beside a jump of f
    Flat,         ///< converged where f' is below the tolerance, near no stationary point
    Cycle,        ///< goes round `period` points for ever
    Wandering,    ///< goes about without repeating, and f gets no better
    Marching,     ///< goes on to one side, and f does not get better at every step
    Drifting,     ///< goes round about `period` points that move slowly
    Growing,      ///< the limit of iterations came while each step was longer than the one before
    Crawling,     ///< the limit came, and it is known when |f'| will fall below the tolerance
    StillMoving,  ///< the limit came first, and nothing tells for how long it would go on
    Stalled,      ///< the step is lost to rounding
    Diverged,
    LeftDomain,
    OutOfMemory
};

/// How the extremum that a run converged to compares with those of its kind in view.
enum class Standing {
    Unknown,  ///< it is not in view, or the run converged to none
    Best,     ///< the lowest minimum (ascending: the highest maximum)
    Tied,     ///< no other is better, but some are as good
    Beaten    ///< Verdict::better is better
};

/// A learning rate that was tried from the same start, and what it does.
struct Advice {
    double alpha = 0;
    double x = 0;            ///< where the run comes to rest
    std::int64_t steps = 0;  ///< until then
};

/// How a run that came within the tolerance goes on if its method does not stay there.
struct Departure {
    std::int64_t steps = 0;  ///< after the last, until |f'| is largest
    double slope = 0;        ///< the largest |f'|
    double distance = 0;     ///< the largest, from the last x
};

/// The end of a run with the numbers that explain it. The wording is the caller's.
struct Verdict {
    Finding finding = Finding::StillMoving;
    descent::Outcome outcome = descent::Outcome::MaxIterations;
    std::int64_t steps = 0;  ///< iterations done
    descent::Step last;
    descent::Step before;  ///< the one before the last; the last when there is none
    /// x*: the extremum or inflection converged to, with |f'| below the tolerance from the last x
    /// to there; of a Cycle, Drifting, Wandering or Growing the minimum (ascending: maximum) that
    /// the ball goes about; of a Crawling the one that it would converge to; of a Diverged one from
    /// which it would diverge from close by, too. Nothing when none was found.
    std::optional<StationaryPoint> point;
    double slopeError =
        0;  ///< how far rounding may move f': of a Flat or a Stalled at the last x, else at x*
    double curvature = 0;  ///< f'' at x*, or at the last x when there is no x*
    /// m = 1 - α f'' (ascending: 1 + α f''): the factor by which the distance to a stationary
    /// point changes at each step of plain gradient descent near it; see descent::Response.
    double factor = 0;
    Standing standing = Standing::Unknown;
    std::optional<StationaryPoint> better = {};  ///< the best in view, when Beaten
    /// Each step (the last 64 unless the run diverged) moved f the way it should go.
    bool improving = true;
    int period = 0;       ///< of a Cycle or a Drifting: 2 to longestPeriod
    bool toCome = false;  ///< of a Cycle: the run was only on its way to it
    bool inRounding =
        false;              ///< of a Cycle: its points are as close to x* as rounding lets them be
    Range extent;           ///< of x over the last steps, of a Cycle, a Drifting or a Wandering
    std::int64_t tail = 0;  ///< of a Wandering: how many steps those are
    Range journey;          ///< of a Wandering: of x over all steps
    bool drifts = false;    ///< of a Wandering: it went about another extremum before
    /// Of a divergence: the length of a step over that of the one before, |m| where f'' is steady,
    /// else as measured on the last step; NaN if unknown.
    double growth = 0;
    bool steadyCurvature = false;  ///< of a divergence: f'' is nearly the same over its last steps
    /// Of a divergence: f got better all the way, and seems to do so without bound beyond.
    bool unbounded = false;
    /// Of a Crawling: the factor by which |f'| shrinks at each step, where it will neither grow nor
    /// come to shrink much faster; 0 where that is not so.
    double rate = 0;
    bool slowing = false;  ///< of a Crawling: |f'| will come to shrink less at each step
    /// How a run that was to go on would end, and after how many more steps: of a Crawling it
    /// converges, about then; of others it diverges, leaves the domain or stalls, exactly then, or
    /// it is not known.
    std::optional<descent::Outcome> fate = {};
    double remaining = 0;
    /// Of a Crawling: what it would converge to, Minimum to Flat.
    Finding goal = Finding::Minimum;
    /// Of a Marching: so many more steps go to the same side. Of a StillMoving: f got better at the
    /// last steps, and would at so many next ones; 0 when it would not.
    std::int64_t foreseen = 0;
    bool endless = false;  ///< of a StillMoving that goes on: it seems to diverge, however late
    bool fading = false;   ///< of one that is endless: the slope tends to 0 for all that
    bool slopeless =
        false;  ///< of one that would leave the domain: f has a value there, but no slope
    /// Another α with which the run comes to rest: a larger one of a Stalled, a smaller one where
    /// steps leap too far. Nothing where none was found, or it would not help in general.
    std::optional<Advice> advice = {};
    /// Of a Diverged, a LeftDomain, or a run that would leave the domain: numbers beyond
    /// 1.8×10³⁰⁸ come up in computing f or f' at its end, which may well have a value.
    bool overflow = false;
    double spacing = 0;  ///< of a Stalled: between neighbouring doubles at the last x
    std::optional<Departure> departure = {};  ///< of one that converged and would leave again
    std::optional<Crossing> crossing = {};    ///< the first discontinuity that a step leapt over
};

/// Judges a finished run. The trajectory is empty only when there was no memory for it; `inView`
/// are the stationary points of the visible range, and may be empty. Of no use when asked to stop
/// before the end.
Verdict judge(const descent::Objective& objective, const descent::Settings& settings,
              const descent::Trajectory& trajectory, descent::Outcome outcome,
              const std::vector<StationaryPoint>& inView, const std::stop_token& stop = {});

/// Sets the standing anew, for another view of the same run.
void compare(Verdict& verdict, descent::Direction direction,
             const std::vector<StationaryPoint>& inView);

/// The minimum (ascending: maximum) that the verdict names, in view or not; else of those in view
/// the nearest to its end; to its start while it has no verdict, and when it diverged.
std::optional<StationaryPoint> landmark(const std::vector<StationaryPoint>& inView,
                                        descent::Direction direction, double start,
                                        const std::optional<Verdict>& verdict);

}  // namespace insight
