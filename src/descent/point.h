// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>

namespace descent {

/// How many variables an objective may have.
inline constexpr std::size_t mostVariables = 8;

/// Coordinates of a place or a gradient: exactly one or two, or as many as it was made with, up to
/// `most`. One or two cost no more than as many doubles.
template <std::size_t most>
class Coordinates {
public:
    Coordinates() = default;
    Coordinates(double only) { m_values[0] = only; }
    /// The first `most` of them at most; at least one.
    explicit Coordinates(std::span<const double> values) {
        if constexpr (!isFixed) m_size = std::clamp<std::size_t>(values.size(), 1, most);
        std::copy_n(values.begin(), std::min(values.size(), most), m_values.begin());
    }

    constexpr std::size_t size() const { return m_size; }
    double operator[](std::size_t i) const { return m_values[i]; }
    double& operator[](std::size_t i) { return m_values[i]; }
    double* begin() { return m_values.data(); }
    double* end() { return m_values.data() + size(); }
    const double* begin() const { return m_values.data(); }
    const double* end() const { return m_values.data() + size(); }

    bool operator==(const Coordinates& other) const {
        return std::equal(begin(), end(), other.begin(), other.end());
    }

private:
    static constexpr bool isFixed = most <= 2;
    using Fixed = std::integral_constant<std::size_t, isFixed ? most : 1>;
    std::array<double, most> m_values{};
    [[no_unique_address]] std::conditional_t<isFixed, Fixed, std::size_t> m_size = Fixed();
};

/// A place in the domain of an objective, or a gradient there.
using Point = Coordinates<mostVariables>;

/// The square of the norm, where it neither overflows nor underflows.
template <std::size_t most>
double squares(const Coordinates<most>& point) {
    double sum = 0;
    for (const double value : point) sum += value * value;
    return sum;
}

/// The Euclidean norm; NaN when a coordinate is NaN.
template <std::size_t most>
double norm(const Coordinates<most>& point) {
    if (point.size() == 1) return std::abs(point[0]);
    const double sum = squares(point);
    const bool exact = sum > std::numeric_limits<double>::min() && std::isfinite(sum);
    if (exact) return std::sqrt(sum);
    double length = 0;
    for (const double value : point) length = std::hypot(length, value);
    return length;
}

/// From one place to another.
template <std::size_t most>
double distance(const Coordinates<most>& from, const Coordinates<most>& to) {
    Coordinates<most> way = to;
    for (std::size_t i = 0; i < way.size(); ++i) way[i] -= from[i];
    return norm(way);
}

}  // namespace descent
