// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/verdict/verdict.h"

namespace session {

// What became of a run in several variables, as far as it is seen without looking for causes.

/// One sentence, with the place.
QString describeEnd(const insight::Verdict& verdict, const descent::Settings& settings, int digits);
/// In five words or less.
QString briefEnd(const insight::Verdict& verdict);

}  // namespace session
