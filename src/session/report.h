// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/bifurcation.h"
#include "insight/landmarks.h"
#include "insight/verdict/verdict.h"
#include "session/session.h"

namespace session {

/// A finished (or unfinished) run with all that a file may tell about it.
struct Report {
    Session session;
    descent::Trajectory trajectory;
    insight::Verdict verdict;
    insight::Landmarks landmarks = {};  ///< of the curve, over session.range
    /// For View::Bifurcation, over the axes to show; see output::resolution().
    insight::Density density = {};

    const formula::Analysis& analysis() const { return session.function.analysis(); }
};

}  // namespace session
