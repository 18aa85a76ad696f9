// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>

#include "insight/plane/planebasins.h"

namespace insight {

/// The nodes of a lattice, each once, in an order that soon covers them all: every 16th of every
/// 16th row first, then every 8th, down to the rest. Several threads may take parts of it.
class NodesByStrips {
public:
    explicit NodesByStrips(const Lattice& lattice) : m_lattice(lattice) {}

    /// What one thread has taken and not yet used.
    struct Part {
        int stride = 1;
        int row = 0;
        int column = 0;
        int step = 0;  ///< from column to column; 0 where it is used up
    };
    /// The next node; nothing when all have been handed out.
    std::optional<std::size_t> next(Part& part);
    descent::Point at(std::size_t node) const { return m_lattice.at(column(node), row(node)); }

    /// How many are the first, and whether a node is one of them.
    std::size_t coarse() const;
    bool isCoarse(std::size_t node) const;

private:
    bool take(Part& part);
    int column(std::size_t node) const {
        return static_cast<int>(node % static_cast<std::size_t>(m_lattice.columns));
    }
    int row(std::size_t node) const {
        return static_cast<int>(node / static_cast<std::size_t>(m_lattice.columns));
    }

    Lattice m_lattice;
    std::atomic<std::size_t> m_strips = 0;  ///< handed out
};

/// Gives nodes without a fate that of the nearest coarser node that has one.
void fillIn(PlaneBasinMap& map);

}  // namespace insight
