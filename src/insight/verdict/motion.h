// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "insight/foresight.h"
#include "insight/verdict/verdict.h"

namespace insight {

/// Whether two searches found the same stationary point.
inline bool same(double a, double b) {
    return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b));
}

/// What a run that came to rest at x stands on.
Footing footingAt(const descent::Objective& objective, const descent::Settings& settings, double x,
                  const std::stop_token& stop);
/// The point, if a footing is a minimum.
std::optional<StationaryPoint> minimumIn(const Footing& footing);

/// What plain gradient descent does at this point, if there is one.
Overshoot overshootAt(const descent::Objective& objective, const descent::Settings& settings,
                      const std::optional<StationaryPoint>& point);
/// Up to 1, in two digits: the tolerance with which a run would have converged where |f'| is this.
std::optional<double> sufficientTolerance(double slope);
/// What f has not there, where a run that left the domain ended.
Lack lackAt(const descent::Objective& objective, double x, double value);

/// The extremum that a run goes about within that extent of x.
std::optional<StationaryPoint> pointWithin(const descent::Objective& objective, Range extent,
                                           const std::stop_token& stop);
/// Whether the cost, so much at x, seems to fall without bound beyond: at places ever ten times as
/// far it is infinite in the end, or falls by amounts that do not shrink.
bool unboundedBeyond(const descent::Objective& objective, double x, double cost);
/// Whether f'' is nearly the same over the last steps of a run, and not 0.
bool isSteady(const descent::Objective& objective, const descent::Trajectory& trajectory);
/// The minimum that a run diverged from, if it did: the first one on the way of its first step,
/// else one between its first places.
std::optional<StationaryPoint> overshot(const descent::Objective& objective,
                                        const descent::Trajectory& trajectory,
                                        const std::stop_token& stop);
/// Whether runs from close by that point diverge, too, so that the steps about it are the cause.
bool repels(const descent::Objective& objective, const descent::Settings& settings, double start,
            double point);
/// Whether |f'| falls well below that slope at ever farther places.
bool fadesBeyond(const descent::Objective& objective, double x, double slope);

/// What follows within 5,000 steps on the end of a run that came within the tolerance, close to
/// that minimum if there is one. It departs where it leaves by far more than the tolerance, or for
/// good, or where x gets far away next to the extent of the run or the distance it had come to.
Aftermath aftermath(const descent::Objective& objective, const descent::Settings& settings,
                    const descent::Trajectory& run, const std::optional<StationaryPoint>& minimum);
/// The places that a run of another method than plain gradient descent goes round, if their extent
/// has not changed for so long that it will not.
std::optional<Swing> swingAtEnd(const descent::Settings& settings, const Continuation& run);
/// The cycle that a run is in or comes to, if there is such a swing in what follows.
std::optional<Finding> swingingOn(const descent::Objective& objective,
                                  const descent::Settings& settings,
                                  const descent::Trajectory& trajectory, const Continuation& ahead,
                                  const std::stop_token& stop);
/// Of a run with noise on the slope: goes about with no way to come closer, and would come to rest
/// without the noise. Nothing where that is not so.
std::optional<Finding> rattling(const descent::Objective& objective,
                                const descent::Settings& settings,
                                const descent::Trajectory& trajectory, const Continuation& ahead,
                                const std::stop_token& stop);
/// Whether a run moves no more, though what the method remembers may change.
bool standsStill(const Continuation& ahead);
/// How a run ends that was gone on with; nothing where it does not end, or converges.
std::optional<Sequel> sequelOf(const descent::Objective& objective, const Continuation& run);

/// Parts of judge(): for a run that the limit of iterations ended, with what follows, for one that
/// stands still, and for one that diverged, which first crossed that discontinuity.
Finding judgeUnfinished(const descent::Objective& objective, const descent::Settings& settings,
                        const descent::Trajectory& trajectory, const Continuation& ahead,
                        const std::stop_token& stop);
Stall judgeStalled(const descent::Objective& objective, const descent::Settings& settings,
                   const descent::Trajectory& trajectory);
Divergence judgeDiverged(const descent::Objective& objective, const descent::Settings& settings,
                         const descent::Trajectory& trajectory,
                         const std::optional<Crossing>& crossing, const std::stop_token& stop);
/// Looks for another α that helps the run from there.
void advise(const descent::Objective& objective, const descent::Settings& settings,
            const descent::State& start, Verdict& verdict, const std::stop_token& stop);

}  // namespace insight
