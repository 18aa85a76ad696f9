// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace descent {

/// A place in the domain of an objective, or a gradient there. With one variable y stays 0.
struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

/// The Euclidean norm; NaN when a coordinate is NaN.
inline double norm(Point p) {
    return p.y == 0 ? std::abs(p.x) : std::hypot(p.x, p.y);
}

}  // namespace descent
