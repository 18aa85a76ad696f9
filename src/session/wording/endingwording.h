// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/verdict/verdict.h"

namespace session {

/// What became of a run, in the coarsest terms: of these a person asks first.
enum class Ending {
    Arrived,    ///< at what it looks for
    Stopped,    ///< within the tolerance elsewhere: at a saddle, a maximum or on flat ground
    Going,      ///< the limit of iterations came first
    Unsettled,  ///< it does not come to rest, or not for good
    Gone
};
Ending endingOf(const insight::Verdict& verdict, descent::Direction direction);

/// The same in a few words, for a heading.
QString endingName(const insight::Verdict& verdict, descent::Direction direction);

}  // namespace session
