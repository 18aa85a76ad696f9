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

/// Adam whose place decays on its own: x ← x(1 − α·decay) first, then Adam's step. The decay moves
/// where it comes to rest. Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019.
struct AdamW {
    double beta1 = 0.9;      ///< the part of the mean gradient that is kept
    double beta2 = 0.999;    ///< the part of the mean square that is kept
    double epsilon = 1e-8;   ///< keeps the divisor from 0
    bool correction = true;  ///< for the means that begin at 0
    double decay = 0.01;     ///< the part of α by which the place shrinks towards 0

    static constexpr std::string_view name = "adamw";
    static constexpr std::string_view label = "AdamW";
    static constexpr std::array<std::string_view, 8> equation = {
        "{m'} = {=beta1} {m} {+} {1-beta1} {g}",
        "= {=beta1} · {(m)} {+} {1-beta1} · {(g)}",
        "{v'} = {=beta2} {v} + {1-beta2} {g}²",
        "= {=beta2} · {=v} + {1-beta2} · {(g)}²",
        "{^m'} = {m'}/(1 − {=beta1}{n'})",
        "{^v'} = {v'}/(1 − {=beta2}{n'})",
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
    static constexpr double AdamW::*shrinksBy = &AdamW::beta1;
    static constexpr std::array<std::string_view, 2> memory = {"m", "v"};
    static constexpr std::array<double, 2> first = {1, 1};  ///< β₁ᵗ and β₂ᵗ
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 5> script = {
        "m = beta1 * m + (1 - beta1) * g", "v = beta2 * v + (1 - beta2) * g**2",
        "m_hat = m / (1 - beta1**t) if correction else m",
        "v_hat = v / (1 - beta2**t) if correction else v",
        "x = x * (1 - alpha * decay) - alpha * m_hat / (np.sqrt(v_hat) + epsilon)"};

    std::array<double, 2> following(const std::array<double, 2>& powers) const {
        return {nextPower(powers[0], beta1), nextPower(powers[1], beta2)};
    }
    template <std::size_t most>
    void step(const Iterate<most, AdamW>& from, double alpha, Iterate<most, AdamW>& to) const {
        to.numbers = following(from.numbers);
        const double meanPart = correction ? 1 - to.numbers[0] : 1;
        const double squarePart = correction ? std::sqrt(1 - to.numbers[1]) : 1;
        // The same as α m̂/(√v̂ + ε), with fewer divisions.
        const double rate = alpha * squarePart / meanPart;
        const double least = epsilon * squarePart;
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
    /// m̂ and v̂ of m and v.
    double corrected(std::size_t vector, double remembered, std::span<const double> numbers) const {
        return correction ? remembered / (1 - numbers[vector == 0 ? 0 : 1]) : remembered;
    }
    /// Whether the corrections make no difference any more.
    template <std::size_t most>
    bool isSettled(const Iterate<most, AdamW>& at) const {
        return !correction || (at.numbers[0] == 0 && at.numbers[1] == 0);
    }
    const std::array<PartName, 3>& partsOf(const State&) const {
        return correction ? parts : uncorrectedParts;
    }
    std::array<double, 3> partLengths(const State& from, const State& to, double alpha) const {
        const double divisor = std::sqrt(corrected(1, to.memory[1][0], to.numbers)) + epsilon;
        const auto [carried, fresh] = partsOfMean(alpha * corrected(0, 1, to.numbers) / divisor,
                                                  beta1, from.memory[0][0], from.gradient[0]);
        return {carried, fresh, -alpha * decay * from.at[0]};
    }
    std::string_view optimizer() const {
        return correction ? "AdamW([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon}, "
                            "weight_decay={decay})"
                          : std::string_view();
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const AdamW&) const = default;
};

}  // namespace descent
