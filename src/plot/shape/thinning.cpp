// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/thinning.h"

#include <cmath>

namespace plot {

Thinning::Thinning(double origin, double cell, std::size_t mostChords)
    : m_origin(origin), m_pointCell(cell), m_chordCell(cell), m_mostChords(mostChords) {}

void Thinning::addPoint(QPointF point, std::size_t step) {
    if (!m_columns.insert(column(point.x(), m_pointCell)).second) return;
    m_points.push_back(point);
    m_pointSteps.push_back(step);
}

void Thinning::addChord(const QLineF& chord, std::size_t step) {
    const std::uint64_t key = pair(chord);
    // Slow runs stay in a pair of columns for long.
    if (key == m_lastPair && !m_chords.empty()) return;
    m_lastPair = key;
    if (!m_pairs.insert(key).second) return;
    m_chords.push_back(chord);
    m_chordSteps.push_back(step);
    while (m_chords.size() > m_mostChords) coarsen();
}

std::int32_t Thinning::column(double x, double cell) const {
    const double cells = (x - m_origin) / cell;
    if (std::abs(cells) < evenColumns) return static_cast<std::int32_t>(std::floor(cells));
    const double far = evenColumns * (1 + std::log(std::abs(cells) / evenColumns));
    return static_cast<std::int32_t>(std::copysign(std::min(far, 1e9), cells));
}

std::uint64_t Thinning::pair(const QLineF& chord) const {
    const auto from = static_cast<std::uint32_t>(column(chord.x1(), m_chordCell));
    const auto to = static_cast<std::uint32_t>(column(chord.x2(), m_chordCell));
    return std::uint64_t{from} << 32 | to;
}

void Thinning::coarsen() {
    m_chordCell *= 2;
    m_pairs.clear();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_chords.size(); ++i) {
        if (!m_pairs.insert(pair(m_chords[i])).second) continue;
        m_chords[kept] = m_chords[i];
        m_chordSteps[kept++] = m_chordSteps[i];
    }
    m_chords.resize(kept);
    m_chordSteps.resize(kept);
    m_lastPair = pair(m_chords.back());
}

}  // namespace plot
