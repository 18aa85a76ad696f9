// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "descent/knob.h"
#include "descent/methods/iterate.h"
#include "descent/methods/means.h"
#include "descent/methods/moments.h"
#include "descent/methods/stepparts.h"
#include "descent/state.h"

namespace descent {

/// Steps of about α whatever the slope: m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²;
/// x ← x − α m̂/(√v̂ + ε) with m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ) and t from 1. Kingma and Ba, Adam: a
/// method for stochastic optimization, ICLR 2015, algorithm 1.
struct Adam : Moments {
    static constexpr std::string_view name = "adam";
    static constexpr std::string_view label = "Adam";
    static constexpr std::array<std::string_view, 8> equation = {
        meanLine,
        meanNumbers,
        squareLine,
        squareNumbers,
        correctedMean,
        correctedSquare,
        "{x'} = {x} − {alpha} {^m'}/(√{^v'} + {epsilon})",
        "= {=x} − {=alpha} · {(^m')}/(√{=^v'} + {=epsilon})"};
    static constexpr std::array knobs = {
        Knob<Adam>{"beta1", &Adam::beta1, true}, Knob<Adam>{"beta2", &Adam::beta2, true},
        Knob<Adam>{"epsilon", &Adam::epsilon, false}, Knob<Adam>{"correction", &Adam::correction}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/((1 − {=beta1}{n'}) (√{^v'} + {epsilon}))",
          "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/((1 − {=beta1}{n'}) (√{^v'} + {epsilon}))",
          "{1-beta1} {g}"}}};
    /// Of means that are not corrected.
    static constexpr std::array<PartName, 2> uncorrectedParts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/(√{^v'} + {epsilon})", "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/(√{^v'} + {epsilon})", "{1-beta1} {g}"}}};
    static constexpr std::array<std::string_view, 5> script = {
        meanScript, squareScript, correctedMeanScript, correctedSquareScript,
        "x = x - alpha * m_hat / (np.sqrt(v_hat) + epsilon)"};

    template <std::size_t most>
    void step(const Iterate<most, Adam>& from, double alpha, Iterate<most, Adam>& to) const {
        to.numbers = following(from.numbers);
        const auto [rate, least] = division(alpha, to.numbers);
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double slope = mean(beta1, from.memory[0][i], gradient);
            const double square = mean(beta2, from.memory[1][i], gradient * gradient);
            to.memory[0][i] = slope;
            to.memory[1][i] = square;
            to.at[i] = from.at[i] - rate * slope / (std::sqrt(square) + least);
        }
    }
    const std::array<PartName, 2>& partsOf(const State&) const {
        return correction ? parts : uncorrectedParts;
    }
    std::array<double, 2> partLengths(const State& from, const State& to, double alpha) const {
        return partsOfMean(lengthOfMean(alpha, to.memory[1][0], to.numbers), beta1,
                           from.memory[0][0], from.gradient[0]);
    }
    std::string_view optimizer() const {
        return correction ? "Adam([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon})"
                          : std::string_view();
    }

    bool operator==(const Adam&) const = default;
};

}  // namespace descent
