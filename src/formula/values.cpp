// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/values.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace formula {

namespace {

using Unary = double (*)(double);
using Binary = double (*)(double, double);

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double sign(double value) {
    return std::isnan(value) ? value : (value > 0) - (value < 0);
}

bool anyUndefined(const double* values, int count) {
    return std::any_of(values, values + count, [](double value) { return std::isnan(value); });
}

double least(const double* values, int count) {
    return anyUndefined(values, count) ? undefined : *std::min_element(values, values + count);
}

double greatest(const double* values, int count) {
    return anyUndefined(values, count) ? undefined : *std::max_element(values, values + count);
}

double called(Function function, std::span<const double> arguments) {
    const Code how = code(function);
    if (const auto* unary = std::get_if<Unary>(&how)) return (*unary)(arguments[0]);
    if (const auto* binary = std::get_if<Binary>(&how))
        return (*binary)(arguments[0], arguments[1]);
    return std::get<2>(how)(arguments.data(), static_cast<int>(arguments.size()));
}

}  // namespace

Code code(Function function) {
    switch (function) {
        case Function::Sin:
            return Unary(std::sin);
        case Function::Cos:
            return Unary(std::cos);
        case Function::Tan:
            return Unary(std::tan);
        case Function::Asin:
            return Unary(std::asin);
        case Function::Acos:
            return Unary(std::acos);
        case Function::Atan:
            return Unary(std::atan);
        case Function::Sinh:
            return Unary(std::sinh);
        case Function::Cosh:
            return Unary(std::cosh);
        case Function::Tanh:
            return Unary(std::tanh);
        case Function::Asinh:
            return Unary(std::asinh);
        case Function::Acosh:
            return Unary(std::acosh);
        case Function::Atanh:
            return Unary(std::atanh);
        case Function::Exp:
            return Unary(std::exp);
        case Function::Ln:
            return Unary(std::log);
        case Function::Log2:
            return Unary(std::log2);
        case Function::Log10:
            return Unary(std::log10);
        case Function::Sqrt:
            return Unary(std::sqrt);
        case Function::Cbrt:
            return Unary(std::cbrt);
        case Function::Abs:
            return Unary(std::abs);
        case Function::Sign:
            return Unary(sign);
        case Function::Floor:
            return Unary(std::floor);
        case Function::Ceil:
            return Unary(std::ceil);
        case Function::Round:
            return Unary(std::round);
        case Function::Pow:
            return Binary(std::pow);
        case Function::Atan2:
            return Binary(std::atan2);
        case Function::Min:
            return least;
        case Function::Max:
            break;
    }
    return greatest;
}

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
            return undefined;
    }
}

}  // namespace formula
