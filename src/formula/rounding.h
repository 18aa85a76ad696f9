// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "formula/formula.h"

namespace formula {

/// How far rounding may move the values of a formula in x, to first order: a running error bound,
/// Higham, Accuracy and Stability of Numerical Algorithms, 3.3, in which the error of an operand
/// counts as far as it moves the result. Belongs to one thread at a time.
class Rounding {
public:
    /// These names are constants with these values, as many; every other is x.
    explicit Rounding(const Formula& formula, std::span<const std::string> constants = {},
                      std::span<const double> values = {});

    /// How far the value computed at x may be from that of the formula at any place up to `reach`
    /// away. Infinite or NaN where nothing is known. Costs about as much as ten values.
    double error(double x, double reach = 0);

    /// Whether numbers beyond 1.8×10³⁰⁸ come up on the way to the value at x, which may make it
    /// NaN or infinite where the formula has one.
    bool overflows(double x);

    /// Whether the formula may be discontinuous less than `reach` from x: only there is a divisor
    /// 0, a condition turns, or a function such as floor steps. Rounding, which makes values jump,
    /// makes no formula so.
    bool mayBreak(double x, double reach);
    /// Whether that can be nowhere, as is seen without an x: there are only sums, products, whole
    /// powers and functions that are continuous everywhere. Then none of its values is missing.
    bool isContinuous() const;
    /// Whether the formula has no value at x, and not only because of rounding or overflow.
    bool isMissing(double x);

private:
    struct Node {
        Formula formula;
        std::vector<std::size_t> operands;  ///< earlier nodes
        double value = 0;
        double error = 0;
        bool isPlace = false;  ///< x
    };
    using Places = std::unordered_map<const void*, std::size_t>;

    struct Constants {
        std::span<const std::string> names;
        std::span<const double> values;
    };

    std::size_t add(const Formula& formula, const Constants& constants, Places& places);
    void evaluate(Node& node);
    bool overflows(const Node& node) const;
    bool mayBreak(const Node& node) const;
    bool callMayBreak(const Node& node) const;
    bool isContinuous(const Node& node) const;
    bool isMissing(const Node& node);
    bool mayBeZero(const Node& node) const;
    const Node& operand(const Node& node, std::size_t i) const { return m_nodes[node.operands[i]]; }

    std::vector<Node> m_nodes;  ///< operands before what they are part of
    std::vector<double> m_arguments;
};

}  // namespace formula
