// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/nodeorder.h"

#include <algorithm>
#include <array>

namespace insight {

namespace {

constexpr std::array strides{16, 8, 4, 2, 1};

std::size_t upTo(int nodes, int stride) {
    return static_cast<std::size_t>((nodes - 1) / stride + 1);
}

}  // namespace

std::optional<std::size_t> NodesByStrips::next(Part& part) {
    while (part.step == 0 || part.column >= m_lattice.columns) {
        if (!take(part)) return std::nullopt;
    }
    const auto node =
        static_cast<std::size_t>(part.row) * static_cast<std::size_t>(m_lattice.columns) +
        static_cast<std::size_t>(part.column);
    part.column += part.step;
    return node;
}

/// A row of the nodes that a stride adds to those before.
bool NodesByStrips::take(Part& part) {
    std::size_t place = m_strips.fetch_add(1, std::memory_order_relaxed);
    for (const int stride : strides) {
        const std::size_t rows = upTo(m_lattice.rows, stride);
        if (place >= rows) {
            place -= rows;
            continue;
        }
        const int row = static_cast<int>(place) * stride;
        const bool isKnown = stride != strides.front() && row % (2 * stride) == 0;
        part = {stride, row, isKnown ? stride : 0, isKnown ? 2 * stride : stride};
        return true;
    }
    part.step = 0;
    return false;
}

std::size_t NodesByStrips::coarse() const {
    return upTo(m_lattice.columns, strides.front()) * upTo(m_lattice.rows, strides.front());
}

bool NodesByStrips::isCoarse(std::size_t node) const {
    return column(node) % strides.front() == 0 && row(node) % strides.front() == 0;
}

void fillIn(PlaneBasinMap& map) {
    if (map.isComplete()) return;
    const Lattice& lattice = map.lattice;
    const auto nearest = [](int place, int stride, int count) {
        const int up = (place + stride / 2) / stride * stride;
        return up < count ? up : place / stride * stride;
    };
    PlaneFate* fate = map.fates.data();
    for (int row = 0; row < lattice.rows; ++row) {
        for (int column = 0; column < lattice.columns; ++column, ++fate) {
            for (std::size_t i = strides.size() - 1; fate->fate == Fate::Unknown && i-- > 0;) {
                const PlaneFate& coarser = map.at(nearest(column, strides[i], lattice.columns),
                                                  nearest(row, strides[i], lattice.rows));
                *fate = coarser;
            }
        }
    }
}

}  // namespace insight
