// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "plot/look/theme.h"

namespace plot {

/// The colours of a surface by the parts of their scale, and where contours cross it.
class Shades {
public:
    static constexpr std::size_t count = 1024;
    struct Colour {
        float red = 0;  ///< from 0 to 255
        float green = 0;
        float blue = 0;
    };

    Shades() = default;
    struct Level {
        double part = 0;    ///< of the scale
        double height = 0;  ///< in the box
    };
    /// With contours at these levels, at about equal distances on the scale.
    Shades(const Theme& theme, std::span<const Level> levels);

    static std::size_t placeOf(float part) {
        const float at = part * (count - 1) + 0.5F;
        return at > 0 ? std::min(static_cast<std::size_t>(at), count - 1) : 0;
    }
    const Colour& fill(std::size_t place) const { return m_fill[place]; }
    const Colour& ink(std::size_t place) const { return m_ink[place]; }
    /// The height of the contour that is nearest on the scale; far off without any.
    float level(std::size_t place) const { return m_levels[place]; }
    /// How far contours are apart, as a part of the scale.
    float apart() const { return m_apart; }

private:
    std::array<Colour, count> m_fill{};
    std::array<Colour, count> m_ink{};
    std::array<float, count> m_levels{};
    float m_apart = 1;
};

}  // namespace plot
