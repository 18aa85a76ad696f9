// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "descent/methods/means.h"
#include "descent/response.h"

namespace descent {

/// What Adam and its kin have in common: means of the gradient, m ← β₁m + (1−β₁)g, and of its
/// square, v ← β₂v + (1−β₂)g², that begin at 0 and are corrected for that: m̂ = m/(1−β₁ᵗ),
/// v̂ = v/(1−β₂ᵗ), t from 1. Kingma and Ba, Adam: a method for stochastic optimization, ICLR 2015.
struct Moments {
    double beta1 = 0.9;      ///< the part of the mean gradient that is kept
    double beta2 = 0.999;    ///< the part of the mean square that is kept
    double epsilon = 1e-8;   ///< keeps the divisor from 0
    bool correction = true;  ///< for the means that begin at 0

    /// The lines of an equation, each with symbols and with numbers.
    static constexpr std::string_view meanLine = "{m'} = {=beta1} {m} {+} {1-beta1} {g}";
    static constexpr std::string_view meanNumbers = "= {=beta1} · {(m)} {+} {1-beta1} · {(g)}";
    static constexpr std::string_view squareLine = "{v'} = {=beta2} {v} + {1-beta2} {g}²";
    static constexpr std::string_view squareNumbers = "= {=beta2} · {=v} + {1-beta2} · {(g)}²";
    static constexpr std::string_view correctedMean = "{^m'} = {m'}/(1 − {=beta1}{n'})";
    static constexpr std::string_view correctedSquare = "{^v'} = {v'}/(1 − {=beta2}{n'})";
    /// The same in Python.
    static constexpr std::string_view meanScript = "m = beta1 * m + (1 - beta1) * g";
    static constexpr std::string_view squareScript = "v = beta2 * v + (1 - beta2) * g**2";
    static constexpr std::string_view correctedMeanScript =
        "m_hat = m / (1 - beta1**t) if correction else m";
    static constexpr std::string_view correctedSquareScript =
        "v_hat = v / (1 - beta2**t) if correction else v";

    static constexpr std::array<std::string_view, 2> memory = {"m", "v"};
    /// β₁ᵗ, β₂ᵗ, 1 − β₁ᵗ and 1 − β₂ᵗ.
    static constexpr std::array<double, 4> first = {1, 1, 0, 0};
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr double Moments::*shrinksBy = &Moments::beta1;

    std::array<double, 4> following(const std::array<double, 4>& numbers) const {
        const double means = nextPower(numbers[0], beta1);
        const double squares = nextPower(numbers[1], beta2);
        return {means, squares, nextWeight(means, beta1, numbers[2]),
                nextWeight(squares, beta2, numbers[3])};
    }
    /// α m̂/(√v̂ + ε) as rate · m/(√v + least), with fewer divisions.
    struct Division {
        double rate;
        double least;
    };
    Division division(double alpha, const std::array<double, 4>& numbers) const {
        const double meanPart = correction ? numbers[2] : 1;
        const double squarePart = correction ? std::sqrt(numbers[3]) : 1;
        return {alpha * squarePart / meanPart, epsilon * squarePart};
    }
    /// By how much x moves for each 1 of the new m, when this is divided by the root of v̂.
    double lengthOfMean(double alpha, double square, std::span<const double> numbers) const {
        return alpha * corrected(0, 1, numbers) /
               (std::sqrt(corrected(1, square, numbers)) + epsilon);
    }
    /// m̂ of m, and v̂ of v or the largest v.
    double corrected(std::size_t vector, double remembered, std::span<const double> numbers) const {
        return correction ? remembered / numbers[vector == 0 ? 2 : 3] : remembered;
    }
    /// Whether the corrections make no difference any more.
    template <typename At>
    bool isSettled(const At& at) const {
        return !correction || (at.numbers[0] == 0 && at.numbers[1] == 0);
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Moments&) const = default;
};

}  // namespace descent
