// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "formula/formula.h"
#include "formula/ratio.h"

namespace formula {

/// c · m: one term of a sum, or the whole of a product.
struct Term {
    Ratio coefficient;
    Formula monomial;  ///< without a numeric factor; the number 1 for a constant term
};

/// Whole exponents up to here are added and multiplied; larger ones stay as they are.
inline constexpr double largestWholeExponent = 1e6;

/// base^exponent as a factor; the exponent is whole and at least 1.
struct Factor {
    Formula base;
    double exponent = 1;
};

/// coefficient · over / under
struct Product {
    Ratio coefficient;
    std::vector<Factor> over;
    std::vector<Factor> under;
};

/// Writes formulas in simplest form. Its operations take parts that are simplified already and give
/// simplified results; equal results are the same node, so that equality costs a comparison of
/// pointers and what repeats is shared.
///
/// A rule applies only where it keeps the domain: u - u is 0 and 0 · u is 0 only where u is finite
/// at every real number; u / u never cancels; roots and powers that are not whole stay as they are.
/// A value that overflows a double on the way counts as finite here when u is built from
/// polynomials and bounded functions.
class Algebra {
public:
    Formula simplified(const Formula& formula);

    Formula number(double value) { return shared(Formula::number(value)); }
    Formula sum(std::span<const Formula> terms);
    Formula sum(const Formula& a, const Formula& b);
    Formula difference(const Formula& a, const Formula& b);
    Formula negated(const Formula& a) { return scaled(-Ratio(), a); }
    Formula scaled(const Ratio& factor, const Formula& a);
    /// factor · a with each term of a multiplied on its own.
    Formula distributed(const Ratio& factor, const Formula& a);
    Formula product(const Formula& a, const Formula& b);
    Formula quotient(const Formula& a, const Formula& b);
    /// The fraction with the powers of `zero` cancelled above and below the line: for callers who
    /// know that at zero = 0 there is nothing to lose.
    Formula cancelled(const Formula& fraction, const Formula& zero);
    Formula power(const Formula& base, const Formula& exponent);
    Formula power(const Formula& base, double exponent) { return power(base, number(exponent)); }
    Formula comparison(Kind kind, const Formula& a, const Formula& b);
    Formula conditional(const Formula& condition, const Formula& first, const Formula& second);
    Formula call(const Function& function, std::vector<Formula> arguments);

    /// The terms of a simplified formula, in order.
    std::vector<Term> terms(const Formula& formula);
    /// The factors of a simplified formula. Of a long product only the last few are opened and the
    /// rest is one factor: products of neighbours in a long chain then share all but their ends.
    Product factors(const Formula& formula);
    /// The exponent of a power whose exponent is whole, from 2 to largestWholeExponent.
    static std::optional<double> wholeExponent(const Formula& formula);
    /// The rational number that a simplified formula is, if it is one.
    std::optional<Ratio> ratio(const Formula& formula);
    Formula written(Product product);

private:
    struct SameNode {
        bool operator()(const Formula& a, const Formula& b) const;
    };
    struct NodeHash {
        std::size_t operator()(const Formula& formula) const { return formula.hash(); }
    };
    struct Entry {
        Formula formula;  ///< keeps the identity in use
        Formula simplified;
    };

    Formula shared(const Formula& formula);
    Formula rewritten(const Formula& formula);
    Formula simplifiedSum(const Formula& formula);
    Formula sum(const std::vector<Term>& terms);
    Formula chain(double leading, std::vector<Factor> factors);
    Term term(const Formula& formula);
    const void* key(const Formula& monomial);
    void dropFiniteIfZero(Product& product);
    std::size_t factorCount(const Formula& formula);
    void multiply(Product& into, const Product& by);
    bool divide(Product& into, const Product& by);
    bool finiteEverywhere(const Formula& formula);
    std::unordered_set<Formula, NodeHash, SameNode> m_nodes;
    std::unordered_map<const void*, Entry> m_simplified;
    std::unordered_map<const void*, bool> m_finite;
    std::unordered_map<const void*, std::size_t> m_factorCounts;
};

}  // namespace formula
