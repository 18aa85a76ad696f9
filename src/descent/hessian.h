// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
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

}  // namespace descent
