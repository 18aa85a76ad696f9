// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/values.h"

#include <cmath>
#include <limits>

#include "formula/functions.h"

namespace formula {

namespace {

double called(const Function& function, std::span<const double> arguments) {
    const Code& how = function.value;
    if (const auto* unary = std::get_if<double (*)(double)>(&how)) return (*unary)(arguments[0]);
    if (const auto* binary = std::get_if<double (*)(double, double)>(&how))
        return (*binary)(arguments[0], arguments[1]);
    return std::get<2>(how)(arguments.data(), static_cast<int>(arguments.size()));
}

}  // namespace

double applied(const Formula& node, std::span<const double> operands) {
    const double a = operands[0];
    const double b = operands.size() > 1 ? operands[1] : 0;
    switch (node.kind()) {
        case Kind::Negate:
            return -a;
        case Kind::Add:
            return a + b;
        case Kind::Subtract:
            return a - b;
        case Kind::Multiply:
            return a * b;
        case Kind::Divide:
            return a / b;
        case Kind::Power:
            return std::pow(a, b);
        case Kind::Less:
            return a < b;
        case Kind::LessEqual:
            return a <= b;
        case Kind::Greater:
            return a > b;
        case Kind::GreaterEqual:
            return a >= b;
        case Kind::Equal:
            return a == b;
        case Kind::NotEqual:
            return a != b;
        case Kind::And:
            return a != 0 && b != 0;
        case Kind::Or:
            return a != 0 || b != 0;
        case Kind::Conditional:
            return a != 0 ? b : operands[2];
        case Kind::Call:
            return called(node.function(), operands);
        default:
            return std::numeric_limits<double>::quiet_NaN();
    }
}

}  // namespace formula
