// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/basinimage.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plot {

namespace {

/// Where there is no ground, that of a slide may be light or dark.
QColor opaqueGround(const Theme& theme) {
    return theme.opaque() ? theme.ground : QColor(0xf0f0f0);
}

}  // namespace

BasinColours::BasinColours(const insight::PlaneBasinMap& map, const Theme& theme)
    : m_map(map),
      m_ground(opaqueGround(theme).rgb()),
      m_ink(mixed(opaqueGround(theme), theme.opaque() ? theme.text : QColor(Qt::black), 0.6).rgb()),
      m_soft(mixed(opaqueGround(theme), theme.diverges, 0.35).rgb()),
      m_grey(theme.diverges.rgb()) {
    int least = std::numeric_limits<int>::max();
    int most = 0;
    for (const insight::PlaneFate& fate : map.fates) {
        if (fate.fate != insight::Fate::Settles || fate.goal < 0) continue;
        least = std::min(least, fate.steps);
        most = std::max(most, fate.steps);
    }
    m_least = std::log1p(std::min(least, most));
    m_perShade = (shades - 1) / std::max(1e-9, std::log1p(most) - m_least);
    const QColor ground = opaqueGround(theme);
    for (std::size_t goal = 0; goal < m_full.size(); ++goal) {
        for (std::size_t shade = 0; shade < shades; ++shade) {
            const double part = static_cast<double>(shade) / (shades - 1);
            const QColor& base = theme.goals[goal];
            const QColor lit = part < 0.5 ? mixed(base, Qt::white, 0.24 * (0.5 - part))
                                          : mixed(base, Qt::black, 0.6 * (part - 0.5));
            m_full[goal][shade] = lit.rgb();
            m_pale[goal][shade] = mixed(lit, ground, 0.55).rgb();
        }
    }
}

std::size_t BasinColours::shadeOf(int steps) const {
    const double shade = (std::log1p(steps) - m_least) * m_perShade;
    return static_cast<std::size_t>(std::clamp(shade, 0.0, shades - 1.0));
}

QRgb BasinColours::ofGoal(const insight::PlaneFate& fate, bool pale) const {
    const auto hue = static_cast<std::size_t>(fate.goal) % m_full.size();
    return pale ? m_pale[hue][shades / 2] : m_full[hue][shadeOf(fate.steps)];
}

QRgb BasinColours::of(const insight::PlaneFate& fate, int column, int row) const {
    using enum insight::Fate;
    const auto dots = [&] { return column % 6 < 2 && row % 6 < 2 ? m_ink : m_soft; };
    switch (fate.fate) {
        case Unknown:
            return m_ground;
        case Settles:
        case Approaches:
            if (fate.goal < 0 || !m_map.goals[static_cast<std::size_t>(fate.goal)].isSought)
                return dots();
            return ofGoal(fate, fate.fate == Approaches);
        case Swings:
            return (column + row) % 8 == 0 || (column - row + 8'000'000) % 8 == 0 ? m_ink : m_soft;
        case Moves:
            return (column + row) % 7 < 2 ? m_grey : m_ground;
        case Stalls:
            return dots();
        case Diverges:
            return m_grey;
        case Leaves:
            return qRgba(0, 0, 0, 0);
    }
    Q_UNREACHABLE();
}

QImage basinImage(const insight::PlaneBasinMap& map, const Theme& theme) {
    const BasinColours colours(map, theme);
    const insight::Lattice& lattice = map.lattice;
    const bool isWhole = std::ranges::find(map.fates, insight::Fate::Leaves,
                                           &insight::PlaneFate::fate) == map.fates.end();
    QImage image(lattice.columns, lattice.rows,
                 isWhole ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    const insight::PlaneFate* fate = map.fates.data();
    for (int row = 0; row < lattice.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(lattice.rows - 1 - row));
        for (int column = 0; column < lattice.columns; ++column)
            line[column] = colours.of(*fate++, column, row);
    }
    return image;
}

}  // namespace plot
