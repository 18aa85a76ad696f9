// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/tape/numbering.h"

#include <algorithm>
#include <bit>
#include <numbers>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

#include "formula/functions.h"
#include "formula/parts.h"
#include "formula/values.h"

namespace formula {

namespace {

/// Powers up to here are products, which stay within 4 units in the last place.
constexpr int largestProduct = 8;

bool isConstant(Value value) {
    return !value.varies;
}

std::optional<int> productsFor(const Formula& exponent) {
    for (int n = 2; n <= largestProduct; ++n)
        if (exponent.isNumber(n)) return n;
    return std::nullopt;
}

}  // namespace

Numbering::Numbering(std::span<const std::string> variables, std::span<const std::string> constants)
    : m_variables(variables), m_constants(constants), m_numbers(constants.size(), 1) {}

Value Numbering::of(const Formula& formula) {
    const auto known = m_known.find(formula.identity());
    if (known != m_known.end()) return known->second;
    const Value value = written(formula);
    m_known.emplace(formula.identity(), value);
    return value;
}

Value Numbering::written(const Formula& formula) {
    switch (formula.kind()) {
        case Kind::Number:
            return number(formula.value());
        case Kind::Pi:
            return number(std::numbers::pi);
        case Kind::E:
            return number(std::numbers::e);
        case Kind::Variable:
            return named(formula.name());
        default:
            break;
    }
    std::vector<Value> operands;
    for (const Formula& operand : formula.operands()) operands.push_back(of(operand));
    const bool isPower = formula.is(Kind::Power) || formula.isCall("pow");
    if (isPower) return power(formula, operands);
    if (std::ranges::all_of(operands, isConstant)) return prepared(formula, operands);
    return combined(formula, operands);
}

Value Numbering::named(const std::string& name) const {
    const auto variable = std::ranges::find(m_variables, name);
    if (variable != m_variables.end())
        return {true, static_cast<std::uint32_t>(variable - m_variables.begin())};
    const auto constant = std::ranges::find(m_constants, name);
    if (constant == m_constants.end()) throw std::invalid_argument("unknown name: " + name);
    return {false, static_cast<std::uint32_t>(constant - m_constants.begin())};
}

Value Numbering::combined(const Formula& node, const std::vector<Value>& operands) {
    const Value a = operands[0];
    const Value b = operands.back();
    switch (node.kind()) {
        case Kind::Negate:
            return negated(a);
        case Kind::Add:
            return sum(a, b);
        case Kind::Subtract:
            return difference(a, b);
        case Kind::Multiply:
            return product(a, b);
        case Kind::Divide:
            return quotient(a, b);
        case Kind::Less:
            return step(Operation::Less, {inLanes(a), inLanes(b)});
        case Kind::LessEqual:
            return step(Operation::LessEqual, {inLanes(a), inLanes(b)});
        case Kind::Greater:
            return step(Operation::Less, {inLanes(b), inLanes(a)});
        case Kind::GreaterEqual:
            return step(Operation::LessEqual, {inLanes(b), inLanes(a)});
        case Kind::Equal:
            return inAnyOrder(Operation::Equal, inLanes(a), inLanes(b));
        case Kind::NotEqual:
            return inAnyOrder(Operation::NotEqual, inLanes(a), inLanes(b));
        case Kind::And:
            return inAnyOrder(Operation::And, inLanes(a), inLanes(b));
        case Kind::Or:
            return inAnyOrder(Operation::Or, inLanes(a), inLanes(b));
        case Kind::Conditional:
            return step(Operation::Select, {inLanes(a), inLanes(operands[1]), inLanes(b)});
        default:
            return called(node.function(), operands);
    }
}

Value Numbering::called(const Function& function, const std::vector<Value>& arguments) {
    std::vector<Value> lanes;
    for (const Value argument : arguments) lanes.push_back(inLanes(argument));
    const auto* extremum = std::get_if<Extremum>(&function.derivative);
    if (extremum == nullptr) return step({Operation::Copy, &function, std::move(lanes)});
    const Operation wins =
        extremum->wins == Kind::LessEqual ? Operation::Least : Operation::Greatest;
    Value best = lanes.front();
    for (std::size_t i = 1; i < lanes.size(); ++i) best = step(wins, {best, lanes[i]});
    return best;
}

Value Numbering::number(double value) {
    const auto next = static_cast<std::uint32_t>(m_numbers.size());
    const auto [entry, isNew] = m_literals.try_emplace(std::bit_cast<std::uint64_t>(value), next);
    if (isNew) m_numbers.push_back(value);
    return {false, entry->second};
}

/// At once where no constant is in it.
Value Numbering::prepared(const Formula& node, const std::vector<Value>& operands) {
    std::vector<double> values;
    std::vector<std::uint32_t> from;
    for (const Value operand : operands) {
        from.push_back(operand.index);
        values.push_back(m_numbers[operand.index]);
    }
    const bool isLiteral = std::ranges::none_of(from, [this](std::uint32_t index) {
        return index < m_constants.size() || m_isPrepared.contains(index);
    });
    if (isLiteral) return number(applied(node, values));
    const auto into = static_cast<std::uint32_t>(m_numbers.size());
    m_numbers.push_back(0);
    m_isPrepared.insert(into);
    m_preparations.push_back({node, std::move(from), into});
    return {false, into};
}

Value Numbering::step(Operation operation, std::vector<Value> from) {
    return step({operation, nullptr, std::move(from)});
}

Value Numbering::step(Step step) {
    const Value next{true, static_cast<std::uint32_t>(m_variables.size() + m_steps.size())};
    const auto [entry, isNew] = m_found.try_emplace(std::move(step), next);
    if (isNew) m_steps.push_back(entry->first);
    return entry->second;
}

Value Numbering::inAnyOrder(Operation operation, Value a, Value b) {
    return step(operation, {std::min(a, b), std::max(a, b)});
}

Value Numbering::inLanes(Value value) {
    return value.varies ? value : step(Operation::Fill, {value});
}

Value Numbering::negated(Value a) {
    if (isConstant(a)) return prepared(Formula::unary(Kind::Negate, Formula()), {a});
    return step(Operation::Negate, {a});
}

Value Numbering::sum(Value a, Value b) {
    if (isConstant(b)) return step(Operation::AddNumber, {a, b});
    if (isConstant(a)) return step(Operation::AddNumber, {b, a});
    return inAnyOrder(Operation::Add, a, b);
}

/// Adding the negative of a number rounds the same.
Value Numbering::difference(Value a, Value b) {
    if (isConstant(b)) return sum(a, negated(b));
    if (isConstant(a)) return step(Operation::SubtractFrom, {b, a});
    return step(Operation::Subtract, {a, b});
}

Value Numbering::product(Value a, Value b) {
    if (isConstant(a) && isConstant(b))
        return prepared(Formula::binary(Kind::Multiply, Formula(), Formula()), {a, b});
    if (isConstant(b)) return step(Operation::MultiplyBy, {a, b});
    if (isConstant(a)) return step(Operation::MultiplyBy, {b, a});
    return inAnyOrder(Operation::Multiply, a, b);
}

Value Numbering::quotient(Value a, Value b) {
    if (isConstant(b)) return step(Operation::DivideBy, {a, b});
    if (isConstant(a)) return step(Operation::DivideNumber, {b, a});
    return step(Operation::Divide, {a, b});
}

/// muParser computes low powers of names as products, and all others as std::pow does.
Value Numbering::power(const Formula& node, const std::vector<Value>& operands) {
    const Value base = operands[0];
    const Value exponent = operands[1];
    const bool isProduct = base.varies || isAtom(node.operand(0));
    if (const auto n = productsFor(node.operand(1)); n && isProduct) return wholePower(base, *n);
    if (isConstant(base) && isConstant(exponent)) return prepared(node, operands);
    return step(Operation::Power, {inLanes(base), inLanes(exponent)});
}

/// Up to 4 factor by factor, as muParser does.
Value Numbering::wholePower(Value base, int exponent) {
    if (exponent == 1) return base;
    if (exponent <= 4) return product(wholePower(base, exponent - 1), base);
    const Value half = wholePower(base, exponent / 2);
    const Value even = product(half, half);
    return exponent % 2 == 0 ? even : product(even, base);
}

}  // namespace formula
