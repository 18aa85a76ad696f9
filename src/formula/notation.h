// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "formula/formula.h"

namespace formula {

/// How tightly the parts of a formula hold together, from loose to tight. A sign holds a whole
/// product: -2x is -(2x). Multiplication without a sign is on the level of the others: 1/2x is
/// (1/2)x. Powers group to the right, the others to the left; comparisons do not chain.
enum class Level { Conditional, Or, And, Comparison, Sum, Sign, Product, Power, Atom };

Level level(Kind kind);
bool isComparison(Kind kind);

/// What an operand needs at least to stand without brackets.
Level leftLevel(Kind binary);
Level rightLevel(Kind binary);

/// The sign of an operation between two operands, in muParser's spelling and ours.
std::string_view symbol(Kind binary);

}  // namespace formula
