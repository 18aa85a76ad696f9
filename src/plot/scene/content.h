// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/range.h"
#include "plot/paint/landmarks.h"
#include "plot/paint/theme.h"
#include "plot/shape/sampledline.h"

namespace plot {

/// What a picture of a run shows.
struct Content {
    std::optional<formula::Analysis> analysis;
    bool stale = false;
    insight::Range x{-5, 5};
    insight::Range value{-1, 1};
    insight::Range home{-5, 5};  ///< the range of x that fit() returns to
    Theme theme = Theme::light();
    descent::Trajectory trajectory;
    descent::Settings settings;
    double position = 0;
    Landmarks landmarks{};
    bool ghost = false;   ///< see CurveScene::setGhost()
    bool veiled = false;  ///< see CurveScene::setVeiled()
    bool named = false;   ///< see CurveScene::setStepsNamed()
    SampledLine line{};
};

}  // namespace plot
