// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "formula/functions.h"

/// Values of formulas straight from the tree, with a bound on what rounding may have done to them:
/// what compiled, simplified and differentiated formulas are compared with.
namespace oracle {

using Real = long double;

/// What is known about a value that was computed in doubles.
enum class State {
    Finite,    ///< within `error` of `value`
    Infinite,  ///< at a pole, of either sign
    NotANumber,
    Unknown  ///< too close to a jump, a pole, an edge of the domain, or the ends of a double's
             ///< range
};

struct Value {
    State state = State::Unknown;
    Real value = 0;
    Real error = 0;

    bool isFinite() const { return state == State::Finite; }
    bool isExactly(Real wanted) const { return isFinite() && error == 0 && value == wanted; }
};

inline constexpr Real roundingError = 0x1p-53L;

inline Value finite(Real value, Real error) {
    const Real size = std::abs(value);
    const bool representable = size == 0 || (size > 1e-300L && size < 1e300L);
    if (!representable || error > 1e-4L * (1 + size)) return {};
    return {State::Finite, value, error};
}

/// A value as a double would round it: `ulps` is how far a library may be off.
inline Value computed(Real value, Real inherited, Real ulps = 1) {
    if (std::isnan(value)) return {State::NotANumber, 0, 0};
    if (std::isinf(value)) return {State::Infinite, 0, 0};
    return finite(value, inherited + ulps * roundingError * std::abs(value));
}

/// True when no rounding has touched the operands and none is needed for the result.
inline bool isExactDouble(Real result, const Value& a, const Value& b) {
    return a.error == 0 && b.error == 0 && static_cast<Real>(static_cast<double>(result)) == result;
}

/// f over everything its arguments may be, judged by their ends.
template <typename Operation>
Value overEnds(const Value& a, const Value& b, Real ulps, Operation f) {
    const Real middle = f(a.value, b.value);
    Real spread = 0;
    for (const Real left : {a.value - a.error, a.value + a.error})
        for (const Real right : {b.value - b.error, b.value + b.error}) {
            const Real end = f(left, right);
            const bool alike =
                std::isnan(end) == std::isnan(middle) && std::isinf(end) == std::isinf(middle);
            if (!alike) return {};
            if (std::isfinite(end)) spread = std::max(spread, std::abs(end - middle));
        }
    const bool moves = a.error > 0 || b.error > 0;
    if (moves && std::isinf(middle)) return {};
    return computed(middle, 2 * spread, ulps);
}

inline Value sum(const Value& a, const Value& b, Real sign) {
    if (a.state == State::Unknown || b.state == State::Unknown) return {};
    if (a.state == State::NotANumber || b.state == State::NotANumber)
        return {State::NotANumber, 0, 0};
    if (a.state == State::Infinite && b.state == State::Infinite) return {};
    if (a.state == State::Infinite || b.state == State::Infinite) return {State::Infinite, 0, 0};
    const Real right = sign * b.value;
    const Real result = a.value + right;
    const bool exact = result - a.value == right && result - right == a.value;
    return computed(result, a.error + b.error, exact && isExactDouble(result, a, b) ? 0 : 1);
}

inline Value product(const Value& a, const Value& b) {
    if (a.state == State::NotANumber || b.state == State::NotANumber)
        return {State::NotANumber, 0, 0};
    if (a.state == State::Unknown || b.state == State::Unknown) return {};
    if (a.isFinite() && b.isFinite()) {
        const Real result = a.value * b.value;
        const Real inherited =
            std::abs(a.value) * b.error + std::abs(b.value) * a.error + a.error * b.error;
        const bool exact = std::fma(a.value, b.value, -result) == 0;
        return computed(result, inherited, exact && isExactDouble(result, a, b) ? 0 : 1);
    }
    const Value& other = a.isFinite() ? a : b;
    if (other.isExactly(0)) return {State::NotANumber, 0, 0};
    const bool mayBeZero = other.isFinite() && std::abs(other.value) <= other.error;
    if (mayBeZero) return {};
    return {State::Infinite, 0, 0};
}

inline Value quotient(const Value& a, const Value& b) {
    if (a.state == State::NotANumber || b.state == State::NotANumber)
        return {State::NotANumber, 0, 0};
    if (a.state == State::Unknown || b.state == State::Unknown) return {};
    if (b.state == State::Infinite)
        return a.isFinite() ? Value{State::Finite, 0, 0} : Value{State::NotANumber, 0, 0};
    if (b.isExactly(0)) {
        if (a.isExactly(0)) return {State::NotANumber, 0, 0};
        const bool mayBeZero = a.isFinite() && std::abs(a.value) <= a.error;
        if (mayBeZero) return {};
        return {State::Infinite, 0, 0};
    }
    if (std::abs(b.value) <= b.error) return {};
    if (a.state == State::Infinite) return a;
    const Real result = a.value / b.value;
    return computed(result, (a.error + std::abs(result) * b.error) / (std::abs(b.value) - b.error));
}

inline Value power(const Value& a, const Value& b) {
    const bool whole = b.isFinite() && b.error == 0 && b.value == std::trunc(b.value);
    if (a.state == State::Infinite && whole && b.value != 0)
        return b.value > 0 ? a : Value{State::Finite, 0, 0};
    if (!a.isFinite() || !b.isFinite()) {
        const bool wellKnown = (a.state == State::NotANumber && b.isFinite() && b.value != 0) ||
                               (b.state == State::NotANumber && a.isFinite() && a.value != 1);
        return wellKnown ? Value{State::NotANumber, 0, 0} : Value{};
    }
    const bool straddles = a.error > 0 && std::abs(a.value) <= a.error;
    const bool mayBeWhole = b.error > 0 && std::abs(b.value - std::round(b.value)) <= b.error;
    if (straddles || (a.value < 0 && mayBeWhole)) return {};
    return overEnds(a, b, 4 + (whole ? std::abs(b.value) : 0),
                    [](Real base, Real exponent) { return std::pow(base, exponent); });
}

/// Whether a condition holds, as 1 or 0.
inline Value compared(formula::Kind kind, const Value& a, const Value& b) {
    if (a.state == State::NotANumber || b.state == State::NotANumber)
        return {State::Finite, kind == formula::Kind::NotEqual ? 1.0L : 0.0L, 0};
    if (!a.isFinite() || !b.isFinite()) return {};
    const Real difference = a.value - b.value;
    const Real error = a.error + b.error;
    if (error > 0 && std::abs(difference) <= error) return {};
    using formula::Kind;
    const bool holds = kind == Kind::Less           ? difference < 0
                       : kind == Kind::LessEqual    ? difference <= 0
                       : kind == Kind::Greater      ? difference > 0
                       : kind == Kind::GreaterEqual ? difference >= 0
                       : kind == Kind::Equal        ? difference == 0
                                                    : difference != 0;
    return {State::Finite, holds ? 1.0L : 0.0L, 0};
}

/// 1 where a value counts as true: NaN does.
inline Value truth(const Value& a) {
    if (a.state == State::NotANumber || a.state == State::Infinite) return {State::Finite, 1, 0};
    if (!a.isFinite()) return {};
    return compared(formula::Kind::NotEqual, a, {State::Finite, 0, 0});
}

using Unary = Real (*)(Real);

inline bool isSteps(const formula::Function& function) {
    return std::holds_alternative<formula::Steps>(function.derivative);
}

/// Of Γ and its relatives.
inline bool isPole(Real u) {
    return u <= 0 && u == std::floor(u);
}

inline Unary unary(const formula::Function& function) {
    static const std::map<std::string_view, Unary> all = {
        {"sin", std::sin},
        {"cos", std::cos},
        {"tan", std::tan},
        {"asin", std::asin},
        {"acos", std::acos},
        {"atan", std::atan},
        {"sinh", std::sinh},
        {"cosh", std::cosh},
        {"tanh", std::tanh},
        {"asinh", std::asinh},
        {"acosh", std::acosh},
        {"atanh", std::atanh},
        {"exp", std::exp},
        {"ln", std::log},
        {"log2", std::log2},
        {"log10", std::log10},
        {"sqrt", std::sqrt},
        {"cbrt", std::cbrt},
        {"abs", std::abs},
        {"sign", [](Real u) -> Real { return u > 0   ? 1
                                             : u < 0 ? -1
                                                     : u; }},
        {"floor", std::floor},
        {"ceil", std::ceil},
        {"round", std::round},
        {"lg", std::log10},
        {"softplus", [](Real u) -> Real { return std::max<Real>(u, 0) + log1pl(expl(-fabsl(u))); }},
        {"sigmoid",
         [](Real u) -> Real { return u < 0 ? expl(u) / (1 + expl(u)) : 1 / (1 + expl(-u)); }},
        {"cot", [](Real u) -> Real { return 1 / tanl(u); }},
        {"sec", [](Real u) -> Real { return 1 / cosl(u); }},
        {"csc", [](Real u) -> Real { return 1 / sinl(u); }},
        {"erf", std::erf},
        {"erfc", std::erfc},
        {"gamma", std::tgamma},
        {"lgamma", [](Real u) -> Real { return isPole(u) ? HUGE_VALL : boost::math::lgamma(u); }},
        {"digamma", [](Real u) -> Real { return isPole(u) ? NAN : boost::math::digamma(u); }},
    };
    return all.at(function.name);
}

inline Value called(const formula::Function& function, const std::vector<Value>& arguments) {
    bool undefined = false;
    for (const Value& argument : arguments) {
        if (argument.state == State::NotANumber) undefined = true;
        if (argument.state == State::Unknown || argument.state == State::Infinite) return {};
    }
    if (undefined) return {State::NotANumber, 0, 0};
    const bool onCut = function.name == "atan2" && arguments[0].value == 0 &&
                       arguments[1].value <= 0;  // the sign of a zero decides
    if (onCut) return {};
    if (function.name == "atan2")
        return overEnds(arguments[0], arguments[1], 4, [](Real y, Real x) { return atan2l(y, x); });
    if (function.name == "hypot")
        return overEnds(arguments[0], arguments[1], 4, [](Real a, Real b) { return hypotl(a, b); });
    if (function.name == "polygamma") {
        const Real order = arguments[0].value;
        if (order != std::trunc(order) || order < 0 || order > 20) return {};
        return overEnds(arguments[1], {State::Finite, 0, 0}, 50, [order](Real u, Real) -> Real {
            return isPole(u) ? NAN : boost::math::polygamma(static_cast<int>(order), u);
        });
    }
    if (function.name == "min" || function.name == "max") {
        Value result = arguments[0];
        for (const Value& next : arguments) {
            const bool wins = (next.value < result.value) == (function.name == "min");
            const Real error = std::max(result.error, next.error);
            result = finite(wins ? next.value : result.value, error);
        }
        return result;
    }
    const bool exact = function.name == "abs" || isSteps(function);
    return overEnds(arguments[0], {State::Finite, 0, 0}, exact ? 0 : 4,
                    [f = unary(function)](Real u, Real) { return f(u); });
}

/// Evaluates each shared subtree once.
class Evaluation {
public:
    explicit Evaluation(Real x, Real y = 0) : m_x(x), m_y(y) {}

