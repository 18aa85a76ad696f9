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

}  // namespace insight
