// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "descent/descents.h"
#include "insight/basins.h"
#include "insight/plane/goals.h"
#include "insight/plane/heights.h"

namespace insight {

/// What becomes of the run from one node.
struct PlaneFate {
    Fate fate = Fate::Unknown;
    std::int16_t goal = -1;  ///< index into PlaneBasinMap::goals when it settles or approaches
    std::int32_t steps = 0;  ///< iterations until the end

    bool operator==(const PlaneFate&) const = default;
};

/// Where a start at each node of a lattice ends: the basins of attraction.
struct PlaneBasinMap {
    Lattice lattice;
    /// Row by row from below, each from the left.
    std::vector<PlaneFate> fates;
    std::vector<Goal> goals;
    std::size_t computed = 0;  ///< fates that do not just repeat that of a node nearby
    /// Where the run from each node ended, in the two variables; empty unless they were wanted.
    std::vector<std::pair<double, double>> ends = {};

    bool isComplete() const { return computed == fates.size(); }
    const PlaneFate& at(int column, int row) const {
        return fates[static_cast<std::size_t>(row) * static_cast<std::size_t>(lattice.columns) +
                     static_cast<std::size_t>(column)];
    }
};
using SharedBasins = std::shared_ptr<const PlaneBasinMap>;

/// About one node for each pixel of an area of this size, but no more than half a million.
Lattice basinLattice(const Slice& slice, const Rectangle& area, double width, double height);

/// How many more steps a run is followed that the limit ends, to tell where it would settle.
inline constexpr std::int64_t stepsAhead = 5000;

/// The same of a run that was followed, by that many steps ahead; a goal where it comes to one.
PlaneFate planeFate(const descent::Objective& objective, const descent::Course& course,
                    Goals& goals);

}  // namespace insight
