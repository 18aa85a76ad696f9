// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/objective.h"

namespace insight {

enum class StationaryKind { Minimum, Maximum, Inflection };

/// What f is like around a stationary point x*, which decides how steps fade there.
enum class Shape {
    Smooth,         ///< f'' exists, and f' ~ f'' (x - x*) unless f'' is 0
    Steep,          ///< |f'| goes to 0 slower than |x - x*|, as that of |x|^1.5: f'' is infinite
    Bent,           ///< f' goes to 0, but f'' differs between the sides; f'' is the larger one here
    HalfCorner,     ///< f' jumps, but goes to 0 on one side; f'' counts as 0
    Corner,         ///< f' jumps and goes to 0 on no side; f'' counts as 0
    Break,          ///< an extremum of f at a jump of f or at the edge of its domain
    Pole,           ///< no place for a run at all: f is unbounded in that direction
    LimitFromLeft,  ///< no extremum: coming from the left, f nears a value like that of one, but
                    ///< breaks off and, as far as can be told, never takes it
    LimitFromRight  ///< the same, coming from the right
};

/// True where f' jumps across zero.
inline bool isCorner(Shape shape) {
    return shape == Shape::Corner || shape == Shape::HalfCorner;
}

/// True where f only nears a value.
inline bool isLimit(Shape shape) {
    return shape == Shape::LimitFromLeft || shape == Shape::LimitFromRight;
}

/// True where a run may come to rest, or would but for the shape.
inline bool isLevel(Shape shape) {
    return shape != Shape::Break && shape != Shape::Pole && !isLimit(shape);
}

/// f close to a zero of f'.
struct Surroundings {
    Shape shape = Shape::Smooth;
    double curvature = 0;  ///< as a StationaryPoint has it
};

/// Looks at f' on both sides of an extremum or inflection at x, at distances from `far` down to
/// `near`, where it is more than rounding. f' ~ |x - x*|^q tells the shape: 0 at a corner, less
/// than 1 where f'' is infinite, 1 in general, more where f'' is 0. The point lies within
/// `accuracy` of x. Nothing where f' is not known well enough.
std::optional<Surroundings> surroundings(const descent::Objective& objective, double x,
                                         double accuracy, double far, double near);

}  // namespace insight
