// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <vector>

#include "descent/descent.h"
#include "insight/basins.h"
#include "insight/stationary.h"

namespace plot {

/// The places that runs look for (minima; ascending: maxima), as they were found: each keeps its
/// colour, whatever the learning rate is and however the view moves, until forget().
class Valleys {
public:
    void forget() { m_places.clear(); }
    /// Those among the points that are new follow, in the order of x.
    void add(const std::vector<insight::StationaryPoint>& points, descent::Direction direction);
    /// The colour of the place of a point that add() has seen.
    QColor colourOf(const insight::StationaryPoint& point) const;
    /// The colour of each place where runs of a map rest; those that are none of these places have
    /// the colours after theirs.
    std::vector<QColor> coloursOf(const insight::BasinMap& basins) const;

private:
    /// The number of the place at x; as many as there are when it is none.
    std::size_t find(double x) const;

    std::vector<double> m_places;
};

}  // namespace plot
