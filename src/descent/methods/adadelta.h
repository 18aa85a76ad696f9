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
#include "descent/state.h"

namespace descent {

/// Steps in the unit of x: s ← ρs + (1−ρ)g²; d = g √(u+ε)/√(s+ε); u ← ρu + (1−ρ)d²; x ← x − αd.
/// Zeiler, ADADELTA: an adaptive learning rate method, arXiv:1212.5701 (2012).
struct Adadelta {
    double rho = 0.9;       ///< the part of the mean squares that is kept
    double epsilon = 1e-6;  ///< lets the first step be made

    static constexpr std::string_view name = "adadelta";
    static constexpr std::string_view label = "AdaDelta";
    static constexpr std::array<std::string_view, 8> equation = {
        "{s'} = {=rho} {s} + {1-rho} {g}²",
        "= {=rho} · {=s} + {1-rho} · {(g)}²",
        "{d} = {G} √({u} + {epsilon})/√({s'} + {epsilon})",
        "= {=G} · √({=u} + {=epsilon})/√({=s'} + {=epsilon})",
        "{u'} = {=rho} {u} + {1-rho} {d}²",
        "= {=rho} · {=u} + {1-rho} · {(d)}²",
        "{x'} = {x} − {alpha} {d}",
        "= {=x} − {=alpha} · {(d)}"};
    static constexpr std::array<std::string_view, 1> terms = {"d"};
    static constexpr std::array knobs = {Knob<Adadelta>{"rho", &Adadelta::rho, true},
                                         Knob<Adadelta>{"epsilon", &Adadelta::epsilon, false}};
    static constexpr std::string_view parabola = "|{g}|/({alpha} |{d}|)";
    static constexpr std::array<std::string_view, 2> memory = {"s", "u"};
    static constexpr std::array<double, 0> first{};
    static constexpr double usualAlpha = 1;
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 4> script = {
        "s = rho * s + (1 - rho) * g**2", "d = g * np.sqrt((u + epsilon) / (s + epsilon))",
        "u = rho * u + (1 - rho) * d**2", "x = x - alpha * d"};

    template <std::size_t most>
    void step(const Iterate<most, Adadelta>& from, double alpha,
              Iterate<most, Adadelta>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double gradient = from.gradient[i];
            const double square = mean(rho, from.memory[0][i], gradient * gradient);
            const double change = changeBy(gradient, square, from.memory[1][i]);
            to.memory[0][i] = square;
            to.memory[1][i] = mean(rho, from.memory[1][i], change * change);
            to.at[i] = from.at[i] - alpha * change;
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Adadelta>&) const {
        return true;
    }
    std::string_view optimizer() const {
        return "Adadelta([x], lr=alpha, rho={rho}, eps={epsilon})";
    }
    double term(std::size_t, const State& from, const State& to) const {
        return changeBy(from.gradient[0], to.memory[0][0], from.memory[1][0]);
    }

    /// None: the steps do not shrink with the slope.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Adadelta&) const = default;

private:
    double changeBy(double gradient, double square, double changes) const {
        return gradient * std::sqrt((changes + epsilon) / (square + epsilon));
    }
};

}  // namespace descent
