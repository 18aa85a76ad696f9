// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include "descent/descent.h"
#include "descent/response.h"
#include "insight/plane/rates.h"
#include "insight/stationary.h"

namespace window {

// How runs of plain gradient descent come near a minimum, in words and colours.

/// What steps with this α do near this minimum (maximum).
descent::Response responseAt(const insight::StationaryPoint& extremum, double alpha);
QString word(descent::Approach approach);
/// One of Okabe and Ito's colours; black text reads on each.
QColor colourOf(descent::Approach approach);

/// f″ or, for an ascent, the size of what is negative at a maximum.
QString curvatureSymbol(descent::Direction direction);
/// Two sentences, numbers in so many significant digits: what α does near this minimum (maximum)
/// with f″ > 0 (−f″), and where the next of them begins.
QString explain(double alpha, const insight::StationaryPoint& extremum,
                descent::Direction direction, int digits);

/// The same of several variables close to what such a run looks for, all of whose curvatures differ
/// from 0: what α does in the flattest and in the steepest direction, the best α and the limit.
QString explainInPlane(double alpha, const insight::StationaryPlace& place,
                       const descent::Settings& settings, int digits);
/// Of methods other than that, of which theory tells: what they leave at the present α, and the
/// limit.
QString explainRates(const insight::Rates& rates, const insight::StationaryPlace& place,
                     const descent::Settings& settings, int digits);

}  // namespace window
