// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "descent/knob.h"
#include "descent/methods/iterate.h"
#include "descent/response.h"

namespace descent {

/// Momentum that looks ahead: v ← βv + g; x ← x − α(g + βv).
struct Ahead {
    double beta = 0.9;

    static constexpr std::string_view name = "ahead";
    static constexpr std::string_view label = "Momentum ahead";
    static constexpr std::array<std::string_view, 4> equation = {
        "{velocity'} = {beta} {velocity} {+} {g}", "= {=beta} · {(velocity)} {±g}",
        "{x'} = {x} − {alpha} ({beta} {velocity'} {+} {g})",
        "= {=x} − {=alpha} · ({=beta} · {(velocity')} {±g})"};
    static constexpr std::array knobs = {Knob<Ahead>{"beta", &Ahead::beta, true}};
    static constexpr std::array<std::string_view, 1> memory = {"velocity"};
    static constexpr std::array<double, 0> first{};
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 2> script = {
        "velocity = beta * velocity + g", "x = x - alpha * (g + beta * velocity)"};

    template <std::size_t most>
    void step(const Iterate<most, Ahead>& from, double alpha, Iterate<most, Ahead>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i) {
            const double velocity = beta * from.memory[0][i] + from.gradient[i];
            to.memory[0][i] = velocity;
            to.at[i] = from.at[i] - alpha * (from.gradient[i] + beta * velocity);
        }
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Ahead>&) const {
        return true;
    }

    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Ahead&) const = default;
};

}  // namespace descent
