// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled once for each kind of processor. No inline function out of a header of C++ may be used
// here: compiled for a processor with AVX2, it might be linked into all of the program.
#include "formula/tape/kernels.h"

#include "formula/tape/sleef.h"
#include "formula/tape/vectors.h"

namespace formula {

namespace {

template <typename Function>
void eachOfOne(const Work& work, Function function) {
    for (std::size_t i = 0; i < work.count; i += width)
        store(work.into + i, function(load(work.first + i)));
}

template <typename Function>
void eachOfTwo(const Work& work, Function function) {
    for (std::size_t i = 0; i < work.count; i += width)
        store(work.into + i, function(load(work.first + i), load(work.second + i)));
}

template <typename Function>
void eachWithNumber(const Work& work, Function function) {
    const Vector number = same(work.number);
    for (std::size_t i = 0; i < work.count; i += width)
        store(work.into + i, function(load(work.first + i), number));
}

void copy(const Work& work) {
    eachOfOne(work, [](Vector a) { return a; });
}

void fill(const Work& work) {
    const Vector number = same(work.number);
    for (std::size_t i = 0; i < work.count; i += width) store(work.into + i, number);
}

void negate(const Work& work) {
    eachOfOne(work, [](Vector a) { return -a; });
}

void add(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return a + b; });
}

void addNumber(const Work& work) {
    eachWithNumber(work, [](Vector a, Vector number) { return a + number; });
}

void subtract(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return a - b; });
}

void subtractFrom(const Work& work) {
    eachWithNumber(work, [](Vector a, Vector number) { return number - a; });
}

void multiply(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return a * b; });
}

void multiplyBy(const Work& work) {
    eachWithNumber(work, [](Vector a, Vector number) { return a * number; });
}

void divide(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return a / b; });
}

void divideBy(const Work& work) {
    eachWithNumber(work, [](Vector a, Vector number) { return a / number; });
}

void divideNumber(const Work& work) {
    eachWithNumber(work, [](Vector a, Vector number) { return number / a; });
}

void less(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return truth(a < b); });
}

void lessEqual(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return truth(a <= b); });
}

void equal(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return truth(a == b); });
}

void notEqual(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return truth(a != b); });
}

void both(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return truth((a != 0.0) & (b != 0.0)); });
}

void either(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return truth((a != 0.0) | (b != 0.0)); });
}

void select(const Work& work) {
    for (std::size_t i = 0; i < work.count; i += width) {
        const Mask holds = load(work.first + i) != 0.0;
        store(work.into + i, chosen(holds, load(work.second + i), load(work.third + i)));
    }
}

/// Where one of them is NaN the sum is.
Vector unlessUndefined(Vector a, Vector b, Vector value) {
    return chosen((a == a) & (b == b), value, a + b);
}

void least(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return unlessUndefined(a, b, chosen(b < a, b, a)); });
}

void greatest(const Work& work) {
    eachOfTwo(work, [](Vector a, Vector b) { return unlessUndefined(a, b, chosen(a < b, b, a)); });
}

#ifdef __x86_64__

void power(const Work& work) {
    eachOfTwo(work, raised);
}

template <Vector (*function)(Vector)>
void one(const Work& work) {
    eachOfOne(work, function);
}

template <Vector (*function)(Vector, Vector)>
void two(const Work& work) {
    eachOfTwo(work, function);
}

#else

void power(const Work& work) {
    for (std::size_t i = 0; i < work.count; ++i)
        work.into[i] = __builtin_pow(work.first[i], work.second[i]);
}

#endif

Kernel kernelOf(Operation operation) {
    constexpr Kernel all[] = {
        copy,       fill,   negate,   add,          addNumber, subtract,  subtractFrom, multiply,
        multiplyBy, divide, divideBy, divideNumber, less,      lessEqual, equal,        notEqual,
        both,       either, select,   least,        greatest,  power};
    static_assert(sizeof all / sizeof *all == static_cast<std::size_t>(Operation::Power) + 1);
    return all[static_cast<std::size_t>(operation)];
}

Kernel kernelNamed([[maybe_unused]] const char* function) {
#ifdef __x86_64__
    struct Named {
        const char* name;
        Kernel kernel;
    };
    constexpr Named all[] = {
        {"sin", one<sine>},
        {"cos", one<cosine>},
        {"tan", one<tangent>},
        {"asin", one<inverseSine>},
        {"acos", one<inverseCosine>},
        {"atan", one<inverseTangent>},
        {"sinh", one<sineh>},
        {"cosh", one<cosineh>},
        {"tanh", one<tangenth>},
        {"asinh", one<inverseSineh>},
        {"acosh", one<inverseCosineh>},
        {"atanh", one<inverseTangenth>},
        {"exp", one<exponential>},
        {"ln", one<logarithm>},
        {"log2", one<binaryLogarithm>},
        {"log10", one<decimalLogarithm>},
        {"lg", one<decimalLogarithm>},
        {"sqrt", one<squareRoot>},
        {"cbrt", one<cubeRoot>},
        {"abs", one<magnitude>},
        {"sign", one<sign>},
        {"floor", one<below>},
        {"ceil", one<above>},
        {"round", one<nearest>},
        {"atan2", two<angle>},
        {"hypot", two<hypotenuse>},
        {"softplus", one<softplus>},
        {"sigmoid", one<sigmoid>},
        {"cot", one<cotangent>},
        {"sec", one<secant>},
        {"csc", one<cosecant>},
        {"erf", one<errorFunction>},
        {"erfc", one<complementOfErrorFunction>},
    };
    for (const Named& each : all)
        if (__builtin_strcmp(each.name, function) == 0) return each.kernel;
#endif
    return nullptr;
}

}  // namespace

#ifdef __AVX2__
const Kernels fourLanes = {kernelOf, kernelNamed};
#else
const Kernels twoLanes = {kernelOf, kernelNamed};
#endif

}  // namespace formula
