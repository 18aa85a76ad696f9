// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include "descent/trajectory.h"
#include "insight/landscape.h"
#include "plot/shape/curvepath.h"
#include "plot/shape/frame.h"

namespace plot {

/// How the ball lies: a function of the position alone, so that it can be shown from any point on.
struct Pose {
    QPointF contact;        ///< where the disc touches the curve, in pixels
    QPointF normal{0, -1};  ///< unit vector from the contact to the centre
    double angle = 0;       ///< how far the disc has turned, in radians, clockwise
    bool rolling = true;    ///< false while it hops: there is no curve under it

    QPointF centre(double radius) const { return contact + radius * normal; }
};

/// The ball between two points of the plane, `part` of the way in [0, 1]. Along the curve where it
/// runs unbroken through the view, covering equal lengths in equal times and turning without
/// slipping; else straight from contact to contact. A point without a value counts as one at the
/// foot of the view.
Pose roll(const CurvePath& path, const Frame& frame, insight::CurvePoint from,
          insight::CurvePoint to, double part, double radius);

/// The point of iteration n. One without a value lies level with the one before, if there is one.
insight::CurvePoint place(const descent::Trajectory& trajectory, std::size_t n);

/// The ball at a real position in [0, N] of a trajectory that is not empty.
Pose poseAt(const CurvePath& path, const Frame& frame, const descent::Trajectory& trajectory,
            double position, double radius);

}  // namespace plot
