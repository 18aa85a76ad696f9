// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/ratio.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace formula {

namespace {

constexpr int largestExactPowerOfTen = 22;
constexpr double largestExactWhole = 9007199254740992;  // 2^53

bool whole(double value) {
    return value == std::trunc(value);
}

double greatestCommonDivisor(double a, double b) {
    while (b != 0) a = std::exchange(b, std::fmod(a, b));
    return a;
}

/// a * b where a double holds it without rounding.
std::optional<double> exactProduct(double a, double b) {
    const double result = a * b;
    const bool exact = a == 0 || b == 0 || (std::isnormal(result) && std::fma(a, b, -result) == 0);
    if (!exact) return std::nullopt;
    return result;
}

std::optional<double> exactSum(double a, double b) {
    const double result = a + b;
    if (std::abs(result) > largestExactWhole || !whole(a) || !whole(b)) return std::nullopt;
    return result;
}

/// The part of a whole number that is left without its factors 2 and 5: what decimals cannot divide
/// by.
double withoutTwosAndFives(double value) {
    for (const double factor : {2.0, 5.0})
        while (std::fmod(value, factor) == 0) value /= factor;
    return value;
}

struct Decimal {
    double digits;
    int exponent;
};

Decimal shortestDecimal(double value) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
    Decimal decimal{0, 0};
    const char* at = text.data();
    for (bool fraction = false; *at != 'e'; ++at) {
        if (*at == '.') {
            fraction = true;
        } else {
            decimal.digits = 10 * decimal.digits + (*at - '0');
            decimal.exponent -= fraction ? 1 : 0;
        }
    }
    int shown = 0;
    const char* sign = at + 1;
    std::from_chars(*sign == '+' ? sign + 1 : sign, end.ptr, shown);
    decimal.exponent += shown;
    return decimal;
}

}  // namespace

Ratio::Ratio(double numerator, double denominator, bool decimal)
    : m_numerator(numerator), m_denominator(denominator) {
    if (whole(numerator)) {
        const double common = greatestCommonDivisor(denominator, std::abs(numerator));
        m_numerator /= common;
        m_denominator /= common;
    }
    m_decimal = decimal && m_denominator != 1;
}

Ratio Ratio::literal(double value) {
    if (whole(value)) return {value, 1, false};
    const auto [digits, exponent] = shortestDecimal(std::abs(value));
    if (-exponent > largestExactPowerOfTen || digits > largestExactWhole) return {value, 1, false};
    return {std::copysign(digits, value), std::pow(10, -exponent), true};
}

bool Ratio::isWhole() const {
    return m_denominator == 1 && whole(m_numerator);
}

Ratio::Quotient Ratio::written() const {
    if (!m_decimal) return {m_numerator, m_denominator};
    const double denominator = withoutTwosAndFives(m_denominator);
    return {m_numerator / (m_denominator / denominator), denominator};
}

Ratio Ratio::operator-() const {
    Ratio result = *this;
    result.m_numerator = -m_numerator;
    return result;
}

std::optional<Ratio> Ratio::rounded(double value) {
    if (!std::isnormal(value) && value != 0) return std::nullopt;
    return Ratio(value, 1, false);
}

std::optional<Ratio> product(const Ratio& a, const Ratio& b) {
    const auto numerator = exactProduct(a.m_numerator, b.m_numerator);
    const auto denominator = exactProduct(a.m_denominator, b.m_denominator);
    if (numerator && denominator)
        return Ratio(*numerator, *denominator, a.m_decimal || b.m_decimal);
    const double nearest = a.value() * b.value();
    return nearest == 0 ? std::nullopt : Ratio::rounded(nearest);
}

std::optional<Ratio> quotient(const Ratio& a, const Ratio& b) {
    if (b.isZero()) return std::nullopt;
    if (!whole(b.m_numerator)) {
        const double nearest = a.value() / b.value();
        return nearest == 0 ? std::nullopt : Ratio::rounded(nearest);
    }
    const Ratio inverse(std::copysign(b.m_denominator, b.m_numerator), std::abs(b.m_numerator),
                        b.m_decimal);
    return product(a, inverse);
}

std::optional<Ratio> sum(const Ratio& a, const Ratio& b) {
    const auto left = exactProduct(a.m_numerator, b.m_denominator);
    const auto right = exactProduct(b.m_numerator, a.m_denominator);
    const auto denominator = exactProduct(a.m_denominator, b.m_denominator);
    if (left && right && denominator)
        if (const auto numerator = exactSum(*left, *right))
            return Ratio(*numerator, *denominator, a.m_decimal || b.m_decimal);
    return Ratio::rounded(a.value() + b.value());
}

std::optional<Ratio> exactPower(const Ratio& base, double exponent) {
    constexpr double mostFactors = 64;
    if (exponent > mostFactors || !whole(base.m_numerator)) return std::nullopt;
    Ratio result;
    for (double factors = 0; factors < exponent; ++factors) {
        const auto numerator = exactProduct(result.m_numerator, base.m_numerator);
        const auto denominator = exactProduct(result.m_denominator, base.m_denominator);
        if (!numerator || !denominator) return std::nullopt;
        result = Ratio(*numerator, *denominator, base.m_decimal);
    }
    return result;
}

}  // namespace formula
