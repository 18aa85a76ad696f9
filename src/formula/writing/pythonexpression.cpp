// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/writing/pythonexpression.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "formula/functions.h"
#include "formula/parts.h"
#include "formula/values.h"

namespace formula {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// Up to here Python's whole numbers are computed as doubles are.
constexpr double largestWhole = 9007199254740992.0;

/// What Python's own numbers make of a formula without variables and calls; nothing where that is
/// an error, a complex number or a whole number too large for a double.
std::optional<double> nativeValue(const Formula& formula) {
    if (formula.is(Kind::Number)) return formula.value();
    if (formula.is(Kind::Pi)) return std::numbers::pi;
    if (formula.is(Kind::E)) return std::numbers::e;
    std::vector<double> operands;
    for (const Formula& operand : formula.operands()) {
        const auto value = nativeValue(operand);
        if (!value) return std::nullopt;
        operands.push_back(*value);
    }
    const double value = applied(formula, operands);
    return std::abs(value) <= largestWhole ? std::optional(value) : std::nullopt;
}

std::string digits(double value) {
    char text[32];
    const auto end = value < largestWhole ? std::to_chars(std::begin(text), std::end(text), value)
                                          : std::to_chars(std::begin(text), std::end(text), value,
                                                          std::chars_format::scientific);
    return {text, end.ptr};
}

/// Another writing of ^.
bool isRaise(const Formula& formula) {
    return formula.is(Kind::Call) && std::holds_alternative<Raise>(formula.function().derivative);
}

std::string bracketed(const std::string& text, Level level, Level least) {
    return level < least ? '(' + text + ')' : text;
}

}  // namespace

const PythonForm& formOf(const Function& function, Dialect dialect) {
    return dialect == Dialect::NumPy ? function.python.numpy : function.python.pytorch;
}

bool isCondition(Kind kind) {
    return isComparison(kind) || kind == Kind::And || kind == Kind::Or;
}

void PythonExpression::setName(const Formula& formula, std::string name) {
    m_names[formula.identity()] = std::move(name);
}

std::string PythonExpression::written(const Formula& formula) {
    return full(formula).text;
}

PythonExpression::Piece PythonExpression::piece(const Formula& formula) {
    if (isNamed(formula)) return {m_names.at(formula.identity())};
    if (isCondition(formula.kind())) return number(condition(formula).text);
    if (!m_isExact && isNative(formula) && !nativeValue(formula)) return exactly(formula);
    switch (formula.kind()) {
        case Kind::Negate:
            return {'-' + part(formula.operand(0), Level::Product), Level::Sign};
        case Kind::Conditional:
            return conditional(formula);
        case Kind::Call:
            return call(formula);
        default:
            return formula.operands().empty()
                       ? leaf(formula)
                       : operation(formula.kind(), formula.operand(0), formula.operand(1));
    }
}

PythonExpression::Piece PythonExpression::leaf(const Formula& formula) const {
    if (formula.is(Kind::Variable)) return {called(formula.name(), m_symbols)};
    const std::string text = formula.is(Kind::Pi)  ? "math.pi"
                             : formula.is(Kind::E) ? "math.e"
                                                   : digits(formula.value());
    return m_isExact ? number(text) : Piece{text};
}

/// Not in a number of Python's own, for which a division by 0 is an error and the root of −1 a
/// complex number.
PythonExpression::Piece PythonExpression::full(const Formula& formula) {
    const bool isOwn = !m_isExact && isNative(formula) && nativeValue(formula);
    return isOwn ? number(piece(formula).text) : piece(formula);
}

/// NumPy's functions take Python's own numbers, but some make whole numbers of whole ones.
PythonExpression::Piece PythonExpression::argument(const Formula& formula) {
    const bool isLiteral = isNegativeLiteral(formula) || formula.is(Kind::Number);
    if (m_dialect == Dialect::PyTorch || !isLiteral || m_isExact || !nativeValue(formula))
        return full(formula);
    const std::string text = piece(formula).text;
    return {text.find_first_of(".e") == text.npos ? text + ".0" : text};
}

/// With literals that are numbers of the dialect from the start.
PythonExpression::Piece PythonExpression::exactly(const Formula& formula) {
    m_isExact = true;
    Piece exact = piece(formula);
    m_isExact = false;
    return exact;
}

PythonExpression::Piece PythonExpression::operation(Kind kind, const Formula& left,
                                                    const Formula& right) {
    std::string sign = kind == Kind::Power ? "**" : std::string(symbol(kind));
    if (level(kind) == Level::Sum) sign = ' ' + sign + ' ';
    return {part(left, leftLevel(kind)) + sign + part(right, rightLevel(kind)), level(kind)};
}

