// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/descent.h"
#include "descent/trajectory.h"

namespace insight {

/// A run gone on with unseen.
struct Continuation {
    descent::Trajectory steps;  ///< from the step where it went on, which is its iteration 0
    descent::Outcome outcome =
        descent::Outcome::MaxIterations;  ///< MaxIterations: it was not followed any farther
};

/// Goes on from a state, or from a start, of which only the place counts: up to 5,000 steps, or as
/// many as take some milliseconds where f takes long to evaluate.
Continuation continued(const descent::Objective& objective, const descent::Settings& settings,
                       const descent::State& from);

/// What becomes of a run that moves ever on, or swings from side to side, without a leap.
struct Prospect {
    enum class End {
        Rest,     ///< |f'| falls below the tolerance
        Swing,    ///< it nears two points that it goes between for ever
        Infinity  ///< |x| > divergenceBound, and |f'| never fell below the tolerance
    };
    End end = End::Rest;
    double x = 0;       ///< the end; one of the two points of a Swing
    double steps = 0;   ///< that it takes to a Rest, within a few percent
    bool fades = true;  ///< |f'| shrinks all the way
};

/// Follows a run from x by leaps over many steps where these change evenly, and step by step in
/// between. Nothing when that leads to none of the ends. At most some ten thousand evaluations.
std::optional<Prospect> prospect(const descent::Objective& objective,
                                 const descent::Settings& settings, double x);

}  // namespace insight
