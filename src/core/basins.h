// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/descent.h"
#include "core/range.h"

namespace core {

/// What becomes of a run from one start.
enum class Fate : std::uint8_t {
    Unknown,  ///< not computed yet
    Settles,  ///< converged
    Diverges,
    Leaves,     ///< left the domain, or started outside
    NotSettled  ///< a cycle, or still moving at the limit of iterations
};

struct Destination {
    Fate fate = Fate::Unknown;
    std::int32_t basin = -1;  ///< index into BasinMap::rests when it settles
    std::int64_t steps = 0;   ///< iterations until the end
    double x = 0;             ///< where it ended
};

/// Where a start at each of equally spaced places ends: the basins of attraction.
struct BasinMap {
    Range x;
    std::vector<Destination> columns;  ///< column i starts at the centre of the i-th part of x
    std::vector<double> rests;         ///< the places where runs settled, ascending
    bool complete = false;

    double start(std::size_t column) const {
        return x.low + x.width() * (static_cast<double>(column) + 0.5) /
                           static_cast<double>(columns.size());
    }
};

}  // namespace core