    Value of(const formula::Formula& formula) {
        const auto known = m_known.find(formula.identity());
        if (known != m_known.end()) return known->second;
        const Value result = evaluated(formula);
        m_regular = m_regular && result.isFinite() && !isAtEdge(formula);
        if (isStep(formula)) m_steps.push_back(result.value);
        if (isChoice(formula)) m_steps.push_back(choice(formula, result));
        m_known.emplace(formula.identity(), result);
        return result;
    }

    /// True while every part has been finite and none at the edge of where it can be
    /// differentiated.
    bool isRegular() const { return m_regular; }
    /// What the parts that are constant in steps have come to, and which branches were taken.
    const std::vector<Real>& steps() const { return m_steps; }

private:
    static bool isStep(const formula::Formula& formula) {
        if (!formula.is(formula::Kind::Call))
            return formula.kind() >= formula::Kind::Less && formula.kind() <= formula::Kind::Or;
        return isSteps(formula.function());
    }

    static bool isChoice(const formula::Formula& formula) {
        return formula.isCall("abs") || formula.isCall("min") || formula.isCall("max");
    }

    /// The argument that is the result.
    Real choice(const formula::Formula& call, const Value& result) {
        const auto& all = call.operands();
        const auto chosen = std::find_if(all.begin(), all.end(), [&](const formula::Formula& each) {
            return of(each).value == result.value;
        });
        return static_cast<Real>(chosen - all.begin());
    }

