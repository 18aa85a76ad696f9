// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/settings.h"
#include "insight/plane/stationaryplace.h"
#include "insight/range.h"
#include "insight/stationary.h"

namespace window {

/// The learning rates that a slider spans: seven whole decades about the limit that theory tells of
/// the method at this minimum (maximum), two of them at most above it; the usual ones where theory
/// tells none. They go on to an α beyond them, and lie within descent::smallestAlpha and
/// largestAlpha unless that does not.
insight::Range reachedAlphas(const descent::Settings& settings,
                             const std::optional<insight::StationaryPoint>& extremum);
/// The same at a place of several variables, whose largest curvature sets the limit.
insight::Range reachedAlphas(const descent::Settings& settings,
                             const std::optional<insight::StationaryPlace>& place);

}  // namespace window
