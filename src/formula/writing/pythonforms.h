// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// Functions as Python defines them where NumPy or PyTorch has none of the same meaning, written for
// NumPy; see inDialect(). They raise no exception for any number.
namespace formula::python {

/// Behind whatever has limits at infinity, and no value there.
inline constexpr std::string_view finite = R"(def finite(function, *x):
    # Without a value where an argument is infinite.
    return function(*x) + sum(0 * each for each in x)
)";

inline constexpr std::string_view cbrt = R"(def cbrt(x):
    return np.sign(x) * np.abs(x) ** (1 / 3)
)";

/// PyTorch has a half at each of two equal ones for the derivative.
inline constexpr std::string_view smaller = R"(def smaller(a, b):
    return a if a <= b or a != a else b
)";
inline constexpr std::string_view larger = R"(def larger(a, b):
    return a if a >= b or a != a else b
)";

/// Halves go away from 0.
inline constexpr std::string_view rounded = R"(def rounded(x):
    whole = np.trunc(x)
    return whole + np.sign(x) * np.float64(np.abs(x - whole) >= 0.5)
)";

inline constexpr std::string_view cot = R"(def cot(x):
    return 1 / np.tan(x)
)";
inline constexpr std::string_view sec = R"(def sec(x):
    return 1 / np.cos(x)
)";
inline constexpr std::string_view csc = R"(def csc(x):
    return 1 / np.sin(x)
)";

inline constexpr std::string_view softplus = R"(def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
)";
inline constexpr std::string_view softplusInPyTorch = R"(def softplus(x):
    return np.logaddexp(x, np.float64(0))
)";
inline constexpr std::string_view sigmoid = R"(def sigmoid(x):
    small = np.exp(-np.abs(x))
    return (small if x < 0 else 1) / (1 + small)
)";

inline constexpr std::string_view erf = R"(def erf(x):
    return np.float64(math.erf(x))
)";
inline constexpr std::string_view erfc = R"(def erfc(x):
    return np.float64(math.erfc(x))
)";

inline constexpr std::string_view gamma = R"(def gamma(x):
    try:
        return np.float64(math.gamma(x)) if x != 0 else 1 / np.float64(x)
    except ValueError:
        return np.float64(math.nan)
    except OverflowError:
        return np.float64(math.inf)
)";
inline constexpr std::string_view gammaInPyTorch = R"(def gamma(x):
    turns = x < 0 and np.floor(x) % 2 != 0
    return (-1 if turns else 1) * np.exp(np.lgamma(x))
)";
inline constexpr std::string_view lgamma = R"(def lgamma(x):
    try:
        return np.float64(math.lgamma(x))
    except (ValueError, OverflowError):
        return np.float64(math.inf)
)";

/// NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.5.2, 5.5.4 and 5.11.2.
inline constexpr std::string_view digamma = R"(def digamma(x):
    x = np.float64(x)
    if x <= 0:
        if x == np.floor(x):
            return np.float64(math.nan)
        return digamma(1 - x) - np.pi / np.tan(np.pi * (x - np.round(x)))
    total = 0
    while x < 10:
        total -= 1 / x
        x += 1
    y = 1 / x**2
    series = 0
    for each in (1 / 12, 691 / 32760, 1 / 132, 1 / 240, 1 / 252, 1 / 120, 1 / 12):
        series = y * (each - series)
    return total + np.log(x) - 0.5 / x - series
)";

/// The same, 5.15.1 and 25.11.5: n! times Hurwitz's zeta, on both sides of the poles.
inline constexpr std::string_view polygamma = R"(def polygamma(n, x):
    x = np.float64(x)
    if n == 0:
        return digamma(x)
    if x != x or x <= 0 and x == np.floor(x):
        return np.float64(math.nan)
    s = n + 1

    def power(a):
        return np.exp(math.lgamma(s) - s * np.log(a))

    def zeta(a):
        total = 0
        while a < 2 * s + 20:
            total += power(a)
            a += 1
        if np.isinf(a):
            return np.float64(0)
        tail = a / (s - 1) + 1 / 2
        rising = s / a
        for j, each in enumerate((1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160,
                                  -691 / 1307674368000, 1 / 74724249600)):
            tail += each * rising
            rising *= (s + 2 * j + 1) / a * ((s + 2 * j + 2) / a)
        return total + power(a) * tail

    if x > 0:
        return (-1)**s * zeta(x)
    right = x - np.floor(x)
    return (-1)**s * zeta(right) + zeta(1 - right) - zeta(1 - x)
)";

}  // namespace formula::python
