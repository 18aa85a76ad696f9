// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "descent/objective.h"
#include "insight/plane/heights.h"
#include "plot/shape/heightscale.h"
#include "plot/surface/projection.h"
#include "plot/surface/rise.h"

namespace plot {

/// A surface in its box: two triangles in each cell of the lattice of its heights. Nodes beside the
/// edge of a hole can lie on it, a little off their places in the lattice. Where f has no value,
/// and where it leaps past the box from below to above, as at the pole of 1/x, there are none.
class Mesh {
public:
    struct Node {
        float height = 0;   ///< in the box; NaN where there is none
        float part = 0;     ///< of the scale of colours
        float risingX = 0;  ///< of the height along both sides of the box
        float risingY = 0;
        float x = 0;  ///< where it lies on the floor of the box
        float y = 0;
    };
    /// Nodes by their places.
    using Triangle = std::array<std::size_t, 3>;

    Mesh() = default;
    /// `edges` gives holes edges that are as smooth as f's domain; without it they have steps.
    Mesh(const insight::Heights& heights, const HeightScale& scale, const Rise& rise,
         const descent::Objective* edges = nullptr);

    bool isEmpty() const { return m_nodes.empty(); }
    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    const std::vector<Node>& nodes() const { return m_nodes; }

    /// Those of the cell whose lower left node is this one, with heights at all corners.
    std::array<Triangle, 2> triangles(std::size_t node) const;
    /// Whether it is part of the surface, of which a part may lie beyond the box.
    bool isThere(const Triangle& triangle) const;

    /// The surface over a place of the box's floor, kept within the box. NaN without one.
    double heightAt(double x, double y) const;
    /// How it rises there along both sides.
    std::array<double, 2> risingAt(double x, double y) const;

private:
    std::size_t placeOf(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column);
    }
    double rising(std::size_t before, std::size_t here, std::size_t after, int intervals) const;
    void measureRising();
    void moveToEdges(const insight::Lattice& lattice, const HeightScale& scale, const Rise& rise,
                     const descent::Objective& objective);

    int m_columns = 0;
    int m_rows = 0;
    std::vector<Node> m_nodes;  ///< row by row from below
};

}  // namespace plot
