// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/thinning.h"

#include <algorithm>
#include <cmath>

namespace plot {

namespace {

/// Of cells of this size beside the origin.
std::uint32_t placeOf(double coordinate, double size) {
    const double cells = coordinate / size;
    if (std::abs(cells) < Cells::even)
        return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::floor(cells)));
    const double far = Cells::even * (1 + std::log(std::abs(cells) / Cells::even));
    return static_cast<std::uint32_t>(
        static_cast<std::int32_t>(std::copysign(std::min(far, 1e9), cells)));
}

}  // namespace

std::uint64_t Cells::at(QPointF point) const {
    const QPointF from = point - origin;
    return std::uint64_t{placeOf(from.x(), width)} << 32 | placeOf(from.y(), height);
}

template <>
Sieve<QPointF>::Key Sieve<QPointF>::keyOf(const QPointF& point) const {
    return {m_cells.at(point), 0};
}

template <>
Sieve<QLineF>::Key Sieve<QLineF>::keyOf(const QLineF& line) const {
    return {m_cells.at(line.p1()), m_cells.at(line.p2())};
}

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014: its mixing.
template <typename Item>
std::size_t Sieve<Item>::Hash::operator()(const Key& key) const {
    std::uint64_t mixed = key.from * 0x9e3779b97f4a7c15 + key.to;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return static_cast<std::size_t>(mixed ^ (mixed >> 31));
}

template <typename Item>
void Sieve<Item>::add(const Item& item, std::size_t step) {
    const Key key = keyOf(item);
    // Slow runs stay in a cell for long.
    if (key == m_last && !m_items.empty()) return;
    m_last = key;
    if (!m_keys.insert(key).second) return;
    m_items.push_back(item);
    m_steps.push_back(step);
    while (m_items.size() > m_most) coarsen();
}

template <typename Item>
void Sieve<Item>::coarsen() {
    m_cells.width *= 2;
    m_cells.height *= 2;
    m_keys.clear();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (!m_keys.insert(keyOf(m_items[i])).second) continue;
        m_items[kept] = m_items[i];
        m_steps[kept++] = m_steps[i];
    }
    m_items.resize(kept);
    m_steps.resize(kept);
    m_last = keyOf(m_items.back());
}

template class Sieve<QPointF>;
template class Sieve<QLineF>;

}  // namespace plot
