// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "descent/descent.h"
#include "insight/range.h"
#include "insight/whereabouts.h"
#include "session/wording/wording.h"

namespace session {

// The numbers of what the pointer is over, each in a line of facts with wide spaces between them.
// All in so many significant digits, as far as they are known.

/// A place of the curve in a view, and what becomes of a start there, which may be empty.
QString tellPlace(insight::Range view, double x, double value, double slope, const QString& fate,
                  int digits = usualDigits);
/// An iteration as the convergence chart shows it.
QString tellIteration(const descent::Step& step, int digits = usualDigits);
/// The best value of f that is known, from which a chart measures, or where it is: "f* = −5.44, the
/// lowest minimum in view".
struct Best {
    descent::Point at = 0;
    double value = 0;
    bool inView = false;  ///< as an extremum; else a runner came to it
    descent::Direction direction = descent::Direction::Descend;
};
QString tellBestValue(const Best& best, int digits = usualDigits);
QString tellBestPlace(const Best& best, int digits = usualDigits);
/// A place of the map in a view: where a step from x leads.
QString tellStepFrom(insight::Range view, double x, double next, int digits = usualDigits);
/// Step n of a run on the map, from one place to the next.
QString tellStepOf(std::int64_t iteration, double from, double to, int digits = usualDigits);
/// A place that the map leaves alone, and what its slope there tells, which may be empty.
QString tellFixedPoint(double x, const QString& slope, int digits = usualDigits);
/// The same in a line for each fact, for a tip.
QString describeFixedPoint(double x, const QString& slope, int digits = usualDigits);
/// A place of the bifurcation diagram, and what the run does at that α, if that is known.
QString tellPlaceAt(double alpha, insight::Range view, double x,
                    const std::optional<insight::Whereabouts>& run, int digits = usualDigits);

}  // namespace session
