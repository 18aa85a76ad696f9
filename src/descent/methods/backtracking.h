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

/// Gradient descent that tries α at every step and shortens it until the cost falls enough:
/// f(x − s g) ≤ f(x) − c s |g|². Armijo, Minimization of functions having Lipschitz continuous
/// first partial derivatives, Pacific Journal of Mathematics 16 (1966). Where rounding hides how
/// the cost changes, the slopes at both ends tell: Hager and Zhang, A new conjugate gradient method
/// with guaranteed descent and an efficient line search, SIAM Journal on Optimization 16 (2005).
struct Backtracking {
    double c = 1e-4;      ///< the part of the expected fall that is asked for
    double shrink = 0.5;  ///< what a refused step is multiplied by

    static constexpr std::string_view name = "backtracking";
    static constexpr std::string_view label = "Backtracking";
    static constexpr std::array<std::string_view, 4> equation = {
        "{length} = {alpha} · {=shrink}{refused} = {=alpha} · {=shrink}{refused}",
        "{x'} = {x} {-} {length} {g}", "= {=x} {-} {=length} · {(g)}", "="};
    static constexpr std::array knobs = {
        Knob<Backtracking>{"c", &Backtracking::c, false},
        // Nearer to 1, a step would take thousands of tries.
        Knob<Backtracking>{"shrink", &Backtracking::shrink, false, 0.99}};
    static constexpr std::string_view parabola = "1/{length}";
    static constexpr std::array<std::string_view, 0> memory{};
    static constexpr std::array<double, 0> first{};
    static constexpr bool searches = true;
    static constexpr std::array<std::string_view, 12> script = {
        "length = alpha",
        "tried = x - length * g",
        "while tried != x:",
        "    if abs(cost(tried) - cost(x)) < 1e-12 * abs(cost(x)):  # Rounding hides the fall.",
        "        fell = length * g * cost_gradient(tried) >= (2 * c - 1) * length * g * g",
        "    else:",
        "        fell = cost(tried) <= cost(x) - c * length * g * g",
        "    if fell:",
        "        break",
        "    length = shrink * length if shrink * length < length else 0",
        "    tried = x - length * g",
        "x = tried"};
    static constexpr std::array<std::string_view, 12> arrayScript = {
        script[0],
        script[1],
        "while (tried != x).any():",
        script[3],
        "        fell = length * g @ cost_gradient(tried) >= (2 * c - 1) * length * g @ g",
        script[5],
        "        fell = cost(tried) <= cost(x) - c * length * g @ g",
        script[7],
        script[8],
        script[9],
        script[10],
        script[11]};

    /// The place to try, with a step of this length times the gradient.
    template <std::size_t most>
    void step(const Iterate<most, Backtracking>& from, double length,
              Iterate<most, Backtracking>& to) const {
        for (std::size_t i = 0; i < from.at.size(); ++i)
            to.at[i] = from.at[i] - length * from.gradient[i];
    }
    /// Whether to go to the place that was tried, whose cost and gradient are known by now.
    template <std::size_t most>
    bool accepts(const Iterate<most, Backtracking>& from, double length,
                 const Iterate<most, Backtracking>& tried) const {
        constexpr double hidden = 1e-12;  // of the cost
        // The square of a gradient may be beyond all numbers where the fall is not.
        double fall = 0;
        double along = 0;
        for (std::size_t i = 0; i < from.gradient.size(); ++i) {
            const double step = length * from.gradient[i];
            fall += step * from.gradient[i];
            along += step * tried.gradient[i];
        }
        if (std::abs(tried.value - from.value) < hidden * std::abs(from.value))
            return along >= (2 * c - 1) * fall;
        return tried.value <= from.value - c * fall;
    }
    double shortened(double length) const { return shrink * length; }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Backtracking>&) const {
        return true;
    }

    /// None: the step is not the same at every place.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Backtracking&) const = default;
};

}  // namespace descent
