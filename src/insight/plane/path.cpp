// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/path.h"

#include <algorithm>
#include <cmath>

#include "insight/verdict/laststeps.h"

namespace insight {

namespace {

double distanceOf(std::span<const double> from, std::span<const double> to) {
    return descent::distance(descent::Point(from), descent::Point(to));
}

double largestWidth(const std::vector<Range>& extents) {
    double widest = 0;
    for (const Range extent : extents) widest = std::fmax(widest, extent.width());
    return widest;
}

/// Whether two stretches cover the same.
bool isSame(const std::vector<Range>& one, const std::vector<Range>& other, double slack) {
    return std::ranges::equal(one, other, [slack](Range a, Range b) {
        return std::abs(a.low - b.low) <= slack && std::abs(a.high - b.high) <= slack;
    });
}

bool comesBack(const Path& path, std::size_t period, double slack) {
    for (std::size_t back = 1; back <= period; ++back) {
        const std::size_t n = path.size() - back;
        if (!(path.distance(n, n - period) <= slack)) return false;
    }
    return true;
}

/// The largest distance between two of the last `steps` places.
double diameter(const Path& path, std::size_t steps) {
    double widest = 0;
    const std::size_t first = path.size() - steps;
    for (std::size_t one = first; one < path.size(); ++one) {
        for (std::size_t other = one + 1; other < path.size(); ++other)
            widest = std::fmax(widest, path.distance(one, other));
    }
    return widest;
}

}  // namespace

double Path::slope(std::size_t n) const {
    return descent::norm(descent::Point(std::span(m_run->row(n) + m_variables + 1, m_variables)));
}

double Path::distance(std::size_t from, std::size_t to) const {
    return distanceOf(place(from), place(to));
}

double Path::distance(std::size_t n, const descent::Point& place) const {
    return descent::distance(point(n), place);
}

bool Path::turns(std::size_t n) const {
    double product = 0;
    for (std::size_t i = 0; i < m_variables; ++i)
        product += (place(n)[i] - place(n - 1)[i]) * (place(n + 1)[i] - place(n)[i]);
    return product < 0;
}

std::vector<Range> Path::extents(std::size_t steps) const {
    std::vector<Range> all;
    for (const double value : place(size() - 1)) all.push_back({value, value});
    for (std::size_t back = 1; back <= std::min(steps, size()); ++back) {
        for (std::size_t i = 0; i < m_variables; ++i)
            all[i] = widened(all[i], place(size() - back)[i]);
    }
    return all;
}

bool growsAside(const descent::Objective& objective, const Path& path, std::size_t steps) {
    if (path.size() < 5) return false;
    const auto cost = [&](std::size_t n) { return objective.told(path.run().value(n)); };
    for (std::size_t back = 1; back <= std::min(steps, path.size() - 2); ++back) {
        const std::size_t n = path.size() - back;
        const double length = path.distance(n - 1, n);
        const double before = path.distance(n - 2, n - 1);
        if (!(cost(n) > cost(n - 1)) || !path.turns(n - 1)) return false;
        if (!(length > before * (1 + 1e-9))) return false;
    }
    return true;
}

std::optional<PlaneSwing> swingInPlane(const descent::Settings& settings, const Continuation& run) {
    constexpr std::size_t turns = 16;
    constexpr double exact = 1e-7;  // of the width
    constexpr double alike = 1e-6;
    // A swing of plain gradient descent that fades may do so ever so slowly.
    const double steady = descent::isPlain(settings) ? 1e-6 : 1e-4;
    if (settings.noise.sigma > 0 || !descent::isConstant(settings.schedule)) return std::nullopt;
    if (run.outcome != descent::Outcome::MaxIterations) return std::nullopt;
    const std::size_t size = run.steps.size();
    const Path path(run.steps);
    const descent::Trajectory before =
        run.steps.prefix(descent::isPlain(settings) ? size / 4 : size / 4 * 3);
    for (std::size_t period = 2; period <= longestPeriod; ++period) {
        if (before.size() < period || size < turns * period) break;
        const std::vector<Range> late = path.extents(period);
        const double width = largestWidth(late);
        if (!(width > 0) || !comesBack(path, period, exact * width)) continue;
        if (!remembersAlike(run.steps, period, alike)) return std::nullopt;
        if (!isSame(late, Path(before).extents(period), steady * width)) return std::nullopt;
        return PlaneSwing{static_cast<int>(period), late, diameter(path, period)};
    }
    return std::nullopt;
}

int placesIn(const descent::Trajectory& run, const PlaneSwing& swing) {
    constexpr double same = 1e-9;
    std::vector<descent::Point> places;
    for (int back = 1; back <= swing.period; ++back) {
        const descent::Point place = run.at(run.size() - static_cast<std::size_t>(back));
        const auto isThere = [&](const descent::Point& other) {
            return descent::distance(place, other) <= same * swing.width;
        };
        if (std::ranges::none_of(places, isThere)) places.push_back(place);
    }
    return static_cast<int>(places.size());
}

bool comesBackExactly(const descent::Settings& settings, const descent::Trajectory& run,
                      int period) {
    const auto turn = static_cast<std::size_t>(period);
    if (!descent::isConstant(settings.schedule) || settings.noise.sigma > 0) return false;
    if (run.size() <= turn) return false;
    const descent::State now = run.state(run.size() - 1);
    const descent::State then = run.state(run.size() - 1 - turn);
    return now.at == then.at && now.memory == then.memory && now.numbers == then.numbers;
}

}  // namespace insight
