// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace insight {

/// Of the numbers within `slack` of x the one with the fewest decimals, at most 12, if it is good
/// enough; else x. `isGood(double)` tells.
template <typename IsGood>
double shortest(double x, double slack, const IsGood& isGood) {
    constexpr int mostDecimals = 12;
    double unit = 1;
    for (int decimals = 0; decimals <= mostDecimals; ++decimals, unit *= 10) {
        const double candidate = std::round(x * unit) / unit + 0.0;  // no -0
        if (std::abs(candidate - x) <= slack) return isGood(candidate) ? candidate : x;
    }
    return x;
}

}  // namespace insight
