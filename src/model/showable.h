// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>

#include "formula/result.h"
#include "session/session.h"

namespace model {

/// How many variables a function can have in the window.
inline constexpr std::size_t mostShownVariables = descent::mostVariables;

/// Why the window cannot show a session, in the sentence that whoever types its function is told;
/// empty where it can.
QString whyNotShown(const session::Session& session);

/// What was read for the window: that sentence where it cannot show it.
formula::Result<session::Session, QString> showable(
    formula::Result<session::Session, QString> session);

}  // namespace model
