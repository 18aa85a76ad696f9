// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <vector>

#include "plot/shape/roll.h"

namespace plot {

/// A disc that stands on a curve.
struct Disc {
    Pose pose;
    double radius = 0;

    QPointF centre() const { return pose.centre(radius); }
};

/// The centres of the discs, none hidden: those that stand at one place lie as a fan round the
/// first of them, which stays where it is, inside the area where that has room. A disc that moves
/// away leaves its fan without a leap. `gap` is what is between discs.
std::vector<QPointF> fanned(const std::vector<Disc>& discs, const QRectF& area, double gap);

}  // namespace plot
