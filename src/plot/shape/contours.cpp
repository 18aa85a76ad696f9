// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/contours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace plot {

namespace {

/// An edge of the grid: twice its left or lower node, and one more for an edge that goes up.
using Edge = std::uint32_t;
constexpr Edge none = std::numeric_limits<Edge>::max();

/// A piece of contour through a cell.
struct Piece {
    Edge from;
    Edge to;
};

/// Of a cell.
enum Side : std::uint8_t { Bottom, Right, Top, Left };

struct Crossing {
    Side from;
    Side to;
};

/// By which corners are higher than the level: 1 lower left, 2 lower right, 4 upper right, 8 upper
/// left. Those with a saddle are 5 and 10, where the middle is higher.
constexpr std::array<std::array<Crossing, 2>, 16> crossings{{{},
                                                             {{{Bottom, Left}}},
                                                             {{{Right, Bottom}}},
                                                             {{{Right, Left}}},
                                                             {{{Top, Right}}},
                                                             {{{Bottom, Right}, {Top, Left}}},
                                                             {{{Top, Bottom}}},
                                                             {{{Top, Left}}},
                                                             {{{Left, Top}}},
                                                             {{{Bottom, Top}}},
                                                             {{{Left, Bottom}, {Right, Top}}},
                                                             {{{Right, Top}}},
                                                             {{{Left, Right}}},
                                                             {{{Bottom, Right}}},
                                                             {{{Left, Bottom}}},
                                                             {}}};
/// The same where the middle is lower.
constexpr std::array<Crossing, 2> apartAt5{{{Bottom, Left}, {Top, Right}}};
constexpr std::array<Crossing, 2> apartAt10{{{Right, Bottom}, {Left, Top}}};

/// How far on the way from one value to another a level lies between them.
double partTo(double level, double from, double to) {
    const double part = (level - from) / (to - from);
    if (std::isfinite(to - from)) return part;
    return (level / 2 - from / 2) / (to / 2 - from / 2);
}

class Tracer {
public:
    Tracer(const Grid& grid, std::span<const double> levels)
        : m_grid(grid), m_levels(levels), m_pieces(levels.size()) {
        rank();
        for (int row = 0; row + 1 < grid.rows; ++row) {
            for (int column = 0; column + 1 < grid.columns; ++column) cross(nodeAt(column, row));
        }
    }

    std::vector<Contour> traced() {
        m_next.assign(2 * m_grid.values.size(), none);
        m_entered.assign(m_next.size(), false);
        for (std::size_t i = 0; i < m_levels.size(); ++i) chain(i);
        return std::move(m_contours);
    }

private:
    static constexpr std::uint16_t unknown = std::numeric_limits<std::uint16_t>::max();

    std::size_t nodeAt(int column, int row) const {
        return static_cast<std::size_t>(row) * width() + static_cast<std::size_t>(column);
    }
    std::size_t width() const { return static_cast<std::size_t>(m_grid.columns); }

    /// How many levels each node is higher than, which mostly are as many as at the one before.
    void rank() {
        m_above.reserve(m_grid.values.size());
        std::size_t lower = 0;
        for (const double value : m_grid.values) {
            if (std::isfinite(value)) {
                while (lower > 0 && value <= m_levels[lower - 1]) --lower;
                while (lower < m_levels.size() && value > m_levels[lower]) ++lower;
            }
            m_above.push_back(std::isfinite(value) ? static_cast<std::uint16_t>(lower) : unknown);
        }
    }

    /// Adds the pieces in the cell whose lower left corner is this node.
    void cross(std::size_t node) {
        const std::array corners{node, node + 1, node + 1 + width(), node + width()};
        const std::array above{m_above[corners[0]], m_above[corners[1]], m_above[corners[2]],
                               m_above[corners[3]]};
        const auto [least, most] = std::minmax({above[0], above[1], above[2], above[3]});
        if (least == most || most == unknown) return;
        for (std::size_t level = least; level < most; ++level) {
            unsigned code = 0;
            for (unsigned corner = 0; corner < 4; ++corner)
                code |= (above[corner] > level ? 1U : 0U) << corner;
            for (const Crossing& crossing : crossingsOf(code, corners, m_levels[level])) {
                if (crossing.from != crossing.to)
                    m_pieces[level].push_back(
                        {edgeOf(node, crossing.from), edgeOf(node, crossing.to)});
            }
        }
    }

    const std::array<Crossing, 2>& crossingsOf(unsigned code,
                                               const std::array<std::size_t, 4>& corners,
                                               double level) const {
        if (code != 5 && code != 10) return crossings[code];
        double mean = 0;
        for (const std::size_t corner : corners) mean += m_grid.values[corner] / 4;
        if (mean > level) return crossings[code];
        return code == 5 ? apartAt5 : apartAt10;
    }

    Edge edgeOf(std::size_t node, Side side) const {
        const auto level = [](std::size_t from) { return static_cast<Edge>(2 * from); };
        switch (side) {
            case Bottom:
                return level(node);
            case Right:
                return level(node + 1) + 1;
            case Top:
                return level(node + width());
            case Left:
                break;
        }
        return level(node) + 1;
    }

    QPointF crossed(Edge edge, double level) const {
        const std::size_t node = edge / 2;
        const bool upright = edge % 2 == 1;
        const double part =
            partTo(level, m_grid.values[node], m_grid.values[upright ? node + width() : node + 1]);
        const auto column = static_cast<double>(node % width());
        const auto row = static_cast<double>(node / width());
        return upright ? QPointF(column, row + part) : QPointF(column + part, row);
    }

    /// No two pieces of a level begin at an edge, and no two end there.
    void chain(std::size_t index) {
        const std::vector<Piece>& pieces = m_pieces[index];
        for (const Piece& piece : pieces) {
            m_next[piece.from] = piece.to;
            m_entered[piece.to] = true;
        }
        for (const Piece& piece : pieces) {
            if (!m_entered[piece.from]) follow(piece.from, m_levels[index]);
        }
        for (const Piece& piece : pieces) follow(piece.from, m_levels[index]);
        for (const Piece& piece : pieces) m_entered[piece.to] = false;
    }

    /// To its end, or once round.
    void follow(Edge edge, double level) {
        if (m_next[edge] == none) return;
        Contour& contour = m_contours.emplace_back(Contour{level, {crossed(edge, level)}});
        while (m_next[edge] != none) {
            edge = std::exchange(m_next[edge], none);
            contour.points.push_back(crossed(edge, level));
        }
    }

    Grid m_grid;
    std::span<const double> m_levels;
    std::vector<std::uint16_t> m_above;        ///< of each node, see rank()
    std::vector<std::vector<Piece>> m_pieces;  ///< of each level
    std::vector<Edge> m_next;                  ///< by the edge where a piece begins, where it ends
    std::vector<bool> m_entered;               ///< edges where a piece ends
    std::vector<Contour> m_contours;
};

}  // namespace

std::vector<Contour> contours(const Grid& grid, std::span<const double> levels) {
    if (grid.columns < 2 || grid.rows < 2 || levels.empty()) return {};
    return Tracer(grid, levels).traced();
}

}  // namespace plot
