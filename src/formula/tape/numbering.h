// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "formula/formula.h"
#include "formula/tape/recording.h"

namespace formula {

/// A value on the way from variables and constants to results.
struct Value {
    bool varies = false;      ///< from lane to lane; else it is a number
    std::uint32_t index = 0;  ///< which variable or, behind them, step; which of the numbers
    auto operator<=>(const Value&) const = default;
};

/// What gives a value that varies.
struct Step {
    Operation operation = Operation::Copy;
    const Function* call = nullptr;  ///< of a function that is none of the operations
    std::vector<Value> from;         ///< at most one number, the last, where the operation has one
    auto operator<=>(const Step&) const = default;
};

/// The steps that formulas take, each different one once: steps are found by what they compute
/// from which values, whatever the order of summands and factors.
class Numbering {
public:
    Numbering(std::span<const std::string> variables, std::span<const std::string> constants);

    /// What a formula is; it must live as long as this.
    Value of(const Formula& formula);

    const std::vector<Step>& steps() const { return m_steps; }
    std::vector<double> takeNumbers() { return std::move(m_numbers); }
    std::vector<Preparation> takePreparations() { return std::move(m_preparations); }

private:
    Value written(const Formula& formula);
    Value named(const std::string& name) const;
    Value combined(const Formula& node, const std::vector<Value>& operands);
    Value called(const Function& function, const std::vector<Value>& arguments);

    Value number(double value);
    Value prepared(const Formula& node, const std::vector<Value>& operands);
    Value step(Operation operation, std::vector<Value> from);
    Value step(Step step);
    Value inAnyOrder(Operation operation, Value a, Value b);
    Value inLanes(Value value);

    Value negated(Value a);
    Value sum(Value a, Value b);
    Value difference(Value a, Value b);
    Value product(Value a, Value b);
    Value quotient(Value a, Value b);
    Value power(const Formula& node, const std::vector<Value>& operands);
    Value wholePower(Value base, int exponent);

    std::span<const std::string> m_variables;
    std::span<const std::string> m_constants;
    std::vector<Step> m_steps;
    std::vector<double> m_numbers;
    std::vector<Preparation> m_preparations;
    std::unordered_set<std::uint32_t> m_isPrepared;  ///< of the numbers
    std::unordered_map<const void*, Value> m_known;
    std::map<Step, Value> m_found;
    std::unordered_map<std::uint64_t, std::uint32_t> m_literals;  ///< by their bits
};

}  // namespace formula
