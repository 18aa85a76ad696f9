// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/survey.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <utility>

#include "insight/plane/grid.h"
#include "insight/plane/kind.h"
#include "insight/plane/newton.h"
#include "insight/plane/principal.h"

namespace insight {

using descent::Point;

namespace {

constexpr double reach = 3;         // sides of a cell
constexpr double usualSide = 0.05;  // of the size of a coordinate, or of 1 where that is less
constexpr double characters = 4e7;

/// So many cells that evaluating them takes some milliseconds.
std::size_t cellsFor(const descent::Objective& objective) {
    const double affordable = characters / 16 / static_cast<double>(objective.effort());
    return static_cast<std::size_t>(std::clamp(std::sqrt(affordable), 24.0, 128.0));
}

/// The places found so far, without duplicates and with lines in their pieces.
class Found {
public:
    Found(const descent::Objective& objective, const Rectangle& rectangle, const Scale& scale)
        : m_objective(objective), m_rectangle(rectangle), m_scale(scale) {}

    void add(const Point& root, std::int64_t& evaluations) {
        constexpr std::int64_t flat = 2000;  // or less, unless f is wild beside it
        const auto inside = within(root);
        if (!inside || isKnown(*inside)) return;
        const auto place = placeAt(m_objective, m_scale, *inside);
        if (!place || isFlat(*place)) evaluations += flat;
        if (!place) return;
        if (place->isLine) {
            m_lines[cellOf(*inside)].push_back(*place);
        } else {
            m_places.push_back(*place);
        }
    }

    /// One for each line, and the others that lie on none.
    std::vector<StationaryPlace> all() {
        std::vector<StationaryPlace> places;
        for (const StationaryPlace& place : m_places) {
            if (!isFlat(place) || !touchesLine(place.at)) places.push_back(place);
        }
        while (!m_lines.empty()) places.push_back(wholeLine());
        return places;
    }

private:
    using Cell = std::pair<std::int64_t, std::int64_t>;

    Cell cellOf(const Point& at) const {
        return {std::llround(std::floor((at[0] - m_rectangle.across.low) / m_scale.sides[0])),
                std::llround(std::floor((at[1] - m_rectangle.up.low) / m_scale.sides[1]))};
    }

    /// The same place; if it lies outside of the rectangle by rounding alone, that on its edge.
    std::optional<Point> within(const Point& root) const {
        constexpr double edge = 1e-7;  // of a cell
        Point inside = root;
        inside[0] = std::clamp(root[0], m_rectangle.across.low, m_rectangle.across.high);
        inside[1] = std::clamp(root[1], m_rectangle.up.low, m_rectangle.up.high);
        return m_scale.distance(root, inside) <= edge ? std::optional(inside) : std::nullopt;
    }

    bool isKnown(const Point& root) const {
        constexpr double same = 1e-5;  // of a cell
        constexpr double near = 1e-2;  // where it is less well known
        const auto lines = m_lines.find(cellOf(root));
        if (lines != m_lines.end()) return true;
        return std::ranges::any_of(m_places, [&](const StationaryPlace& other) {
            return m_scale.distance(other.at, root) <= (isFlat(other) ? near : same);
        });
    }

    std::vector<Cell> cellsAround(const Point& at) const {
        constexpr std::int64_t far = 2;
        const auto [x, y] = cellOf(at);
        std::vector<Cell> cells;
        for (std::int64_t dx = -far; dx <= far; ++dx) {
            for (std::int64_t dy = -far; dy <= far; ++dy) cells.emplace_back(x + dx, y + dy);
        }
        return cells;
    }

    bool touchesLine(const Point& at) const {
        return std::ranges::any_of(cellsAround(at),
                                   [this](const Cell& cell) { return m_lines.contains(cell); });
    }

    /// Takes all that belongs to a line of one kind.
    StationaryPlace wholeLine() {
        std::vector<StationaryPlace> line = m_lines.begin()->second;
        m_lines.erase(m_lines.begin());
        for (std::size_t i = 0; i < line.size(); ++i) {
            for (const Cell& cell : cellsAround(line[i].at)) {
                const auto near = m_lines.find(cell);
                if (near == m_lines.end() || near->second.front().kind != line.front().kind)
                    continue;
                line.insert(line.end(), near->second.begin(), near->second.end());
                m_lines.erase(near);
            }
        }
        return *std::ranges::min_element(line, {}, [&](const StationaryPlace& place) {
            return m_scale.distance(middle(), place.at);
        });
    }

