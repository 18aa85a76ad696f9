// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "core/descent.h"
#include "core/objective.h"
#include "core/range.h"

namespace core {

/// A point of a drawn curve. A NaN value breaks the line.
struct CurvePoint {
    double x = 0;
    double value = 0;
};

/// How finely a curve is wanted: the part of the plane in view and its size in pixels.
struct View {
    Range x;
    Range value;
    int columns = 1;
    int rows = 1;
};

/// The curve of f over view.x, in ascending x, adapted so that the polyline stays within about half
/// a pixel of f: refined where f bends, spikes or is steep. Poles, jumps and the edges of the
/// domain become breaks. Values are finite (they may lie far outside view.value) or NaN (a break).
/// The number of evaluations is bounded by a multiple of view.columns.
std::vector<CurvePoint> sample(const Objective& objective, const View& view);
/// The same of any function of x.
std::vector<CurvePoint> sample(const std::function<double(double)>& function, const View& view);

/// A range of values that shows f well over `x`: all of a tame function, the informative middle of
/// one with poles or steep ends, a margin around both. Always valid; {-1, 1} around a constant or
/// an undefined f.
Range fittingValues(const Objective& objective, Range x);

/// A range of x that shows the run from `start` and its surroundings: the origin, the start and its
/// mirror image, and the iterates as far as they stay near. Always valid when start is finite.
Range fittingRange(const Objective& objective, const Settings& settings, Point start);

}  // namespace core
