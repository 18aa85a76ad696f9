// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "insight/plane/planebasins.h"
#include "session/wording/wording.h"

namespace session {

// Words on the basins of attraction of a function of several variables.

/// One kind of what becomes of runs, as a legend tells it.
struct BasinRow {
    QString text;                    ///< "(3, 2)", "diverges"
    QString share;                   ///< of the starts: "31 %"
    insight::PlaneFate sample = {};  ///< one of these
};
/// Those that there are, goals first, the largest share first; of many goals the largest.
std::vector<BasinRow> basinRows(const insight::PlaneBasinMap& map, const insight::Rectangle& view,
                                int digits = usualDigits);

/// Where a goal lies, or what it is: "(3, 2)", "a line of minima".
QString nameOf(const insight::Goal& goal, const insight::Slice& slice,
               const insight::Rectangle& view, int digits = usualDigits);

/// A run from a place that was followed.
struct FollowedStart {
    descent::Point start;
    std::optional<descent::Outcome> outcome = {};  ///< nothing where it takes longer than a frame
    descent::State end = {};
};
/// One sentence on what becomes of it. What lies ahead of a run that the limit of iterations ended
/// is told as the map knows it.
QString tellStart(const FollowedStart& run, const insight::PlaneBasinMap& map,
                  const insight::Rectangle& view, int digits = usualDigits);

/// The largest shares in one sentence; empty where nothing is known.
QString tellBasins(const insight::PlaneBasinMap& map, const insight::Rectangle& view,
                   int digits = usualDigits);

}  // namespace session
