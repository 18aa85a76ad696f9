// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "insight/basins.h"
#include "insight/stationary.h"
#include "insight/valleys.h"

namespace insight {

/// What is known of a range of x beyond a run itself.
struct Landmarks {
    std::vector<StationaryPoint> points;  ///< ascending
    std::optional<BasinMap> basins{};
    Valleys valleys{};  ///< all that were ever in view
};

}  // namespace insight
