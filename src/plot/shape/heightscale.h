// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "insight/range.h"

namespace plot {

/// The heights of a landscape by rank, which shows as much of a valley whose walls are a million
/// times as high as of a gentle one, and stays the same when f is replaced by log f: a height is
/// told by the share of the view that lies lower. Of that share the square root is taken, by which
/// a round bowl rises evenly from its middle.
class HeightScale {
public:
    /// Without a finite height it is empty.
    HeightScale() = default;
    explicit HeightScale(std::span<const double> heights);

    bool isEmpty() const { return !(m_extent.low <= m_extent.high); }
    /// From the lowest to the highest finite height.
    insight::Range extent() const { return m_extent; }
    /// Whether all finite heights are the same.
    bool isLevel() const { return m_extent.low == m_extent.high; }

    /// Where a height is on the scale, from 0 to 1: infinite ones at its ends. NaN for NaN.
    double part(double height) const;
    /// The height at a part of the scale from 0 to 1.
    double height(double part) const;

    /// The same as round as a hundredth of the way to the ends and the middle of the scale allows,
    /// for people.
    double toldHeight(double part) const;

    /// Up to so many heights, ascending, at equal distances on the scale, as round as tells each
    /// from the next.
    std::vector<double> levels(int count) const;

    static constexpr std::size_t shades = 256;
    /// Which of so many equal parts of the scale a height is in; `near` is a guess, such as that of
    /// the place beside it, from which it is found fast.
    std::size_t shade(double height, std::size_t near) const;

private:
    insight::Range m_extent{1, 0};
    /// The heights at equal distances on the scale, from the lowest to the highest.
    std::array<double, shades + 1> m_heights{};
};

}  // namespace plot
