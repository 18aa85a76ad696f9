// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "descent/hessian.h"
#include "descent/point.h"

namespace insight {

/// A symmetric matrix along its own axes.
struct Principal {
    descent::Point curvatures;               ///< its eigenvalues, ascending
    std::vector<descent::Point> directions;  ///< their eigenvectors, of length 1
};

/// Nothing where an entry is not finite. The eigenvalues are right to some roundings of the
/// largest.
std::optional<Principal> principalOf(const descent::Hessian& hessian);

/// The scalar product.
double along(const descent::Point& one, const descent::Point& other);
/// The place that far from another in a direction.
descent::Point moved(descent::Point from, const descent::Point& direction, double far);
/// The largest of the sizes of the coordinates.
double largest(const descent::Point& point);

}  // namespace insight
