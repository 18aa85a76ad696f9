// SPDX-License-Identifier: GPL-3.0-or-later
//
// What f does far away.
#include <cmath>

#include "insight/verdict/motion.h"

namespace insight {

bool unboundedBeyond(const descent::Objective& objective, double x, double cost) {
    constexpr double farthest = 1e300;
    constexpr double fading = 0.9;
    if (std::isinf(cost)) return cost < 0;
    if (std::abs(x) <= descent::divergenceBound) return false;
    double first = 0;
    for (x *= 10; std::abs(x) < farthest; x *= 10) {
        const double there = objective.value(x);
        if (std::isinf(there)) return there < 0;
        if (std::isnan(there)) break;
        const double gain = cost - there;
        if (first == 0) first = gain;
        if (!(gain > 0 && gain >= fading * first)) return false;
        cost = there;
    }
    return first > 0;
}

/// Whether |f'| falls well below that slope at ever farther places.
bool fadesBeyond(const descent::Objective& objective, double x, double slope) {
    constexpr double farthest = 1e290;
    while (std::abs(x) < farthest) x *= 10;
    return !(std::abs(objective.slope(x)) >= slope / 2);
}

}  // namespace insight
