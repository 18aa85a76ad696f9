// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>

#include "descent/knob.h"
#include "descent/methods/iterate.h"
#include "descent/response.h"

namespace descent {

/// Steps that shrink with all slopes so far: s ← s + g²; x ← x − α g/(√s + ε). Duchi, Hazan and
/// Singer, Adaptive subgradient methods for online learning and stochastic optimization, JMLR 12
/// (2011).
struct Adagrad {
    double epsilon = 1e-10;  ///< keeps the divisor from 0

    static constexpr std::string_view name = "adagrad";
    static constexpr std::string_view label = "AdaGrad";
    static constexpr std::array<std::string_view, 4> equation = {
        "{s'} = {s} + {g}²", "= {=s} + {(g)}²", "{x'} = {x} {-} {alpha} {g}/(√{s'} + {epsilon})",
        "= {=x} {-} {=alpha} · {(g)}/(√{=s'} + {=epsilon})"};
    static constexpr std::array knobs = {Knob<Adagrad>{"epsilon", &Adagrad::epsilon, false}};
    static constexpr std::string_view parabola = "(√{s'} + {epsilon})/{alpha}";
    static constexpr std::array<std::string_view, 1> memory = {"s"};
    static constexpr std::array<double, 0> first{};
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 2> script = {
        "s = s + g**2", "x = x - alpha * g / (np.sqrt(s) + epsilon)"};

    template <std::size_t most>
    void step(const Iterate<most, Adagrad>& from, double alpha, Iterate<most, Adagrad>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double squares = from.memory[0][i] + gradient * gradient;
            to.memory[0][i] = squares;
            to.at[i] = from.at[i] - alpha * gradient / (std::sqrt(squares) + epsilon);
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Adagrad>&) const {
        return true;
    }
    std::string_view optimizer() const { return "Adagrad([x], lr=alpha, eps={epsilon})"; }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Adagrad&) const = default;
};

}  // namespace descent
