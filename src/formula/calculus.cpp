// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/calculus.h"

#include <algorithm>
#include <map>
#include <numbers>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "formula/algebra.h"
#include "formula/functions.h"
#include "formula/reader.h"

namespace formula {

namespace {

/// The derivatives that the table of functions has as texts.
const Formula& written(const Slope& slope) {
    static const auto slopes = [] {
        std::map<std::string_view, Formula> all;
        for (const Function& each : functions()) {
            const auto* text = std::get_if<Slope>(&each.derivative);
            if (text) all.emplace(text->formula, *read(text->formula));
        }
        return all;
    }();
    return slopes.at(slope.formula);
}

/// `rule` with its variable replaced; of the kinds that occur in those texts.
Formula applied(const Formula& rule, const Formula& argument) {
    if (rule.is(Kind::Variable)) return argument;
    std::vector<Formula> parts;
    for (const Formula& operand : rule.operands()) parts.push_back(applied(operand, argument));
    if (parts.empty()) return rule;
    if (rule.is(Kind::Call)) return Formula::call(rule.function(), std::move(parts));
    if (rule.is(Kind::Negate)) return Formula::unary(Kind::Negate, parts[0]);
    return Formula::binary(rule.kind(), parts[0], parts[1]);
}

bool isLogarithm(const Formula& formula) {
    return formula.is(Kind::Call) &&
           std::holds_alternative<Logarithm>(formula.function().derivative);
}

/// Differentiates formulas that its algebra has simplified, each subtree once. Where u' is zero, a
/// rule drops its term, so that no 0 · v stays behind where v may be infinite.
class Differentiation {
public:
    Differentiation(Algebra& algebra, std::string_view variable)
        : m_algebra(algebra), m_variable(variable) {}

    Formula of(const Formula& formula);

private:
    struct Entry {
        Formula formula;  ///< keeps the identity in use
        Formula derivative;
    };

    struct ScaledPower {
        Formula c;
        Formula w;
        double n;
    };

    Formula byRule(const Formula& formula);
    Formula ofSum(const Formula& sum);
    Formula ofProduct(const Formula& u, const Formula& v);
    Formula ofQuotient(const Formula& u, const Formula& v);
    ScaledPower asPower(const Formula& formula);
    bool dependsOnVariable(const Formula& formula);
    Formula ofPower(const Formula& whole, const Formula& u, const Formula& v);
    Formula ofCall(const Formula& call);
    Formula ofLogarithm(const Formula& w, double base);
    Formula relative(const Formula& w);
    Formula ofAngle(const Formula& y, const Formula& x);
    Formula ofExtremum(const Formula& call, Kind wins);
    Formula byParts(const Partials& partials, const Formula& u, const Formula& v);

    Formula number(double value) { return m_algebra.number(value); }
    /// inner · outer; 0 when inner is.
    Formula times(const Formula& inner, const Formula& outer);

