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

/// Adam with the largest slope for the root of the mean square: u ← max(β₂u, |g| + ε);
/// x ← x − α/(1−β₁ᵗ)·m/u. Kingma and Ba, Adam: a method for stochastic optimization, ICLR 2015,
/// algorithm 2, with PyTorch's ε.
struct Adamax {
    double beta1 = 0.9;     ///< the part of the mean gradient that is kept
    double beta2 = 0.999;   ///< the part of the largest slope that is kept
    double epsilon = 1e-8;  ///< keeps the divisor from 0

    static constexpr std::string_view name = "adamax";
    static constexpr std::string_view label = "Adamax";
    static constexpr std::array<std::string_view, 7> equation = {
        "{m'} = {=beta1} {m} {+} {1-beta1} {g}",
        "= {=beta1} · {(m)} {+} {1-beta1} · {(g)}",
        "{u'} = max({=beta2} {u}, |{g}| + {epsilon})",
        "= max({=beta2} · {=u}, |{=g}| + {=epsilon})",
        "{^m'} = {m'}/(1 − {=beta1}{n'})",
        "{x'} = {x} − {alpha} {^m'}/{u'}",
        "= {=x} − {=alpha} · {(^m')}/{=u'}"};
    static constexpr std::array knobs = {Knob<Adamax>{"beta1", &Adamax::beta1, true},
                                         Knob<Adamax>{"beta2", &Adamax::beta2, true},
                                         Knob<Adamax>{"epsilon", &Adamax::epsilon, false}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/((1 − {=beta1}{n'}) {u'})", "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/((1 − {=beta1}{n'}) {u'})",
          "{1-beta1} {g}"}}};
    static constexpr double Adamax::*shrinksBy = &Adamax::beta1;
    static constexpr std::array<std::string_view, 2> memory = {"m", "u"};
    static constexpr std::array<double, 2> first = {1, 0};  ///< β₁ᵗ and 1 − β₁ᵗ
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 3> script = {
        "m = beta1 * m + (1 - beta1) * g", "u = max(beta2 * u, abs(g) + epsilon)",
        "x = x - alpha / (1 - beta1**t) * m / u"};
    static constexpr std::array<std::string_view, 3> arrayScript = {
        script[0], "u = np.maximum(beta2 * u, abs(g) + epsilon)", script[2]};

    std::array<double, 2> following(const std::array<double, 2>& numbers) const {
        const double power = nextPower(numbers[0], beta1);
        return {power, nextWeight(power, beta1, numbers[1])};
    }
    template <std::size_t most>
    void step(const Iterate<most, Adamax>& from, double alpha, Iterate<most, Adamax>& to) const {
        to.numbers = following(from.numbers);
        const double rate = alpha / to.numbers[1];
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double slope = mean(beta1, from.memory[0][i], from.gradient[i]);
            const double largest =
                std::fmax(beta2 * from.memory[1][i], std::abs(from.gradient[i]) + epsilon);
            to.memory[0][i] = slope;
            to.memory[1][i] = largest;
            to.at[i] = from.at[i] - rate * slope / largest;
        }
    }
    /// m̂ of m; u needs none.
    double corrected(std::size_t vector, double remembered, std::span<const double> numbers) const {
        return vector == 0 ? remembered / numbers[1] : remembered;
    }
    /// Whether the correction makes no difference any more.
    template <std::size_t most>
    bool isSettled(const Iterate<most, Adamax>& at) const {
        return at.numbers[0] == 0;
    }
    std::array<double, 2> partLengths(const State& from, const State& to, double alpha) const {
        return partsOfMean(alpha * corrected(0, 1, to.numbers) / to.memory[1][0], beta1,
                           from.memory[0][0], from.gradient[0]);
    }
    std::string_view optimizer() const {
        return "Adamax([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon})";
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Adamax&) const = default;
};

}  // namespace descent
