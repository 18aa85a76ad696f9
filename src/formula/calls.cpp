// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/calls.h"

#include <cmath>

#include "formula/expression.h"
#include "formula/special.h"
#include "formula/writing/printer.h"

namespace formula {

std::string_view exampleArguments(const Function& function) {
    if (std::holds_alternative<Orders>(function.derivative)) return "(1, x)";
    return function.maxArguments == 1 ? "(x)" : "(x, 1)";
}

std::string inverseName(const Function& function) {
    std::string name(function.name);
    name.insert(0, 1, 'a');
    return functionNamed(name) ? name : std::string();
}

Result<double, Fault> orderFrom(const Formula& typed) {
    if (typed.varies()) return Fault::VaryingOrder;
    const double order = Expression(program(typed))(0);
    const bool isOne = order >= 0 && order <= largestOrder && order == std::floor(order);
    if (!isOne) return Fault::BadOrder;
    return order + 0.0;  // not -0
}

}  // namespace formula
