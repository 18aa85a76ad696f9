// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "descent/knob.h"
#include "descent/methods/iterate.h"
#include "descent/methods/means.h"
#include "descent/methods/stepparts.h"
#include "descent/response.h"
#include "descent/state.h"

namespace descent {

/// Adam whose divisor never falls: v̂ is of the largest v so far. Reddi, Kale and Kumar, On the
/// convergence of Adam and beyond, ICLR 2018, with the corrections that PyTorch makes.
struct AmsGrad {
    double beta1 = 0.9;      ///< the part of the mean gradient that is kept
    double beta2 = 0.999;    ///< the part of the mean square that is kept
    double epsilon = 1e-8;   ///< keeps the divisor from 0
    bool correction = true;  ///< for the means that begin at 0

    static constexpr std::string_view name = "amsgrad";
    static constexpr std::string_view label = "AMSGrad";
    static constexpr std::array<std::string_view, 10> equation = {
        "{m'} = {=beta1} {m} {+} {1-beta1} {g}",
        "= {=beta1} · {(m)} {+} {1-beta1} · {(g)}",
        "{v'} = {=beta2} {v} + {1-beta2} {g}²",
        "= {=beta2} · {=v} + {1-beta2} · {(g)}²",
        "{v_max'} = max({v_max}, {v'})",
        "= max({=v_max}, {=v'})",
        "{^m'} = {m'}/(1 − {=beta1}{n'})",
        "{^v_max'} = {v_max'}/(1 − {=beta2}{n'})",
        "{x'} = {x} − {alpha} {^m'}/(√{^v_max'} + {epsilon})",
        "= {=x} − {=alpha} · {(^m')}/(√{=^v_max'} + {=epsilon})"};
    static constexpr std::array knobs = {Knob<AmsGrad>{"beta1", &AmsGrad::beta1, true},
                                         Knob<AmsGrad>{"beta2", &AmsGrad::beta2, true},
                                         Knob<AmsGrad>{"epsilon", &AmsGrad::epsilon, false},
                                         Knob<AmsGrad>{"correction", &AmsGrad::correction}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/((1 − {=beta1}{n'}) (√{^v_max'} + {epsilon}))",
          "{=beta1} {m}"},
         {Origin::Gradient,
          "{-}{alpha} · {1-beta1} {g}/((1 − {=beta1}{n'}) (√{^v_max'} + {epsilon}))",
          "{1-beta1} {g}"}}};
    /// Of means that are not corrected.
    static constexpr std::array<PartName, 2> uncorrectedParts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/(√{^v_max'} + {epsilon})", "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/(√{^v_max'} + {epsilon})",
          "{1-beta1} {g}"}}};
    static constexpr double AmsGrad::*shrinksBy = &AmsGrad::beta1;
    static constexpr std::array<std::string_view, 3> memory = {"m", "v", "v_max"};
    static constexpr std::array<double, 2> first = {1, 1};  ///< β₁ᵗ and β₂ᵗ
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 6> script = {
        "m = beta1 * m + (1 - beta1) * g",
        "v = beta2 * v + (1 - beta2) * g**2",
        "v_max = max(v_max, v)",
        "m_hat = m / (1 - beta1**t) if correction else m",
        "v_hat = v_max / (1 - beta2**t) if correction else v_max",
        "x = x - alpha * m_hat / (np.sqrt(v_hat) + epsilon)"};

    std::array<double, 2> following(const std::array<double, 2>& powers) const {
        return {nextPower(powers[0], beta1), nextPower(powers[1], beta2)};
    }
    template <std::size_t most>
    void step(const Iterate<most, AmsGrad>& from, double alpha, Iterate<most, AmsGrad>& to) const {
        to.numbers = following(from.numbers);
        const double meanPart = correction ? 1 - to.numbers[0] : 1;
        const double squarePart = correction ? std::sqrt(1 - to.numbers[1]) : 1;
        // The same as α m̂/(√v̂ + ε), with fewer divisions.
        const double rate = alpha * squarePart / meanPart;
        const double least = epsilon * squarePart;
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double slope = mean(beta1, from.memory[0][i], gradient);
            const double square = mean(beta2, from.memory[1][i], gradient * gradient);
            const double largest = std::fmax(from.memory[2][i], square);
            to.memory[0][i] = slope;
            to.memory[1][i] = square;
            to.memory[2][i] = largest;
            to.at[i] = from.at[i] - rate * slope / (std::sqrt(largest) + least);
        }
    }
    /// m̂ and v̂ of m and the largest v.
    double corrected(std::size_t vector, double remembered, std::span<const double> numbers) const {
        return correction ? remembered / (1 - numbers[vector == 0 ? 0 : 1]) : remembered;
    }
    /// Whether the corrections make no difference any more.
    template <std::size_t most>
    bool isSettled(const Iterate<most, AmsGrad>& at) const {
        return !correction || (at.numbers[0] == 0 && at.numbers[1] == 0);
    }
    const std::array<PartName, 2>& partsOf(const State&) const {
        return correction ? parts : uncorrectedParts;
    }
    std::array<double, 2> partLengths(const State& from, const State& to, double alpha) const {
        const double divisor = std::sqrt(corrected(2, to.memory[2][0], to.numbers)) + epsilon;
        return partsOfMean(alpha * corrected(0, 1, to.numbers) / divisor, beta1, from.memory[0][0],
                           from.gradient[0]);
    }
    std::string_view optimizer() const {
        return correction
                   ? "Adam([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon}, amsgrad=True)"
                   : std::string_view();
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const AmsGrad&) const = default;
};

}  // namespace descent
