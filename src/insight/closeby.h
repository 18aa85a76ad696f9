// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "descent/objective.h"

namespace insight {

/// Between the numbers around x.
double spacing(double x);

/// How f changes close to a point, seen at three distances from it.
struct Changes {
    double outer = 0;  ///< the larger of the changes on both sides from far to near
    double inner = 0;  ///< the same from near to nearest
    double gap =
        0;  ///< the largest between the nearest on the left, the point, and that on the right
    double error = 0;  ///< how far rounding may move f there

    /// f jumps there, or has another value at the point alone.
    bool jump() const { return gap > 8 * std::max(inner, 2 * error); }
    /// f runs off to infinity there, or is nothing but rounding.
    bool pole() const { return !(inner <= 0.7 * outer && outer > error); }
};
/// With `far` the longest of the distances.
Changes changesAt(const descent::Objective& objective, double x, double far);

/// A value of f, and how far rounding may have moved it.
struct Known {
    double value = 0;
    double error = 0;
};

/// f at a stationary point with that f''; where f is missing at x alone, from beside it, `nearest`
/// away or as much farther as rounding asks for.
Known valueAt(const descent::Objective& objective, double x, double curvature, double nearest);

}  // namespace insight
