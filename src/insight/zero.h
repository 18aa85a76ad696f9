// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/objective.h"
#include "insight/range.h"
#include "insight/shape.h"

namespace insight {

/// A zero of f', where f' ~ (x - x*)^order.
struct Zero {
    double x = 0;
    double error = 0;  ///< how far x may be off
    double order = 1;
    double curvature = 0;  ///< f''; 0 unless the order is 1
    StationaryKind kind = StationaryKind::Minimum;
};

/// The zero of f' within `farthest` of x, as precise as rounding lets it be, if f' goes through it
/// as straight as f'' tells. Costs about as much as thirty slopes.
std::optional<Zero> simpleZero(const descent::Objective& objective, double x, double farthest);

/// The zero of f' close to x where rounding or a missing value hides it, as at a root of higher
/// order or at 0 of x/tanh(x): from f' and f'' at distances from `farthest` down to `nearest` where
/// they are known. Nothing where they do not tell.
std::optional<Zero> zeroFromAfar(const descent::Objective& objective, double x, double farthest,
                                 double nearest);

/// Whether f' is 0 on a stretch about x that ends within the range, and not for rounding or
/// underflow alone: then it is certain right beside the stretch, whose ends are sought to
/// `accuracy`.
bool isLevel(const descent::Objective& objective, double x, Range within, double accuracy);

}  // namespace insight
