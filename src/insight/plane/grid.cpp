// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/grid.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "formula/tape.h"

namespace insight {

using descent::Point;
using formula::Tape;

namespace {

Point pointOf(double x, double y) {
    return Point(std::array{x, y});
}

double between(Range range, double part) {
    return range.low + part * range.width();
}

}  // namespace

GradientGrid::GradientGrid(const descent::Objective& objective, const Rectangle& rectangle,
                           std::size_t cells, const std::stop_token& stop)
    : m_rectangle(rectangle),
      m_cells(cells),
      m_scale{pointOf(rectangle.across.width() / static_cast<double>(cells),
                      rectangle.up.width() / static_cast<double>(cells))} {
    m_slopes.reserve((cells + 1) * (cells + 1));
    formula::Batch batch(formula::tapeOfGradient(objective.function()));
    for (std::size_t row = 0; row <= cells && !stop.stop_requested(); ++row) {
        for (std::size_t column = 0; column <= cells; column += Tape::lanes)
            evaluate(batch, objective, column, row);
    }
}

void GradientGrid::evaluate(formula::Batch& batch, const descent::Objective& objective,
                            std::size_t column, std::size_t row) {
    const std::size_t count = std::min(m_cells + 1 - column, Tape::lanes);
    for (std::size_t i = 0; i < count; ++i) {
        const Point at = place(static_cast<double>(column + i), static_cast<double>(row));
        for (const std::size_t axis : {0, 1}) batch.variable(axis)[i] = at[axis];
    }
    batch.evaluate(count);
    for (std::size_t i = 0; i < count; ++i) {
        m_slopes.push_back(
            pointOf(objective.told(batch.result(0)[i]), objective.told(batch.result(1)[i])));
        m_steepnesses.push_back(descent::norm(m_scale.stretched(m_slopes.back())));
    }
}

Point GradientGrid::place(double column, double row) const {
    const auto count = static_cast<double>(m_cells);
    return pointOf(between(m_rectangle.across, column / count),
                   between(m_rectangle.up, row / count));
}

std::vector<Point> GradientGrid::starts() const {
    std::vector<Point> found;
    if (m_slopes.size() < (m_cells + 1) * (m_cells + 1)) return found;
    constexpr double middle = 0.5;
    for (std::size_t row = 0; row <= m_cells; ++row) {
        for (std::size_t column = 0; column <= m_cells; ++column) {
            const auto x = static_cast<double>(column);
            const auto y = static_cast<double>(row);
            const bool isCell = row < m_cells && column < m_cells;
            if (isCell && mayVanishIn(column, row)) found.push_back(place(x + middle, y + middle));
            if (isLowest(column, row)) found.push_back(place(x, y));
        }
    }
    return found;
}

bool GradientGrid::mayVanishIn(std::size_t column, std::size_t row) const {
    if (isPlain(column, row, column + 1, row + 1)) return false;
    const std::array corners = {slope(column, row), slope(column + 1, row), slope(column, row + 1),
                                slope(column + 1, row + 1)};
    for (const std::size_t axis : {0, 1}) {
        const auto by = [axis](const Point& corner) { return corner[axis]; };
        const auto isNone = [](double value) { return std::isnan(value); };
        if (std::ranges::any_of(corners, isNone, by)) return false;
        const auto [low, high] = std::ranges::minmax(corners, {}, by);
        if (low[axis] > 0 || high[axis] < 0) return false;
    }
    return true;
}

bool GradientGrid::isPlain(std::size_t left, std::size_t low, std::size_t right,
                           std::size_t high) const {
    for (std::size_t row = low; row <= high; ++row) {
        for (std::size_t column = left; column <= right; ++column) {
            if (steepness(column, row) != 0) return false;
        }
    }
    return true;
}

bool GradientGrid::isLowest(std::size_t column, std::size_t row) const {
    const double here = steepness(column, row);
    if (!std::isfinite(here)) return false;
    const std::size_t left = column - std::min<std::size_t>(column, 1);
    const std::size_t right = std::min(column + 1, m_cells);
    const std::size_t low = row - std::min<std::size_t>(row, 1);
    const std::size_t high = std::min(row + 1, m_cells);
    for (std::size_t y = low; y <= high; ++y) {
        for (std::size_t x = left; x <= right; ++x) {
            if (steepness(x, y) < here) return false;
        }
    }
    return !isPlain(left, low, right, high);
}

}  // namespace insight
