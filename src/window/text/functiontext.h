// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "formula/analysis.h"

namespace window {

// A function and its derivative beside the field that it is typed in, as rich text.

/// "f(x) =", "f(x, y) ="; of more than three variables the first and the last.
QString functionHead(const formula::Analysis& analysis);
/// The same whatever the names are, where theirs leave no room: "f(…) =".
QString shortFunctionHead();
/// "f′(x) = 2x", or of several variables "∇f = (2x, 2y)".
QString derivativeText(const formula::Analysis& analysis);
/// The same as a person would type it, to be copied by eye or read aloud: of several variables a
/// line for each, "∂f/∂x = 2*x". Of what would fill the screen only that it is long.
QString plainDerivative(const formula::Analysis& analysis);

}  // namespace window
