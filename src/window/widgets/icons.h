// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace window {

enum class Symbol { First, Back, Play, Pause, Forward, Last };

/// A transport symbol in the palette's own text colour, so that it shows on light and on dark.
QIcon icon(Symbol symbol, const QPalette& palette);

/// For what is wrong: a red that reads on the palette's window colour.
QColor faultColour(const QPalette& palette);
/// For what is right: a green that reads on the palette's button and window colours.
QColor rightColour(const QPalette& palette);

}  // namespace window
