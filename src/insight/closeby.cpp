// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/closeby.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace insight {

double spacing(double x) {
    return std::numeric_limits<double>::epsilon() * std::max(std::abs(x), 1e-290);
}

Changes changesAt(const descent::Objective& objective, double x, double far) {
    const auto value = [&](double at) { return objective.value(at); };
    far = std::max(far, 1024 * spacing(x));
    const double nearest = std::max(1e-8 * far, 4 * spacing(x));
    const std::array<double, 3> distances = {far, std::sqrt(far * nearest), nearest};
    std::array<double, 3> left{};
    std::array<double, 3> right{};
    for (std::size_t i = 0; i < distances.size(); ++i) {
        left[i] = value(x - distances[i]);
        right[i] = value(x + distances[i]);
    }
    const double here = value(x);
    return {std::max(std::abs(left[0] - left[1]), std::abs(right[0] - right[1])),
            std::max(std::abs(left[1] - left[2]), std::abs(right[1] - right[2])),
            std::max({std::abs(left[2] - right[2]), std::abs(left[2] - here),
                      std::abs(right[2] - here)}),
            std::max(objective.valueError(x - nearest), objective.valueError(x + nearest))};
}

Known valueAt(const descent::Objective& objective, double x, double curvature, double nearest) {
    Known best{objective.value(x), objective.valueError(x)};
    if (!std::isnan(best.value)) return best;
    best.error = std::numeric_limits<double>::infinity();
    for (double reach = nearest; reach < 0.01 * std::max(1.0, std::abs(x)); reach *= 4) {
        const double left = objective.value(x - reach);
        const double right = objective.value(x + reach);
        const double rise = curvature * reach * reach / 2;
        const double rounding =
            std::max(objective.valueError(x - reach), objective.valueError(x + reach));
        const double error = std::abs(rise) * reach + rounding;
        if (error < best.error) best = {(left + right) / 2 - rise, error};
    }
    return best;
}

}  // namespace insight
