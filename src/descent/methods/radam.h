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

/// Adam that divides only once its mean square is known well enough: ρ∞ = 2/(1−β₂) − 1,
/// ρₜ = ρ∞ − 2tβ₂ᵗ/(1−β₂ᵗ). Where ρₜ > 5, x ← x − α m̂ r √(1−β₂ᵗ)/(√v + ε) with
/// r = √((ρₜ−4)(ρₜ−2)ρ∞/((ρ∞−4)(ρ∞−2)ρₜ)); else x ← x − α m̂. Liu et al., On the variance of the
/// adaptive learning rate and beyond, ICLR 2020, as PyTorch writes it.
struct RAdam {
    double beta1 = 0.9;     ///< the part of the mean gradient that is kept
    double beta2 = 0.999;   ///< the part of the mean square that is kept
    double epsilon = 1e-8;  ///< keeps the divisor from 0

    static constexpr std::string_view name = "radam";
    static constexpr std::string_view label = "RAdam";
    static constexpr std::array<std::string_view, 9> equation = {
        "{m'} = {=beta1} {m} {+} {1-beta1} {g}",
        "= {=beta1} · {(m)} {+} {1-beta1} · {(g)}",
        "{v'} = {=beta2} {v} + {1-beta2} {g}²",
        "= {=beta2} · {=v} + {1-beta2} · {(g)}²",
        "{^m'} = {m'}/(1 − {=beta1}{n'})",
        "{rho} = {=rho_inf} − 2 · {=n'} · {=beta2}{n'}/(1 − {=beta2}{n'})",
        "{r} = √(({=rho} − 4) ({=rho} − 2) · {=rho_inf}/(({=rho_inf} − 4) ({=rho_inf} − 2) · "
        "{=rho}))",
        "{x'} = {x} − {alpha} {^m'} {r} √(1 − {=beta2}{n'})/(√{v'} + {epsilon})",
        "= {=x} − {=alpha} · {(^m')} · {=r} · √(1 − {=beta2}{n'})/(√{=v'} + {=epsilon})"};
    /// Of a step that is not divided.
    static constexpr std::array<std::string_view, 6> undivided = {equation[0],
                                                                  equation[1],
                                                                  equation[4],
                                                                  equation[5],
                                                                  "{x'} = {x} − {alpha} {^m'}",
                                                                  "= {=x} − {=alpha} · {(^m')}"};
    static constexpr std::array<std::string_view, 3> terms = {"rho", "r", "rho_inf"};
    static constexpr std::array<std::string_view, 0> termsOfEach{};
    static constexpr std::array knobs = {Knob<RAdam>{"beta1", &RAdam::beta1, true},
                                         Knob<RAdam>{"beta2", &RAdam::beta2, true},
                                         Knob<RAdam>{"epsilon", &RAdam::epsilon, false}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory,
          "−{alpha} {r} √(1 − {=beta2}{n'}) · {=beta1} {m}/((1 − {=beta1}{n'}) (√{v'} + "
          "{epsilon}))",
          "{=beta1} {m}"},
         {Origin::Gradient,
          "{-}{alpha} {r} √(1 − {=beta2}{n'}) · {1-beta1} {g}/((1 − {=beta1}{n'}) (√{v'} + "
          "{epsilon}))",
          "{1-beta1} {g}"}}};
    static constexpr std::array<PartName, 2> undividedParts = {
        {{Origin::Memory, "−{alpha} · {=beta1} {m}/(1 − {=beta1}{n'})", "{=beta1} {m}"},
         {Origin::Gradient, "{-}{alpha} · {1-beta1} {g}/(1 − {=beta1}{n'})", "{1-beta1} {g}"}}};
    static constexpr double RAdam::*shrinksBy = &RAdam::beta1;
    static constexpr std::array<std::string_view, 2> memory = {"m", "v"};
    /// β₁ᵗ, β₂ᵗ, 1 − β₂ᵗ and t.
    static constexpr std::array<double, 4> first = {1, 1, 0, 0};
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 10> script = {
        "m = beta1 * m + (1 - beta1) * g",
        "v = beta2 * v + (1 - beta2) * g**2",
        "m_hat = m / (1 - beta1**t)",
        "rho_inf = 2 / (1 - beta2) - 1",
        "rho_t = rho_inf - 2 * t * beta2**t / (1 - beta2**t)",
        "if rho_t > 5:",
        "    r = ((rho_t - 4) * (rho_t - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho_t)) "
        "** 0.5",
        "    x = x - alpha * m_hat * r * (1 - beta2**t) ** 0.5 / (np.sqrt(v) + epsilon)",
        "else:",
        "    x = x - alpha * m_hat"};

    /// t counts as long as it matters.
    std::array<double, 4> following(const std::array<double, 4>& numbers) const {
        const double squares = nextPower(numbers[1], beta2);
        return {nextPower(numbers[0], beta1), squares, nextWeight(squares, beta2, numbers[2]),
                squares > 0 ? numbers[3] + 1 : 0};
    }
    template <std::size_t most>
    void step(const Iterate<most, RAdam>& from, double alpha, Iterate<most, RAdam>& to) const {
        to.numbers = following(from.numbers);
        const double known = lengthAt(to.numbers);
        const double squarePart = to.numbers[2];
        const double rate = alpha / (1 - to.numbers[0]);
        const double divided = known > 5 ? rate * std::sqrt(rectified(known) * squarePart) : 0;
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double slope = mean(beta1, from.memory[0][i], gradient);
            const double square = mean(beta2, from.memory[1][i], gradient * gradient);
            to.memory[0][i] = slope;
            to.memory[1][i] = square;
            to.at[i] = from.at[i] -
                       (known > 5 ? divided * slope / (std::sqrt(square) + epsilon) : rate * slope);
        }
    }
    /// m̂ of m.
    double corrected(std::size_t vector, double remembered, std::span<const double> numbers) const {
        return vector == 0 ? remembered / (1 - numbers[0]) : remembered;
    }
    /// Whether the corrections make no difference any more.
    template <std::size_t most>
    bool isSettled(const Iterate<most, RAdam>& at) const {
        return at.numbers[0] == 0 && at.numbers[1] == 0;
    }
    std::string_view optimizer() const {
        return "RAdam([x], lr=alpha, betas=({beta1}, {beta2}), eps={epsilon})";
    }
    std::span<const std::string_view> equationOf(const State&, const State& to) const {
        if (lengthAt(to.numbers) > 5) return equation;
        return undivided;
    }
    double term(std::size_t which, const State&, const State& to) const {
        const double known = lengthAt(to.numbers);
        return std::array{known, std::sqrt(rectified(known)), longest()}[which];
    }
    const std::array<PartName, 2>& partsOf(const State& to) const {
        return lengthAt(to.numbers) > 5 ? parts : undividedParts;
    }
    std::array<double, 2> partLengths(const State& from, const State& to, double alpha) const {
        const double known = lengthAt(to.numbers);
        const double divided =
            std::sqrt(rectified(known) * to.numbers[2]) / (std::sqrt(to.memory[1][0]) + epsilon);
        return partsOfMean(alpha * corrected(0, 1, to.numbers) * (known > 5 ? divided : 1), beta1,
                           from.memory[0][0], from.gradient[0]);
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const RAdam&) const = default;

private:
    double longest() const { return 2 / (1 - beta2) - 1; }
    /// ρₜ: of how many squares the mean is.
    double lengthAt(std::span<const double> numbers) const {
        return longest() - 2 * numbers[3] * numbers[1] / numbers[2];
    }
    /// r²
    double rectified(double known) const {
        const double most = longest();
        return (known - 4) * (known - 2) * most / ((most - 4) * (most - 2) * known);
    }
};

}  // namespace descent
