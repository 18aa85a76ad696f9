// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that noise keeps from coming to rest.
#include <algorithm>
#include <cmath>

#include "insight/survey.h"
#include "insight/verdict/laststeps.h"
#include "insight/verdict/motion.h"

namespace insight {

namespace {

/// The standard deviation of x over the last so many steps.
double spreadOf(const descent::Trajectory& run, std::size_t steps) {
    const std::size_t first = run.size() - steps;
    const auto count = static_cast<double>(steps);
    double mean = 0;
    for (std::size_t n = first; n < run.size(); ++n) mean += run.x(n) / count;
    double squares = 0;
    for (std::size_t n = first; n < run.size(); ++n) squares += std::pow(run.x(n) - mean, 2);
    return std::sqrt(squares / count);
}

/// How often x changes sides of a place over the last so many steps.
int passesOf(const descent::Trajectory& run, std::size_t steps, double place) {
    int passes = 0;
    for (std::size_t n = run.size() - steps + 1; n < run.size(); ++n)
        passes += (run.x(n) > place) != (run.x(n - 1) > place);
    return passes;
}

/// The spread of the later half of what follows with these settings; nothing where it ends.
std::optional<double> laterSpread(const Continuation& run) {
    constexpr std::size_t enough = 64;
    if (run.outcome != descent::Outcome::MaxIterations || run.steps.size() < enough)
        return std::nullopt;
    return spreadOf(run.steps, run.steps.size() / 2);
}

/// Whether the run from there would come to rest, or nearly so, without the noise.
bool calmsDown(const descent::Objective& objective, descent::Settings settings,
               const descent::State& from, double spread) {
    constexpr double little = 0.1;
    settings.noise = {};
    const Continuation calm = continued(objective, settings, from);
    if (calm.outcome == descent::Outcome::Converged) return true;
    const auto later = laterSpread(calm);
    return later && *later <= little * spread;
}

/// What a tenth of α would make of it, where that is much less than what follows.
std::optional<Rattle::Calmer> calmer(const descent::Objective& objective,
                                     descent::Settings settings, const descent::State& from,
                                     double spread, double following) {
    constexpr double less = 0.6;
    settings.alpha /= 10;
    const auto later = laterSpread(continued(objective, settings, from));
    if (!later || !(*later <= less * following) || !(*later < spread)) return std::nullopt;
    return Rattle::Calmer{settings.alpha, *later};
}

}  // namespace

std::optional<Finding> rattling(const descent::Objective& objective,
                                const descent::Settings& settings,
                                const descent::Trajectory& trajectory, const Continuation& ahead,
                                const std::stop_token& stop) {
    constexpr std::size_t enough = 32;
    constexpr int columns = 512;
    constexpr int fewest = 3;
    constexpr double closer = 0.5;
    const std::size_t tail = trajectory.size() / 2;
    if (!(settings.noise.sigma > 0) || !descent::isConstant(settings.schedule) || tail < enough)
        return std::nullopt;
    const auto later = laterSpread(ahead);
    Rattle found{static_cast<std::int64_t>(tail), extent(trajectory, tail),
                 spreadOf(trajectory, tail)};
    if (!later || !found.extent.valid() || !(*later >= closer * found.spread)) return std::nullopt;
    const auto points = stationaryPoints(objective, found.extent, columns, stop);
    const auto nearest = nearestExtremum(points, StationaryKind::Minimum, found.extent.centre());
    if (!nearest || passesOf(trajectory, tail, nearest->x) < fewest) return std::nullopt;
    if (points.size() == 1) found.point = nearest;
    const descent::State end = trajectory.state(trajectory.size() - 1);
    if (!calmsDown(objective, settings, end, found.spread)) return std::nullopt;
    found.calmer = calmer(objective, settings, end, found.spread, *later);
    return found;
}

}  // namespace insight
