// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <cstddef>
#include <optional>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "plot/look/theme.h"
#include "plot/shape/curvepath.h"
#include "plot/shape/frame.h"
#include "plot/shape/roll.h"

class QPainter;

namespace plot {

/// A runner that is not the chosen one.
struct Rival {
    std::size_t place = 0;  ///< among all runners
    descent::Trajectory trajectory;
    descent::Settings settings;
};

/// A little smaller than the ball of the chosen one.
inline double rivalRadius(const Theme& theme) {
    return 7 * theme.scale();
}

/// Where the rival stands at a position of the player, perhaps out of view; nothing while it has no
/// step.
std::optional<Pose> poseOf(const Rival& rival, const CurvePath& path, const Frame& frame,
                           double position, const Theme& theme);

/// Its mark on the curve, or an arrow in its colour at the edge beyond which it is. Returns what
/// that covers.
QRectF paintRival(QPainter& painter, const Rival& rival, const CurvePath& path, const Frame& frame,
                  double position, const Theme& theme);

}  // namespace plot
