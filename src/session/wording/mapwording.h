// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "descent/descent.h"
#include "insight/stationary.h"
#include "session/wording/wording.h"

namespace session {

// All in so many significant digits, as far as they are known.

/// One of several stationary points in a few words: what it is and where.
QString nameOf(const std::vector<insight::StationaryPoint>& points, std::size_t index,
               descent::Direction direction, int digits = usualDigits);
/// One of them with its numbers, a line each, and whether runs with these settings stay there.
QString describe(const insight::StationaryPoint& point,
                 const std::vector<insight::StationaryPoint>& points,
                 const descent::Settings& settings, int digits = usualDigits);
/// The α where runs stop coming to rest at an extremum that has one: 2/f″(x*) = 0.1452.
QString forkTerm(const insight::StationaryPoint& extremum, int digits = usualDigits);
/// The same with the place, in two lines and in one: 2/f″(x*) = 0.1452, x* = 1.35.
QStringList forkLines(const insight::StationaryPoint& extremum, int digits = usualDigits);
QString forkAt(const insight::StationaryPoint& extremum, int digits = usualDigits);

}  // namespace session
