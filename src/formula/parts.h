// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "formula/formula.h"

namespace formula {

/// What to compute on its own, once, before a formula that has more than so many nodes: the parts
/// that occur repeatedly, and so many of the others that about half as many nodes are left of each
/// and of the formula. Each stands behind those that it has itself.
std::vector<Formula> partsOf(const Formula& formula, std::size_t most);

/// A number or a variable, perhaps with a sign, which is no such part.
bool isAtom(const Formula& formula);
bool isNegativeLiteral(const Formula& formula);

}  // namespace formula
