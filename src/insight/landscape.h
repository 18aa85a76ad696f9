// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <type_traits>
#include <vector>

#include "descent/objective.h"
#include "insight/range.h"

namespace insight {

/// A point of a drawn curve. A NaN value breaks the line.
struct CurvePoint {
    double x = 0;
    double value = 0;
};

/// How finely a curve is wanted: the part of the plane in view and its size in pixels.
struct Viewport {
    Range x;
    Range value;
    int columns = 1;
    int rows = 1;
    std::vector<double> places = {};  ///< some x at which nothing may be missed, however narrow

    bool operator==(const Viewport&) const = default;
};

/// A function of x, evaluated at one place or at many at once.
struct Curve {
    /// Place by place.
    template <typename Function>
    requires std::is_invocable_r_v<double, Function, double> Curve(
        Function function)  // NOLINT(google-explicit-constructor): any function of x is one
        : at(function), atEach([function](std::span<const double> places, double* values) {
              for (const double x : places) *values++ = function(x);
          }) {}
    /// f, whatever the goal of the objective, which must live as long. Belongs to one thread at a
    /// time.
    explicit Curve(const descent::Objective& objective);

    std::function<double(double)> at;
    std::function<void(std::span<const double> places, double* values)> atEach;
};

/// The curve of f over view.x, in ascending x, adapted so that the polyline stays within about half
/// a pixel of f: refined where f bends, spikes or is steep, down to the ends of spikes. Poles,
/// jumps and the edges of the domain become breaks. Values are finite (they may lie far outside
/// view.value) or NaN (a break). The number of evaluations is bounded by a multiple of
/// view.columns.
std::vector<CurvePoint> sample(const Curve& curve, const Viewport& view);
std::vector<CurvePoint> sample(const descent::Objective& objective, const Viewport& view);

/// A curve that may be coarser than sample() gives it.
struct Sketch {
    std::vector<CurvePoint> points;
    bool complete = true;  ///< as sample() gives it
};

/// sample() with at most about so many evaluations, and less when asked to stop before. What breaks
/// in a coarse curve may look joined.
Sketch sketch(const Curve& curve, const Viewport& view, std::int64_t evaluations,
              const std::stop_token& stop = {});

}  // namespace insight
