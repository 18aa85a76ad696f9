// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/vectorequation.h"

#include <algorithm>
#include <array>
#include <span>
#include <variant>

namespace descent {

namespace {

using Lines = std::vector<std::string_view>;

Lines listed(std::span<const std::string_view> lines) {
    return {lines.begin(), lines.end()};
}

/// What a rate is measured by: how far the last step led, squared, and along how the gradient
/// changed.
struct Measured {
    double square = 0;
    double along = 0;
};

Measured measuredAt(const State& from) {
    Measured sums;
    for (std::size_t i = 0; i < from.at.size(); ++i) {
        const double way = from.at[i] - from.memory[0][i];
        sums.square += way * way;
        sums.along += way * (from.gradient[i] - from.memory[1][i]);
    }
    return sums;
}

Lines equationOf(const BarzilaiBorwein& rule, const VectorStep& step, std::size_t) {
    if (step.from.iteration == 0 || !(measuredAt(step.from).along > 0)) return listed(rule.plain);
    return {"{rate} = |{x} − {x_before}|²/(({x} − {x_before}) · ({g} − {g_before}))",
            "= {=square}/{=along}", rule.equation[2], rule.equation[3]};
}

Lines termsOf(const BarzilaiBorwein&) {
    return {"rate", "square", "along"};
}

double termOf(const BarzilaiBorwein&, const VectorStep& step, std::size_t which, std::size_t) {
    const auto [square, along] = measuredAt(step.from);
    return std::array{square / along, square, along}[which];
}

/// Where a curvature is not known, or all of them are 1.
bool isDivided(const VectorStep& step) {
    const auto leads = [&](std::size_t i) {
        return step.from.at[i] - step.alpha * step.from.gradient[i] == step.to.at[i];
    };
    if (step.to.numbers[0] != 1) return true;
    for (std::size_t i = 0; i < step.from.at.size(); ++i)
        if (!leads(i)) return true;
    return false;
}

Lines equationOf(const Newton&, const VectorStep& step, std::size_t) {
    if (!isDivided(step)) return listed(Gradient::equation);
    return {"{d} = |{H}|⁻¹ {G}", "{x'} = {x} − {alpha} {d}", "= {=x} − {=alpha} · {(d)}"};
}

Lines termsOf(const Newton&) {
    return {"d"};
}

double termOf(const Newton&, const VectorStep& step, std::size_t, std::size_t coordinate) {
    return (step.from.at[coordinate] - step.to.at[coordinate]) / step.alpha;
}

template <typename Rule>
Lines equationOf(const Rule&, const VectorStep& step, std::size_t coordinate) {
    return equation(step.method, coordinateOf(step.from, coordinate),
                    coordinateOf(step.to, coordinate));
}

template <typename Rule>
Lines termsOf(const Rule& rule) {
    return termNames(rule);
}

template <typename Rule>
double termOf(const Rule&, const VectorStep& step, std::size_t which, std::size_t coordinate) {
    return term(step.method, which, coordinateOf(step.from, coordinate),
                coordinateOf(step.to, coordinate));
}

/// Terms that come from the coordinates one by one.
template <typename Rule>
std::vector<std::string_view> vectorsOf(const Rule& rule) {
    if constexpr (std::is_same_v<Rule, NAdam>) return {"D"};
    if constexpr (std::is_same_v<Rule, RAdam> || std::is_same_v<Rule, BarzilaiBorwein>) return {};
    return termsOf(rule);
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
    return std::visit([&](const auto& rule) { return equationOf(rule, *this, coordinate); },
                      method);
}

std::vector<std::string_view> VectorStep::termNames() const {
    return std::visit([](const auto& rule) { return termsOf(rule); }, method);
}

double VectorStep::term(std::size_t which, std::size_t coordinate) const {
    return std::visit([&](const auto& rule) { return termOf(rule, *this, which, coordinate); },
                      method);
}

bool VectorStep::isOneNumber(std::string_view name) const {
    if (name == "length") return true;
    const auto terms = termNames();
    if (std::ranges::find(terms, name) == terms.end()) return false;
    const auto vectors = std::visit([](const auto& rule) { return vectorsOf(rule); }, method);
    return std::ranges::find(vectors, name) == vectors.end();
}

}  // namespace descent
