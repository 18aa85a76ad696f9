// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_set>
#include <vector>

namespace plot {

/// A grid around an origin. Its cells grow wider far from it; without a height they are columns.
struct Cells {
    QPointF origin;
    double width = 1;
    double height = std::numeric_limits<double>::infinity();

    /// Which one a point lies in.
    std::uint64_t at(QPointF point) const;

    /// How many cells on either side of the origin are `width` wide and `height` high.
    static constexpr double even = 8192;
};

/// What is kept of points or of lines: the first in each cell, or from each cell to each. When
/// there are more than `most`, the cells are made larger until they fit. Each has a step, and these
/// never fall: what has been gone through up to a step is what is kept of it.
template <typename Item>
class Sieve {
public:
    Sieve(const Cells& cells, std::size_t most) : m_cells(cells), m_most(most) {}

    /// Coordinates must be finite.
    void add(const Item& item, std::size_t step);

    const std::vector<Item>& items() const { return m_items; }
    const std::vector<std::size_t>& steps() const { return m_steps; }

private:
    struct Key {
        std::uint64_t from;
        std::uint64_t to;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    Key keyOf(const Item& item) const;
    void coarsen();

    Cells m_cells;
    std::size_t m_most;
    Key m_last{};
    std::unordered_set<Key, Hash> m_keys;
    std::vector<Item> m_items;
    std::vector<std::size_t> m_steps;
};

/// What a grid can show of many points and of the lines between them: of a function's graph one of
/// columns, of a path in the plane one of cells.
class Thinning {
public:
    /// Columns, and all points of a graph that they part.
    Thinning(double origin, double cell, std::size_t mostChords)
        : Thinning({{origin, 0}, cell}, std::numeric_limits<std::size_t>::max(), mostChords) {}
    Thinning(const Cells& cells, std::size_t mostPoints, std::size_t mostChords)
        : m_points(cells, mostPoints), m_chords(cells, mostChords) {}

    /// Coordinates must be finite.
    void addPoint(QPointF point, std::size_t step = 0) { m_points.add(point, step); }
    void addChord(const QLineF& chord, std::size_t step = 0) { m_chords.add(chord, step); }

    const std::vector<QPointF>& points() const { return m_points.items(); }
    const std::vector<QLineF>& chords() const { return m_chords.items(); }
    const std::vector<std::size_t>& pointSteps() const { return m_points.steps(); }
    const std::vector<std::size_t>& chordSteps() const { return m_chords.steps(); }

    /// How many columns on either side of the origin are `cell` wide.
    static constexpr double evenColumns = Cells::even;

private:
    Sieve<QPointF> m_points;
    Sieve<QLineF> m_chords;
};

}  // namespace plot
