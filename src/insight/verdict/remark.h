// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "descent/descent.h"
#include "descent/response.h"

namespace insight {

// What the method of a run, its schedule or its noise did, each with the numbers that show it.

/// The first step of the method is so long whatever the slope.
struct FirstStep {
    double length = 0;
    double rates = 0;  ///< the same in learning rates
    double plain = 0;  ///< as long as that of plain gradient descent
};
/// Every step is as long as the learning rate, however small the slope.
struct EveryStep {};
/// A step's divisor has grown so far that the run gets on ever more slowly.
struct Starvation {
    double share = 0;  ///< the length of the last step over that of the first
};
/// What the method remembers carried the run over a hilltop that lies between its start and its
/// end. Where there are several, it is the one that it came over last.
struct Carried {
    double top = 0;
    std::int64_t step = 0;   ///< that crossed it for good
    std::int64_t turns = 0;  ///< over it and back, so many times before
};
/// The same over one that does not lie between them: the run came back.
struct Excursion {
    double top = 0;
    std::int64_t out = 0;    ///< the last step over it
    std::int64_t back = 0;   ///< the last step back
    std::int64_t turns = 0;  ///< over it and back, so many times in all
};
/// The run went over a minimum again and again.
struct Passes {
    double x = 0;             ///< of the minimum
    std::int64_t passes = 0;  ///< 2 or more
    /// As theory has it near the minimum, and as the last steps of the run went.
    std::optional<descent::Response> response = {};
};
/// The learning rate is at or beyond the limit of the method, and the run bears that out.
struct Limit {
    descent::Response response;
    std::optional<double> x = {};  ///< of the minimum; nothing where f'' is the same all the way
    /// So much longer than the one before was each of the last steps, where f'' is the same.
    std::optional<double> growth = {};
};
/// One of the first steps, which the method does not divide, leapt over a hilltop, and the run has
/// stayed beyond. Divided, it would not have come so far.
struct Leap {
    double top = 0;
    std::int64_t step = 0;
    std::int64_t undivided = 0;  ///< how many steps are not divided
};
/// The run ends in a swing as wide as the learning rate.
struct HalfAlpha {
    double reach = 0;  ///< half of that
};
/// Decay and slope hold each other in balance beside a minimum.
struct Balance {
    double x = 0;                     ///< of the minimum
    double distance = 0;              ///< from it
    std::int64_t ahead = 0;           ///< so many steps on
    std::optional<double> then = {};  ///< the distance is this, where the run goes on to there
};
/// Steps that are as short as the method lets them be.
struct ShortestStep {
    double length = 0;
};
/// The schedule lets the steps fade before the slope does.
struct Fading {
    double alpha = 0;        ///< now
    double share = 0;        ///< of the first
    std::int64_t ahead = 0;  ///< steps on
    double change = 0;       ///< x will have changed by no more than that
};
/// The run ended while the schedule still raised the learning rate.
struct Rising {
    double alpha = 0;         ///< of the last step
    std::int64_t steps = 0;   ///< that the rise takes
    bool converging = false;  ///< |f'| is below the tolerance for all that
};
/// The run ended before the schedule changed anything.
struct Unchanged {
    std::int64_t first = 0;  ///< the step after which it would have
};
/// What the run does from the same start where α is not scheduled: it ends in another way, or after
/// another number of steps.
struct Unscheduled {
    descent::Outcome outcome = descent::Outcome::Converged;  ///< MaxIterations: it has no end yet
    std::int64_t steps = 0;
    std::optional<double> x = {};  ///< where it converges, if that is visibly elsewhere
    double alpha = 0;              ///< of the last step of the scheduled run
    std::int64_t changes = 0;  ///< how often a step decay cut α, for how many steps a warm-up did
};
/// The noise was larger than the slope.
struct Noisy {
    std::int64_t steps = 0;  ///< over the last ones
};

using Remark =
    std::variant<FirstStep, EveryStep, Starvation, Passes, Limit, Carried, Excursion, Leap,
                 HalfAlpha, Balance, ShortestStep, Fading, Rising, Unchanged, Unscheduled, Noisy>;

}  // namespace insight
