// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "formula/reader.h"

namespace cli {

/// The typed text with a caret under what is wrong; of a long text only the surroundings, of a
/// blank one nothing.
QString withCaret(const QString& typed, const formula::ReadError& error);

}  // namespace cli
