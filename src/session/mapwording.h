// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/descent.h"
#include "core/stationary.h"

namespace session {

/// One of several stationary points in a few words: what it is and where.
QString nameOf(const std::vector<core::StationaryPoint>& points, std::size_t index,
               core::Direction direction);
/// A stationary point with its numbers, a line each.
QString describe(const core::StationaryPoint& point, bool best);
/// The α where runs stop settling at an extremum that has one: 2/f″(x*) = 0.1452.
QString forkTerm(const core::StationaryPoint& extremum);

}  // namespace session
