// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "descent/descent.h"
#include "insight/plane/slice.h"

namespace insight {

/// A run as far as it has to be known to be shown. Of one that is not over, some thousand steps.
descent::Whole beginningOf(const descent::Objective& objective, const descent::Settings& settings,
                           const descent::Point& start);

/// What is worth a place in view, such as minima, of a rectangle.
using Sights = std::function<std::vector<descent::Point>(const Rectangle&)>;

/// A rectangle of the plane of two variables that shows runs: each start, trail and end, of one
/// that diverges the start and the first steps; what of the sights lies close by; zero where that
/// makes the runs no specks; and a margin. Both sides are of one length unless the runs are ten
/// times as far in one direction as in the other, where coordinates are as much larger, too. One
/// run that gets far away is shown as insight::together() says. Always valid when the starts are
/// finite.
Rectangle fittingRectangle(const std::vector<descent::Whole>& runs, const Slice& plane,
                           std::size_t chosen, const Sights& sights = {});

}  // namespace insight
