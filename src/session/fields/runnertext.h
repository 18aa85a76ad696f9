// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "session/session.h"

namespace session {

/// The runners but the first, a word each, as files, links and the command line have them:
/// "momentum:beta=0.8,alpha=0.02,start=1". Where the chosen one is among them, it has chosen=on.
QString runnersText(const Session& session);
/// Reads that in place of those that are there. What a runner does not name it takes from the
/// first one, and α where its method has another usual one; its method has the usual knobs. Returns
/// an empty string, or one sentence that says what is wrong, and then nothing changes.
QString readRunners(const QString& text, Session& into);

}  // namespace session
