// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descent/objective.h"
#include "descent/point.h"
#include "session/wording/slicewording.h"

namespace plot {

/// What a view tells of a place under the pointer.
session::Lie lieAt(const descent::Objective& objective, const descent::Point& at);

}  // namespace plot
