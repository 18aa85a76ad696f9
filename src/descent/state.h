// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "descent/point.h"

namespace descent {

/// One iteration as people know it: where it is, and what the function is there. Of an ascent, too,
/// these are f and f' and not the cost.
struct Step {
    std::int64_t iteration = 0;
    Point at;
    double value = 0;  ///< f
    Point gradient;    ///< f'
};

/// The most that a method remembers: vectors with a coordinate for each variable, and numbers.
inline constexpr std::size_t mostVectors = 3;
inline constexpr std::size_t mostNumbers = 5;

/// A step with all that decides the next ones. What is remembered is of the cost: of an ascent, of
/// the gradient of -f.
struct State : Step {
    std::array<Point, mostVectors> memory{};
    std::array<double, mostNumbers> numbers{};
    /// Whether this is where a run starts, so that the method has yet to set what it remembers.
    bool begins = true;
};

}  // namespace descent
