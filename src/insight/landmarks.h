// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "insight/basins.h"
#include "insight/plane/planebasins.h"
#include "insight/plane/stationaryplace.h"
#include "insight/stationary.h"
#include "insight/valleys.h"

namespace insight {

/// What is known of the range in view beyond a run itself.
struct Landmarks {
    std::vector<StationaryPoint> points;  ///< ascending; of one variable
    std::optional<BasinMap> basins{};
    Valleys valleys{};                      ///< all that were ever in view
    std::vector<StationaryPlace> places{};  ///< of several variables, in the rectangle in view
    SharedBasins planeBasins{};             ///< of several variables; null where nobody wants them
};

}  // namespace insight
