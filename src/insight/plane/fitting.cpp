// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/fitting.h"

#include <algorithm>
#include <cmath>

#include "insight/fitting.h"

namespace insight {

namespace {

/// The steps of a run that diverges which are shown.
constexpr std::size_t firstSteps = 3;
/// As far as these may leave the start, in sizes of what it was made of.
constexpr double farthest = 20;

/// How many iterations of a run are shown.
std::size_t shown(const descent::Whole& run) {
    const descent::Trajectory& steps = run.trajectory;
    if (run.outcome != descent::Outcome::Diverged) return steps.size();
    const descent::Point start = steps[0].at;
    const double reach = farthest * (1 + descent::norm(start));
    std::size_t size = 1;
    while (size < std::min(steps.size(), firstSteps) &&
           descent::distance(start, steps[size].at) <= reach)
        ++size;
    return size;
}

Range extent(const descent::Whole& run, std::size_t variable) {
    const double start = run.trajectory.row(0)[variable];
    Range range{start, start};
    const std::size_t size = shown(run);
    for (std::size_t n = 1; n < size; ++n) range = widened(range, run.trajectory.row(n)[variable]);
    return range;
}

Range extentOf(const std::vector<descent::Whole>& runs, std::size_t variable, std::size_t chosen) {
    std::vector<Range> extents;
    std::vector<double> starts;
    for (const descent::Whole& run : runs) {
        extents.push_back(extent(run, variable));
        starts.push_back(run.trajectory.row(0)[variable]);
    }
    return together(extents, starts, chosen);
}

/// With zero, where the range is then at most twice as wide.
Range aboutZero(const Range& range) {
    const Range wider = widened(range, 0);
    return wider.width() <= 2 * range.width() ? wider : range;
}

/// Of that length about the same centre, and no shorter than numbers there are apart.
Range ofLength(const Range& range, double length) {
    constexpr double closest = 1e-9;
    const double half = std::max({length / 2, closest * std::abs(range.centre()), closest});
    return {range.centre() - half, range.centre() + half};
}

/// As long as the other side, but not many times as long as its own coordinates are large.
double besides(const Range& side, double other) {
    const double size = std::max(std::abs(side.low), std::abs(side.high));
    return std::max(side.width(), std::min(other, size));
}

/// Sides of one length, unless one is far longer and has far larger coordinates; around all of
/// both.
Rectangle balanced(const Rectangle& rectangle, double margin) {
    constexpr double longest = 10;  // times as long
    const double across = rectangle.across.width();
    const double up = rectangle.up.width();
    const double longer = std::max(across, up);
    if (longer == 0) return {ofLength(rectangle.across, 2), ofLength(rectangle.up, 2)};
    const bool alike = std::min(across, up) * longest >= longer || std::min(across, up) == 0;
    const auto length = [&](const Range& side) {
        return margin * (alike ? longer : besides(side, longer));
    };
    return {ofLength(rectangle.across, length(rectangle.across)),
            ofLength(rectangle.up, length(rectangle.up))};
}

}  // namespace

descent::Whole beginningOf(const descent::Objective& objective, const descent::Settings& settings,
                           const descent::Point& start) {
    constexpr std::size_t mostSteps = 10'000;
    constexpr std::size_t mostEffort = 1'000'000;  // some milliseconds
    const std::size_t affordable = std::min(mostSteps, mostEffort / objective.effort());
    return descent::whole(
        objective,
        descent::lasting(settings, std::clamp<std::int64_t>(static_cast<std::int64_t>(affordable),
                                                            1, settings.maxIterations)),
        start);
}

Rectangle fittingRectangle(const std::vector<descent::Whole>& runs, const Slice& plane,
                           std::size_t chosen, const Sights& sights) {
    constexpr double margin = 1.3;
    constexpr double surroundings = 3;
    Rectangle extent{extentOf(runs, plane.across, chosen), extentOf(runs, plane.up, chosen)};
    const Rectangle around = balanced(extent, surroundings);
    if (sights) {
        for (const descent::Point& sight : sights(around)) {
            extent.across = widened(extent.across, sight[plane.across]);
            extent.up = widened(extent.up, sight[plane.up]);
        }
    }
    return balanced({aboutZero(extent.across), aboutZero(extent.up)}, margin);
}

}  // namespace insight
