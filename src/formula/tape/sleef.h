// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __x86_64__

#include <sleef.h>

#include "formula/tape/vectors.h"

#ifdef __AVX2__
#define SLEEF(function, accuracy) Sleef_##function##d4_##accuracy
#define SLEEF_EXACT(function) Sleef_##function##d4
#else
#define SLEEF(function, accuracy) Sleef_##function##d2_##accuracy
#define SLEEF_EXACT(function) Sleef_##function##d2
#endif

// The functions of formula::functions() for vectors, by SLEEF (https://sleef.org), which is within
// 1.0 (u10) or 1.5 (u15) units in the last place. For kernels.cpp alone.
namespace formula {

namespace {

/// Undefined where the argument is infinite.
inline Vector bounded(Vector argument, Vector value) {
    return chosen(magnitude(argument) == infinite, same(undefined), value);
}

/// Beyond `most` by the C library: SLEEF is infinite too early there.
inline Vector within(double most, Vector argument, Vector value, double (*beyond)(double)) {
    const Mask isBeyond = magnitude(argument) > most;
    for (std::size_t i = 0; i < width; ++i)
        if (isBeyond[i] != 0) value[i] = beyond(argument[i]);
    return value;
}

/// SLEEF loses what is as small as the smallest numbers, where these functions are their argument.
inline Vector unlessTiny(Vector argument, Vector value) {
    return chosen(magnitude(argument) < 1e-300, argument, value);
}

/// SLEEF is infinite just below the largest number, too.
inline Vector raised(Vector base, Vector exponent) {
    Vector value = SLEEF(pow, u10)(base, exponent);
    const Mask isLarge = magnitude(value) == infinite;
    for (std::size_t i = 0; i < width; ++i)
        if (isLarge[i] != 0) value[i] = __builtin_pow(base[i], exponent[i]);
    return value;
}

inline Vector sine(Vector a) {
    return SLEEF(sin, u10)(a);
}

inline Vector cosine(Vector a) {
    return SLEEF(cos, u10)(a);
}

inline Vector tangent(Vector a) {
    return unlessTiny(a, SLEEF(tan, u10)(a));
}

inline Vector inverseSine(Vector a) {
    return SLEEF(asin, u10)(a);
}

inline Vector inverseCosine(Vector a) {
    return SLEEF(acos, u10)(a);
}

inline Vector inverseTangent(Vector a) {
    return bounded(a, SLEEF(atan, u10)(a));
}

inline Vector cotangent(Vector a) {
    return 1.0 / tangent(a);
}

inline Vector secant(Vector a) {
    return 1.0 / cosine(a);
}

inline Vector cosecant(Vector a) {
    return 1.0 / sine(a);
}

inline Vector logarithm(Vector a) {
    return SLEEF(log, u10)(a);
}

inline Vector binaryLogarithm(Vector a) {
    return SLEEF(log2, u10)(a);
}

inline Vector decimalLogarithm(Vector a) {
    return SLEEF(log10, u10)(a);
}

inline Vector squareRoot(Vector a) {
    return SLEEF(sqrt, u05)(a);
}

inline Vector cubeRoot(Vector a) {
    return SLEEF(cbrt, u10)(a);
}

inline Vector below(Vector a) {
    return SLEEF_EXACT(floor)(a);
}

inline Vector above(Vector a) {
    return SLEEF_EXACT(ceil)(a);
}

inline Vector nearest(Vector a) {
    return SLEEF_EXACT(round)(a);
}

inline Vector errorFunction(Vector a) {
    return bounded(a, SLEEF(erf, u10)(a));
}

inline Vector complementOfErrorFunction(Vector a) {
    return bounded(a, SLEEF(erfc, u15)(a));
}

inline Vector tangenth(Vector a) {
    return bounded(a, SLEEF(tanh, u10)(a));
}

inline Vector inverseTangenth(Vector a) {
    return SLEEF(atanh, u10)(a);
}

inline Vector exponential(Vector a) {
    return SLEEF(exp, u10)(a);
}

inline Vector sineh(Vector a) {
    return within(700, a, SLEEF(sinh, u10)(a), [](double x) { return __builtin_sinh(x); });
}

inline Vector cosineh(Vector a) {
    return within(700, a, SLEEF(cosh, u10)(a), [](double x) { return __builtin_cosh(x); });
}

inline Vector inverseSineh(Vector a) {
    const Vector value = unlessTiny(a, SLEEF(asinh, u10)(a));
    return within(1e150, a, value, [](double x) { return __builtin_asinh(x); });
}

inline Vector inverseCosineh(Vector a) {
    return within(1e150, a, SLEEF(acosh, u10)(a), [](double x) { return __builtin_acosh(x); });
}

inline Vector softplus(Vector a) {
    return chosen(a > 0.0, a, same(0)) + SLEEF(log1p, u10)(exponential(-magnitude(a)));
}

inline Vector sigmoid(Vector a) {
    const Vector small = exponential(-magnitude(a));
    return bounded(a, chosen(a < 0.0, small, same(1)) / (1.0 + small));
}

inline Vector sign(Vector a) {
    return bounded(a, chosen(a == a, truth(a > 0.0) - truth(a < 0.0), a));
}

inline Vector angle(Vector y, Vector x) {
    return bounded(x, bounded(y, SLEEF(atan2, u10)(y, x)));
}

inline Vector hypotenuse(Vector a, Vector b) {
    return chosen((a == a) & (b == b), SLEEF(hypot, u05)(a, b), same(undefined));
}

}  // namespace

}  // namespace formula

#endif
