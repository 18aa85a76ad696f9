// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "session/session.h"

namespace session {

/// What a runner is called where several are shown.
struct RunnerName {
    QString method;  ///< "Nesterov momentum"
    QString brief;   ///< that in a word, where room is scarce: "Nesterov"
    QString rate;    ///< "α 0.02", and in what else it differs from others that are called so, too
    /// Only what tells it from the others, in a few letters: α where theirs are other ones, "β 0.8"
    /// among others of its method; may be empty.
    QString own;
};

/// A knob and how it is set, such as "β" and "0.9"; a switch as "correction" and "off".
struct KnobWords {
    QString name;
    QString value;
};

/// The knobs of a method that somebody who sees its run wants to know: but for the small ones that
/// are as usual, which only keep a quotient finite or a search from ending too early.
std::vector<KnobWords> knobsToTell(const descent::Method& method, int digits);

/// Of the runner at this place among all.
RunnerName nameOf(const std::vector<Runner>& runners, std::size_t place, int digits);

}  // namespace session
