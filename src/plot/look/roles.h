// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include "session/wording/endingwording.h"

namespace plot {

/// The colours of the program by what they are for: the window and its pictures take them from
/// here, and so do the program's own palettes.
struct Roles {
    QColor ground;    ///< of the window, behind the cards
    QColor card;      ///< of a card and a picture
    QColor field;     ///< of what can be typed into
    QColor ink;       ///< text
    QColor soft;      ///< text that may be passed over: headings, notes
    QColor line;      ///< about cards and between them, and the grid
    QColor accent;    ///< what can be done, what is chosen, and the curve
    QColor onAccent;  ///< text on that

    static const Roles& light();
    static const Roles& dark();
    /// light() or dark(), whichever the window colour of the palette calls for; but the colours of
    /// the palette itself where it has high contrast.
    static Roles matching(const QPalette& palette);
};

/// A palette whose window is black itself or white itself: people need contrast.
bool hasHighContrast(const QPalette& palette);
/// Whether its text is lighter than its window.
bool isDark(const QPalette& palette);

/// The same on light and on dark grounds; only for marks and edges, as not all of them read.
QColor colourOf(session::Ending ending);

}  // namespace plot
