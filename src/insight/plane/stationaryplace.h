// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "descent/point.h"

namespace insight {

/// A place where the gradient of a function of several variables is zero.
struct StationaryPlace {
    /// By the signs of the curvatures; where one of them is zero, by what f does around it. A place
    /// is degenerate where that is not what it does around one of the other kinds, as at a monkey
    /// saddle, or is not known.
    enum class Kind { Minimum, Maximum, Saddle, Degenerate };

    descent::Point at;
    double value = 0;  ///< f
    Kind kind = Kind::Minimum;
    /// The eigenvalues of the Hessian of f, ascending; as many as there are variables. One that is
    /// zero as far as the place is known is 0.
    descent::Point curvatures;
    std::vector<descent::Point> directions;  ///< their eigenvectors, of length 1
    /// One of many that touch: a valley floor, a ridge or a plain, and no point of its own.
    bool isLine = false;
    /// A curvature jumps there, so that it is another one on each side.
    bool bends = false;
    double error = 0;  ///< how far rounding may have moved the value

    bool operator==(const StationaryPlace&) const = default;
};

}  // namespace insight
