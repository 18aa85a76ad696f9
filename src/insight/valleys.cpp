// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/valleys.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "insight/survey.h"

namespace insight {

namespace {

/// More than the places of points and of ends may err.
double slackAt(double x) {
    return 1e-6 * std::max(1.0, std::abs(x));
}

/// Where the place at x is, of those within `slack` the nearest; -1 when it is none.
std::ptrdiff_t find(const std::vector<double>& places, double x, double slack) {
    const auto distance = [x](double place) { return std::abs(place - x); };
    const auto nearest = std::ranges::min_element(places, {}, distance);
    const bool found = nearest != places.end() && distance(*nearest) <= slack;
    return found ? nearest - places.begin() : -1;
}

/// The rank of the first of some places, if the last at 0 or left of it has the rank 0.
std::ptrdiff_t firstRank(const std::vector<double>& places) {
    return places.begin() - std::ranges::upper_bound(places, slackAt(0)) + 1;
}

std::size_t hueOfRank(std::ptrdiff_t rank) {
    constexpr std::ptrdiff_t count = Valleys::hues;
    return static_cast<std::size_t>((rank % count + count) % count);
}

}  // namespace

void Valleys::add(const std::vector<StationaryPoint>& points, descent::Direction direction) {
    std::vector<double> found;
    for (const StationaryPoint& point : points) {
        if (point.kind == sought(direction) && !isLimit(point.shape)) found.push_back(point.x);
    }
    if (found.empty()) return;
    const double low = found.front() - slackAt(found.front());
    const double high = found.back() + slackAt(found.back());
    const auto after = m_places.erase(std::ranges::lower_bound(m_places, low),
                                      std::ranges::upper_bound(m_places, high));
    m_places.insert(after, found.begin(), found.end());
}

std::size_t Valleys::hueOf(const StationaryPoint& point) const {
    const auto place = find(m_places, point.x, slackAt(point.x));
    return place < 0 ? 0 : hueOfRank(firstRank(m_places) + place);
}

std::vector<std::size_t> Valleys::huesOf(const BasinMap& basins) const {
    const std::vector<double>& rests = basins.rests;
    const std::vector<double>& places = m_places.empty() ? rests : m_places;
    const std::ptrdiff_t first = firstRank(places);
    std::vector<std::ptrdiff_t> known;
    for (const double rest : rests) known.push_back(find(places, rest, slackAt(rest)));
    std::ptrdiff_t left = 0;   // rests left of all known places
    std::ptrdiff_t right = 0;  // and right of them
    for (std::size_t i = 0; i < rests.size(); ++i) {
        left += known[i] < 0 && rests[i] < places.front();
        right += known[i] < 0 && rests[i] > places.back();
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < rests.size(); ++i) {
        const auto nth = static_cast<std::ptrdiff_t>(i);
        const auto beyond = nth - (std::ssize(rests) - right);
        if (known[i] >= 0) {
            found.push_back(hueOfRank(first + known[i]));
        } else if (nth < left) {
            found.push_back(hueOfRank(first + nth - left));
        } else if (beyond >= 0) {
            found.push_back(hueOfRank(first + std::ssize(places) + beyond));
        } else {
            const auto next = std::ranges::upper_bound(places, rests[i]) - places.begin();
            const std::size_t hue = hueOfRank(first + next + 2);
            const bool taken = !found.empty() && found.back() == hue;
            found.push_back(taken ? hueOfRank(first + next + 3) : hue);
        }
    }
    return found;
}

}  // namespace insight
