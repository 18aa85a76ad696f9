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

/// Gradient descent: x ← x − α f′(x). Cauchy, Méthode générale pour la résolution des systèmes
/// d'équations simultanées (1847).
struct Gradient {
    static constexpr std::string_view name = "gradient";
    static constexpr std::string_view label = "Gradient descent";
    static constexpr std::array<std::string_view, 3> equation = {
        "{x'} = {x} {-} {alpha} {g}", "= {=x} {-} {=alpha} · {(g)}", "="};
    static constexpr std::string_view parabola = "1/{alpha}";
    static constexpr std::array<Knob<Gradient>, 0> knobs{};
    static constexpr std::array<std::string_view, 0> memory{};
    static constexpr std::array<double, 0> first{};
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 1> script = {"x = x - alpha * g"};

    /// The next place.
    template <std::size_t most>
    void step(const Iterate<most, Gradient>& from, double alpha,
              Iterate<most, Gradient>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i)
            to.at[i] = from.at[i] - alpha * from.gradient[i];
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Gradient>&) const {
        return true;
    }
    std::string_view optimizer() const { return "SGD([x], lr=alpha)"; }

    std::optional<Response> response(double alpha, double curvature) const {
        return gradientResponse(alpha, curvature);
    }

    bool operator==(const Gradient&) const = default;
};

}  // namespace descent
