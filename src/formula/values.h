// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <variant>

#include "formula/formula.h"

namespace formula {

/// The code that computes a function: of one argument, of two, or of an array and its length.
using Code =
    std::variant<double (*)(double), double (*)(double, double), double (*)(const double*, int)>;

/// NaN in gives NaN out, whatever the function.
Code code(Function function);

/// The value of a node whose operands have these values; comparisons give 1 or 0. Not for leaves.
double applied(const Formula& node, std::span<const double> operands);

}  // namespace formula
