// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Algebra that takes sums and products apart, gathers and writes them.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "formula/algebra.h"

namespace formula {

namespace {

/// Products of more factors than this stay closed; see Algebra::factors().
constexpr std::size_t longestOpenProduct = 8;

bool isSum(const Formula& formula) {
    return formula.is(Kind::Add) || formula.is(Kind::Subtract);
}

void gather(std::vector<Factor>& factors, const Factor& factor) {
    const auto same = std::find_if(factors.begin(), factors.end(), [&](const Factor& known) {
        return known.base.identity() == factor.base.identity();
    });
    if (same == factors.end())
        factors.push_back(factor);
    else
        same->exponent += factor.exponent;
}

double exponentOf(const Formula& base, const std::vector<Factor>& factors) {
    for (const Factor& factor : factors)
        if (factor.base.identity() == base.identity()) return factor.exponent;
    return 0;
}

void lower(std::vector<Factor>& factors, const Formula& base, double by) {
    for (Factor& factor : factors)
        if (factor.base.identity() == base.identity()) factor.exponent -= by;
    std::erase_if(factors, [](const Factor& factor) { return factor.exponent == 0; });
}

}  // namespace

std::size_t Algebra::factorCount(const Formula& formula) {
    const bool opens =
        formula.is(Kind::Multiply) || formula.is(Kind::Divide) || formula.is(Kind::Negate);
    if (!opens) return 1;
    const auto known = m_factorCounts.find(formula.identity());
    if (known != m_factorCounts.end()) return known->second;
    std::size_t count = 0;
    for (const Formula& operand : formula.operands()) {
        const std::size_t inner = factorCount(operand);
        count += inner > longestOpenProduct ? 1 : inner;
    }
    m_factorCounts.emplace(formula.identity(), count);
    return count;
}

std::optional<double> Algebra::wholeExponent(const Formula& formula) {
    if (!formula.is(Kind::Power) || !formula.operand(1).is(Kind::Number)) return std::nullopt;
    const double exponent = formula.operand(1).value();
    const bool usable =
        exponent >= 2 && exponent <= largestWholeExponent && exponent == std::trunc(exponent);
    if (!usable) return std::nullopt;
    return exponent;
}

Product Algebra::factors(const Formula& formula) {
    if (formula.is(Kind::Number)) return {Ratio::literal(formula.value()), {}, {}};
    if (formula.is(Kind::Negate)) {
        Product result = factors(formula.operand(0));
        result.coefficient = -result.coefficient;
        return result;
    }
    if (const auto exponent = wholeExponent(formula))
        return {{}, {{formula.operand(0), *exponent}}, {}};
    const bool opens = formula.is(Kind::Multiply) || formula.is(Kind::Divide);
    if (!opens || factorCount(formula) > longestOpenProduct) return {{}, {{formula}}, {}};
    Product result = factors(formula.operand(0));
    const Product last = factors(formula.operand(1));
    if (formula.is(Kind::Multiply))
        multiply(result, last);
    else if (!divide(result, last))
        return {{}, {{formula}}, {}};
    return result;
}

void Algebra::multiply(Product& into, const Product& by) {
    if (const auto folded = formula::product(into.coefficient, by.coefficient))
        into.coefficient = *folded;
    else
        gather(into.over, {written({by.coefficient, {}, {}})});
    for (const Factor& factor : by.over) gather(into.over, factor);
    for (const Factor& factor : by.under) gather(into.under, factor);
}

/// False, and nothing done, where the divisor is zero or has a divisor of its own: 1 / (1 / x) is
/// not defined at 0.
bool Algebra::divide(Product& into, const Product& by) {
    const auto folded = formula::quotient(into.coefficient, by.coefficient);
    if (!folded || !by.under.empty()) return false;
    into.coefficient = *folded;
    for (const Factor& factor : by.over) gather(into.under, factor);
    return true;
}

Formula Algebra::product(const Formula& a, const Formula& b) {
    Product result = factors(a);
    multiply(result, factors(b));
    return written(result);
}

Formula Algebra::quotient(const Formula& a, const Formula& b) {
    Product result = factors(a);
    if (divide(result, factors(b))) return written(result);
    const Ratio coefficient = std::exchange(result.coefficient, {});
    return scaled(coefficient, shared(Formula::binary(Kind::Divide, written(result), b)));
}

Formula Algebra::scaled(const Ratio& factor, const Formula& a) {
    if (factor.is(1)) return a;
    Product result = {factor, {}, {}};
    multiply(result, factors(a));
    return written(result);
}

Formula Algebra::distributed(const Ratio& factor, const Formula& a) {
    std::vector<Formula> parts;
    for (const auto& [coefficient, monomial] : terms(a))
        parts.push_back(scaled(factor, scaled(coefficient, monomial)));
    return sum(parts);
}

Formula Algebra::cancelled(const Formula& fraction, const Formula& zero) {
    Product result = factors(fraction);
    for (const Factor& factor : factors(zero).over) {
        const double common =
            std::min(exponentOf(factor.base, result.over), exponentOf(factor.base, result.under));
        lower(result.over, factor.base, common);
        lower(result.under, factor.base, common);
    }
    const auto multiplied = [&](const std::vector<Factor>& factors) {
        Formula all = number(1);
        for (const auto& [base, exponent] : factors) all = product(all, power(base, exponent));
        return all;
    };
    return quotient(scaled(result.coefficient, multiplied(result.over)), multiplied(result.under));
}

/// 0 · u is 0 where u is finite; what may be infinite stays.
void Algebra::dropFiniteIfZero(Product& product) {
    if (!product.coefficient.isZero()) return;
    std::erase_if(product.over,
                  [&](const Factor& factor) { return finiteEverywhere(factor.base); });
}

Formula Algebra::chain(double leading, std::vector<Factor> factors) {
    std::stable_partition(factors.begin(), factors.end(),
                          [](const Factor& factor) { return !factor.base.varies(); });
    std::optional<Formula> result;
    if (leading != 1 || factors.empty()) result = number(leading);
    for (const auto& [base, exponent] : factors) {
        const Formula next =
            exponent == 1 ? base : shared(Formula::binary(Kind::Power, base, number(exponent)));
        result = result ? shared(Formula::binary(Kind::Multiply, *result, next)) : next;
    }
    return *result;
}

Formula Algebra::written(Product product) {
    dropFiniteIfZero(product);
    const auto [numerator, denominator] = product.coefficient.magnitude().written();
    Formula result = chain(numerator, product.over);
    if (denominator != 1 || !product.under.empty())
        result = shared(Formula::binary(Kind::Divide, result, chain(denominator, product.under)));
    if (!product.coefficient.isNegative()) return result;
    if (!isSum(result)) return shared(Formula::unary(Kind::Negate, result));
    return distributed(-Ratio(), result);
}

std::optional<Ratio> Algebra::ratio(const Formula& formula) {
    if (formula.varies()) return std::nullopt;
    const Product product = factors(formula);
    if (!product.over.empty() || !product.under.empty()) return std::nullopt;
    return product.coefficient;
}

Term Algebra::term(const Formula& formula) {
    Product product = factors(formula);
    const bool stays = product.coefficient.isZero() && !formula.isNumber(0);
    if (stays || (product.coefficient.is(1) && !formula.is(Kind::Number))) return {{}, formula};
    const Ratio coefficient = std::exchange(product.coefficient, {});
    return {coefficient, written(product)};
}

std::vector<Term> Algebra::terms(const Formula& formula) {
    std::vector<Term> result;
    const Formula* rest = &formula;
    while (isSum(*rest)) {
        result.push_back(term(rest->operand(1)));
        if (rest->is(Kind::Subtract)) result.back().coefficient = -result.back().coefficient;
        rest = &rest->operand(0);
    }
    result.push_back(term(*rest));
    std::reverse(result.begin(), result.end());
    return result;
}

Formula Algebra::sum(std::span<const Formula> parts) {
    std::vector<Term> all;
    for (const Formula& part : parts)
        for (Term& each : terms(part)) all.push_back(std::move(each));
    return sum(all);
}

Formula Algebra::sum(const Formula& a, const Formula& b) {
    return sum(std::array{a, b});
}

Formula Algebra::difference(const Formula& a, const Formula& b) {
    return sum(a, negated(b));
}

/// The same for monomials that differ in the order of their factors.
const void* Algebra::key(const Formula& monomial) {
    Product ordered = factors(monomial);
    if (ordered.over.size() < 2 && ordered.under.size() < 2) return monomial.identity();
    const auto byHash = [](const Factor& a, const Factor& b) {
        return a.base.hash() < b.base.hash();
    };
    std::sort(ordered.over.begin(), ordered.over.end(), byHash);
    std::sort(ordered.under.begin(), ordered.under.end(), byHash);
    return written(ordered).identity();
}

/// Terms of opposite signs meet only where they cannot be infinite: inf - inf is not a number.
Formula Algebra::sum(const std::vector<Term>& terms) {
    std::vector<Term> gathered;
    std::map<std::pair<const void*, int>, std::size_t> places;
    for (const Term& each : terms) {
        const int sign = each.coefficient.isNegative() ? -1 : 1;
        const int side = finiteEverywhere(each.monomial) ? 0 : sign;
        const auto [place, isNew] = places.try_emplace({key(each.monomial), side}, gathered.size());
        const auto total =
            isNew ? std::nullopt
                  : formula::sum(gathered[place->second].coefficient, each.coefficient);
        if (total)
            gathered[place->second].coefficient = *total;
        else
            gathered.push_back(each);
    }
    std::erase_if(gathered, [](const Term& each) { return each.coefficient.isZero(); });
    if (gathered.empty()) return number(0);
    Formula result = scaled(gathered[0].coefficient, gathered[0].monomial);
    for (std::size_t i = 1; i < gathered.size(); ++i) {
        const auto& [coefficient, monomial] = gathered[i];
        const Kind kind = coefficient.isNegative() ? Kind::Subtract : Kind::Add;
        result = shared(Formula::binary(kind, result, scaled(coefficient.magnitude(), monomial)));
    }
    return result;
}

}  // namespace formula
