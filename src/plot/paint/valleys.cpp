// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/valleys.h"

#include <algorithm>
#include <cmath>

#include "insight/survey.h"
#include "plot/paint/theme.h"

namespace plot {

namespace {

QColor numbered(std::size_t place) {
    const auto& colours = Theme::basins();
    return colours[place % colours.size()];
}

}  // namespace

void Valleys::add(const std::vector<insight::StationaryPoint>& points,
                  descent::Direction direction) {
    for (const insight::StationaryPoint& point : points) {
        const bool wanted = point.kind == insight::sought(direction);
        if (wanted && find(point.x) == m_places.size()) m_places.push_back(point.x);
    }
}

QColor Valleys::colourOf(const insight::StationaryPoint& point) const {
    return numbered(find(point.x));
}

std::vector<QColor> Valleys::coloursOf(const insight::BasinMap& basins) const {
    std::vector<QColor> colours;
    std::size_t next = m_places.size();
    for (const double rest : basins.rests) {
        const std::size_t place = find(rest);
        colours.push_back(numbered(place < m_places.size() ? place : next++));
    }
    return colours;
}

std::size_t Valleys::find(double x) const {
    constexpr double same = 1e-6;  // more than the places of points and of ends may err
    const auto distance = [x](double place) { return std::abs(place - x); };
    const auto nearest = std::ranges::min_element(m_places, {}, distance);
    const bool found =
        nearest != m_places.end() && distance(*nearest) <= same * std::max(1.0, std::abs(x));
    return static_cast<std::size_t>((found ? nearest : m_places.end()) - m_places.begin());
}

}  // namespace plot
