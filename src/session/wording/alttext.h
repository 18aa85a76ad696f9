// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "descent/trajectory.h"
#include "insight/basins.h"
#include "insight/verdict/verdict.h"
#include "session/wording/wording.h"

namespace session {

// What the pictures show, in words, for those who do not see them. Empty where nothing is known.

/// A moment of a run; `verdict` is nothing while the run goes on.
struct Moment {
    const descent::Trajectory& trajectory;
    const descent::Settings& settings;
    const std::optional<insight::Verdict>& verdict;
    double position = 0;  ///< real, in [0, N]
    int digits = usualDigits;
};

/// "Step 5 of 48", or between which two a real position lies.
QString tellStep(double position, std::int64_t steps);
/// Where the ball is, how steep it is there, and what became of the run.
QString tellBall(const Moment& moment);
/// The same of several variables, which are called so.
QString tellOnMap(const Moment& moment, const std::vector<std::string>& variables);
/// What the step is made of that the ball is about to make or is making, and its parabola.
QString tellNextStep(const Moment& moment, bool parabola);
/// The stair of the cobweb at this moment, and m at the extremum where steps respond so.
QString tellStair(const Moment& moment, const std::optional<descent::Response>& response);
/// What the two lines of the convergence do from the start to the end.
QString tellConvergence(const Moment& moment);
/// Where a run with the present α ends up, and the α at which it stops settling.
QString tellBifurcation(const Moment& moment, std::optional<double> fork);
/// How many of the starts in view end where.
QString tellBasins(const insight::BasinMap& basins);

}  // namespace session
