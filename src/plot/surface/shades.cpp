// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/shades.h"

#include <algorithm>
#include <cmath>

#include "plot/paint/contourlines.h"

namespace plot {

namespace {

Shades::Colour asFloats(const QColor& colour) {
    return {static_cast<float>(colour.red()), static_cast<float>(colour.green()),
            static_cast<float>(colour.blue())};
}

float nearest(std::span<const Shades::Level> levels, double part) {
    constexpr float none = -10;
    if (levels.empty()) return none;
    return static_cast<float>(
        std::ranges::min_element(levels, {}, [part](const Shades::Level& level) {
            return std::abs(level.part - part);
        })->height);
}

}  // namespace

Shades::Shades(const Theme& theme, std::span<const Level> levels)
    : m_apart(1.0F / static_cast<float>(levels.size() + 1)) {
    for (std::size_t place = 0; place < count; ++place) {
        const double part = static_cast<double>(place) / (count - 1);
        m_fill[place] = asFloats(theme.depth(part));
        m_ink[place] = asFloats(contourInk(part, theme));
        m_levels[place] = nearest(levels, part);
    }
}

}  // namespace plot
