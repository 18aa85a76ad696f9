// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "descent/knob.h"
#include "descent/methods/iterate.h"
#include "descent/methods/stepparts.h"
#include "descent/response.h"
#include "descent/state.h"

namespace descent {

/// Momentum that looks ahead: v ← βv + g; x ← x − α(g + βv). Nesterov, A method for solving the
/// convex programming problem with convergence rate O(1/k²) (1983), as PyTorch's SGD writes it.
struct Nesterov {
    double beta = 0.9;  ///< the part of the velocity that is kept

    static constexpr std::string_view name = "nesterov";
    static constexpr std::string_view label = "Nesterov momentum";
    static constexpr std::array<std::string_view, 4> equation = {
        "{velocity'} = {beta} {velocity} {+} {g}", "= {=beta} · {(velocity)} {±g}",
        "{x'} = {x} − {alpha} ({G} + {beta} {velocity'})",
        "= {=x} − {=alpha} · ({=G} + {=beta} · {(velocity')})"};
    static constexpr std::array knobs = {Knob<Nesterov>{"beta", &Nesterov::beta, true}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory, "−{alpha} {beta}² {velocity}", "{beta}² {velocity}"},
         {Origin::Gradient, "{-}{alpha} (1 + {beta}) {g}", "(1 + {beta}) {g}"}}};
    static constexpr double Nesterov::*shrinksBy = &Nesterov::beta;
    static constexpr std::array<std::string_view, 1> memory = {"velocity"};
    static constexpr std::array<double, 0> first{};
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 2> script = {
        "velocity = beta * velocity + g", "x = x - alpha * (g + beta * velocity)"};

    template <std::size_t most>
    void step(const Iterate<most, Nesterov>& from, double alpha,
              Iterate<most, Nesterov>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double velocity = beta * from.memory[0][i] + from.gradient[i];
            to.memory[0][i] = velocity;
            to.at[i] = from.at[i] - alpha * (from.gradient[i] + beta * velocity);
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Nesterov>&) const {
        return true;
    }
    std::array<double, 2> partLengths(const State& from, const State&, double alpha) const {
        return {-alpha * beta * beta * from.memory[0][0], -alpha * (1 + beta) * from.gradient[0]};
    }
    std::string_view optimizer() const {
        return beta > 0 ? "SGD([x], lr=alpha, momentum={beta}, nesterov=True)"
                        : "SGD([x], lr=alpha)";
    }

    std::optional<Response> response(double alpha, double curvature) const {
        return nesterovResponse(alpha, beta, curvature);
    }

    bool operator==(const Nesterov&) const = default;
};

}  // namespace descent
