// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace formula {

/// What a kernel computes, lane by lane: from registers, and from the number of its instruction.
enum class Operation : std::uint8_t {
    Copy,          ///< first
    Fill,          ///< number
    Negate,        ///< -first
    Add,           ///< first + second
    AddNumber,     ///< first + number
    Subtract,      ///< first - second
    SubtractFrom,  ///< number - first
    Multiply,      ///< first · second
    MultiplyBy,    ///< first · number
    Divide,        ///< first / second
    DivideBy,      ///< first / number
    DivideNumber,  ///< number / first
    Less,          ///< first < second: 1 or 0, as the next five
    LessEqual,
    Equal,
    NotEqual,
    And,  ///< NaN counts as true
    Or,
    Select,    ///< first != 0 ? second : third
    Least,     ///< of first and second; NaN where one is
    Greatest,  ///< the same
    Power      ///< first ^ second as std::pow has it
};

/// What a kernel works on. Registers have room for whole vectors of lanes; those behind the last
/// lane are computed, too, and mean nothing.
struct Work {
    double* into;         ///< may be one of those that are read
    const double* first;  ///< null where the kernel reads none
    const double* second;
    const double* third;
    double number;
    std::size_t count;
};

using Kernel = void (*)(const Work& work);

/// The kernels for one kind of processor.
struct Kernels {
    Kernel (*of)(Operation operation);
    /// Of the function of that name, one of those that formula::functions() has; null where there
    /// is nothing quicker than calling it for each lane.
    Kernel (*named)(const char* function);
};

/// For all processors, two lanes at a time.
extern const Kernels twoLanes;
#ifdef __x86_64__
/// For those with AVX2 and FMA, four lanes at a time.
extern const Kernels fourLanes;
#endif

/// The quickest for the processor that this runs on.
const Kernels& quickestKernels();

}  // namespace formula
