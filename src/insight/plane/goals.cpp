// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/goals.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "insight/plane/rates.h"
#include "insight/plane/survey.h"

namespace insight {

namespace {

constexpr double fineParts = 10'000;  ///< of a side of the rectangle: less than a pixel
constexpr double nearParts = 1000;
constexpr double coarseParts = 50;
constexpr std::size_t mostWitnesses = 4;  ///< in a coarse cell

/// Through the middle of what is near.
descent::Point between(const descent::Point& one, const descent::Point& other, double part) {
    descent::Point at = one;
    for (std::size_t i = 0; i < at.size(); ++i) at[i] += part * (other[i] - one[i]);
    return at;
}

}  // namespace

Goals::Goals(const Rectangle& area, const descent::Settings& settings,
             const std::vector<StationaryPlace>& known)
    : m_area(area), m_direction(settings.direction), m_tolerance(settings.tolerance) {
    for (const StationaryPlace& place : known) {
        if (isSought(place, m_direction)) static_cast<void>(numberOf(place, m_direction));
    }
    m_known = m_goals.size();
}

std::optional<std::int16_t> Goals::at(const descent::Objective& objective,
                                      const descent::Point& end) {
    const Cell fine = cell(end, fineParts);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_fine.find(fine); known != m_fine.end()) return known->second;
    }
    auto number = beside(objective, end);
    const bool isNew = !number;
    const auto place = isNew ? stationaryPlaceNear(objective, end) : std::nullopt;
    const std::lock_guard lock(m_mutex);
    if (isNew) number = numberOf(place, m_direction);
    if (!number) return std::nullopt;
    m_fine.emplace(fine, *number);
    std::vector<Witness>& witnesses = m_coarse[cell(end, coarseParts)];
    if (isNew && witnesses.size() < mostWitnesses) witnesses.push_back({end, *number});
    return number;
}

std::optional<Goals::Near> Goals::near(const descent::Objective& objective,
                                       const descent::Point& from) {
    const Cell here = cell(from, nearParts);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_near.find(here); known != m_near.end()) return known->second;
    }
    const auto place = stationaryPlaceNear(objective, from);
    const std::lock_guard lock(m_mutex);
    std::optional<Near> near;
    if (place && isSought(*place, m_direction)) {
        if (const auto number = numberOf(place, m_direction)) near = Near{*number, place->at};
    }
    m_near.emplace(here, near);
    return near;
}

/// The goal of an end nearby from which level ground leads here.
std::optional<std::int16_t> Goals::beside(const descent::Objective& objective,
                                          const descent::Point& end) const {
    std::vector<Witness> witnesses;
    {
        const std::lock_guard lock(m_mutex);
        const auto near = m_coarse.find(cell(end, coarseParts));
        if (near != m_coarse.end()) witnesses = near->second;
    }
    for (const Witness& witness : witnesses) {
        if (isLevelBetween(objective, end, witness.at)) return witness.goal;
    }
    return std::nullopt;
}

/// Of all coordinates, so that slices through other places are told apart.
Goals::Cell Goals::cell(const descent::Point& at, double parts) const {
    const double grain = std::max(m_area.across.width(), m_area.up.width()) / parts;
    Cell hash = 0;
    for (const double coordinate : at) {
        const double place = std::clamp(std::floor(coordinate / grain), -9e18, 9e18);
        hash = (hash ^ static_cast<Cell>(static_cast<std::int64_t>(place))) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 32;
    }
    return hash;
}

bool Goals::isLevelBetween(const descent::Objective& objective, const descent::Point& one,
                           const descent::Point& other) const {
    for (const double part : {0.5, 0.25, 0.75}) {
        if (!(descent::norm(objective.gradient(between(one, other, part))) < m_tolerance))
            return false;
    }
    return true;
}

bool Goals::isSame(const StationaryPlace& one, const StationaryPlace& other) const {
    constexpr double near = 1e-6;  // as they are found
    const double side = std::max(m_area.across.width(), m_area.up.width());
    if (one.isLine && other.isLine) {
        const double size = std::max({1.0, std::abs(one.value), std::abs(other.value)});
        return std::abs(one.value - other.value) <= near * size;
    }
    return descent::distance(one.at, other.at) <= near * std::max(side, descent::norm(one.at));
}

std::optional<std::int16_t> Goals::numberOf(const std::optional<StationaryPlace>& place,
                                            descent::Direction direction) {
    const auto known = std::ranges::find_if(m_goals, [&](const Goal& goal) {
        return goal.place && place ? isSame(*goal.place, *place)
                                   : goal.place.has_value() == place.has_value();
    });
    if (known != m_goals.end()) return static_cast<std::int16_t>(known - m_goals.begin());
    if (m_goals.size() == most) return std::nullopt;
    m_goals.push_back({place, place && isSought(*place, direction)});
    return static_cast<std::int16_t>(m_goals.size() - 1);
}

Goals::Sorted Goals::sorted() const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::int16_t> numbers(m_goals.size());
    std::iota(numbers.begin(), numbers.end(), std::int16_t(0));
    const auto key = [this](std::int16_t number) {
        const auto& place = m_goals[static_cast<std::size_t>(number)].place;
        return place ? std::tuple(0, place->at[0], place->at[1]) : std::tuple(1, 0.0, 0.0);
    };
    std::sort(numbers.begin() + static_cast<std::ptrdiff_t>(m_known), numbers.end(),
              [&](std::int16_t one, std::int16_t other) { return key(one) < key(other); });
    Sorted sorted{{}, std::vector<std::int16_t>(numbers.size())};
    for (const std::int16_t number : numbers) {
        sorted.order[static_cast<std::size_t>(number)] =
            static_cast<std::int16_t>(sorted.goals.size());
        sorted.goals.push_back(m_goals[static_cast<std::size_t>(number)]);
    }
    return sorted;
}

}  // namespace insight
