// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "descent/settings.h"
#include "descent/trajectory.h"
#include "formula/valued.h"
#include "insight/plane/heights.h"
#include "insight/plane/planebasins.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"
#include "plot/paint/rival.h"
#include "plot/scene/content.h"

namespace plot {

/// What a map of a function of several variables shows: `x` is of the variable across, `value` of
/// the one up.
struct MapContent : Plane {
    std::optional<formula::Valued> analysis;
    insight::Slice slice;
    insight::SharedHeights heights;
    descent::Trajectory trajectory;
    descent::Settings settings;
    std::size_t place = 0;           ///< of the runner among all
    std::vector<Rival> rivals = {};  ///< the others
    std::vector<insight::StationaryPlace> places = {};
    bool stale = false;
    bool watched = false;      ///< see CurveScene::setWatched()
    bool veiled = false;       ///< see CurveScene::setVeiled()
    bool numbered = false;     ///< contours tell their values
    bool equalScale = false;   ///< a unit of both variables is as long
    bool showsBasins = false;  ///< in the place of the heights' colours
    insight::SharedBasins basins = {};
};

/// Where an iteration lies on the map.
inline QPointF placeOnMap(const descent::Trajectory& run, std::size_t n,
                          const insight::Slice& slice) {
    const double* at = run.row(n);
    return {at[slice.across], at[slice.up]};
}

}  // namespace plot
