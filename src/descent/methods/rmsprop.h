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
#include "descent/response.h"

namespace descent {

/// Steps that are divided by the mean square of the slope: s ← ρs + (1−ρ)g²; x ← x − α g/(√s + ε).
/// Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5 (2012), with PyTorch's ρ.
struct RmsProp {
    double rho = 0.99;      ///< the part of the mean square that is kept
    double epsilon = 1e-8;  ///< keeps the divisor from 0

    static constexpr std::string_view name = "rmsprop";
    static constexpr std::string_view label = "RMSprop";
    static constexpr std::array<std::string_view, 4> equation = {
        "{s'} = {=rho} {s} + {1-rho} {g}²", "= {=rho} · {=s} + {1-rho} · {(g)}²",
        "{x'} = {x} {-} {alpha} {g}/(√{s'} + {epsilon})",
        "= {=x} {-} {=alpha} · {(g)}/(√{=s'} + {=epsilon})"};
    static constexpr std::array knobs = {Knob<RmsProp>{"rho", &RmsProp::rho, true},
                                         Knob<RmsProp>{"epsilon", &RmsProp::epsilon, false}};
    static constexpr std::string_view parabola = "(√{s'} + {epsilon})/{alpha}";
    static constexpr std::array<std::string_view, 1> memory = {"s"};
    static constexpr std::array<double, 0> first{};
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 2> script = {
        "s = rho * s + (1 - rho) * g**2", "x = x - alpha * g / (np.sqrt(s) + epsilon)"};

    template <std::size_t most>
    void step(const Iterate<most, RmsProp>& from, double alpha, Iterate<most, RmsProp>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double square = mean(rho, from.memory[0][i], gradient * gradient);
            to.memory[0][i] = square;
            to.at[i] = from.at[i] - alpha * gradient / (std::sqrt(square) + epsilon);
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, RmsProp>&) const {
        return true;
    }
    std::string_view optimizer() const {
        return "RMSprop([x], lr=alpha, alpha={rho}, eps={epsilon})";
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const RmsProp&) const = default;
};

}  // namespace descent
