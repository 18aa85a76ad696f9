// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/bifurcation.h"
#include "insight/landmarks.h"
#include "insight/verdict/verdict.h"
#include "session/session.h"

namespace session {

/// What became of a runner.
struct Result {
    descent::Trajectory trajectory;
    insight::Verdict verdict;
};

/// A finished (or unfinished) run with all that a file may tell about it.
struct Report {
    Session session;
    descent::Trajectory trajectory;
    insight::Verdict verdict;
    insight::Landmarks landmarks = {};  ///< of the curve, over session.range
    /// For View::Bifurcation, over the axes to show; see output::resolution().
    insight::Density density = {};
    std::vector<Result> others = {};  ///< of session.others; the chosen runner's are above

    /// The report as the runner at this place has it, which is then the chosen one.
    Report of(std::size_t place) const;

    /// The last iteration of the longest run; 0 where there is none.
    std::int64_t lastStep() const;

    const formula::Analysis& analysis() const { return session.function.analysis(); }
};

}  // namespace session
