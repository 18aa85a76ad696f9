// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/bifurcation.h"

#include <algorithm>
#include <cmath>

#include "descent/descent.h"
#include "insight/refinement.h"

namespace insight {

namespace {

/// Without a tolerance: a run that has settled goes on to show that it stays.
descent::Settings endless(const Launch& launch, double alpha) {
    descent::Settings settings{alpha, bifurcationSteps, 0};
    settings.method = launch.method;
    return settings;
}

/// What keeps a run without a tolerance from going on for ever: the limit, or that it stands still.
bool bounded(const std::optional<descent::Outcome>& outcome) {
    return outcome == descent::Outcome::MaxIterations || outcome == descent::Outcome::Stalled;
}

bool staysBounded(const descent::Objective& objective, const Launch& launch, double alpha,
                  const std::stop_token& stop) {
    descent::Descent run(objective, endless(launch, alpha), descent::Point(launch.start));
    run.advance(bifurcationSteps, stop);
    return bounded(run.outcome());
}

/// All of the visits [lows[i], highs[i]], unless a few go much farther than the others.
Range withoutStrays(std::vector<double> lows, std::vector<double> highs, double start) {
    std::sort(lows.begin(), lows.end());
    std::sort(highs.begin(), highs.end());
    const std::size_t few = lows.size() / 8;
    const Range all{lows.front(), highs.back()};
    const Range most{lows[few], highs[highs.size() - 1 - few]};
    // Where nearly all rest at one place, the way to it is the measure.
    const double way = std::abs(start - most.centre());
    const double farther = most.width() > 1e-3 * way ? most.width() : way;
    return {std::max(all.low, most.low - farther), std::min(all.high, most.high + farther)};
}

/// Whether these iterates, each seen from the side of the one before the last, only move on to one
/// side, and visibly so beside the way that the run has come.
bool stillOnItsWay(const std::vector<double>& iterates, double start) {
    constexpr double visible = 1e-3;
    const double drift = iterates[iterates.size() - 2] - iterates.front();
    const double way = std::abs(iterates.back() - start);
    if (!(std::abs(drift) > visible * way)) return false;
    for (std::size_t i = 2; i < iterates.size(); i += 2) {
        if (!((iterates[i] - iterates[i - 2]) * drift > 0)) return false;
    }
    return true;
}

double part(Range range, int index, int count) {
    return range.low + range.width() * (index + 0.5) / count;
}

}  // namespace

LastPlaces lastPlaces(const descent::Objective& objective, const Launch& launch, double alpha,
                      const std::stop_token& stop) {
    descent::Descent run(objective, endless(launch, alpha), descent::Point(launch.start));
    run.advance(bifurcationSteps - iteratesShown, stop);
    std::vector<double> iterates;
    iterates.reserve(iteratesShown);
    run.watch(bifurcationSteps, stop, [&](auto at) { iterates.push_back(at[0]); });
    if (run.outcome() == descent::Outcome::LeftDomain) return {{}, Stay::Leaves};
    if (!bounded(run.outcome())) return {{}, Stay::Diverges};
    // A run that stands still stays where it is.
    iterates.resize(iteratesShown, run.state().at[0]);
    if (stillOnItsWay(iterates, launch.start)) return {{}, Stay::OnItsWay};
    return {std::move(iterates), Stay::Seen};
}

std::vector<double> lastIterates(const descent::Objective& objective, const Launch& launch,
                                 double alpha, const std::stop_token& stop) {
    return lastPlaces(objective, launch, alpha, stop).iterates;
}

std::optional<DensityColumn> densityColumn(const descent::Objective& objective,
                                           const Launch& launch, Range alpha, Range x, int rows,
                                           const std::stop_token& stop) {
    DensityColumn column{std::vector<std::uint32_t>(static_cast<std::size_t>(rows))};
    const double rowsPerX = rows / x.width();
    for (int i = 0; i < alphasPerColumn; ++i) {
        const LastPlaces places =
            lastPlaces(objective, launch, part(alpha, i, alphasPerColumn), stop);
        Stay stay = places.iterates.empty() ? places.stay : Stay::Beyond;
        if (!places.iterates.empty()) {
            const auto [low, high] = std::ranges::minmax(places.iterates);
            column.extents[static_cast<std::size_t>(i)] = Range{low, high};
        }
        for (const double place : places.iterates) {
            const double row = (place - x.low) * rowsPerX;
            if (!(row >= 0 && row < rows)) continue;
            ++column.counts[static_cast<std::size_t>(row)];
            stay = Stay::Seen;
        }
        if (column.stay != Stay::Seen) column.stay = stay;
    }
    if (stop.stop_requested()) return std::nullopt;
    return column;
}

std::optional<double> lowerAlpha(const descent::Objective& objective, const Launch& launch,
                                 double below, Range x, const std::stop_token& stop) {
    for (double decade = descent::largestAlpha;
         decade >= descent::smallestAlpha && !stop.stop_requested(); decade /= 10) {
        for (const double part : {1.0, 0.5, 0.2}) {
            const double alpha = decade * part;
            if (alpha >= below || alpha < descent::smallestAlpha) continue;
            const auto places = lastIterates(objective, launch, alpha, stop);
            if (!places.empty() &&
                std::ranges::all_of(places, [x](double place) { return x.contains(place); }))
                return alpha;
        }
    }
    return std::nullopt;
}

Density density(Density axes, const std::vector<std::shared_ptr<const DensityColumn>>& columns,
                const std::stop_token& stop) {
    std::vector<bool> done(columns.size());
    std::transform(columns.begin(), columns.end(), done.begin(),
                   [](const auto& column) { return column != nullptr; });
    axes.computed = static_cast<int>(std::count(done.begin(), done.end(), true));
    axes.complete = axes.computed == axes.columns;
    const auto rows = static_cast<std::size_t>(axes.rows);
    axes.counts.assign(rows * columns.size(), 0);
    axes.stays.assign(columns.size(), Stay::Unknown);
    if (axes.computed == 0) return axes;
    const std::vector<std::size_t> nearest = nearestDone(done);
    for (std::size_t i = 0; i < columns.size(); ++i) axes.stays[i] = columns[nearest[i]]->stay;
    // In bands, because going up a whole column leaves the processor's cache at every row.
    constexpr std::size_t band = 16;
    for (std::size_t bottom = 0; bottom < rows; bottom += band) {
        if (stop.stop_requested()) return axes;
        const std::size_t top = std::min(bottom + band, rows);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const DensityColumn& column = *columns[nearest[i]];
            for (std::size_t row = bottom; row < top; ++row)
                axes.counts[row * columns.size() + i] = column.counts[row];
        }
    }
    for (const auto& column : columns) {
        if (!column || column->counts.empty()) continue;
        axes.largest = std::max(axes.largest, *std::ranges::max_element(column->counts));
    }
    return axes;
}

