// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

#include "descent/objective.h"
#include "descent/point.h"
#include "formula/batch.h"
#include "formula/valued.h"
#include "insight/plane/slice.h"

namespace insight {

/// Nodes over a rectangle of a slice, evenly spaced from edge to edge.
struct Lattice {
    Slice slice;
    Rectangle area;
    int columns = 2;  ///< at least 2
    int rows = 2;     ///< at least 2

    double x(int column) const { return between(area.across, column, columns); }
    double y(int row) const { return between(area.up, row, rows); }
    descent::Point at(int column, int row) const { return slice.at(x(column), y(row)); }
    std::size_t nodes() const {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    bool operator==(const Lattice&) const = default;

private:
    /// Exact at both ends.
    static double between(Range range, int place, int count) {
        if (place == count - 1) return range.high;
        return range.low + range.width() * (static_cast<double>(place) / (count - 1));
    }
};

/// What a function of several variables is at the nodes of a lattice.
struct Heights {
    Lattice lattice;
    /// f row by row from below, each from the left; NaN where it has no value, infinite at poles.
    std::vector<double> values;

    double at(int column, int row) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(lattice.columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// Scenes share what they show.
using SharedHeights = std::shared_ptr<const Heights>;

/// Measures the heights of a function of several variables, many at a time. Belongs to one thread
/// at a time.
class Altimeter {
public:
    explicit Altimeter(const formula::Valued& function);

    /// f at the nodes of a row, each `stride`th from the column `first` on: each becomes its own
    /// one of `values`, which are those of the whole row.
    void measure(const Lattice& lattice, int row, int first, int stride, double* values);

private:
    formula::Batch m_batch;
};

/// All of them, on the calling thread; without those that are missing when `stop` is requested,
/// which are 0. May throw std::bad_alloc.
Heights heights(const descent::Objective& objective, const Lattice& lattice,
                const std::stop_token& stop = {});

}  // namespace insight
