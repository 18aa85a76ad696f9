// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "session/view.h"

namespace session {

/// The view that shows the function itself: the curve, or of several variables the map.
View groundView(const Session& session);
/// Whether the window offers a view for a session. It does not offer the curve of several variables
/// nor the map, the surface or the basins of one: the other stands in its place. One that cannot
/// show a run otherwise says why; see ViewRow::whyNot.
bool isOffered(View view, const Session& session);

}  // namespace session
