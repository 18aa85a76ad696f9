// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "formula/functions.h"

namespace formula {

inline double cube(double value) {
    return value * value * value;
}

inline std::vector<Function> moreFunctions() {
    return {{"cube", 1, 1, cube, Slope("3*x^2"), Growth::Any, 0, Named("cube"),
             Python(Defined("def cube(x):\n    return x**3\n"))}};
}

}  // namespace formula
