// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "descent/objective.h"
#include "descent/point.h"

namespace insight {

/// Lengths along the axes that count as one: the sides of a cell of a grid.
struct Scale {
    descent::Point sides;  ///< > 0

    /// Each coordinate times its side: of a step that is counted in sides, how far it leads, and of
    /// a gradient, that for steps of one side.
    descent::Point stretched(descent::Point point) const;
    /// How far it is, the farthest along an axis, in sides.
    double distance(const descent::Point& from, const descent::Point& to) const;
    /// How far one may go in that direction of length 1, and no farther than a side along any axis.
    double reach(const descent::Point& direction) const;
};

/// How far rounding may move a value at a place: by as much as it differs where a coordinate is
/// another of the numbers next to it.
template <typename Value>
double noiseOf(const Value& value, const Scale& scale, const descent::Point& at) {
    const double here = value(at);
    double noise = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double near =
            std::numeric_limits<double>::epsilon() * (std::abs(at[i]) + scale.sides[i]);
        for (const double side : {-near, near}) {
            descent::Point beside = at;
            beside[i] += side;
            noise = std::fmax(noise, std::abs(value(beside) - here));
        }
    }
    return noise;
}

/// A place where the gradient is zero as far as rounding tells, and is not because it leaps there:
/// by Newton's method from a start, along each axis of the Hessian no farther than a side at a
/// step, and never to where the gradient is larger. Axes along which the gradient hardly changes
/// are left out where that serves better; where it shrinks slowly, as beside a place without
/// curvature, longer steps are tried, too. At most `reach` sides from the start. Counts in
/// `evaluations` how often it asked for a gradient or a Hessian.
std::optional<descent::Point> rootNear(const descent::Objective& objective, const Scale& scale,
                                       const descent::Point& start, double reach,
                                       std::int64_t& evaluations);

}  // namespace insight
