// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "insight/range.h"

namespace plot {

/// A place in `x` at which a function has a value in `value` although it has none there at the ends
/// of so many equal intervals (> 0), as a valley far narrower than one: of the places that are
/// known, or else where the function comes nearest. Nothing where that misses, too. A few thousand
/// evaluations at most.
std::optional<double> glimpse(const std::function<double(double)>& function, insight::Range x,
                              insight::Range value, int intervals, std::span<const double> known);

}  // namespace plot
