// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/heightscale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plot {

namespace {

/// Sorting more would take longer and tell no more.
constexpr std::size_t enough = 20'000;

insight::Range extentOf(std::span<const double> heights) {
    insight::Range extent{1, 0};
    for (const double height : heights) {
        if (!std::isfinite(height)) continue;
        const bool isFirst = extent.low > extent.high;
        extent = isFirst ? insight::Range{height, height} : insight::widened(extent, height);
    }
    return extent;
}

/// Some of the finite ones, evenly spread, ascending.
std::vector<double> sorted(std::span<const double> heights) {
    // No multiple of what the number of columns is likely to be one of.
    const std::size_t stride = (heights.size() / enough) | 1;
    std::vector<double> some;
    some.reserve(heights.size() / stride + 1);
    for (std::size_t i = 0; i < heights.size(); i += stride) {
        if (std::isfinite(heights[i])) some.push_back(heights[i]);
    }
    std::ranges::sort(some);
    return some;
}

double between(double low, double high, double part) {
    return std::isfinite(high - low) ? low + part * (high - low) : (1 - part) * low + part * high;
}

/// The multiple of the largest of 1, 2 or 5 times a power of ten below `finest` that is nearest.
double rounded(double value, double finest) {
    const double power = std::pow(10, std::floor(std::log10(finest)));
    const double times = finest / power;
    const double step = power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    const double steps = std::round(value / step);
    if (!std::isfinite(steps) || std::abs(steps) > 1e15) return value;
    // As its decimal text reads: 3 times 0.1 is not 0.3.
    return step >= 1 ? steps * step : steps / std::round(1 / step);
}

}  // namespace

HeightScale::HeightScale(std::span<const double> heights) : m_extent(extentOf(heights)) {
    if (isEmpty()) return;
    std::vector<double> some = sorted(heights);
    if (some.empty()) some = {m_extent.low, m_extent.high};
    some.front() = m_extent.low;
    some.back() = m_extent.high;
    for (std::size_t i = 0; i <= shades; ++i) {
        const double part = static_cast<double>(i) / shades;
        const double rank = part * part * static_cast<double>(some.size() - 1);
        const auto lower = static_cast<std::size_t>(rank);
        const std::size_t upper = std::min(lower + 1, some.size() - 1);
        m_heights[i] = between(some[lower], some[upper], rank - static_cast<double>(lower));
    }
}

double HeightScale::part(double height) const {
    if (std::isnan(height)) return height;
    if (isLevel()) return 0.5;
    if (height <= m_extent.low) return 0;
    if (height >= m_extent.high) return 1;
    const auto above = std::ranges::upper_bound(m_heights, height) - m_heights.begin();
    const auto index = static_cast<std::size_t>(above) - 1;
    const double low = m_heights[index];
    const double high = m_heights[index + 1];
    const double within = (height / 2 - low / 2) / (high / 2 - low / 2);
    return (static_cast<double>(index) + within) / shades;
}

double HeightScale::height(double part) const {
    const double place = std::clamp(part, 0.0, 1.0) * shades;
    const std::size_t index = std::min(static_cast<std::size_t>(place), shades - 1);
    return between(m_heights[index], m_heights[index + 1], place - static_cast<double>(index));
}

double HeightScale::toldHeight(double part) const {
    constexpr double finest = 0.01;
    const double here = height(part);
    double gap = std::numeric_limits<double>::infinity();
    for (const double other : {0.0, 0.5, 1.0}) {
        const double way = std::abs(height(other) - here);
        if (other != part && way > 0) gap = std::min(gap, way);
    }
    return std::isfinite(gap) ? rounded(here, finest * gap) : here;
}

std::vector<double> HeightScale::levels(int count) const {
    std::vector<double> levels;
    if (isEmpty() || isLevel()) return levels;
    const double step = 1.0 / (count + 1);
    for (int i = 1; i <= count; ++i) {
        const double here = height(i * step);
        const double gap = std::min(here - height((i - 1) * step), height((i + 1) * step) - here);
        const double level = gap > 0 ? rounded(here, gap / 2) : here;
        const bool isIn = m_extent.low < level && level < m_extent.high;
        if (isIn && (levels.empty() || level > levels.back())) levels.push_back(level);
    }
    return levels;
}

std::size_t HeightScale::shade(double height, std::size_t near) const {
    if (isLevel()) return shades / 2;
    std::size_t shade = std::min(near, shades - 1);
    while (shade > 0 && height < m_heights[shade]) --shade;
    while (shade + 1 < shades && height >= m_heights[shade + 1]) ++shade;
    return shade;
}

}  // namespace plot