/// As what Python takes for a truth.
PythonExpression::Piece PythonExpression::condition(const Formula& formula) {
    const Kind kind = formula.kind();
    if (isNamed(formula) || !isCondition(kind))
        return {part(formula, Level::Sum) + " != 0", Level::Comparison};
    const std::string sign = kind == Kind::And  ? "and"
                             : kind == Kind::Or ? "or"
                                                : std::string(symbol(kind));
    const auto side = [&](std::size_t index, Level least) {
        if (isComparison(kind)) return part(formula.operand(index), least);
        const Piece truth = condition(formula.operand(index));
        return bracketed(truth.text, truth.level, least);
    };
    return {side(0, leftLevel(kind)) + ' ' + sign + ' ' + side(1, rightLevel(kind)), level(kind)};
}

PythonExpression::Piece PythonExpression::conditional(const Formula& formula) {
    const auto branch = [&](std::size_t index) {
        const Piece inside = full(formula.operand(index));
        return bracketed(inside.text, inside.level, Level::Or);
    };
    const Piece truth = condition(formula.operand(0));
    return {branch(1) + " if " + truth.text + " else " + branch(2), Level::Conditional};
}

PythonExpression::Piece PythonExpression::call(const Formula& formula) {
    const Function& function = formula.function();
    const auto& arguments = formula.operands();
    if (isRaise(formula)) return operation(Kind::Power, arguments[0], arguments[1]);
    if (function.maxArguments == 0) return folded(formula);
    std::string text;
    bool mayBeInfinite = false;
    for (const Formula& each : arguments) {
        const bool isOrder = text.empty() && std::holds_alternative<Orders>(function.derivative);
        text += (text.empty() ? "" : ", ") + (isOrder ? piece(each).text : argument(each).text);
        mayBeInfinite = mayBeInfinite || !(reach(each) < infinity);
    }
    if (function.python.hasLimits && mayBeInfinite)
        return {"finite(" + callee(function) + ", " + text + ')'};
    return {callee(function) + '(' + text + ')'};
}

/// A function of any number of arguments, by that of two.
PythonExpression::Piece PythonExpression::folded(const Formula& formula) {
    Piece all = full(formula.operand(0));
    for (std::size_t i = 1; i < formula.operands().size(); ++i)
        all = {callee(formula.function()) + '(' + all.text + ", " + full(formula.operand(i)).text +
               ')'};
    return all;
}

std::string PythonExpression::part(const Formula& formula, Level least) {
    const Piece inside = piece(formula);
    return bracketed(inside.text, inside.level, least);
}

PythonExpression::Piece PythonExpression::number(const std::string& text) const {
    return {inDialect("np.float64(" + text + ')', m_dialect)};
}

std::string PythonExpression::callee(const Function& function) const {
    const PythonForm& form = formOf(function, m_dialect);
    if (const auto* own = std::get_if<Defined>(&form)) return std::string(own->name());
    return (m_dialect == Dialect::NumPy ? "np." : "torch.") +
           std::string(std::get<Ready>(form).name);
}

bool PythonExpression::isNamed(const Formula& formula) const {
    return m_names.contains(formula.identity());
}

/// Whether Python computes it in numbers of its own.
bool PythonExpression::isNative(const Formula& formula) const {
    if (formula.varies() || (formula.is(Kind::Call) && !isRaise(formula)) ||
        formula.is(Kind::Conditional) || isCondition(formula.kind()) || isNamed(formula))
        return false;
    return std::ranges::all_of(formula.operands(),
                               [this](const Formula& operand) { return isNative(operand); });
}

/// No larger than this wherever a run is before it has diverged; infinite where that is not known.
double PythonExpression::reach(const Formula& formula) const {
    constexpr double farthest = 1e12;
    constexpr double few = 4;
    if (isNamed(formula)) return infinity;
    double sum = 0;
    double product = 1;
    for (const Formula& operand : formula.operands()) {
        const double size = reach(operand);
        sum += size;
        product *= std::max(size, 1.0);
    }
    switch (formula.kind()) {
        case Kind::Number:
            return formula.value();
        case Kind::Variable:
            return farthest;
        case Kind::Multiply:
            return product;
        case Kind::Power: {
            const Formula& exponent = formula.operand(1);
            const bool isWhole = exponent.is(Kind::Number) && exponent.value() >= 1;
            return isWhole ? std::pow(std::max(reach(formula.operand(0)), 1.0), exponent.value())
                           : infinity;
        }
        case Kind::Divide:
            return infinity;
        case Kind::Call:
            return formula.function().growth == Growth::AtMostLinear ? sum + few : infinity;
        default:
            return sum + few;
    }
}

}  // namespace formula
