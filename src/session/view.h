// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace session {

/// What a picture of a run shows of it.
enum class View {
    Curve,
    Convergence,
    Both,         ///< the two above, side by side
    Cobweb,       ///< each iterate over the one before it
    Bifurcation,  ///< where runs end up over α; nothing in it moves
};

}  // namespace session
