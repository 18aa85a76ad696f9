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

/// A ball with a velocity: v ← βv + f′(x); x ← x − αv. Polyak, Some methods of speeding up the
/// convergence of iteration methods (1964), as PyTorch's SGD writes it.
struct Momentum {
    double beta = 0.9;  ///< the part of the velocity that is kept

    static constexpr std::string_view name = "momentum";
    static constexpr std::string_view label = "Momentum";
    static constexpr std::array<std::string_view, 4> equation = {
        "{velocity'} = {beta} {velocity} {+} {g}", "= {=beta} · {(velocity)} {±g}",
        "{x'} = {x} − {alpha} {velocity'}", "= {=x} − {=alpha} · {(velocity')}"};
    static constexpr std::array knobs = {Knob<Momentum>{"beta", &Momentum::beta, true}};
    static constexpr std::array<PartName, 2> parts = {
        {{Origin::Memory, "−{alpha} {beta} {velocity}", "{beta} {velocity}"},
         {Origin::Gradient, "{-}{alpha} {g}", "{g}"}}};
    static constexpr double Momentum::*shrinksBy = &Momentum::beta;
    static constexpr std::array<std::string_view, 1> memory = {"velocity"};
    static constexpr std::array<double, 0> first{};
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 2> script = {"velocity = beta * velocity + g",
                                                               "x = x - alpha * velocity"};

    template <std::size_t most>
    void step(const Iterate<most, Momentum>& from, double alpha,
              Iterate<most, Momentum>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double velocity = beta * from.memory[0][i] + from.gradient[i];
            to.memory[0][i] = velocity;
            to.at[i] = from.at[i] - alpha * velocity;
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Momentum>&) const {
        return true;
    }
    std::array<double, 2> partLengths(const State& from, const State&, double alpha) const {
        return {-alpha * beta * from.memory[0][0], -alpha * from.gradient[0]};
    }
    std::string_view optimizer() const { return "SGD([x], lr=alpha, momentum={beta})"; }

    std::optional<Response> response(double alpha, double curvature) const {
        return momentumResponse(alpha, beta, curvature);
    }

    bool operator==(const Momentum&) const = default;
};

}  // namespace descent
