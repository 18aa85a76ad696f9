// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/rounding.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "formula/functions.h"
#include "formula/values.h"

namespace formula {

namespace {

/// Functions of the C library are off by less than this, relative to their value.
constexpr double unit = std::numeric_limits<double>::epsilon();
constexpr double nothing = std::numeric_limits<double>::infinity();

double constant(const Formula& leaf) {
    switch (leaf.kind()) {
        case Kind::Number:
            return leaf.value();
        case Kind::Pi:
            return std::numbers::pi;
        case Kind::E:
            return std::numbers::e;
        default:
            return 0;
    }
}

bool rounds(Kind kind) {
    return kind == Kind::Add || kind == Kind::Subtract || kind == Kind::Multiply ||
           kind == Kind::Divide || kind == Kind::Power || kind == Kind::Call;
}

/// The larger of two changes; one that is NaN lies outside the domain and does not count.
double largerOf(double a, double b) {
    if (std::isnan(a) && std::isnan(b)) return nothing;
    return std::fmax(a, b);
}

}  // namespace

Rounding::Rounding(const Formula& formula, std::span<const std::string> constants,
                   std::span<const double> values) {
    Places places;
    add(formula, {constants, values}, places);
}

std::size_t Rounding::add(const Formula& formula, const Constants& constants, Places& places) {
    if (const auto known = places.find(formula.identity()); known != places.end())
        return known->second;
    Node node{formula, {}, constant(formula), 0, formula.is(Kind::Variable)};
    if (node.isPlace) {
        const auto found = std::ranges::find(constants.names, formula.name());
        node.isPlace = found == constants.names.end();
        const auto index = static_cast<std::size_t>(found - constants.names.begin());
        if (!node.isPlace) node.value = constants.values[index];
    }
    for (const Formula& operand : formula.operands())
        node.operands.push_back(add(operand, constants, places));
    m_nodes.push_back(std::move(node));
    return places[formula.identity()] = m_nodes.size() - 1;
}

void Rounding::evaluate(Node& node) {
    m_arguments.clear();
    for (const std::size_t operand : node.operands) m_arguments.push_back(m_nodes[operand].value);
    node.value = applied(node.formula, m_arguments);
    node.error = rounds(node.formula.kind()) ? unit * std::abs(node.value) : 0;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        const Node& operand = m_nodes[node.operands[i]];
        if (operand.error == 0) continue;
        const auto change = [&](double moved) {
            m_arguments[i] = moved;
            return std::abs(applied(node.formula, m_arguments) - node.value);
        };
        node.error +=
            largerOf(change(operand.value - operand.error), change(operand.value + operand.error));
        m_arguments[i] = operand.value;
    }
}

/// Infinite, although it has finite operands and is at no pole.
bool Rounding::overflows(const Node& node) const {
    if (!std::isinf(node.value)) return false;
    bool large = false;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        const double value = operand(node, i).value;
        if (!std::isfinite(value)) return false;
        large = large || std::abs(value) > 1;
    }
    const bool pole = (node.formula.is(Kind::Divide) && operand(node, 1).value == 0) ||
                      (node.formula.is(Kind::Power) && operand(node, 0).value == 0);
    return large && !pole;
}

bool Rounding::overflows(double x) {
    error(x);
    return std::ranges::any_of(m_nodes, [this](const Node& node) { return overflows(node); });
}

bool Rounding::mayBeZero(const Node& node) const {
    return !(std::abs(node.value) > node.error);
}

bool Rounding::callMayBreak(const Node& node) const {
    const Function& function = node.formula.function();
    if (std::holds_alternative<Steps>(function.derivative))
        return !(node.error < 2 * unit * std::abs(node.value));
    if (std::holds_alternative<Logarithm>(function.derivative)) return mayBeZero(operand(node, 0));
    if (function.growth == Growth::AtMostLinear) return false;
    static constexpr std::string_view continuous[] = {"exp",  "sinh", "cosh",  "sqrt", "cbrt",
                                                      "asin", "acos", "acosh", "hypot"};
    return std::ranges::find(continuous, function.name) == std::end(continuous);
}

bool Rounding::mayBreak(const Node& node) const {
    switch (node.formula.kind()) {
        case Kind::Less:
        case Kind::LessEqual:
        case Kind::Greater:
        case Kind::GreaterEqual:
        case Kind::Equal:
        case Kind::NotEqual:
        case Kind::And:
        case Kind::Or:
            return node.error != 0;
        case Kind::Conditional:
            return operand(node, 0).error != 0;
        case Kind::Divide:
            return mayBeZero(operand(node, 1));
        case Kind::Power: {
            const Node& exponent = operand(node, 1);
            return !(exponent.value > exponent.error) && mayBeZero(operand(node, 0));
        }
        case Kind::Call:
            return callMayBreak(node);
        default:
            return false;
    }
}

bool Rounding::mayBreak(double x, double reach) {
    error(x, reach);
    return std::ranges::any_of(m_nodes, [this](const Node& node) { return mayBreak(node); });
}

bool Rounding::isContinuous(const Node& node) const {
    switch (node.formula.kind()) {
        case Kind::Number:
        case Kind::Variable:
        case Kind::Pi:
        case Kind::E:
        case Kind::Negate:
        case Kind::Add:
        case Kind::Subtract:
        case Kind::Multiply:
            return true;
        case Kind::Divide: {
            const Formula& divisor = operand(node, 1).formula;
            return divisor.is(Kind::Number) && divisor.value() != 0;
        }
        case Kind::Power: {
            const Formula& exponent = operand(node, 1).formula;
            return exponent.is(Kind::Number) && std::trunc(exponent.value()) == exponent.value();
        }
        case Kind::Call: {
            const Function& function = node.formula.function();
            const bool steps = std::holds_alternative<Steps>(function.derivative);
            return function.name == "exp" || (function.growth == Growth::AtMostLinear && !steps);
        }
        default:
            return false;
    }
}

bool Rounding::isContinuous() const {
    return std::ranges::all_of(m_nodes, [this](const Node& node) { return isContinuous(node); });
}

/// Undefined, although it has finite operands, and also beside them as far as they may be off.
bool Rounding::isMissing(const Node& node) {
    if (!std::isnan(node.value)) return false;
    m_arguments.clear();
    for (std::size_t i = 0; i < node.operands.size(); ++i)
        m_arguments.push_back(operand(node, i).value);
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        const Node& moved = operand(node, i);
        if (!std::isfinite(moved.value)) return false;
        for (const double off : {-moved.error, moved.error}) {
            m_arguments[i] = moved.value + off;
            if (!std::isnan(applied(node.formula, m_arguments))) return false;
        }
        m_arguments[i] = moved.value;
    }
    return true;
}

bool Rounding::isMissing(double x) {
    error(x);
    return std::isnan(m_nodes.back().value) &&
           std::ranges::any_of(m_nodes, [this](const Node& node) { return isMissing(node); });
}

double Rounding::error(double x, double reach) {
    for (Node& node : m_nodes) {
        if (!node.operands.empty()) {
            evaluate(node);
        } else if (node.isPlace) {
            node.value = x;
            node.error = reach;
        }
    }
    return m_nodes.back().error;
}

}  // namespace formula
