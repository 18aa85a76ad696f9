// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/vectorequation.h"

#include <algorithm>
#include <span>
#include <variant>

namespace descent {

namespace {

using Names = std::vector<std::string_view>;

Names listed(std::span<const std::string_view> names) {
    return {names.begin(), names.end()};
}

template <typename Rule>
concept KnowsVectors = requires {
    Rule::vectorTerms;
};

/// The terms that each coordinate has of its own.
template <typename Rule>
Names termsOfEach(const Rule& rule) {
    if constexpr (requires { Rule::termsOfEach; }) return listed(Rule::termsOfEach);
    return termNames(rule);
}

}  // namespace

State coordinateOf(const State& state, std::size_t coordinate) {
    State only = state;
    only.at = state.at[coordinate];
    only.gradient = state.gradient[coordinate];
    for (std::size_t i = 0; i < state.memory.size(); ++i)
        only.memory[i] = state.memory[i][coordinate];
    return only;
}

std::vector<std::string_view> VectorStep::equation(std::size_t coordinate) const {
    return std::visit(
        [&]<typename Rule>(const Rule& rule) {
            if constexpr (KnowsVectors<Rule>) {
                return listed(rule.vectorEquation(from, to, alpha));
            } else {
                return descent::equation(rule, coordinateOf(from, coordinate),
                                         coordinateOf(to, coordinate));
            }
        },
        method);
}

std::vector<std::string_view> VectorStep::termNames() const {
    return std::visit(
        []<typename Rule>(const Rule& rule) {
            if constexpr (KnowsVectors<Rule>) return listed(Rule::vectorTerms);
            return descent::termNames(rule);
        },
        method);
}

double VectorStep::term(std::size_t which, std::size_t coordinate) const {
    return std::visit(
        [&]<typename Rule>(const Rule& rule) {
            if constexpr (KnowsVectors<Rule>) {
                return rule.vectorTerm(which, from, to, alpha, coordinate);
            } else {
                return descent::term(rule, which, coordinateOf(from, coordinate),
                                     coordinateOf(to, coordinate));
            }
        },
        method);
}

bool VectorStep::isOneNumber(std::string_view name) const {
    if (name == "length") return true;
    const auto isIn = [name](const Names& names) {
        return std::ranges::find(names, name) != names.end();
    };
    const Names own = std::visit([](const auto& rule) { return termsOfEach(rule); }, method);
    return isIn(termNames()) && !isIn(own);
}

}  // namespace descent
