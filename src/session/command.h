// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "session/session.h"

namespace session {

/// The command line that computes the same run bit by bit and shows the same range, quoted for a
/// POSIX shell.
QString toCommand(const Session& session);

}  // namespace session
