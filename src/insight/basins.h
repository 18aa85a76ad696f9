// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/descent.h"
#include "insight/range.h"

namespace insight {

/// What becomes of a run from one start.
enum class Fate : std::uint8_t {
    Unknown,     ///< not computed yet
    Settles,     ///< converged, perhaps at once
    Approaches,  ///< at the limit of iterations still on its way to where it would settle
    Swings,      ///< at the limit it goes back and forth: a cycle, or without repeating
    Moves,       ///< at the limit it moves on, to no known place
    Stalls,      ///< stands still where a step is lost to rounding
    Diverges,
    Leaves  ///< left the domain, or started outside
};

struct Destination {
    Fate fate = Fate::Unknown;
    std::int32_t basin = -1;  ///< index into BasinMap::rests when it settles or approaches
    std::int64_t steps = 0;   ///< iterations until the end
    double x = 0;             ///< where it ended

    bool operator==(const Destination&) const = default;
};

/// Where a start at each of equally spaced places ends: the basins of attraction.
struct BasinMap {
    Range x;
    std::vector<Destination> columns;  ///< column i starts at the centre of the i-th part of x
    std::vector<double> rests;         ///< the places where runs settle, ascending
    bool complete = false;
    std::size_t computed = 0;  ///< columns that do not just repeat a neighbour

    double start(std::size_t column) const {
        return x.low + x.width() * (static_cast<double>(column) + 0.5) /
                           static_cast<double>(columns.size());
    }
};

/// A place where a run settled.
struct Rest {
    double x = 0;  ///< where f' vanishes, to rounding, or the middle of a stretch where f is flat
    /// The neighbourhood in which every run would stop at once; an infinite end when it goes on
    /// farther than was looked.
    Range stretch;
};

/// The end of a run, and the place when it settled.
struct Ending {
    Destination destination;  ///< without a basin
    Rest rest;                ///< meaningful when it settles or approaches
};

/// Whether a run comes to one of the places of a map.
inline bool hasPlace(Fate fate) {
    return fate == Fate::Settles || fate == Fate::Approaches;
}

/// The end of the run from `start`, as descent::Descent takes it; one that
/// the limit of iterations ended Moves, as far as this tells. Nothing when asked to stop before.
std::optional<Destination> destination(const descent::Objective& objective,
                                       const descent::Settings& settings, double start,
                                       const std::stop_token& stop = {});

/// The same of a run that ends where it starts; nothing where it makes a step.
std::optional<Destination> endAtOnce(const descent::Objective& objective,
                                     const descent::Settings& settings, double start);

/// The place at which a run that converged at `end` has settled. Looks in steps of at most `grain`
/// (> 0), and at most 64 of those to each side.
Rest restAround(const descent::Objective& objective, const descent::Settings& settings, double end,
                double grain);

/// The map of what is known: runs that settled at one place share its index, and a column without
/// an ending has the destination of the nearest that has one. Two ends are one place when each lies
/// in the stretch of the other and no start between them moves.
BasinMap basinMap(Range x, const std::vector<std::optional<Ending>>& columns);

}  // namespace insight
