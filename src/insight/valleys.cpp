// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/valleys.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "insight/survey.h"

namespace insight {

namespace {

/// More than the places of points and of ends may err.
double slackAt(double x) {
    return 1e-6 * std::max(1.0, std::abs(x));
}

}  // namespace

void Valleys::add(const std::vector<StationaryPoint>& points, descent::Direction direction) {
    std::vector<double> found;
    for (const StationaryPoint& point : points) {
        if (point.kind == sought(direction) && !isLimit(point.shape)) found.push_back(point.x);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        double slack = slackAt(found[i]);
        if (i > 0) slack = std::min(slack, (found[i] - found[i - 1]) / 3);
        if (i + 1 < found.size()) slack = std::min(slack, (found[i + 1] - found[i]) / 3);
        if (find(m_places, found[i], slack) < 0) insert(m_places, found[i]);
    }
}

std::size_t Valleys::hueOf(const StationaryPoint& point) const {
    const auto place = find(m_places, point.x, slackAt(point.x));
    return place < 0 ? 0 : m_places[static_cast<std::size_t>(place)].hue;
}

std::vector<std::size_t> Valleys::huesOf(const BasinMap& basins) const {
    Places places = m_places;
    std::vector<std::size_t> found;
    for (const double rest : basins.rests) {
        auto place = find(places, rest, slackAt(rest));
        if (place < 0) {
            insert(places, rest);
            place = find(places, rest, 0);
        }
        found.push_back(places[static_cast<std::size_t>(place)].hue);
    }
    return found;
}

std::ptrdiff_t Valleys::find(const Places& places, double x, double slack) {
    const auto distance = [x](const Valley& place) { return std::abs(place.x - x); };
    const auto nearest = std::ranges::min_element(places, {}, distance);
    const bool found = nearest != places.end() && distance(*nearest) <= slack;
    return found ? nearest - places.begin() : -1;
}

void Valleys::insert(Places& places, double x) {
    const auto after = std::ranges::upper_bound(places, x, {}, &Valley::x);
    const auto rank = after - places.begin();
    std::vector<std::ptrdiff_t> away(hues, std::numeric_limits<std::ptrdiff_t>::max());
    std::vector<std::size_t> uses(hues);
    for (std::ptrdiff_t i = 0; i < std::ssize(places); ++i) {
        const std::size_t hue = places[static_cast<std::size_t>(i)].hue;
        away[hue] = std::min(away[hue], i < rank ? rank - i : i + 1 - rank);
        ++uses[hue];
    }
    std::size_t best = 0;
    for (std::size_t hue = 1; hue < hues; ++hue) {
        const bool farther = away[hue] > away[best];
        const bool rarer = away[hue] == away[best] && uses[hue] < uses[best];
        if (farther || rarer) best = hue;
    }
    places.insert(after, {x, best});
}

}  // namespace insight
