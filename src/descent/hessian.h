// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "descent/point.h"

namespace descent {

/// The partial derivatives of second order at a place: a symmetric matrix.
struct Hessian {
    std::size_t size = 1;  ///< rows and columns
    std::array<double, mostVariables * mostVariables> entries{};

    double operator()(std::size_t row, std::size_t column) const {
        return entries[row * mostVariables + column];
    }
    double& operator()(std::size_t row, std::size_t column) {
        return entries[row * mostVariables + column];
    }
};

/// The least that a step is divided by for a curvature.
inline constexpr double leastSteepness = 1e-6;

/// What a step is divided by for a curvature: its absolute value, at least leastSteepness; 1 where
/// f has no curvature.
inline double steepness(double curvature) {
    return std::isnan(curvature) ? 1 : std::fmax(std::abs(curvature), leastSteepness);
}

/// A gradient divided by the steepness of the Hessian along each of its axes.
struct Solved {
    Point step;
    double least = 0;  ///< of the steepnesses
};
/// The gradient itself where an entry of the Hessian is not finite.
Solved solvedBySteepness(const Hessian& hessian, const Point& gradient);

}  // namespace descent
