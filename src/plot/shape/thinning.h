// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace plot {

/// What a grid of columns can show of many points on a function's graph and of the chords between
/// them: the first point in each column and the first chord between each pair of columns. The
/// columns are `cell` wide around `origin` and grow wider far from it. When there are more than
/// `mostChords` chords, the columns of chords are made wider until they fit. Each has a step, and
/// these never fall: what of the graph has been gone through up to a step is what is kept of it.
class Thinning {
public:
    Thinning(double origin, double cell, std::size_t mostChords);

    /// Coordinates must be finite.
    void addPoint(QPointF point, std::size_t step = 0);
    void addChord(const QLineF& chord, std::size_t step = 0);

    const std::vector<QPointF>& points() const { return m_points; }
    const std::vector<QLineF>& chords() const { return m_chords; }
    const std::vector<std::size_t>& pointSteps() const { return m_pointSteps; }
    const std::vector<std::size_t>& chordSteps() const { return m_chordSteps; }

    /// How many columns on either side of the origin are `cell` wide.
    static constexpr double evenColumns = 8192;

private:
    std::int32_t column(double x, double cell) const;
    std::uint64_t pair(const QLineF& chord) const;
    void coarsen();

    double m_origin;
    double m_pointCell;
    double m_chordCell;
    std::size_t m_mostChords;
    std::uint64_t m_lastPair = 0;
    std::unordered_set<std::int32_t> m_columns;
    std::unordered_set<std::uint64_t> m_pairs;
    std::vector<QPointF> m_points;
    std::vector<QLineF> m_chords;
    std::vector<std::size_t> m_pointSteps;
    std::vector<std::size_t> m_chordSteps;
};

}  // namespace plot
