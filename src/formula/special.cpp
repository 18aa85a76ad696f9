// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/special.h"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>
#include <exception>
#include <limits>
#include <numbers>

namespace formula {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double negligible = std::numeric_limits<double>::epsilon() / 8;

/// n! / aⁿ, infinite or 0 only where that is: in two halves, or by Stirling's series, DLMF 5.11.3.
double factorialOverPower(double n, double a) {
    constexpr double largestFactorial = 170;
    if (n <= largestFactorial) {
        const double half = std::pow(a, -n / 2);
        return std::tgamma(n + 1) * half * half;
    }
    const double series = (1 - (1 - 2 / (7 * n * n)) / (30 * n * n)) / (12 * n);
    return std::sqrt(2 * std::numbers::pi * n) * std::exp(series) *
           std::pow(n / (std::numbers::e * a), n);
}

/// aⁿ times the sum of 1 / (a + k)ⁿ⁺¹ over k >= from, for large a + from: the formula of Euler and
/// Maclaurin, DLMF 25.11.5.
double tail(double n, double a, double from) {
    // Bernoulli numbers, B₂ⱼ / (2j)!; beyond these each is -1/(2π)² of the one before.
    constexpr double first[] = {1.0 / 12,
                                -1.0 / 720,
                                1.0 / 30240,
                                -1.0 / 1209600,
                                1.0 / 47900160,
                                -691.0 / 1307674368000,
                                1.0 / 74724249600,
                                -3617.0 / 10670622842880000,
                                43867.0 / 5109094217170944000,
                                -174611.0 / 802857662698291200000.0};
    constexpr double later = -1 / (4 * std::numbers::pi * std::numbers::pi);
    constexpr int most = 24;
    const double at = a + from;
    double bernoulli = 0;
    double rising = (n + 1) / (at * at);  // (n + 1) ... (n + 2j - 1) / at²ʲ
    double sum = 1 / n + 1 / (2 * at);
    for (int j = 1; j <= most; ++j) {
        bernoulli = j <= 10 ? first[j - 1] : bernoulli * later;
        const double term = bernoulli * rising;
        sum += term;
        if (std::abs(term) < negligible * sum) break;
        rising *= (n + 2 * j) / at * ((n + 2 * j + 1) / at);
    }
    return from == 0 ? sum : sum * std::pow(a / at, n);
}

/// aⁿ ζ(n + 1, a): the sum of 1 / (a + k)ⁿ⁺¹, DLMF 25.11.1. At most about 25 powers, whatever n and
/// a are.
double scaledZeta(double n, double a) {
    const double farEnough = n / 2 + 10;
    double sum = 0;
    double k = 0;
    for (; a + k < farEnough; ++k) {
        const double power = std::pow(a / (a + k), n);
        sum += power / (a + k);
        if (power < negligible * sum * n) return sum;
    }
    return sum + tail(n, a, k);
}

/// (-1)ⁿ⁺¹ ψ⁽ⁿ⁾(x) for x < 0: the terms of the series on the right and, as far as there are any, on
/// the left of the pole that is nearest, those of the others left out again.
double belowZero(double n, double x) {
    const double beyond = x - std::round(x);
    if (beyond == 0) return undefined;
    const double right = beyond > 0 ? beyond : 1 + beyond;
    const double left = beyond > 0 ? 1 - beyond : -beyond;
    const double nearest = std::min(left, right);
    const auto terms = [&](double a) { return std::pow(nearest / a, n) * scaledZeta(n, a); };
    const double mirrored = terms(left) - terms(1 - x);
    return factorialOverPower(n, nearest) *
           (terms(right) + (std::fmod(n, 2) == 1 ? mirrored : -mirrored));
}

}  // namespace

double gamma(double x) {
    return std::tgamma(x);
}

double logarithmOfGamma(double x) {
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

double digamma(double x) try {
    namespace policies = boost::math::policies;
    using Quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                                   policies::pole_error<policies::ignore_error>,
                                   policies::overflow_error<policies::ignore_error>,
                                   policies::evaluation_error<policies::ignore_error>>;
    return boost::math::digamma(x, Quiet());
} catch (const std::exception&) {
    return undefined;
}

/// By the series DLMF 5.15.1; boost::math::polygamma() has 100 orders, and takes up to a
/// millisecond.
double polygamma(double order, double x) {
    if (!(order >= 0 && order <= 2 * largestOrder && order == std::floor(order)) || std::isnan(x))
        return undefined;
    if (order == 0) return digamma(x);
    if (x == 0 || std::isinf(x)) return x > 0 ? 0 : undefined;
    const double size =
        x > 0 ? factorialOverPower(order, x) * scaledZeta(order, x) : belowZero(order, x);
    return std::fmod(order, 2) == 1 ? size : -size;
}

}  // namespace formula
