// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/verdict/verdict.h"
#include "session/wording/wording.h"

namespace session {

/// What became of a run in five words, for a table: "reached a minimum at 1.347".
QString brief(const insight::Verdict& verdict, const descent::Settings& settings,
              int digits = usualDigits);

}  // namespace session
