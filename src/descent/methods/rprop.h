// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "descent/knob.h"
#include "descent/methods/iterate.h"
#include "descent/methods/means.h"
#include "descent/response.h"
#include "descent/state.h"

namespace descent {

/// Steps of a length of their own that grow while the slope keeps its sign and shrink where it
/// turns: g·g_before < 0: step × shrink, and this g counts as 0; > 0: × grow; within 1e-6 … 50;
/// x ← x − sign(g)·step. α is the first step. Riedmiller and Braun, A direct adaptive method for
/// faster backpropagation learning: the RPROP algorithm (1993), as PyTorch writes it.
struct RProp {
    double shrink = 0.5;  ///< what a step is multiplied by where the slope turned
    double grow = 1.2;    ///< what it is multiplied by where it did not

    static constexpr double shortest = 1e-6;
    static constexpr double longest = 50;

    static constexpr std::string_view name = "rprop";
    static constexpr std::string_view label = "Rprop";
    static constexpr std::array<std::string_view, 4> equation = {
        "{step'} = min({grow} {step}, 50)", "= min({=grow} · {=step}, 50)",
        "{x'} = {x} {-} sign({g}) · {step'}", "= {=x} {-} sign({=g}) · {=step'}"};
    static constexpr std::array<std::string_view, 3> turned = {
        "{step'} = max({shrink} {step}, 10⁻⁶)", "= max({=shrink} · {=step}, 10⁻⁶)",
        "{x'} = {x} = {=x}"};
    static constexpr std::array<std::string_view, 4> onward = {"{step'} = {step}", "= {=step}",
                                                               equation[2], equation[3]};
    static constexpr std::array<std::string_view, 4> begun = {
        "{step'} = min(max({alpha}, 10⁻⁶), 50)", "= min(max({=alpha}, 10⁻⁶), 50)", equation[2],
        equation[3]};
    static constexpr std::array knobs = {Knob<RProp>{"shrink", &RProp::shrink, false},
                                         Knob<RProp>{"grow", &RProp::grow, 1.0, 10.0}};
    static constexpr std::string_view parabola = "|{g}|/{step'}";
    static constexpr std::array<std::string_view, 2> memory = {"step", "g_before"};
    static constexpr std::array<double, 1> first = {0};  ///< 1 once a step is made
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 5> script = {
        "turns = g * g_before", "factor = grow if turns > 0 else shrink if turns < 0 else 1",
        "step = min(max((alpha if t == 1 else step) * factor, 1e-06), 50)",
        "g_before = 0 * g if turns < 0 else g", "x = x - np.sign(g_before) * step"};
    static constexpr std::array<std::string_view, 6> arrayScript = {
        "turns = g * g_before",
        "ones = 0 * g + 1",
        "factor = np.where(turns > 0, grow * ones, np.where(turns < 0, shrink * ones, ones))",
        "step = np.clip((alpha if t == 1 else step) * factor, 1e-06, 50)",
        "g_before = np.where(turns < 0, 0 * g, g)",
        "x = x - np.sign(g_before) * step"};

    std::array<double, 1> following(const std::array<double, 1>&) const { return {1}; }
    template <std::size_t most>
    void step(const Iterate<most, RProp>& from, double alpha, Iterate<most, RProp>& to) const {
        to.numbers = following(from.numbers);
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double turns = from.gradient[i] * from.memory[1][i];
            const double length = from.numbers[0] == 0 ? alpha : from.memory[0][i];
            const double changed = std::clamp(length * factor(turns), shortest, longest);
            const double gradient = turns < 0 ? 0 : from.gradient[i];
            to.memory[0][i] = changed;
            to.memory[1][i] = gradient;
            to.at[i] = from.at[i] - signOf(gradient) * changed;
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, RProp>& at) const {
        return at.numbers[0] == 1;
    }
    std::string_view optimizer() const {
        return grow > 1 ? "Rprop([x], lr=alpha, etas=({shrink}, {grow}), step_sizes=(1e-06, 50))"
                        : std::string_view();
    }
    std::span<const std::string_view> equationOf(const State& from, const State&) const {
        if (from.begins || from.iteration == 0) return begun;
        const double turns = from.gradient[0] * from.memory[1][0];
        if (turns < 0) return turned;
        if (turns > 0) return equation;
        return onward;
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const RProp&) const = default;

private:
    double factor(double turns) const { return turns > 0 ? grow : turns < 0 ? shrink : 1; }
};

}  // namespace descent
