// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/objective.h"
#include "descent/stepparts.h"
#include "insight/landscape.h"
#include "plot/scene/content.h"
#include "session/stepwords.h"

namespace plot {

/// The step that a picture of the curve shows as an arrow.
struct NextStep {
    descent::State from;
    descent::State to;
    descent::StepParts parts;
    /// Where it leads, a finite place: level with where it begins where f has no value.
    insight::CurvePoint landing;
};

/// The step that the run makes from the iterate where the ball is, or would make if it had not been
/// cut off there; with a ghost, see CurveScene::setGhost(). Nothing while the picture hides how the
/// run goes on, and where no step leads to a finite place.
std::optional<NextStep> nextStep(const Content& content, const descent::Objective* objective);

/// For words on it; refers to both.
inline session::TakenStep taken(const NextStep& step, const Content& content) {
    return {step.from, step.to, content.settings, content.theme.digits};
}

}  // namespace plot
