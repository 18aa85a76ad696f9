// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "descent/point.h"
#include "insight/verdict/verdict.h"
#include "session/wording/endingwording.h"
#include "session/wording/wording.h"

namespace session {

/// A place in the domain of a function of several variables, "(3, 2)", each coordinate as a
/// position().
QString placeText(const descent::Point& place, int digits = usualDigits);
/// The same as values that are no positions, such as a gradient.
QString vectorText(const descent::Point& values, int digits = usualDigits);

/// Where a run ends within its tolerance: to four digits of the largest coordinate.
QString roughPlaceText(const descent::Point& place);

/// What describe(), describeOutcome(), brief(), endingOf() and exactEnd() are of a verdict that is
/// inPlane.
QString describeInPlane(const insight::Verdict& verdict, const descent::Settings& settings,
                        int digits);
QString outcomeInPlane(const insight::Verdict& verdict, const descent::Settings& settings,
                       int digits);
QString briefInPlane(const insight::Verdict& verdict, const descent::Settings& settings,
                     int digits);
Ending endingOf(const insight::PlaneFinding& finding, descent::Direction direction);
/// Whether it came within the tolerance and does not stay there.
bool leavesAgain(const insight::PlaneFinding& finding);
QString exactEndInPlane(const insight::Verdict& verdict);

/// What a stationary place is: "a minimum", "a valley floor".
QString kindName(const insight::StationaryPlace& place);

}  // namespace session
