// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "session/session.h"

namespace session {

/// A set-up worth seeing.
struct Example {
    QString group;  ///< what it is about; those of a group stand together
    QString title;
    QString lookFor;  ///< one sentence: what to watch
    Session session;
};

/// The built-in examples, in the order of the menu, in the user's language. The first is the one
/// shown at start.
std::vector<Example> examples();

}  // namespace session
