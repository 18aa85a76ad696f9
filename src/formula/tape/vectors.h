// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

// Vectors of numbers as GCC and clang have them on every processor. For kernels.cpp alone, which
// is compiled several times: all names are its own.
namespace formula {

namespace {

#ifdef __AVX2__
constexpr std::size_t width = 4;
#else
constexpr std::size_t width = 2;
#endif

using Vector = double __attribute__((vector_size(width * sizeof(double))));
/// All bits of a lane are 1 where something holds, and 0 elsewhere.
using Mask = decltype(Vector() < Vector());

constexpr double infinite = __builtin_inf();
constexpr double undefined = __builtin_nan("");

inline Vector load(const double* from) {
    Vector vector;
    __builtin_memcpy(&vector, from, sizeof vector);
    return vector;
}

inline void store(double* into, Vector vector) {
    __builtin_memcpy(into, &vector, sizeof vector);
}

inline Vector same(double number) {
    return number - Vector();
}

inline Vector chosen(Mask where, Vector value, Vector other) {
    return where ? value : other;
}

inline Vector magnitude(Vector a) {
    return (Vector)((Mask)a & ~(Mask)same(-0.0));
}

inline Vector truth(Mask holds) {
    return chosen(holds, same(1), same(0));
}

}  // namespace

}  // namespace formula
