// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/formernames.h"

#include <algorithm>

#include "session/constants.h"
#include "session/runners.h"

namespace session {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

void FormerNames::note(const Session& session) {
    for (const Constant& each : session.constants) m_constants[each.name] = each;
    const std::vector<std::string>& names = session.function.analysis().variables;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::vector<double>& starts = m_starts[names[i]];
        starts.clear();
        for (const Runner& runner : runners(session)) starts.push_back(runner.start[i]);
    }
}

Session FormerNames::withFunction(const Session& session, const Function& function) const {
    Session known = session;
    for (const auto& [name, constant] : m_constants) {
        const auto isOwn = [&name](const Constant& each) { return each.name == name; };
        if (contains(function.analysis().constants, name) &&
            std::ranges::none_of(known.constants, isOwn))
            known.constants.push_back(constant);
    }
    Session next = session::withFunction(known, function);
    const formula::Analysis& before = session.function.analysis();
    // One variable goes on under another name, but not where that is a constant now: a of a x².
    const auto isHeld = [&](const std::string& name) {
        return contains(function.analysis().constants, name);
    };
    if (function.dimension() == 1 && std::ranges::none_of(before.variables, isHeld)) return next;
    const std::vector<std::string>& names = function.analysis().variables;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto former = m_starts.find(names[i]);
        if (former == m_starts.end() || former->second.size() != runnerCount(next) ||
            contains(before.variables, names[i]) || contains(before.constants, names[i]))
            continue;
        std::size_t place = 0;
        for (; place < next.others.size(); ++place)
            next.others[place].start[i] = former->second[place < next.chosen ? place : place + 1];
        next.initialGuess[i] = former->second[next.chosen];
    }
    return next;
}

}  // namespace session
