// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preferences.h"

namespace window {

/// Gives the whole program these colours; System leads back to those it started with.
void applyColours(model::Colours colours);

}  // namespace window
