// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/offered.h"

namespace session {

View groundView(const Session& session) {
    return session.function.dimension() == 1 ? View::Curve : View::Map;
}

bool isOffered(View view, const Session& session) {
    if (view == View::Curve || view == View::Both) return groundView(session) == View::Curve;
    const bool isOfPlane = view == View::Map || view == View::Surface || view == View::Basins;
    return !isOfPlane || groundView(session) == View::Map;
}

}  // namespace session
