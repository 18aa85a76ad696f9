// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/glimpse.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

namespace plot {

namespace {

/// How far the function stays away from the values; infinite where it has none.
class Distance {
public:
    Distance(const std::function<double(double)>& function, insight::Range value)
        : m_function(function), m_value(value) {}

    double operator()(double x) const {
        const double value = m_function(x);
        if (std::isnan(value)) return std::numeric_limits<double>::infinity();
        return std::max({m_value.low - value, value - m_value.high, 0.0});
    }

private:
    const std::function<double(double)>& m_function;
    insight::Range m_value;
};

/// Follows a valley of the distance down, by the golden section.
std::optional<double> nearest(const Distance& distance, double low, double high) {
    constexpr double part = 1 / std::numbers::phi;
    constexpr int most = 300;
    double left = high - part * (high - low);
    double right = low + part * (high - low);
    double atLeft = distance(left);
    double atRight = distance(right);
    for (int i = 0; i < most && left < right; ++i) {
        if (atLeft == 0) return left;
        if (atRight == 0) return right;
        if (atLeft < atRight) {
            high = std::exchange(right, left);
            atRight = atLeft;
            left = high - part * (high - low);
            atLeft = distance(left);
        } else {
            low = std::exchange(left, right);
            atLeft = atRight;
            right = low + part * (high - low);
            atRight = distance(right);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<double> glimpse(const std::function<double(double)>& function, insight::Range x,
                              insight::Range value, int intervals, std::span<const double> known) {
    constexpr int mostValleys = 4;
    const Distance distance(function, value);
    for (const double place : known) {
        if (x.contains(place) && distance(place) == 0) return place;
    }
    const auto at = [&](int i) { return x.low + x.width() * i / intervals; };
    std::vector<double> away;
    for (int i = 0; i <= intervals; ++i) away.push_back(distance(at(i)));
    std::vector<int> valleys;
    for (int i = 1; i < intervals; ++i) {
        const auto here = static_cast<std::size_t>(i);
        if (std::isfinite(away[here]) && away[here] <= away[here - 1] &&
            away[here] <= away[here + 1])
            valleys.push_back(i);
    }
    std::ranges::stable_sort(valleys, {}, [&](int i) { return away[static_cast<std::size_t>(i)]; });
    if (valleys.size() > mostValleys) valleys.resize(mostValleys);
    for (const int i : valleys) {
        if (const auto place = nearest(distance, at(i - 1), at(i + 1))) return place;
    }
    return std::nullopt;
}

}  // namespace plot
