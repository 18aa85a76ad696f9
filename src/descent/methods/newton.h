// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "descent/hessian.h"
#include "descent/knob.h"
#include "descent/methods/gradient.h"
#include "descent/methods/iterate.h"
#include "descent/response.h"
#include "descent/state.h"

namespace descent {

/// Newton's step, downhill everywhere: x ← x − α |H|⁻¹g, with the absolute values of the curvatures
/// (the eigenvalues of the Hessian), each at least 1e-6. Dauphin et al., Identifying and attacking
/// the saddle point problem in high-dimensional non-convex optimization, NeurIPS 2014. Where f has
/// no second derivatives, the step is that of gradient descent.
struct Newton {
    static constexpr std::string_view name = "newton";
    static constexpr std::string_view label = "Newton’s method";
    static constexpr std::array<std::string_view, 2> equation = {
        "{x'} = {x} {-} {alpha} {g}/{curvature}", "= {=x} {-} {=alpha} · {(g)}/{=curvature}"};
    static constexpr std::array<std::string_view, 2> level = {
        "{x'} = {x} {-} {alpha} {g}/max({curvature}, 10⁻⁶)",
        "= {=x} {-} {=alpha} · {(g)}/{=curvature}"};
    static constexpr std::array<std::string_view, 3> divided = {
        "{d} = |{H}|⁻¹ {G}", "{x'} = {x} − {alpha} {d}", "= {=x} − {=alpha} · {(d)}"};
    static constexpr std::array<std::string_view, 1> terms = {"curvature"};
    static constexpr std::array<std::string_view, 1> vectorTerms = {"d"};
    static constexpr std::array<std::string_view, 1> termsOfEach = vectorTerms;
    static constexpr std::array<Knob<Newton>, 0> knobs{};
    static constexpr std::string_view parabola = "{curvature}/{alpha}";
    static constexpr std::array<std::string_view, 0> memory{};
    /// The smallest curvature by which the last step was divided.
    static constexpr std::array<double, 1> first = {0};
    static constexpr double usualAlpha = 1;
    static constexpr bool asksForHessian = true;
    static constexpr bool searches = false;
    static constexpr std::array<std::string_view, 2> script = {
        "bend = curvature(x)",
        "x = x - alpha * g / (max(abs(bend), 1e-06) if bend == bend else 1)"};
    static constexpr std::array<std::string_view, 5> arrayScript = {
        "bend = curvature(x)",
        "if np.isfinite(bend).all():", "    bends, axes = np.linalg.eigh(bend)",
        "    g = axes @ (axes.T @ g / np.clip(abs(bends), 1e-06, None))", "x = x - alpha * g"};

    template <std::size_t most>
    void step(const Iterate<most, Newton>& from, const Hessian& hessian, double alpha,
              Iterate<most, Newton>& to) const {
        if (from.at.size() == 1) {
            to.numbers[0] = steepness(hessian(0, 0));
            to.at[0] = from.at[0] - alpha * from.gradient[0] / to.numbers[0];
            return;
        }
        const Solved solved =
            solvedBySteepness(hessian, Point({from.gradient.begin(), from.gradient.end()}));
        to.numbers[0] = solved.least;
        for (std::size_t i = 0; i < from.at.size(); ++i)
            to.at[i] = from.at[i] - alpha * solved.step[i];
    }
    template <std::size_t most>
    bool isSettled(const Iterate<most, Newton>&) const {
        return true;
    }
    std::span<const std::string_view> equationOf(const State&, const State& to) const {
        if (to.numbers[0] > leastSteepness) return equation;
        return level;
    }
    double term(std::size_t, const State&, const State& to) const { return to.numbers[0]; }
    /// That of gradient descent where a curvature is not known, or all of them are 1.
    std::span<const std::string_view> vectorEquation(const State& from, const State& to,
                                                     double alpha) const {
        bool isPlain = to.numbers[0] == 1;
        for (std::size_t i = 0; i < from.at.size(); ++i)
            isPlain &= from.at[i] - alpha * from.gradient[i] == to.at[i];
        if (isPlain) return Gradient::equation;
        return divided;
    }
    double vectorTerm(std::size_t, const State& from, const State& to, double alpha,
                      std::size_t coordinate) const {
        return (from.at[coordinate] - to.at[coordinate]) / alpha;
    }
    std::string_view parabolaOf(const State&, const State& to) const {
        return to.numbers[0] > leastSteepness ? parabola : "max({curvature}, 10⁻⁶)/{alpha}";
    }

    /// None: the step does not depend on the curvature as that of gradient descent does.
    std::optional<Response> response(double, double) const { return std::nullopt; }

    bool operator==(const Newton&) const = default;
};

}  // namespace descent
