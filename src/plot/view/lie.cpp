// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/lie.h"

#include <cmath>
#include <optional>
#include <utility>

namespace plot {

namespace {

/// The eigenvalues of the Hessian of f of two variables, ascending.
std::optional<std::pair<double, double>> curvaturesAt(const descent::Objective& objective,
                                                      const descent::Point& at) {
    if (at.size() != 2) return std::nullopt;
    const descent::Hessian hessian = objective.hessian(at);
    const double middle = objective.told((hessian(0, 0) + hessian(1, 1)) / 2);
    const double half = std::hypot((hessian(0, 0) - hessian(1, 1)) / 2, hessian(0, 1));
    return std::pair(middle - half, middle + half);
}

}  // namespace

session::Lie lieAt(const descent::Objective& objective, const descent::Point& at) {
    descent::Point gradient = objective.gradient(at);
    for (double& part : gradient) part = objective.told(part);
    return {at, objective.told(objective.value(at)), gradient, curvaturesAt(objective, at)};
}

}  // namespace plot
