// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descent/descent.h"
#include "insight/range.h"
#include "session/function.h"

namespace session {

/// Everything a person set, as one value.
struct Session {
    Function function;
    double initialGuess = 0;  ///< x₀, finite
    descent::Settings settings;
    insight::Range range{-5, 5};  ///< of x, in view

    bool operator==(const Session&) const = default;
};

}  // namespace session
