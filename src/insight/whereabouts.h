// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/bifurcation.h"
#include "insight/range.h"

namespace insight {

/// What a run does in the end, as its last iterates tell.
struct Whereabouts {
    Stay stay = Stay::Unknown;
    /// When it is Seen: 1 when it comes to rest, 2 and more when it goes round so many points; 0
    /// when it does neither.
    int period = 0;
    Range extent;  ///< of the last iterates; of no width when all are the same
};

/// The run of bifurcationSteps steps with this α.
Whereabouts whereabouts(const descent::Objective& objective, const Launch& launch, double alpha);

}  // namespace insight
