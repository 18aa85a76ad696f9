// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "session/session.h"

namespace session {

/// The session with a view that shows the runs of all its runners: a range of x, or of several
/// variables the ranges of both axes. See insight::together() and insight::fittingRectangle(). A
/// range of the second axis that is there stays, and so does, where it `isSet`, that of the first.
/// Of no use when asked to stop before the end.
Session fitted(Session session, bool isSet, const std::stop_token& stop = {});

}  // namespace session
