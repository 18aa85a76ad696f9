// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string>

#include "session/limits.h"
#include "session/session.h"

namespace session {

// What the names of a function are, where a person says it: variables or constants.

/// The text of a function with these of its names as variables, said in front: "f(a) = a*x^2".
QString textInVariables(const Function& function, const QStringList& variables);

/// The session with a constant as one more variable, which starts at its value, behind the others
/// or, of x, y, z and x1 … x8, among them; one sentence where it cannot be one. What the text says
/// in front says it, too.
Typed<Session> withVariable(const Session& session, const std::string& constant);
/// The session with one of several variables as a constant, which has the value of the start of
/// the chosen runner; one sentence where it cannot be one.
Typed<Session> withHeld(const Session& session, const std::string& variable);

/// That such a change was made, for the menu: "Let a vary", "Hold y constant"; empty where
/// it was another.
QString roleChange(const Session& before, const Session& after);

}  // namespace session