    Point middle() const {
        Point at = m_scale.sides;
        at[0] = m_rectangle.across.centre();
        at[1] = m_rectangle.up.centre();
        return at;
    }

    const descent::Objective& m_objective;
    const Rectangle& m_rectangle;
    const Scale& m_scale;
    std::vector<StationaryPlace> m_places;
    std::map<Cell, std::vector<StationaryPlace>> m_lines;
};

double usualSideAt(double coordinate) {
    return usualSide * std::fmax(1, std::abs(coordinate));
}

/// Where the cells of a range are wide, and all starts lie in a small part of it, that part with
/// as much beside it as a search goes.
Range closer(Range range, double side, std::size_t axis, const std::vector<Point>& starts) {
    const auto [low, high] =
        std::ranges::minmax(starts, {}, [axis](const Point& start) { return start[axis]; });
    const double beside = (reach + 1) * side;
    const Range part{std::fmax(range.low, low[axis] - beside),
                     std::fmin(range.high, high[axis] + beside)};
    const bool isWide = side > usualSideAt(part.centre());
    return isWide && part.valid() && part.width() < range.width() / 2 ? part : range;
}

Rectangle closer(const Rectangle& rectangle, const GradientGrid& grid) {
    const std::vector<Point> starts = grid.starts();
    if (starts.empty()) return rectangle;
    return {closer(rectangle.across, grid.scale().sides[0], 0, starts),
            closer(rectangle.up, grid.scale().sides[1], 1, starts)};
}

bool isBefore(const StationaryPlace& one, const StationaryPlace& other) {
    return std::pair(one.at[0], one.at[1]) < std::pair(other.at[0], other.at[1]);
}

}  // namespace

std::vector<StationaryPlace> stationaryPlaces(const descent::Objective& objective,
                                              const Rectangle& rectangle,
                                              const std::stop_token& stop) {
    if (!rectangle.across.valid() || !rectangle.up.valid()) return {};
    const GradientGrid grid(objective, rectangle, cellsFor(objective), stop);
    const Rectangle part = closer(rectangle, grid);
    if (!(part == rectangle)) return stationaryPlaces(objective, part, stop);
    Found found(objective, rectangle, grid.scale());
    const double most = characters / static_cast<double>(objective.effort());
    std::int64_t evaluations = 0;
    for (const Point& start : grid.starts()) {
        if (stop.stop_requested() || static_cast<double>(evaluations) > most) break;
        const auto root = rootNear(objective, grid.scale(), start, reach, evaluations);
        if (root) found.add(*root, evaluations);
    }
    std::vector<StationaryPlace> places = found.all();
    for (StationaryPlace& place : places) place = told(objective, place);
    std::ranges::sort(places, isBefore);
    return places;
}

namespace {

/// Straight down to a valley floor, in the directions that are curved: Newton's own steps slide
/// along it.
Point acrossFrom(const descent::Objective& objective, const Point& at) {
    constexpr int most = 20;
    constexpr double curved = 1e-4;  // of the largest curvature
    Point now = at;
    for (int i = 0; i < most; ++i) {
        const auto axes = principalOf(objective.hessian(now));
        if (!axes) return at;
        const Point slope = objective.gradient(now);
        Point next = now;
        for (std::size_t axis = 0; axis < axes->directions.size(); ++axis) {
            const double curvature = axes->curvatures[axis];
            if (std::abs(curvature) > curved * largest(axes->curvatures))
                next = moved(next, axes->directions[axis],
                             -along(axes->directions[axis], slope) / curvature);
        }
        if (!(descent::norm(objective.gradient(next)) < descent::norm(slope))) break;
        now = next;
    }
    return now;
}

}  // namespace

std::optional<StationaryPlace> stationaryPlaceNear(const descent::Objective& objective,
                                                   const Point& at) {
    Scale scale{at};
    for (double& length : scale.sides) length = usualSideAt(length);
    std::int64_t evaluations = 0;
    const auto placeFrom = [&](const Point& start) {
        const auto root = rootNear(objective, scale, start, reach, evaluations);
        return root ? placeAt(objective, scale, *root) : std::nullopt;
    };
    auto place = placeFrom(at);
    if (!place) return std::nullopt;
    if (isFlat(*place)) {
        const auto nearer = placeFrom(acrossFrom(objective, at));
        if (nearer && nearer->kind == place->kind && nearer->isLine == place->isLine &&
            descent::distance(nearer->at, at) < descent::distance(place->at, at))
            place = nearer;
    }
    return told(objective, *place);
}

}  // namespace insight
