// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRgb>
#include <array>
#include <cstddef>

#include "insight/plane/planebasins.h"
#include "plot/look/theme.h"

namespace plot {

/// The colours of what becomes of runs: for each goal one, the darker the more steps it takes, pale
/// where the limit of iterations comes first; a net where they go round in cycles, stripes where
/// they move on and dots where they come to rest at nothing that they look for; grey where they
/// diverge, and nothing where they leave the domain.
class BasinColours {
public:
    BasinColours(const insight::PlaneBasinMap& map, const Theme& theme);

    /// Premultiplied. Patterns repeat from column to column and from row to row.
    QRgb of(const insight::PlaneFate& fate, int column, int row) const;

private:
    static constexpr int shades = 32;

    QRgb ofGoal(const insight::PlaneFate& fate, bool pale) const;
    std::size_t shadeOf(int steps) const;

    const insight::PlaneBasinMap& m_map;
    double m_least = 0;     ///< the logarithm of 1 + the fewest steps to a goal
    double m_perShade = 0;  ///< shades for each 1 of the logarithm
    std::array<std::array<QRgb, shades>, 8> m_full{};
    std::array<std::array<QRgb, shades>, 8> m_pale{};
    QRgb m_ground;
    QRgb m_ink;
    QRgb m_soft;
    QRgb m_grey;
};

/// A pixel for each node, the highest row at the top.
QImage basinImage(const insight::PlaneBasinMap& map, const Theme& theme);

}  // namespace plot
