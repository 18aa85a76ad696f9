// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/literals.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <limits>
#include <system_error>

namespace formula {

namespace {

/// Whether a decimal literal out of the range of a double is too large for it, not too small.
bool isLarge(std::string_view literal) {
    const std::size_t mark = std::min(literal.find_first_of("eE"), literal.size());
    const std::string_view mantissa = literal.substr(0, mark);
    const std::string_view exponent = literal.substr(std::min(mark + 1, literal.size()));
    const bool small = exponent.starts_with('-');
    constexpr int beyondAnyText = 1'000'000;
    int power = 0;
    const std::size_t sign = small || exponent.starts_with('+') ? 1 : 0;
    const auto read =
        std::from_chars(exponent.data() + sign, exponent.data() + exponent.size(), power);
    if (read.ec == std::errc::result_out_of_range) power = beyondAnyText;
    const auto point = static_cast<int>(std::min(mantissa.find('.'), mantissa.size()));
    const auto first = static_cast<int>(mantissa.find_first_of("123456789"));
    return point - first + (small ? -power : power) > 0;
}

}  // namespace

std::optional<double> literalValue(std::string_view literal) {
    double value = 0;
    const char* end = literal.data() + literal.size();
    const auto read = std::from_chars(literal.data(), end, value);
    if (read.ptr != end || read.ec == std::errc::invalid_argument) return std::nullopt;
    if (read.ec == std::errc()) return value;
    return isLarge(literal) ? std::numeric_limits<double>::infinity() : 0;
}

bool isZero(std::string_view literal) {
    return literal.substr(0, literal.find_first_of("eE")).find_first_of("123456789") ==
           literal.npos;
}

}  // namespace formula