    bool isAtEdge(const formula::Formula& formula) {
        if (formula.is(formula::Kind::Power) || formula.isCall("pow")) {
            const formula::Formula& exponent = formula.operand(1);
            const bool whole = exponent.is(formula::Kind::Number) &&
                               exponent.value() == std::trunc(exponent.value());
            return of(formula.operand(0)).value == 0 && !whole;
        }
        if (formula.isCall("sqrt") || formula.isCall("cbrt"))
            return of(formula.operand(0)).value == 0;
        if (formula.isCall("atan2"))
            return of(formula.operand(0)).value == 0 && of(formula.operand(1)).value == 0;
        if (formula.isCall("asin") || formula.isCall("acos") || formula.isCall("acosh"))
            return std::abs(of(formula.operand(0)).value) == 1;
        return false;
    }

    Value evaluated(const formula::Formula& formula) {
        using formula::Kind;
        switch (formula.kind()) {
            case Kind::Number:
                return literal(formula.value());
            case Kind::Variable:
                return {State::Finite, formula.name() == "x" ? m_x : m_y, 0};
            case Kind::Pi:
                return computed(3.14159265358979323846264338327950288L, 0);
            case Kind::E:
                return computed(2.71828182845904523536028747135266250L, 0);
            case Kind::Negate:
                return sum({State::Finite, 0, 0}, of(formula.operand(0)), -1);
            case Kind::Conditional:
                return chosen(formula);
            case Kind::Call:
                if (formula.isCall("pow")) return raised(formula);
                return called(formula.function(), arguments(formula));
            case Kind::Power:
                return raised(formula);
            default:
                return binary(formula.kind(), of(formula.operand(0)), of(formula.operand(1)));
        }
    }

