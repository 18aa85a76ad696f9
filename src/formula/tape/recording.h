// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "formula/formula.h"
#include "formula/tape/kernels.h"

namespace formula {

/// An instruction for all lanes. It reads and writes places: 0 and on are the variables, then come
/// the results, then the registers.
struct Instruction {
    Kernel kernel = nullptr;             ///< null: `function`, called for each lane
    const Function* function = nullptr;  ///< of a call that has no kernel
    std::vector<std::uint32_t> from;
    std::uint32_t into = 0;
    std::uint32_t number = 0;  ///< which of the numbers it reads, where it does
};

/// A number that is computed once, before all lanes, as it is the same for each.
struct Preparation {
    Formula node;  ///< whose operands have the values of these numbers
    std::vector<std::uint32_t> from;
    std::uint32_t into;
};

/// What a Tape plays.
struct Recording {
    std::size_t variables = 0;
    std::size_t constants = 0;
    std::size_t results = 0;
    std::size_t registers = 0;
    std::vector<Instruction> instructions;
    std::vector<Preparation> preparations;
    std::vector<double> numbers;  ///< first the constants, all 1; 0 where one is to be prepared
};

/// See Tape.
Recording recorded(std::span<const Formula> results, std::span<const std::string> variables,
                   std::span<const std::string> constants, const Kernels& kernels);

}  // namespace formula
