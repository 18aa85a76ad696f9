// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "descent/point.h"
#include "session/session.h"

namespace session {

// Places in the domain of a function: starts of runs.

/// For the screen: "2", or of several variables "(3.58443, −1.84813)".
QString shownPlace(const descent::Point& place, int digits);

/// The start of the chosen runner as files, links and commands have it, exact: "2", or of several
/// variables "x=1,y=2". So is one where the function would else be read with another variable.
QString startText(const Session& session);
/// Reads a number for each variable, "1,2" in their order or "x=1,y=2" by name. A name that is
/// given is a variable of the function from now on, beside x, y, z and x1 … x8, and every other
/// name a constant. Returns an empty string, or one sentence that says what is wrong, and then
/// nothing changes.
QString readStart(const QString& text, Session& into);
/// The names in such a text before the function is read, which then takes them for variables. What
/// is wrong readStart() says.
void announceStart(const QString& text, Session& into);

/// The session with starts for a function with other variables. A lone variable keeps its value.
/// Of several, each keeps its value where its name stays; what was a constant starts at its value;
/// others take the places of those that are gone, in their order, and 1 where there are none left.
/// The axes stay where their names do; where a function of one
/// variable comes or goes, a view of it does, and the range of the second axis goes.
Session startingIn(Session session, const Function& function);

}  // namespace session