    /// A literal stands for its decimal writing, which a double may miss; not so 2.5.
    static Value literal(double value) {
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
        Real decimal = 0;
        std::from_chars(text.data(), end, decimal);
        const bool exact = std::ldexp(value, 10) == std::trunc(std::ldexp(value, 10));
        return finite(decimal, exact ? 0 : roundingError * decimal);
    }

    Value chosen(const formula::Formula& formula) {
        const Value condition = truth(of(formula.operand(0)));
        if (!condition.isFinite()) return {};
        return of(formula.operand(condition.value != 0 ? 1 : 2));
    }

    std::vector<Value> arguments(const formula::Formula& call) {
        std::vector<Value> all;
        for (const formula::Formula& each : call.operands()) all.push_back(of(each));
        return all;
    }

    /// Powers of zero and of negative numbers exist for some exponents only: what varies there is
    /// nothing to rely on.
    Value raised(const formula::Formula& formula) {
        const Value base = of(formula.operand(0));
        const Value result = power(base, of(formula.operand(1)));
        const bool isolated = base.value <= 0 && formula.operand(1).varies();
        return isolated && result.isFinite() ? Value{} : result;
    }

    static Value binary(formula::Kind kind, const Value& a, const Value& b) {
        using formula::Kind;
        switch (kind) {
            case Kind::Add:
                return sum(a, b, 1);
            case Kind::Subtract:
                return sum(a, b, -1);
            case Kind::Multiply:
                return product(a, b);
            case Kind::Divide:
                return quotient(a, b);
            case Kind::And:
            case Kind::Or:
                return both(kind, truth(a), truth(b));
            default:
                return compared(kind, a, b);
        }
    }

