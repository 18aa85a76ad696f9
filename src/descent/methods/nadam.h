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

/// Adam that looks ahead: with t from 1, μₜ = β₁(1 − ½·0.96^(t·decay)), P ← P·μₜ and
/// D = √(v/(1−β₂ᵗ)) + ε, x ← x − α(1−μₜ)g/((1−P)D) − αμₜ₊₁m/((1−P·μₜ₊₁)D). Dozat, Incorporating
/// Nesterov momentum into Adam, ICLR workshop 2016, as PyTorch 2 writes it.
struct NAdam {
    double beta1 = 0.9;     ///< the part of the mean gradient that is kept
    double beta2 = 0.999;   ///< the part of the mean square that is kept
    double epsilon = 1e-8;  ///< keeps the divisor from 0
    double decay = 0.004;   ///< how fast the momentum grows from β₁/2 to β₁

    static constexpr std::string_view name = "nadam";
    static constexpr std::string_view label = "NAdam";
    static constexpr std::array<std::string_view, 11> equation = {
        "{mu} = {=beta1} · (1 − ½ · 0.96{^fading})",
        "{mu_next} = {=beta1} · (1 − ½ · 0.96{^fading_next})",
        "{m'} = {=beta1} {m} {+} {1-beta1} {g}",
        "= {=beta1} · {(m)} {+} {1-beta1} · {(g)}",
        "{v'} = {=beta2} {v} + {1-beta2} {g}²",
        "= {=beta2} · {=v} + {1-beta2} · {(g)}²",
        "{^v'} = {v'}/(1 − {=beta2}{n'})",
        "{P'} = {P} {mu} = {=P} · {=mu}",
        "{D} = √{^v'} + {epsilon} = √{=^v'} + {=epsilon}",
        "{x'} = {x} {-} {alpha} (1 − {mu}) {g}/((1 − {P'}) {D}) − {alpha} {mu_next} {m'}/((1 − "
        "{P'} "
        "{mu_next}) {D})",
        "= {=x} {-} {=alpha} · (1 − {=mu}) · {(g)}/((1 − {=P'}) · {=D}) − {=alpha} · {=mu_next} · "
        "{(m')}/((1 − {=P'} · {=mu_next}) · {=D})"};
    /// P before and after the step, the exponents of 0.96 for μₜ and μₜ₊₁.
    static constexpr std::array<std::string_view, 7> terms = {"mu", "mu_next", "P",          "P'",
                                                              "D",  "fading",  "fading_next"};
    static constexpr std::array<std::string_view, 1> termsOfEach = {"D"};
    static constexpr std::array knobs = {
        Knob<NAdam>{"beta1", &NAdam::beta1, true}, Knob<NAdam>{"beta2", &NAdam::beta2, true},
        Knob<NAdam>{"epsilon", &NAdam::epsilon, false}, Knob<NAdam>{"decay", &NAdam::decay, true}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory, "−{alpha} {mu_next} · {=beta1} {m}/((1 − {P'} {mu_next}) {D})",
          "{=beta1} {m}"},
         {Origin::Gradient,
          "{-}{alpha} ((1 − {mu})/(1 − {P'}) + {mu_next} · {1-beta1}/(1 − {P'} {mu_next})) {g}/{D}",
          "{g}"}}};
    static constexpr double NAdam::*shrinksBy = &NAdam::beta1;
    static constexpr std::array<std::string_view, 2> memory = {"m", "v"};
    /// β₂ᵗ, P, 0.96^(t·decay), 0.96^decay once it is known, and 1 − β₂ᵗ.
    static constexpr std::array<double, 5> first = {1, 1, 1, 0, 0};
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 1> running = {"product"};
    static constexpr std::array<std::string_view, 8> script = {
        "mu = beta1 * (1 - 0.96 ** (t * decay) / 2)",
        "mu_next = beta1 * (1 - 0.96 ** ((t + 1) * decay) / 2)",
        "product = product * mu",
        "m = beta1 * m + (1 - beta1) * g",
        "v = beta2 * v + (1 - beta2) * g**2",
        "divisor = np.sqrt(v / (1 - beta2**t)) + epsilon",
        "x = x - alpha * (1 - mu) / (1 - product) * g / divisor",
        "x = x - alpha * mu_next / (1 - product * mu_next) * m / divisor"};

    std::array<double, 5> following(const std::array<double, 5>& numbers) const {
        const double fading = numbers[3] > 0 ? numbers[3] : std::pow(0.96, decay);
        const double faded = nextPower(numbers[2], fading);
        const double squares = nextPower(numbers[0], beta2);
        return {squares, nextPower(numbers[1], momentum(faded)), faded, fading,
                nextWeight(squares, beta2, numbers[4])};
    }
    template <std::size_t most>
    void step(const Iterate<most, NAdam>& from, double alpha, Iterate<most, NAdam>& to) const {
        to.numbers = following(from.numbers);
        const double now = momentum(to.numbers[2]);
        const double next = momentum(to.numbers[2] * to.numbers[3]);
        const double squarePart = std::sqrt(to.numbers[4]);
        const double least = epsilon * squarePart;
        const double slopeRate = alpha * squarePart * (1 - now) / (1 - to.numbers[1]);
        const double meanRate = alpha * squarePart * next / (1 - to.numbers[1] * next);
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double slope = mean(beta1, from.memory[0][i], gradient);
            const double square = mean(beta2, from.memory[1][i], gradient * gradient);
            to.memory[0][i] = slope;
            to.memory[1][i] = square;
            to.at[i] = from.at[i] -
                       (slopeRate * gradient + meanRate * slope) / (std::sqrt(square) + least);
        }
    }
    /// v̂ of v.
    double corrected(std::size_t vector, double remembered, std::span<const double> numbers) const {
        return vector == 1 ? remembered / numbers[4] : remembered;
    }
    /// Whether correction and momentum change no more.
    template <std::size_t most>
    bool isSettled(const Iterate<most, NAdam>& at) const {
        return at.numbers[0] == 0 && at.numbers[1] == 0 &&
               (at.numbers[2] == 0 || at.numbers[3] == 1);
    }
    std::string_view optimizer() const {
        return "NAdam([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon}, "
               "momentum_decay={decay})  # of PyTorch 2; before, it was another";
    }
    double term(std::size_t which, const State& from, const State& to) const {
        const double exponent = static_cast<double>(to.iteration) * decay;
        const double now = momentum(to.numbers[2]);
        const double next = momentum(to.numbers[2] * to.numbers[3]);
        const double divisor = std::sqrt(corrected(1, to.memory[1][0], to.numbers)) + epsilon;
        return std::array{now,     next,     from.numbers[1], to.numbers[1],
                          divisor, exponent, exponent + decay}[which];
    }
    std::array<double, 2> partLengths(const State& from, const State& to, double alpha) const {
        const double now = momentum(to.numbers[2]);
        const double next = momentum(to.numbers[2] * to.numbers[3]);
        const double divisor = std::sqrt(corrected(1, to.memory[1][0], to.numbers)) + epsilon;
        const double slopeRate = alpha * (1 - now) / ((1 - to.numbers[1]) * divisor);
        const double meanRate = alpha * next / ((1 - to.numbers[1] * next) * divisor);
        const auto [carried, fresh] =
            partsOfMean(meanRate, beta1, from.memory[0][0], from.gradient[0]);
        return {carried, fresh - slopeRate * from.gradient[0]};
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const NAdam&) const = default;

private:
    double momentum(double faded) const { return beta1 * (1 - faded / 2); }
};

}  // namespace descent
