// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>

#include "descent/knob.h"
#include "descent/methods/iterate.h"
#include "descent/methods/means.h"
#include "descent/methods/stepparts.h"
#include "descent/response.h"
#include "descent/state.h"

namespace descent {

/// Steps of α in the direction of a mean gradient: x ← x − α sign(β₁m + (1−β₁)g);
/// m ← β₂m + (1−β₂)g. Chen et al., Symbolic discovery of optimization algorithms, NeurIPS 2023.
struct Lion {
    double beta1 = 0.9;   ///< the part of the mean gradient in the direction of a step
    double beta2 = 0.99;  ///< the part of the mean gradient that is kept

    static constexpr std::string_view name = "lion";
    static constexpr std::string_view label = "Lion";
    static constexpr std::array<std::string_view, 6> equation = {
        "{c} = {=beta1} {m} {+} {1-beta1} {g}",  "= {=beta1} · {(m)} {+} {1-beta1} · {(g)}",
        "{m'} = {=beta2} {m} {+} {1-beta2} {g}", "= {=beta2} · {(m)} {+} {1-beta2} · {(g)}",
        "{x'} = {x} − {alpha} sign({c})",        "= {=x} − {=alpha} · sign({=c})"};
    static constexpr std::array<std::string_view, 1> terms = {"c"};
    static constexpr std::array knobs = {Knob<Lion>{"beta1", &Lion::beta1, true},
                                         Knob<Lion>{"beta2", &Lion::beta2, true}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/|{c}|", "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/|{c}|", "{1-beta1} {g}"}}};
    static constexpr double Lion::*shrinksBy = &Lion::beta1;
    static constexpr std::array<std::string_view, 1> memory = {"m"};
    static constexpr std::array<double, 0> first{};
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 2> script = {
        "x = x - alpha * np.sign(beta1 * m + (1 - beta1) * g)", "m = beta2 * m + (1 - beta2) * g"};

    template <std::size_t most>
    void step(const Iterate<most, Lion>& from, double alpha, Iterate<most, Lion>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double before = from.memory[0][i];
            to.memory[0][i] = mean(beta2, before, from.gradient[i]);
            to.at[i] = from.at[i] - alpha * signOf(mean(beta1, before, from.gradient[i]));
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Lion>&) const {
        return true;
    }
    double term(std::size_t, const State& from, const State&) const {
        return mean(beta1, from.memory[0][0], from.gradient[0]);
    }
    std::array<double, 2> partLengths(const State& from, const State&, double alpha) const {
        const double size = std::abs(mean(beta1, from.memory[0][0], from.gradient[0]));
        if (size == 0) return {0, 0};
        return partsOfMean(alpha / size, beta1, from.memory[0][0], from.gradient[0]);
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Lion&) const = default;
};

}  // namespace descent