    static Value both(formula::Kind kind, const Value& a, const Value& b) {
        if (!a.isFinite() || !b.isFinite()) return {};
        const bool left = a.value != 0;
        const bool right = b.value != 0;
        const bool holds = kind == formula::Kind::And ? left && right : left || right;
        return {State::Finite, holds ? 1.0L : 0.0L, 0};
    }

    Real m_x;
    Real m_y;
    bool m_regular = true;
    std::vector<Real> m_steps;
    std::unordered_map<const void*, Value> m_known;
};

inline Value valueAt(const formula::Formula& formula, Real x) {
    return Evaluation(x).of(formula);
}

/// True when the two may be the same; a value that is not known may be anything.
inline bool agree(const Value& a, const Value& b) {
    if (a.state == State::Unknown || b.state == State::Unknown) return true;
    return a.state == b.state &&
           (!a.isFinite() || std::abs(a.value - b.value) <= a.error + b.error);
}

/// A double that someone else computed.
inline bool agree(const Value& expected, double found) {
    switch (expected.state) {
        case State::Finite:
            return std::abs(expected.value - found) <= expected.error + 1e-300L;
        case State::Infinite:
            return std::isinf(found);
        case State::NotANumber:
            return std::isnan(found);
        default:
            return true;
    }
}

/// f'(x) from values of f alone, extrapolated from a first step to a step of zero; C. Ridders,
/// Advances in Engineering Software 4 (1982) 75. Unknown where f is not smooth enough nearby.
inline Value extrapolatedSlope(const formula::Formula& formula, Real x, Real step) {
    Evaluation here(x);
    here.of(formula);
    if (!here.isRegular()) return {};
    constexpr std::size_t columns = 12;
    constexpr Real shrink = 1.4L;
    constexpr Real realsOverDoubles =
        std::numeric_limits<Real>::epsilon() / std::numeric_limits<double>::epsilon();
    Real table[columns][columns];
    Value best;
    best.error = std::numeric_limits<Real>::infinity();
    for (std::size_t i = 0; i < columns; ++i, step /= shrink) {
        Evaluation right(x + step);
        Evaluation left(x - step);
        const Value ahead = right.of(formula);
        const Value behind = left.of(formula);
        if (!ahead.isFinite() || !behind.isFinite()) return {};
        if (right.steps() != here.steps() || left.steps() != here.steps()) return {};
        table[0][i] = (ahead.value - behind.value) / (2 * step);
        const Real noise = realsOverDoubles * (ahead.error + behind.error) / step;
        Real factor = shrink * shrink;
        for (std::size_t j = 1; j <= i; ++j, factor *= shrink * shrink) {
            table[j][i] = (table[j - 1][i] * factor - table[j - 1][i - 1]) / (factor - 1);
            const Real error = noise + std::max(std::abs(table[j][i] - table[j - 1][i]),
                                                std::abs(table[j][i] - table[j - 1][i - 1]));
            if (error < best.error) best = {State::Finite, table[j][i], error};
        }
    }
    if (best.error > 1e-7L * (1 + std::abs(best.value))) return {};
    best.error = 10 * best.error + 1e-10L * (1 + std::abs(best.value));
    return best;
}

/// From two first steps, as a fast oscillation may look smooth to one.
inline Value slopeFromDifferences(const formula::Formula& formula, Real x) {
    const Value wide = extrapolatedSlope(formula, x, 0.02L * (1 + std::abs(x)));
    if (!wide.isFinite()) return {};
    const Value narrow = extrapolatedSlope(formula, x, 2e-5L * (1 + std::abs(x)));
    return narrow.isFinite() && agree(wide, narrow) ? wide : Value{};
}

}  // namespace oracle
