// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/whereabouts.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace insight {

namespace {

Range extentOf(std::span<const double> iterates) {
    const auto [low, high] = std::ranges::minmax(iterates);
    return {low, high};
}

bool repeats(std::span<const double> iterates, std::size_t period, double slack) {
    for (std::size_t i = period; i < iterates.size(); ++i) {
        if (std::abs(iterates[i] - iterates[i - period]) > slack) return false;
    }
    return true;
}

/// The shortest number of points that they go round; 0 without a short one.
int periodOf(std::span<const double> iterates, double width) {
    constexpr double alike = 1e-6;
    for (std::size_t period = 2; period <= iterates.size() / 2; ++period) {
        if (repeats(iterates, period, alike * width)) return static_cast<int>(period);
    }
    return 0;
}

/// Whether they draw together, on a stretch that is short beside the way that the run has come.
bool drawTogether(std::span<const double> iterates, double width, double start) {
    constexpr double brief = 0.05;
    constexpr double fading = 0.5;
    const std::size_t quarter = iterates.size() / 4;
    const double first = extentOf(iterates.first(quarter)).width();
    const double last = extentOf(iterates.last(quarter)).width();
    return width <= brief * std::abs(iterates.back() - start) && last <= fading * first;
}

}  // namespace

Whereabouts whereabouts(const descent::Objective& objective, const Launch& launch, double alpha) {
    constexpr double rounding = 1e-12;
    const LastPlaces places = lastPlaces(objective, launch, alpha);
    if (places.stay != Stay::Seen) return {places.stay, 0, {}};
    const std::span<const double> iterates(places.iterates);
    const Range extent = extentOf(iterates);
    const double size = std::max(std::abs(extent.low), std::abs(extent.high));
    const bool rests = extent.width() <= rounding * size;
    if (!rests) {
        const int period = periodOf(iterates, extent.width());
        if (period > 0) return {Stay::Seen, period, extent};
        if (!drawTogether(iterates, extent.width(), launch.start)) return {Stay::Seen, 0, extent};
    }
    return {Stay::Seen, 1, extentOf(iterates.last(iterates.size() / 4))};
}

}  // namespace insight
