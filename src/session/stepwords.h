// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "descent/stepparts.h"
#include "session/wording/wording.h"

namespace session {

// The parts of a step in words and symbols: pictures, the step's equation, tips and screen readers
// call them by the same names.

/// A step that a run made, or would make next.
struct TakenStep {
    const descent::State& from;
    const descent::State& to;
    const descent::Settings& settings;
    int digits = usualDigits;
};

/// "carried", "new" or "decay".
QString partName(descent::Origin origin);
/// The name with what the part adds to x: "carried −α β v₅", "new −α f′(x₅)"; with what it comes
/// from where that would be long: "carried, from 0.9 m₅".
QString partLabel(const descent::PartName& part, const TakenStep& step);
/// What is added to x, in symbols: "−α v₆"; "x₆ − x₅" where that would be long.
QString stepLabel(const TakenStep& step);

/// The parts of the step with their numbers, and the plain step beside a scaled one, as lines of
/// rich text; empty where there is nothing to tell.
QString partsEquation(const TakenStep& step);
/// The curvature of the parabola whose vertex is the next step; empty where there is none.
QString parabolaEquation(const TakenStep& step);

/// One sentence for each of the parts, the plain step and the tries; may be empty.
QString tellParts(const TakenStep& step);
/// One sentence on the parabola; may be empty.
QString tellParabola(const TakenStep& step);

// What a tip tells of a sign, a line for each fact.

QString explainPart(const descent::StepParts::Part& part, const TakenStep& step);
QString explainPlainStep(double length, const TakenStep& step);
/// A try that was refused at x, where f is this.
QString explainRefused(double x, double value, int digits);
QString explainParabola(double curvature, const TakenStep& step);

}  // namespace session
