// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where runs of several variables rest, how they go on that came within the tolerance, and what a
// nudge would do.
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/plane/planejudging.h"
#include "insight/plane/principal.h"
#include "insight/plane/rates.h"
#include "insight/plane/survey.h"

namespace insight {

using descent::Point;

namespace {

double sizeOf(const Point& place) {
    return std::fmax(1, largest(place));
}

double widthOf(const Path& path) {
    double widest = 0;
    for (const Range extent : path.extents(path.size())) widest = std::fmax(widest, extent.width());
    return widest;
}

/// What a run comes to that was gone on with, but for its last step where that is an end.
PlaneDeparture excursion(const Path& path, std::size_t known) {
    PlaneDeparture found;
    found.ahead = static_cast<std::int64_t>(known) - 1;
    for (std::size_t n = 1; n < known; ++n) {
        const double slope = path.slope(n);
        if (slope > found.slope) {
            found.slope = slope;
            found.steps = static_cast<std::int64_t>(n);
        }
        found.distance = std::fmax(found.distance, path.distance(0, n));
    }
    return found;
}

/// Whether it gets far from what it looks for, else from its place, as one sees it who saw the run.
bool getsFar(const Path& run, const PlaneDeparture& departure, const Path& ahead,
             const std::optional<StationaryPlace>& sought) {
    constexpr double far = 1e-2;      // of the extent of the run
    constexpr double visible = 1e-4;  // about one
    const double size = sizeOf(ahead.point(0));
    const double least = far * (run.size() > 1 ? widthOf(run) : size);
    if (!sought) return departure.distance > least;
    const double reached = ahead.distance(0, sought->at);
    double farthest = 0;
    for (std::int64_t n = 1; n <= departure.ahead; ++n)
        farthest = std::fmax(farthest, ahead.distance(static_cast<std::size_t>(n), sought->at));
    return (farthest > 2 * reached && farthest > least) ||
           (farthest > 10 * reached && farthest > visible * size);
}

/// From which step on |∇f| is within the tolerance, for at least as many; 0 where that is by
/// chance.
std::int64_t stepsBack(const descent::Settings& settings, const Continuation& run) {
    const Path path(run.steps);
    const bool ended = run.outcome == descent::Outcome::Stalled;
    if (settings.noise.sigma > 0) return 0;
    std::size_t back = path.size();
    while (back > 1 && path.slope(back - 1) < settings.tolerance) --back;
    const bool stays = ended ? back < path.size() : 2 * back <= path.size();
    return stays ? static_cast<std::int64_t>(back) : 0;
}

/// Along which f may get better from a place that a run does not look for.
std::vector<Point> waysOut(const descent::Objective& objective, const StationaryPlace& place) {
    std::vector<Point> ways;
    for (std::size_t axis = 0; axis < place.directions.size(); ++axis) {
        if (objective.told(place.curvatures[axis]) > 0) continue;
        for (const double side : {1.0, -1.0}) {
            Point way = place.directions[axis];
            for (double& part : way) part *= side;
            ways.push_back(way);
        }
    }
    return ways;
}

}  // namespace

std::optional<PlaneSequel> sequelOf(const Continuation& ahead) {
    if (ahead.outcome == descent::Outcome::MaxIterations ||
        ahead.outcome == descent::Outcome::Converged)
        return std::nullopt;
    const Path path(ahead.steps);
    std::size_t steps = path.size() - 1;
    // What the method remembers may go on changing where the place does not.
    if (ahead.outcome == descent::Outcome::Stalled)
        while (steps > 0 && path.distance(steps - 1, path.size() - 1) == 0) --steps;
    return PlaneSequel{ahead.outcome, static_cast<std::int64_t>(steps)};
}

std::optional<StationaryPlace> restAt(const PlaneRun& run, const Point& end) {
    constexpr int samples = 16;
    const auto place = stationaryPlaceNear(run.objective, end);
    if (!place) return std::nullopt;
    for (int i = 1; i <= samples; ++i) {
        const double part = static_cast<double>(i) / samples;
        Point between = end;
        for (std::size_t k = 0; k < end.size(); ++k) between[k] += part * (place->at[k] - end[k]);
        if (!(descent::norm(run.objective.gradient(between)) < run.settings.tolerance))
            return std::nullopt;
    }
    return place;
}

PlaneAftermath aftermath(const PlaneRun& run, const std::optional<StationaryPlace>& sought) {
    constexpr double farOut = 100;    // times the tolerance
    constexpr double out = 2;         // the same, where it does not come back
    constexpr double roundings = 64;  // at a corner one is enough
    constexpr double elsewhere = 0.1;
    constexpr double visible = 0.01;
    descent::Settings endless = run.settings;
    endless.tolerance = 0;
    const Continuation ahead =
        continued(run.objective, endless, run.trajectory.state(run.trajectory.size() - 1));
    const Path path(ahead.steps);
    auto sequel = sequelOf(ahead);
    if (sequel && sequel->outcome == descent::Outcome::Stalled) sequel.reset();
    PlaneDeparture found = excursion(path, path.size() - (sequel ? 1 : 0));
    const double rounding = std::numeric_limits<double>::epsilon() * largest(path.point(0));
    const bool farther = found.distance > roundings * rounding;
    found.outside = sequel || found.slope >= run.settings.tolerance;
    if (found.outside && !sequel) found.back = stepsBack(run.settings, ahead);
    const bool isOut = found.slope > farOut * run.settings.tolerance ||
                       (found.slope > out * run.settings.tolerance && found.back == 0);
    const bool leaves = found.outside && (sequel || farther);
    if (!sequel && !(farther && (isOut || getsFar(Path(run.trajectory), found, path, sought))))
        return {leaves};
    found.sequel = sequel;
    const double moves = path.distance(0, path.size() - 1);
    if (found.back > 0 && moves > elsewhere * found.distance &&
        moves > visible * sizeOf(path.point(0)))
        found.place = path.point(static_cast<std::size_t>(found.back));
    found.swing = swingInPlane(run.settings, ahead);
    if (found.swing) found.swing->period = placesIn(ahead.steps, *found.swing);
    return {leaves, found};
}

std::optional<Nudge> nudged(const PlaneRun& run, const StationaryPlace& place) {
    constexpr double length = 1e-3;
    constexpr double away = 10;
    const Point end = run.trajectory.last().at;
    for (const Point& way : waysOut(run.objective, place)) {
        Nudge nudge{length * sizeOf(end), way};
        descent::State start;
        start.at = moved(end, way, nudge.length);
        const Continuation ahead = continued(run.objective, run.settings, start);
        const Path path(ahead.steps);
        if (!(path.distance(path.size() - 1, place.at) > away * nudge.length)) continue;
        if (ahead.outcome == descent::Outcome::Converged) nudge.end = path.point(path.size() - 1);
        return nudge;
    }
    return std::nullopt;
}

}  // namespace insight
