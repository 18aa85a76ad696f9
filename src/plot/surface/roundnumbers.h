// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "insight/range.h"

namespace plot {

struct RoundNumber {
    double value = 0;
    QString text;  ///< as axes have it
};

/// The multiples of 1, 2 or 5 times a power of ten in a valid range: about so many, 2 at least
/// where doubles can tell them apart.
std::vector<RoundNumber> roundNumbers(insight::Range range, int count);

}  // namespace plot
