// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <string>
#include <vector>

#include "session/limits.h"
#include "session/session.h"

namespace session {

// The runners of a session: 1 to mostRunners, in an order that stays. What a session calls its
// start and its settings are those of the chosen one; tolerance, direction and the limit of
// iterations are shared.

inline constexpr std::size_t mostRunners = 8;

inline std::size_t runnerCount(const Session& session) {
    return session.others.size() + 1;
}

/// What the chosen one has of its own.
Runner chosenRunner(const Session& session);
/// All of them, in order.
std::vector<Runner> runners(const Session& session);

/// The same runners with another one chosen, place < runnerCount(): the session as that one has it.
Session choosing(const Session& session, std::size_t place);
/// The session with its chosen runner alone.
Session alone(const Session& session);
/// One more behind the others, which is chosen; one sentence where there are as many as can be.
Typed<Session> adding(const Session& session, const Runner& runner);
/// All start where the one at this place does, place < runnerCount().
Session gathered(Session session, std::size_t place);
/// Without one of several. The next one is chosen where that one was, the one before at the end.
Session removing(const Session& session, std::size_t place);

// Copies that differ in one thing.

/// By that method, with the α that is usual for it where another one was usual before.
Runner stepping(Runner runner, const descent::Method& method);
Runner doubled(Runner runner);
Runner halved(Runner runner);
/// Starts a little beside, by so much in the first variable.
Runner beside(Runner runner, double epsilon);

/// The first number that a method is tuned by, but for those that only keep it from dividing by
/// zero; empty where it has none.
std::string mainKnob(const descent::Method& method);

/// What was done to the runners, for the menu: "Add a runner", "Choose momentum". Empty where they
/// are the same.
QString runnersChange(const Session& before, const Session& after);

}  // namespace session
