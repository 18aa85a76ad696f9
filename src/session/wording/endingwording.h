// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/verdict/verdict.h"

namespace session {

/// What became of a run, in the coarsest terms: of these a person asks first.
enum class Ending { Arrived, Going, Unsettled, Gone };
Ending endingOf(const insight::Verdict& verdict);

/// The same in one or two words, for a heading.
QString endingName(const insight::Verdict& verdict);

}  // namespace session
