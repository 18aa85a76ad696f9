// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a run of several variables did on its way.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "insight/plane/planejudging.h"
#include "insight/plane/principal.h"
#include "insight/plane/survey.h"

namespace insight {

using descent::Point;
using Kind = StationaryPlace::Kind;

namespace {

/// The longest stretch of steps within that distance of a place.
struct Stay {
    std::size_t first = 0;
    std::size_t steps = 0;
};

Stay stayAt(const Path& path, const Point& place, double within) {
    Stay longest;
    Stay now;
    for (std::size_t n = 0; n < path.size(); ++n) {
        const bool isBeside = path.distance(n, place) <= within;
        now = isBeside ? Stay{now.steps == 0 ? n : now.first, now.steps + 1} : Stay{};
        if (now.steps > longest.steps) longest = now;
    }
    return longest;
}

/// Where the gradient is smallest between the beginning and the end of a path.
std::optional<std::size_t> flattest(const Path& path) {
    std::optional<std::size_t> found;
    for (std::size_t n = 1; n + 1 < path.size(); ++n) {
        const double slope = path.slope(n);
        if (!(slope <= path.slope(n - 1)) || !(slope <= path.slope(n + 1))) continue;
        if (!found || slope < path.slope(*found)) found = n;
    }
    return found;
}

/// The saddle that a path came closest by, as far as its gradient tells.
std::optional<StationaryPlace> saddleBeside(const PlaneRun& run, const Path& path) {
    const auto slow = flattest(path);
    const auto found = slow ? stationaryPlaceNear(run.objective, path.point(*slow)) : std::nullopt;
    return found && found->kind == Kind::Saddle && !found->isLine ? found : std::nullopt;
}

}  // namespace

std::optional<Zigzag> zigzagOf(const PlaneRun& run) {
    constexpr std::int64_t often = 8;
    constexpr double part = 0.3;
    const Path path(run.trajectory);
    if (run.settings.noise.sigma > 0 || path.size() < 3) return std::nullopt;
    Zigzag zigzag;
    for (std::size_t n = 1; n + 1 < path.size(); ++n) {
        ++zigzag.steps;
        if (path.turns(n)) ++zigzag.turns;
    }
    const bool again = zigzag.turns >= often && static_cast<double>(zigzag.turns) >=
                                                    part * static_cast<double>(zigzag.steps);
    return again ? std::optional(zigzag) : std::nullopt;
}

std::optional<Delay> delayOf(const PlaneRun& run) {
    constexpr double near = 0.1;
    constexpr double share = 0.2;
    constexpr std::size_t fewest = 10;
    const Path path(run.trajectory);
    const auto saddle = saddleBeside(run, path);
    if (!saddle) return std::nullopt;
    const double size = std::fmax(1, largest(saddle->at));
    const double within =
        near * std::fmin(descent::distance(saddle->at, path.point(path.size() - 1)), size);
    const Stay stay = stayAt(path, saddle->at, within);
    const bool isLong = stay.steps >= fewest && static_cast<double>(stay.steps) >=
                                                    share * static_cast<double>(path.size() - 1);
    if (!isLong || stay.first + stay.steps >= path.size()) return std::nullopt;
    return Delay{*saddle, within, static_cast<std::int64_t>(stay.first),
                 static_cast<std::int64_t>(stay.steps)};
}

}  // namespace insight
