// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "descent/descent.h"
#include "descent/methods/stepparts.h"

namespace descent {

/// What a step is made of, in one coordinate. Lengths are added to x: their signs are those of the
/// step, of an ascent, too.
struct StepParts {
    struct Part : PartName {
        double length = 0;
        /// What it was before the method let it shrink: a velocity shrinks by β. Else the length.
        double before = 0;
    };
    /// They add up to the step; empty where it is in one piece.
    std::vector<Part> parts;
    /// The step of plain gradient descent from there, where the method scales the gradient to one
    /// that is another; nothing where it does not.
    std::optional<double> plain;
    /// Where the tries lay that a search refused, in their order.
    std::vector<double> refused;
    /// The second derivative of the parabola through the place with the slope that the step takes
    /// and its vertex where the step leads; nothing where the slope alone does not make the step.
    std::optional<double> curvature;
};

/// Of the step that led from one state to the next, in this coordinate; of several the curvature is
/// that along it.
StepParts stepParts(const Settings& settings, const State& from, const State& to,
                    std::size_t coordinate = 0);

/// The parts that the steps of a method have, as most of them are.
std::vector<PartName> partNames(const Method& method);
/// Whether its steps are not α times what it takes for a gradient, as those of plain descent are.
bool scales(const Method& method);
/// Whether it may refuse tries.
bool searches(const Method& method);
/// What of the equation of a step that curvature is, such as "1/{alpha}"; empty for methods whose
/// steps have none.
std::string_view curvatureName(const Method& method, const State& from, const State& to);
bool hasParabola(const Method& method);

}  // namespace descent
