// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/settings.h"
#include "descent/trajectory.h"

namespace insight {

/// How a run did in a race, whose goal is a gradient with a norm below the tolerance. One that did
/// not come there is unfinished.
struct Finish {
    std::optional<std::int64_t> step = {};  ///< the first there; nothing of an unfinished one
    bool leaves = false;                    ///< a later step is not there, or would not be
    /// Until then, of an unfinished run until its end; see descent::evaluations().
    std::int64_t evaluations = 0;
    /// From this one on all are there, to the end of the run and, where that converged, as far as
    /// it was followed.
    std::optional<std::int64_t> stays = {};

    bool operator==(const Finish&) const = default;
};

/// Of what has been run. The trajectory is not empty.
Finish finishOf(const descent::Settings& settings, const descent::Trajectory& trajectory,
                const std::stop_token& stop = {});

/// It would not stay within the tolerance after its end.
void markLeaving(Finish& finish);

/// The places of these in a race, from 1 on: those with fewer steps are before the others, and of
/// the same steps those with fewer evaluations. Equal ones share a place, and those behind them are
/// counted on as if they did not. Nothing for the unfinished and where there is no finish yet.
std::vector<std::optional<int>> places(const std::vector<std::optional<Finish>>& race);

}  // namespace insight
