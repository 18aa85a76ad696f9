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
#include "descent/response.h"
#include "descent/state.h"

namespace descent {

/// Gradient descent whose rate is measured: s = Δxᵀ Δx / Δxᵀ Δg of the last step; α at first and
/// where Δxᵀ Δg ≤ 0. Barzilai and Borwein, Two-point step size gradient methods, IMA Journal of
/// Numerical Analysis 8 (1988).
struct BarzilaiBorwein {
    static constexpr std::string_view name = "barzilai-borwein";
    static constexpr std::string_view label = "Barzilai–Borwein";
    static constexpr std::array<std::string_view, 4> equation = {
        "{rate} = |{x} − {x_before}|/|{g} − {g_before}|",
        "= |{=x} − {(x_before)}|/|{=g} − {(g_before)}|", "{x'} = {x} {-} {rate} {g}",
        "= {=x} {-} {=rate} · {(g)}"};
    static constexpr std::array<std::string_view, 2> plain = {"{x'} = {x} {-} {alpha} {g}",
                                                              "= {=x} {-} {=alpha} · {(g)}"};
    static constexpr std::array<std::string_view, 4> measured = {
        "{rate} = |{x} − {x_before}|²/(({x} − {x_before}) · ({g} − {g_before}))",
        "= {=square}/{=along}", equation[2], equation[3]};
    static constexpr std::array<std::string_view, 1> terms = {"rate"};
    static constexpr std::array<std::string_view, 3> vectorTerms = {"rate", "square", "along"};
    static constexpr std::array<std::string_view, 0> termsOfEach{};
    static constexpr std::array<Knob<BarzilaiBorwein>, 0> knobs{};
    static constexpr std::string_view parabola = "1/{rate}";
    static constexpr std::array<std::string_view, 2> memory = {"x_before", "g_before"};
    static constexpr std::array<double, 1> first = {0};  ///< 1 once a step is made
    static constexpr bool scales = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 4> script = {
        "way = x - x_before", "along = way * (g - g_before)",
        "rate = way**2 / along if t > 1 and along > 0 else alpha",
        "x, x_before, g_before = x - rate * g, x, g"};
    static constexpr std::array<std::string_view, 4> arrayScript = {
        script[0], "along = way @ (g - g_before)",
        "rate = way @ way / along if t > 1 and along > 0 else alpha", script[3]};

    std::array<double, 1> following(const std::array<double, 1>&) const { return {1}; }
    template <std::size_t most>
    void step(const Iterate<most, BarzilaiBorwein>& from, double alpha,
              Iterate<most, BarzilaiBorwein>& to) const {
        const auto [square, along] = lastStep(from);
        const bool isMeasured = from.numbers[0] == 1 && along > 0;
        const double rate = isMeasured ? square / along : alpha;
        to.numbers = following(from.numbers);
        to.memory[0] = from.at;
        to.memory[1] = from.gradient;
        for (std::size_t i = 0; i < from.at.size(); ++i)
            to.at[i] = from.at[i] - rate * from.gradient[i];
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, BarzilaiBorwein>& at) const {
        return at.numbers[0] == 1;
    }
    std::span<const std::string_view> equationOf(const State& from, const State&) const {
        if (from.iteration == 0 || lastStep(from).along <= 0) return plain;
        return equation;
    }
    std::string_view parabolaOf(const State& from, const State&) const {
        return from.iteration == 0 || lastStep(from).along <= 0 ? "1/{alpha}" : parabola;
    }
    double term(std::size_t, const State& from, const State&) const {
        const auto [square, along] = lastStep(from);
        return square / along;
    }
    std::span<const std::string_view> vectorEquation(const State& from, const State&,
                                                     double) const {
        if (from.iteration == 0 || !(lastStep(from).along > 0)) return plain;
        return measured;
    }
    double vectorTerm(std::size_t which, const State& from, const State&, double,
                      std::size_t) const {
        const auto [square, along] = lastStep(from);
        return std::array{square / along, square, along}[which];
    }

    /// None: the rate is another at every step.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const BarzilaiBorwein&) const = default;

private:
    /// How far it led, squared, and along how the gradient changed.
    struct Way {
        double square = 0;
        double along = 0;
    };
    template <typename From>
    static Way lastStep(const From& from) {
        Way sums;
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double way = from.at[i] - from.memory[0][i];
            sums.square += way * way;
            sums.along += way * (from.gradient[i] - from.memory[1][i]);
        }
        return sums;
    }
};

}  // namespace descent
