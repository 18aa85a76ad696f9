// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "formula/formula.h"

namespace formula {

/// The value of a node whose operands have these values; comparisons give 1 or 0. Not for leaves.
double applied(const Formula& node, std::span<const double> operands);

}  // namespace formula
