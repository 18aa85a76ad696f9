// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/range.h"

namespace core {

/// How often the last iterates of runs with different α visit each part of the x axis: the
/// bifurcation diagram of gradient descent.
struct Density {
    Range alpha;  ///< across, linear
    Range x;      ///< upwards
    int columns = 0;
    int rows = 0;
    std::vector<std::uint32_t> counts;  ///< rows x columns; row 0 is the lowest
    std::uint32_t largest = 0;
    bool complete = false;

    std::uint32_t count(int column, int row) const {
        return counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

}  // namespace core
