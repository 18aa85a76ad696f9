// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "descent/descent.h"

namespace window {

/// A step that no run made, whose numbers have as many digits as those of a run.
struct LongStep {
    descent::Settings settings;
    descent::State from;
    descent::State to;
};

/// Of the numbers of a step.
struct StepSize {
    double length;  ///< of place and gradient; squares have its square
    int first;      ///< the sign of what is remembered first: of a mean gradient, 1 or -1
    int second;     ///< and of what comes behind that, which only squares have positive always
};

/// A long step of the same method, of so many variables.
LongStep longStep(const descent::Settings& settings, std::size_t variables, StepSize size);

}  // namespace window
