// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <span>
#include <vector>

namespace plot {

/// Values at the nodes of a grid, row by row from below, each from the left.
struct Grid {
    std::span<const double> values;
    int columns = 0;
    int rows = 0;
};

/// A line along which what the grid samples has one value.
struct Contour {
    double level = 0;
    /// In columns and rows of the grid. What is higher lies to the left, as one walks along it; a
    /// closed one ends where it begins.
    std::vector<QPointF> points;

    bool isClosed() const { return points.size() > 2 && points.front() == points.back(); }
};

/// The contours of these levels, which ascend, each as long as it can be. Straight within a cell
/// of the grid, between places on its edges where the value, linear there, is that of the level. In
/// a cell with a saddle the mean of its corners tells which of them belong together. Cells with a
/// corner that is not finite have none. Lorensen and Cline, Marching cubes, 1987, in the plane.
std::vector<Contour> contours(const Grid& grid, std::span<const double> levels);

}  // namespace plot
