// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descent/objective.h"
#include "descent/settings.h"
#include "descent/state.h"

namespace insight {

/// Whether the method remembers something beyond the largest number, by which it may divide.
bool overflows(const descent::State& state);

/// Whether a run whose schedule varies α would move from there if α were the same all the time.
bool movesUnscheduled(const descent::Objective& objective, descent::Settings settings,
                      const descent::State& state);

/// Whether a run that noise moves would come to rest from there without it, or go about in no more
/// than a tenth of `spread`. That it comes within the tolerance is no rest: it may leave again.
bool calmsDown(const descent::Objective& objective, descent::Settings settings,
               const descent::State& from, double spread);

}  // namespace insight
