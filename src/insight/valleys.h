// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "descent/descent.h"
#include "insight/basins.h"
#include "insight/stationary.h"

namespace insight {

/// The places that runs look for (minima; ascending: maxima): each keeps its hue, one of a few that
/// pictures tell them apart by, whatever the learning rate is and however the view moves, until
/// forget(). Neighbours differ.
class Valleys {
public:
    static constexpr std::size_t hues = 7;

    void forget() { m_places.clear(); }
    /// Takes in those among the points of a view, ascending, that are new.
    void add(const std::vector<StationaryPoint>& points, descent::Direction direction);
    /// The hue of the place of a point that add() has seen, below `hues`.
    std::size_t hueOf(const StationaryPoint& point) const;
    /// The hue of each place where runs of a map rest, ascending; one that is none of these places
    /// differs from its neighbours there.
    std::vector<std::size_t> huesOf(const BasinMap& basins) const;

private:
    struct Valley {
        double x;
        std::size_t hue;
    };
    using Places = std::vector<Valley>;

    /// Where the place at x is, of those within `slack` the nearest; -1 when it is none.
    static std::ptrdiff_t find(const Places& places, double x, double slack);
    /// Takes a new place in, in the hue whose other places are the most neighbours away.
    static void insert(Places& places, double x);

    Places m_places;  ///< ascending
};

}  // namespace insight
