// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/analysis.h"

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "formula/calculus.h"
#include "formula/expression.h"
#include "formula/utf8.h"

namespace formula {

namespace {

/// How many nodes derivatives may have, shared ones counted once. Measured: a node of f'' takes
/// about 3 µs to derive and 2.5 µs to compile, and f'' has up to four times the nodes of f'. These
/// keep every analysis at about 30 ms, which leaves room for slower machines.
constexpr std::size_t largestDerivative = 1500;
constexpr std::size_t largestSecond = 3000;

/// Counts the nodes of formulas, up to a limit.
class Size {
public:
    explicit Size(std::size_t most) : m_most(most) {}

    /// False when there are too many by now.
    bool holds(const Formula& formula) {
        // What two formulas share is compiled for each.
        std::unordered_set<const void*> seen = {formula.identity()};
        std::vector<const Formula*> waiting = {&formula};
        while (!waiting.empty() && m_nodes + seen.size() <= m_most) {
            const Formula* const next = waiting.back();
            waiting.pop_back();
            for (const Formula& operand : next->operands())
                if (seen.insert(operand.identity()).second) waiting.push_back(&operand);
        }
        m_nodes += seen.size();
        return m_nodes <= m_most;
    }

private:
    std::size_t m_most;
    std::size_t m_nodes = 0;
};

/// The programs of formulas, compiled once to see that they can be.
std::vector<Program> compiled(const std::vector<Formula>& formulas, const Roles& roles) {
    std::vector<Program> programs;
    for (const Formula& formula : formulas)
        Expression{programs.emplace_back(program(formula, roles.variables, roles.constants))};
    return programs;
}

ReadError tooComplex(std::string_view text) {
    ReadError error;
    error.fault = Fault::TooComplex;
    error.length = decoded(text, longestText).points.size();
    return error;
}

Result<Analysis, ReadError> differentiated(std::string_view text, const Formula& function,
                                           const Roles& roles) {
    const std::vector<std::string>& variables = roles.variables;
    Analysis result;
    result.variables = variables;
    result.constants = roles.constants;
    result.function = function;
    result.gradient.clear();
    result.hessian.clear();
    Size first(largestDerivative);
    for (const std::string& variable : variables) {
        result.gradient.push_back(derivative(result.function, variable));
        if (!first.holds(result.gradient.back())) return tooComplex(text);
    }
    Size second(largestSecond);
    for (std::size_t i = 0; i < variables.size(); ++i) {
        for (std::size_t j = i; j < variables.size(); ++j) {
            result.hessian.push_back(derivative(result.gradient[i], variables[j]));
            if (!second.holds(result.hessian.back())) return tooComplex(text);
        }
    }
    result.functionProgram = compiled({result.function}, roles).front();
    result.gradientPrograms = compiled(result.gradient, roles);
    result.hessianPrograms = compiled(result.hessian, roles);
    return result;
}

}  // namespace

Result<Analysis, ReadError> analyse(std::string_view text, const Wanted& wanted) {
    const auto reading = readNamed(text);
    if (!reading) return reading.error();
    const auto roles = rolesIn(*reading, wanted);
    if (!roles) return roles.error();
    return differentiated(text, reading->formula, *roles);
}

Result<Analysis, ReadError> analyse(std::string_view text,
                                    const std::vector<std::string>& variables) {
    const auto read = formula::read(text, variables);
    if (!read) return read.error();
    return differentiated(text, *read, {variables, {}});
}

}  // namespace formula
