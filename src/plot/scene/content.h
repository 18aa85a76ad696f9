// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/valued.h"
#include "insight/landmarks.h"
#include "insight/range.h"
#include "plot/look/theme.h"
#include "plot/paint/rival.h"
#include "plot/shape/sampledline.h"

namespace plot {

/// What every scene shows.
struct Shown {
    Theme theme = Theme::light();
    double position = 0;  ///< in the run, in [0, N]
};

/// What a scene over two axes that a person can move shows.
struct Plane : Shown {
    insight::Range x{-5, 5};      ///< in view, of the axis below
    insight::Range value{-5, 5};  ///< of the one beside it
};

/// What a scene of a function of x and a run shows.
struct RunPlane : Plane {
    std::optional<formula::Valued> analysis;
    insight::Range home{-5, 5};  ///< the range of x that fit() returns to
    descent::Trajectory trajectory;
    descent::Settings settings;
    SampledLine line{};
};

/// What a picture of the curve shows.
struct Content : RunPlane {
    std::size_t place = 0;           ///< of the runner among all
    std::vector<Rival> rivals = {};  ///< the others
    bool stale = false;
    bool watched = false;  ///< see CurveScene::setWatched()
    insight::Landmarks landmarks{};
    bool ghost = false;     ///< see CurveScene::setGhost()
    bool veiled = false;    ///< see CurveScene::setVeiled()
    bool named = false;     ///< see CurveScene::setStepsNamed()
    bool parabola = false;  ///< see CurveScene::setParabola()
};

}  // namespace plot
