// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/algebra.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "formula/functions.h"

namespace formula {

namespace {

bool isPartOfSum(const Formula& formula) {
    return formula.is(Kind::Add) || formula.is(Kind::Subtract) || formula.is(Kind::Negate);
}

}  // namespace

bool Algebra::SameNode::operator()(const Formula& a, const Formula& b) const {
    return a.kind() == b.kind() && (!a.is(Kind::Call) || &a.function() == &b.function()) &&
           a.name() == b.name() && a.value() == b.value() &&
           std::equal(a.operands().begin(), a.operands().end(), b.operands().begin(),
                      b.operands().end(), [](const Formula& left, const Formula& right) {
                          return left.identity() == right.identity();
                      });
}

Formula Algebra::shared(const Formula& formula) {
    return *m_nodes.insert(formula).first;
}

Formula Algebra::simplified(const Formula& formula) {
    const auto known = m_simplified.find(formula.identity());
    if (known != m_simplified.end()) return known->second.simplified;
    const Formula result = rewritten(formula);
    m_simplified.emplace(formula.identity(), Entry{formula, result});
    return result;
}

Formula Algebra::rewritten(const Formula& formula) {
    if (isPartOfSum(formula)) return simplifiedSum(formula);
    std::vector<Formula> parts;
    for (const Formula& operand : formula.operands()) parts.push_back(simplified(operand));
    switch (formula.kind()) {
        case Kind::Number:
            return number(formula.value());
        case Kind::Multiply:
            return product(parts[0], parts[1]);
        case Kind::Divide:
            return quotient(parts[0], parts[1]);
        case Kind::Power:
            return power(parts[0], parts[1]);
        case Kind::Conditional:
            return conditional(parts[0], parts[1], parts[2]);
        case Kind::Call:
            return call(formula.function(), std::move(parts));
        default:
            return parts.empty() ? shared(formula)
                                 : shared(Formula::binary(formula.kind(), parts[0], parts[1]));
    }
}

/// Takes a whole chain of signs at once, so that a sum of n terms costs n and not n^2.
Formula Algebra::simplifiedSum(const Formula& formula) {
    struct Signed {
        Formula part;
        bool negative;
    };
    std::vector<Signed> waiting = {{formula, false}};
    std::vector<Term> result;
    while (!waiting.empty()) {
        const auto [part, negative] = waiting.back();
        waiting.pop_back();
        if (isPartOfSum(part)) {
            const bool flips = !part.is(Kind::Add);
            waiting.push_back({part.operands().back(), negative != flips});
            if (!part.is(Kind::Negate)) waiting.push_back({part.operand(0), negative});
            continue;
        }
        for (Term& term : terms(simplified(part))) {
            if (negative) term.coefficient = -term.coefficient;
            result.push_back(std::move(term));
        }
    }
    return sum(result);
}

Formula Algebra::power(const Formula& base, const Formula& exponent) {
    const Formula asItIs = shared(Formula::binary(Kind::Power, base, exponent));
    const auto whole = ratio(exponent);
    if (!whole || !whole->isWhole() || std::abs(whole->value()) > largestWholeExponent)
        return asItIs;
    const double n = whole->value();
    if (n == 1) return base;
    if (n == 0) return finiteEverywhere(base) ? number(1) : asItIs;
    if (n < 0) return quotient(number(1), power(base, -n));
    if (const auto constant = ratio(base)) {
        const auto folded = exactPower(*constant, n);
        return folded ? written({*folded, {}, {}}) : asItIs;
    }
    if (base.is(Kind::Negate)) {
        const Formula positive = power(base.operand(0), n);
        return std::fmod(n, 2) == 0 ? positive : negated(positive);
    }
    const auto inner = wholeExponent(base);
    if (inner && *inner * n <= largestWholeExponent) return power(base.operand(0), *inner * n);
    return asItIs;
}

Formula Algebra::comparison(Kind kind, const Formula& a, const Formula& b) {
    return shared(Formula::binary(kind, a, b));
}

Formula Algebra::conditional(const Formula& condition, const Formula& first,
                             const Formula& second) {
    if (first.identity() == second.identity()) return first;
    if (const auto constant = ratio(condition)) return constant->isZero() ? second : first;
    return shared(Formula::conditional(condition, first, second));
}

Formula Algebra::call(const Function& function, std::vector<Formula> arguments) {
    const bool extremum = std::holds_alternative<Extremum>(function.derivative);
    if (extremum && arguments.size() == 1) return arguments.front();
    if (std::holds_alternative<Raise>(function.derivative))
        return power(arguments[0], arguments[1]);
    return shared(Formula::call(function, std::move(arguments)));
}

bool Algebra::finiteEverywhere(const Formula& formula) {
    const auto known = m_finite.find(formula.identity());
    if (known != m_finite.end()) return known->second;
    bool finite = std::all_of(formula.operands().begin(), formula.operands().end(),
                              [&](const Formula& operand) { return finiteEverywhere(operand); });
    if (formula.is(Kind::Divide)) {
        const auto divisor = ratio(formula.operand(1));
        finite = finite && divisor && !divisor->isZero();
    } else if (formula.is(Kind::Power)) {
        const auto exponent = ratio(formula.operand(1));
        finite = finite && exponent && exponent->isWhole() && !exponent->isNegative();
    } else if (formula.is(Kind::Call)) {
        finite = finite && formula.function().growth == Growth::AtMostLinear;
    }
    m_finite.emplace(formula.identity(), finite);
    return finite;
}

}  // namespace formula
