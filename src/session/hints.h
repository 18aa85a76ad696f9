// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "formula/reader.h"

namespace session {

/// What to do about a sign or a word that formulas do not have here, but that people type or paste:
/// LaTeX, fractions, words of other notations. One sentence; empty when there is nothing to
/// say but that it is not known.
QString hint(const formula::ReadError& error);

}  // namespace session
