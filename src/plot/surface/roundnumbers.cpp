// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/roundnumbers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "plot/paint/axes.h"

namespace plot {

namespace {

/// The step that comes nearest to so many in the range.
double stepOf(insight::Range range, int count) {
    const double wanted = range.high / count - range.low / count;
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    constexpr std::array<double, 4> times{1, 2, 5, 10};
    const auto nearest = std::ranges::min_element(
        times, {}, [&](double each) { return std::abs(std::log(each * power / wanted)); });
    return *nearest * power;
}

}  // namespace

std::vector<RoundNumber> roundNumbers(insight::Range range, int count) {
    const double largest = std::max(std::abs(range.low), std::abs(range.high));
    const double step = stepOf(range, std::max(count, 1));
    std::vector<RoundNumber> numbers;
    if (!(step > 0) || !std::isfinite(step)) return numbers;
    const double last = std::floor(range.high / step + 1e-9);
    for (double i = std::ceil(range.low / step - 1e-9); i <= last; ++i) {
        const double value = i * step;
        if (!numbers.empty() && !(value > numbers.back().value)) break;  // rounding holds it
        numbers.push_back({value, tickLabel(value, step, largest)});
    }
    return numbers;
}

}  // namespace plot
