// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stop_token>
#include <vector>

#include "descent/objective.h"
#include "formula/batch.h"
#include "insight/plane/newton.h"
#include "insight/plane/slice.h"

namespace insight {

/// The gradient of a function of two variables on the corners of cells that fill a rectangle.
class GradientGrid {
public:
    /// With that many cells along each side; some are missing when asked to stop.
    GradientGrid(const descent::Objective& objective, const Rectangle& rectangle, std::size_t cells,
                 const std::stop_token& stop);

    /// Of a cell.
    const Scale& scale() const { return m_scale; }
    /// Where a search for a zero may begin: the middles of the cells in which both partial
    /// derivatives change their sign or are 0, and the corners around which the gradient is nowhere
    /// smaller.
    std::vector<descent::Point> starts() const;

private:
    /// From a column of a row on, as many as go at once.
    void evaluate(formula::Batch& batch, const descent::Objective& objective, std::size_t column,
                  std::size_t row);
    descent::Point place(double column, double row) const;
    const descent::Point& slope(std::size_t column, std::size_t row) const {
        return m_slopes[row * (m_cells + 1) + column];
    }
    double steepness(std::size_t column, std::size_t row) const {
        return m_steepnesses[row * (m_cells + 1) + column];
    }
    bool mayVanishIn(std::size_t column, std::size_t row) const;
    /// Whether the gradient is 0 at all these corners.
    bool isPlain(std::size_t left, std::size_t low, std::size_t right, std::size_t high) const;
    bool isLowest(std::size_t column, std::size_t row) const;

    Rectangle m_rectangle;
    std::size_t m_cells;
    Scale m_scale;
    std::vector<descent::Point> m_slopes;  ///< row by row
    std::vector<double> m_steepnesses;     ///< for steps of one side
};

}  // namespace insight
