// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preferences.h"

namespace window {

/// Gives the whole program these colours. System is light or dark as the desktop is, and the
/// desktop's own palette where that has high contrast.
void applyColours(model::Colours colours);

}  // namespace window