Range fittingPlaces(const descent::Objective& objective, const Launch& launch, Range alpha,
                    const std::stop_token& stop) {
    constexpr int columns = 64;
    std::vector<double> lows;
    std::vector<double> highs;
    for (int i = 0; i < columns; ++i) {
        const auto iterates = lastIterates(objective, launch, part(alpha, i, columns), stop);
        if (iterates.empty()) continue;
        const auto [low, high] = std::minmax_element(iterates.begin(), iterates.end());
        lows.push_back(*low);
        highs.push_back(*high);
    }
    const Range range = lows.empty()
                            ? Range{launch.start, launch.start}
                            : withoutStrays(std::move(lows), std::move(highs), launch.start);
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    const double margin = std::max(range.width() * 0.06, 1e-3 * std::max(size, 1e-3));
    return {range.low - margin, range.high + margin};
}

namespace {

/// The α at which the place forks where a run with a small α converges; nothing when none does.
std::optional<double> firstFork(const descent::Objective& objective, const Launch& launch,
                                const std::stop_token& stop) {
    constexpr double finer = 4;
    std::optional<double> fork;
    for (double alpha = descent::largestAlpha; alpha >= descent::smallestAlpha; alpha /= finer) {
        descent::Settings settings = endless(launch, alpha);
        settings.tolerance = 1e-6;
        descent::Descent run(objective, settings, descent::Point(launch.start));
        run.advance(bifurcationSteps, stop);
        if (run.outcome() != descent::Outcome::Converged) continue;
        const double curvature = objective.curvature(run.state().at[0]);
        const auto theory = descent::response(launch.method, alpha, curvature);
        if (theory && theory->limit > 0 && theory->limit < descent::largestAlpha)
            fork = theory->limit;
    }
    return fork;
}

/// Past the last α with a bounded run; windows in which runs diverge may come before.
std::optional<double> lastBounded(const descent::Objective& objective, const Launch& launch,
                                  const std::stop_token& stop) {
    constexpr double finer = 1.02;
    double low = descent::largestAlpha;
    while (low >= descent::smallestAlpha && !staysBounded(objective, launch, low, stop)) low /= 2;
    if (low < descent::smallestAlpha) return std::nullopt;
    double last = low;
    for (double alpha = low; alpha <= std::min(descent::largestAlpha, 2 * low); alpha *= finer) {
        if (staysBounded(objective, launch, alpha, stop)) last = alpha;
    }
    return last;
}

}  // namespace

Range fittingAlphas(const descent::Objective& objective, const Launch& launch,
                    const std::stop_token& stop) {
    const auto bounded = lastBounded(objective, launch, stop);
    if (!bounded) return usualAlphas;
    const auto fork = firstFork(objective, launch, stop);
    const bool unbounded = *bounded < descent::largestAlpha / 1.02;
    if (!fork && !unbounded) return usualAlphas;
    // Between hills, such as those of a sine, runs wander farther and farther and never diverge.
    const double wild = 2.5 * fork.value_or(descent::largestAlpha);
    const double high = std::min({*bounded * 1.1, wild, descent::largestAlpha});
    return {std::min(fork.value_or(high), high) * 0.4, high};
}

}  // namespace insight
