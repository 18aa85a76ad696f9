// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "descent/descent.h"
#include "insight/basins.h"
#include "insight/stationary.h"

namespace insight {

/// The places that runs look for (minima; ascending: maxima). Each has a hue, one of a few that
/// pictures tell them apart by, in turn from the left to the right: the last at 0 or left of it has
/// the hue 0. So the hue depends on the places alone, on no learning rate and not on how the view
/// came to show them. Neighbours differ.
class Valleys {
public:
    static constexpr std::size_t hues = 7;

    void forget() { m_places.clear(); }
    /// Takes in those among the points of a view, ascending, in the place of all that were known
    /// from the first of them to the last.
    void add(const std::vector<StationaryPoint>& points, descent::Direction direction);
    /// The hue of the place of a point that add() has seen, below `hues`.
    std::size_t hueOf(const StationaryPoint& point) const;
    /// The hue of each place where runs of a map rest, ascending. Those left or right of all known
    /// places count as the next ones; one between them that is none differs from its neighbours.
    std::vector<std::size_t> huesOf(const BasinMap& basins) const;

private:
    std::vector<double> m_places;  ///< ascending
};

}  // namespace insight
