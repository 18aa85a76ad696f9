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

/// Adam whose divisor never falls: v̂ is of the largest v so far. Reddi, Kale and Kumar, On the
/// convergence of Adam and beyond, ICLR 2018, with the corrections that PyTorch makes.
struct AmsGrad : Moments {
    static constexpr std::string_view name = "amsgrad";
    static constexpr std::string_view label = "AMSGrad";
    static constexpr std::array<std::string_view, 10> equation = {
        meanLine,
        meanNumbers,
        squareLine,
        squareNumbers,
        "{v_max'} = max({v_max}, {v'})",
        "= max({=v_max}, {=v'})",
        correctedMean,
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
    static constexpr std::array<std::string_view, 3> memory = {"m", "v", "v_max"};
    static constexpr std::array<std::string_view, 6> script = {
        meanScript,
        squareScript,
        "v_max = max(v_max, v)",
        correctedMeanScript,
        "v_hat = v_max / (1 - beta2**t) if correction else v_max",
        "x = x - alpha * m_hat / (np.sqrt(v_hat) + epsilon)"};
    static constexpr std::array<std::string_view, 6> arrayScript = {
        script[0], script[1], "v_max = np.maximum(v_max, v)", script[3], script[4], script[5]};

    template <std::size_t most>
    void step(const Iterate<most, AmsGrad>& from, double alpha, Iterate<most, AmsGrad>& to) const {
        to.numbers = following(from.numbers);
        const auto [rate, least] = division(alpha, to.numbers);
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
    const std::array<PartName, 2>& partsOf(const State&) const {
        return correction ? parts : uncorrectedParts;
    }
    std::array<double, 2> partLengths(const State& from, const State& to, double alpha) const {
        return partsOfMean(lengthOfMean(alpha, to.memory[2][0], to.numbers), beta1,
                           from.memory[0][0], from.gradient[0]);
    }
    std::string_view optimizer() const {
        return correction
                   ? "Adam([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon}, amsgrad=True)"
                   : std::string_view();
    }

    bool operator==(const AmsGrad&) const = default;
};

}  // namespace descent
