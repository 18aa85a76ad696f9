// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/basins.h"
#include "insight/range.h"
#include "session/wording/wording.h"

namespace session {

/// A place that is looked at in a view, in so many digits; deep in a view in as many more as tell
/// it from places a hundredth of a pixel away.
QString placeIn(insight::Range view, double x, int digits = usualDigits);
/// The same place as a number: 0 where it reads so.
double placeNamed(insight::Range view, double x);
/// One sentence on a run that ends where it starts.
QString describeStart(const insight::Destination& end);
/// One sentence on what becomes of a run from x; empty while that is not known or outside the map.
QString describe(const insight::BasinMap& basins, double x, int digits = usualDigits);
/// One sentence on how the strip of the basins shows that; empty where describe() is.
QString explainLook(const insight::BasinMap& basins, double x);

}  // namespace session
