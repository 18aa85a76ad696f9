// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "descent/objective.h"
#include "plot/scene/content.h"
#include "plot/shape/curvepath.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// Where none of the curve is in view, why, in the middle, and what brings it back if anything
/// does.
void paintCurveNote(QPainter& painter, const Content& content, const descent::Objective& objective,
                    const CurvePath& path, std::span<const double> known, const Frame& frame);

}  // namespace plot
