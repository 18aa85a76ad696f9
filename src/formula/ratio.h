// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace formula {

/// A rational factor of a formula, exact as long as doubles can hold it: 0.4 is 4/10, and 0.4 * 3
/// is 1.2, not 1.2000000000000002. What no longer fits is rounded once to a double. It remembers
/// whether it came from decimals (0.5) or from a quotient (1/2), so that it is written as it was
/// typed.
class Ratio {
public:
    Ratio() = default;
    /// The number that `value` shows in its shortest decimal writing. `value` is finite.
    static Ratio literal(double value);

    double value() const { return m_numerator / m_denominator; }
    bool isZero() const { return m_numerator == 0; }
    bool isNegative() const { return m_numerator < 0; }
    bool isWhole() const;
    bool is(double whole) const { return m_numerator == whole && m_denominator == 1; }

    /// The numbers to write it with: value() == numerator / denominator, denominator >= 1 and
    /// whole.
    struct Quotient {
        double numerator;
        double denominator;
    };
    Quotient written() const;

    Ratio operator-() const;
    Ratio magnitude() const { return isNegative() ? -*this : *this; }

    /// Nothing where the result overflows, underflows or does not exist.
    friend std::optional<Ratio> product(const Ratio& a, const Ratio& b);
    friend std::optional<Ratio> quotient(const Ratio& a, const Ratio& b);
    friend std::optional<Ratio> sum(const Ratio& a, const Ratio& b);
    /// Only where it is exact; `exponent` is whole and at least 0.
    friend std::optional<Ratio> exactPower(const Ratio& base, double exponent);

private:
    Ratio(double numerator, double denominator, bool decimal);
    static std::optional<Ratio> rounded(double value);

    double m_numerator = 1;    ///< whole, unless it is a literal with too many digits
    double m_denominator = 1;  ///< whole, positive, without a common factor
    bool m_decimal = false;
};

std::optional<Ratio> product(const Ratio& a, const Ratio& b);
std::optional<Ratio> quotient(const Ratio& a, const Ratio& b);
std::optional<Ratio> sum(const Ratio& a, const Ratio& b);
std::optional<Ratio> exactPower(const Ratio& base, double exponent);

}  // namespace formula
