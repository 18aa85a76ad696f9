// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "formula/formula.h"

namespace formula {

/// The derivative of a formula with respect to a variable, simplified. Exact wherever the formula
/// is differentiable; at a corner it takes a fixed value: abs'(0) = sign'(x) = floor'(x) = 0, min,
/// max and ?: by the branch taken. Shares subtrees with the formula and within itself.
Formula derivative(const Formula& formula, std::string_view variable);

/// An equal formula with constants folded, neutral elements dropped, numeric factors and like
/// powers gathered; terms keep the order in which they were typed. Changes neither the domain nor,
/// beyond rounding, any value.
Formula simplified(const Formula& formula);

}  // namespace formula
