// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "session/session.h"

namespace session {

/// One sentence on why a view of one variable has nothing to show of this function; empty where it
/// has something.
QString whyNotOfSeveral(View view, const Function& function);

}  // namespace session
