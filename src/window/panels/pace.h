// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include "descent/descent.h"
#include "insight/stationary.h"
#include "insight/verdict.h"

namespace window {

/// How a run comes near a minimum, by α f″ there: each step multiplies the distance to it by
/// m = 1 − α f″. Nesterov, Introductory Lectures on Convex Optimization, 1.2.3.
enum class Pace {
    Crawls,     ///< α f″ < 0.1
    Rolls,      ///< up to 1: one leap
    Swings,     ///< up to 2: the limit
    CannotStay  ///< beyond
};

inline constexpr double oneLeap = 1;
inline constexpr double limit = 2;

/// The pace at a product α f″ > 0.
Pace paceAt(double product);
/// The largest product of a pace.
double fastest(Pace pace);
/// Whether a run with this verdict went as its product α f″ at the extremum tells; else that is
/// true only of other runs, which begin close to the extremum.
bool goesAsTold(const insight::Verdict& verdict, double product, descent::Direction direction);
QString word(Pace pace);
/// One of Okabe and Ito's colours; black text reads on each.
QColor colourOf(Pace pace);

/// f″ or, for an ascent, the size of what is negative at a maximum.
QString curvatureSymbol(descent::Direction direction);
/// Two sentences, numbers in so many significant digits: what α does near this minimum (maximum)
/// with f″ > 0 (−f″), and where the next paces begin.
QString explain(double alpha, const insight::StationaryPoint& extremum,
                descent::Direction direction, int digits);

}  // namespace window
