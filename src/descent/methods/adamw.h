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

/// Adam whose place decays on its own: x ← x(1 − α·decay) first, then Adam's step. The decay moves
/// where it comes to rest. Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019.
struct AdamW : Moments {
    double decay = 0.01;  ///< the part of α by which the place shrinks towards 0

    static constexpr std::string_view name = "adamw";
    static constexpr std::string_view label = "AdamW";
    static constexpr std::array<std::string_view, 8> equation = {
        meanLine,
        meanNumbers,
        squareLine,
        squareNumbers,
        correctedMean,
        correctedSquare,
        "{x'} = (1 − {alpha} · {=decay}) {x} − {alpha} {^m'}/(√{^v'} + {epsilon})",
        "= (1 − {=alpha} · {=decay}) · {(x)} − {=alpha} · {(^m')}/(√{=^v'} + {=epsilon})"};
    static constexpr std::array knobs = {
        Knob<AdamW>{"beta1", &AdamW::beta1, true}, Knob<AdamW>{"beta2", &AdamW::beta2, true},
        Knob<AdamW>{"epsilon", &AdamW::epsilon, false},
        Knob<AdamW>{"correction", &AdamW::correction}, Knob<AdamW>{"decay", &AdamW::decay, true}};
    static constexpr std::array<PartName, 3> parts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/((1 − {=beta1}{n'}) (√{^v'} + {epsilon}))",
          "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/((1 − {=beta1}{n'}) (√{^v'} + {epsilon}))",
          "{1-beta1} {g}"},
         {Origin::Decay, "−{alpha} · {=decay} {x}", "{=decay} {x}"}}};
    /// Of means that are not corrected.
    static constexpr std::array<PartName, 3> uncorrectedParts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/(√{^v'} + {epsilon})", "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/(√{^v'} + {epsilon})", "{1-beta1} {g}"},
         {Origin::Decay, "−{alpha} · {=decay} {x}", "{=decay} {x}"}}};
    static constexpr std::array<std::string_view, 5> script = {
        meanScript, squareScript, correctedMeanScript, correctedSquareScript,
        "x = x * (1 - alpha * decay) - alpha * m_hat / (np.sqrt(v_hat) + epsilon)"};

    template <std::size_t most>
    void step(const Iterate<most, AdamW>& from, double alpha, Iterate<most, AdamW>& to) const {
        to.numbers = following(from.numbers);
        const auto [rate, least] = division(alpha, to.numbers);
        const double kept = 1 - alpha * decay;
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double slope = mean(beta1, from.memory[0][i], gradient);
            const double square = mean(beta2, from.memory[1][i], gradient * gradient);
            to.memory[0][i] = slope;
            to.memory[1][i] = square;
            to.at[i] = from.at[i] * kept - rate * slope / (std::sqrt(square) + least);
        }
    }
    const std::array<PartName, 3>& partsOf(const State&) const {
        return correction ? parts : uncorrectedParts;
    }
    std::array<double, 3> partLengths(const State& from, const State& to, double alpha) const {
        const auto [carried, fresh] = partsOfMean(lengthOfMean(alpha, to.memory[1][0], to.numbers),
                                                  beta1, from.memory[0][0], from.gradient[0]);
        return {carried, fresh, -alpha * decay * from.at[0]};
    }
    std::string_view optimizer() const {
        return correction ? "AdamW([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon}, "
                            "weight_decay={decay})"
                          : std::string_view();
    }

    bool operator==(const AdamW&) const = default;
};

}  // namespace descent