    Algebra& m_algebra;
    std::string_view m_variable;
    std::unordered_map<const void*, Entry> m_known;
    std::unordered_map<const void*, std::pair<Formula, bool>> m_depends;
};

Formula Differentiation::of(const Formula& formula) {
    if (!formula.varies()) return number(0);
    const auto known = m_known.find(formula.identity());
    if (known != m_known.end()) return known->second.derivative;
    const Formula result = byRule(formula);
    m_known.emplace(formula.identity(), Entry{formula, result});
    return result;
}

Formula Differentiation::byRule(const Formula& formula) {
    switch (formula.kind()) {
        case Kind::Variable:
            return number(formula.name() == m_variable ? 1 : 0);
        case Kind::Negate:
        case Kind::Add:
        case Kind::Subtract:
            return ofSum(formula);
        case Kind::Multiply:
            return ofProduct(formula.operand(0), formula.operand(1));
        case Kind::Divide:
            return ofQuotient(formula.operand(0), formula.operand(1));
        case Kind::Power:
            return ofPower(formula, formula.operand(0), formula.operand(1));
        case Kind::Conditional:
            return m_algebra.conditional(formula.operand(0), of(formula.operand(1)),
                                         of(formula.operand(2)));
        case Kind::Call:
            return ofCall(formula);
        default:
            return number(0);  // comparisons are constant in steps
    }
}

Formula Differentiation::times(const Formula& inner, const Formula& outer) {
    return inner.isNumber(0) ? inner : m_algebra.product(inner, outer);
}

Formula Differentiation::ofSum(const Formula& sum) {
    std::vector<Formula> parts;
    for (const auto& [coefficient, monomial] : m_algebra.terms(sum))
        parts.push_back(m_algebra.distributed(coefficient, of(monomial)));
    return m_algebra.sum(parts);
}

/// ln(w) is infinite at w = 0, so that u · w'/w may cancel there: u · ln(w) has no point to lose.
Formula Differentiation::ofProduct(const Formula& u, const Formula& v) {
    const Formula dv = of(v);
    Formula right = dv.isNumber(0) ? dv : m_algebra.product(u, dv);
    if (isLogarithm(v)) right = m_algebra.cancelled(right, v.operand(0));
    return m_algebra.sum(times(of(u), v), right);
}

/// With v = c w^n: (u' w - n u w') / (c w^(n+1)), so that n grows by one with each differentiation
/// and does not double. As u'/v - n u w' / (c w^(n+1)) when u' is a quotient itself.
Formula Differentiation::ofQuotient(const Formula& u, const Formula& v) {
    const Formula du = of(u);
    if (of(v).isNumber(0)) return du.isNumber(0) ? du : m_algebra.quotient(du, v);
    const auto [c, w, n] = asPower(v);
    const Formula raised = m_algebra.product(c, m_algebra.power(w, n + 1));
    const Formula right = m_algebra.scaled(Ratio::literal(-n), times(of(w), u));
    if (!m_algebra.factors(du).under.empty())
        return m_algebra.sum(m_algebra.quotient(du, v), m_algebra.quotient(right, raised));
    return m_algebra.quotient(m_algebra.sum(times(du, w), right), raised);
}

/// c w^n with c constant; n is more than 1 only when w has a single factor.
Differentiation::ScaledPower Differentiation::asPower(const Formula& formula) {
    Product varying = m_algebra.factors(formula);
    if (!varying.under.empty() || varying.coefficient.isZero()) return {number(1), formula, 1};
    Product constant = {std::exchange(varying.coefficient, {}), {}, {}};
    std::erase_if(varying.over, [&](const Factor& factor) {
        if (!dependsOnVariable(factor.base)) constant.over.push_back(factor);
        return !dependsOnVariable(factor.base);
    });
    double n = 1;
    if (varying.over.size() == 1) n = std::exchange(varying.over.front().exponent, 1);
    return {m_algebra.written(constant), m_algebra.written(varying), n};
}

bool Differentiation::dependsOnVariable(const Formula& formula) {
    if (!formula.varies() || formula.is(Kind::Variable))
        return formula.varies() && formula.name() == m_variable;
    const auto [known, isNew] = m_depends.try_emplace(formula.identity(), formula, false);
    if (!isNew) return known->second.second;
    const bool depends = std::ranges::any_of(
        formula.operands(), [this](const Formula& part) { return dependsOnVariable(part); });
    return m_depends.at(formula.identity()).second = depends;
}

/// Without ln(u) where the exponent does not vary: u may be negative or 0 there.
Formula Differentiation::ofPower(const Formula& whole, const Formula& u, const Formula& v) {
    if (u.isNumber(0)) return u;
    const Formula du = of(u);
    const Formula dv = of(v);
    if (dv.isNumber(0)) {
        if (du.isNumber(0) || v.isNumber(0)) return number(0);
        const Formula lowered = m_algebra.power(u, m_algebra.difference(v, number(1)));
        return m_algebra.product(
            v, u.is(Kind::Call) ? m_algebra.product(lowered, du) : m_algebra.product(du, lowered));
    }
    const Formula growth =
        u.is(Kind::E) ? dv : m_algebra.product(dv, m_algebra.call(function("ln"), {u}));
    const Formula inner = m_algebra.quotient(times(du, v), u);
    const Formula both =
        du.isNumber(0) ? growth : m_algebra.sum(growth, m_algebra.cancelled(inner, u));
    return m_algebra.product(both, whole);
}

Formula Differentiation::ofCall(const Formula& call) {
    struct Rules {
        Differentiation& calculus;
        const Formula& call;

        Formula operator()(const Slope& slope) const {
            const Formula& u = call.operand(0);
            Algebra& algebra = calculus.m_algebra;
            return calculus.times(calculus.of(u), algebra.simplified(applied(written(slope), u)));
        }
        Formula operator()(const Partials& partials) const {
            return calculus.byParts(partials, call.operand(0), call.operand(1));
        }
        Formula operator()(const Orders& orders) const {
            const Formula& u = call.operand(1);
            Algebra& algebra = calculus.m_algebra;
            return calculus.times(calculus.of(u),
                                  algebra.simplified(orders.next(call.operand(0), u)));
        }
        Formula operator()(Steps) const { return calculus.number(0); }
        Formula operator()(Logarithm logarithm) const {
            return calculus.ofLogarithm(call.operand(0), logarithm.base);
        }
        Formula operator()(Angle) const {
            return calculus.ofAngle(call.operand(0), call.operand(1));
        }
        Formula operator()(Extremum extremum) const {
            return calculus.ofExtremum(call, extremum.wins);
        }
        Formula operator()(Raise) const {
            return calculus.ofPower(call, call.operand(0), call.operand(1));
        }
    };
    return std::visit(Rules{*this, call}, call.function().derivative);
}

/// w'/w: the derivative of ln(w), which has nothing to lose at w = 0.
Formula Differentiation::relative(const Formula& w) {
    const Formula dw = of(w);
    return dw.isNumber(0) ? dw : m_algebra.cancelled(m_algebra.quotient(dw, w), w);
}

Formula Differentiation::ofLogarithm(const Formula& w, double base) {
    const Formula natural =
        w.is(Kind::Divide) ? m_algebra.difference(relative(w.operand(0)), relative(w.operand(1)))
                           : relative(w);
    if (base == std::numbers::e || natural.isNumber(0)) return natural;
    return m_algebra.quotient(natural, m_algebra.call(function("ln"), {number(base)}));
}

/// The derivative of an angle: (x y' - y x') / (x^2 + y^2).
Formula Differentiation::ofAngle(const Formula& y, const Formula& x) {
    const Formula turn = m_algebra.difference(times(of(y), x), times(of(x), y));
    const Formula radius = m_algebra.sum(m_algebra.power(x, 2), m_algebra.power(y, 2));
    return m_algebra.quotient(turn, radius);
}

Formula Differentiation::byParts(const Partials& partials, const Formula& u, const Formula& v) {
    const Formula left = times(of(u), m_algebra.simplified(partials.byFirst(u, v)));
    return m_algebra.sum(left, times(of(v), m_algebra.simplified(partials.bySecond(u, v))));
}

/// Of the first argument while it wins, else of the extremum of the rest.
Formula Differentiation::ofExtremum(const Formula& call, Kind wins) {
    const auto& arguments = call.operands();
    Formula rest = arguments.back();
    Formula result = of(rest);
    for (std::size_t i = arguments.size() - 1; i-- > 0;) {
        const Formula first = m_algebra.comparison(wins, arguments[i], rest);
        result = m_algebra.conditional(first, of(arguments[i]), result);
        rest = m_algebra.call(call.function(), {arguments[i], rest});
    }
    return result;
}

}  // namespace

Formula derivative(const Formula& formula, std::string_view variable) {
    Algebra algebra;
    return Differentiation(algebra, variable).of(algebra.simplified(formula));
}

Formula simplified(const Formula& formula) {
    return Algebra().simplified(formula);
}

}  // namespace formula
