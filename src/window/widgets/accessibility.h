// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace window {

/// Gives roles, names and values to the widgets that Qt knows nothing of: pictures, cards and
/// sliders whose places mean something. Before the first of them is made; more than once does no
/// harm.
void installAccessibility();

}  // namespace window
