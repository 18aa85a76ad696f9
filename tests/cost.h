// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <ctime>
#include <limits>

/// What doing something costs in processor time, which a busy machine hardly stretches: the least
/// of a few attempts, in units of its own. To be compared with the cost of something else.
template <typename Act>
double costOf(const Act& act) {
    constexpr int attempts = 5;
    constexpr std::clock_t enough = CLOCKS_PER_SEC / 100;
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < attempts; ++i) {
        const std::clock_t start = std::clock();
        int times = 0;
        for (; times == 0 || std::clock() - start < enough; ++times) act();
        least = std::min(least, static_cast<double>(std::clock() - start) / times);
    }
    return least;
}
