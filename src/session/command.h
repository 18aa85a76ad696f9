// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "formula/result.h"
#include "session/session.h"

namespace session {

/// The command line that computes the same run bit by bit and shows the same of it, quoted for a
/// POSIX shell. The range of x is left out where the view has none: it is the fitting one then.
QString toCommand(const Session& session);

/// Whether a text begins as a command does.
bool isCommand(const QString& text);

/// The session of a command as toCommand() writes it, or one sentence that says what is wrong. What
/// is not given is as on the command line; options that are no part of a session are ignored.
formula::Result<Session, QString> fromCommand(const QString& command);

}  // namespace session
