// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "formula/reader.h"
#include "formula/result.h"

namespace formula {

inline constexpr std::size_t mostConstants = 8;

/// What the names of a function are. Each list is in order of appearance, or of declaration; of
/// the variables x, y, z and x1 … x8 come first, in that order.
struct Roles {
    std::vector<std::string> variables;
    std::vector<std::string> constants;
};

/// What somebody wants them to be.
struct Wanted {
    /// These are constants where they occur.
    std::vector<std::string> constants = {};
    /// Where more names would be variables than can be, and none is x, y, z or x1 … x8, only those
    /// of these are that occur.
    std::vector<std::string> variables = {};
    std::size_t mostVariables = 8;
    /// These count as x, y and z do: they are variables where they occur.
    std::vector<std::string> named = {};
};

/// The variables of a reading are those that it declares. Where it declares none, x, y, z and
/// x1 … x8 are variables where they occur, and every other name is a constant; where none of them
/// occurs, every name is a variable, and where no name does, x is. From 1 to mostVariables
/// variables and at most mostConstants constants, or what is wrong.
Result<Roles, ReadError> rolesIn(const Reading& reading, const Wanted& wanted);

}  // namespace formula
