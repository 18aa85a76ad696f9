// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <vector>

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

/// A rival as it is drawn.
struct Stand {
    std::size_t place = 0;  ///< among all runners
    Pose pose;
    QPointF centre;  ///< of its mark; beside the curve where several stand at one place
    bool inView = false;
};

/// Where the rivals that have a step stand at a position of the player, perhaps out of view. None
/// hides another or the ball of the chosen one, which lies there, where it is in view.
std::vector<Stand> standsOf(const std::vector<Rival>& rivals, const std::optional<Pose>& chosen,
                            const CurvePath& path, const Frame& frame, double position,
                            const Theme& theme);

/// Its mark, or an arrow in its colour at the edge beyond which it is. Returns what that covers.
QRectF paintRival(QPainter& painter, const Stand& rival, const Frame& frame, const Theme& theme);

}  // namespace plot
