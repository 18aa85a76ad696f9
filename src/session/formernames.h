// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "session/session.h"

namespace session {

/// What names of a function stood for that have dropped out of it, perhaps only while another one
/// is typed.
class FormerNames {
public:
    /// Notes what the names of this session stand for now.
    void note(const Session& session);
    void clear() { *this = {}; }
    /// The session with another function, see withFunction(): a name that comes back is a constant
    /// with its value and its slider as before; a variable of several starts where it did.
    Session withFunction(const Session& session, const Function& function) const;

private:
    std::map<std::string, Constant> m_constants;
    std::map<std::string, std::vector<double>> m_starts;  ///< of each runner
};

}  // namespace session
