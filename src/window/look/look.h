// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "plot/look/roles.h"

class QLayout;
class QWidget;

/// How the window looks: its rhythm, its letters and the roles of its colours. Whatever is laid out
/// or painted in the window takes its numbers from here.
namespace window::look {

/// Pixels between things that belong together, and about a text.
inline constexpr int near = 4;
/// Between the rows of a card, and between cards.
inline constexpr int gap = 8;
/// Within the edges of a card and of the window.
inline constexpr int inset = 12;
/// Between things that have nothing to do with each other.
inline constexpr int apart = 16;
/// Corners of cards, and of what lies on them.
inline constexpr double cardCorner = 9;
inline constexpr double corner = 6;
/// Of the coloured edge of a card.
inline constexpr int edge = 4;

/// What a text is for. All sizes follow the font that it is set in, so that a person's choice and
/// the projector enlarge all of them.
enum class Letters {
    Heading,  ///< of a card: small capitals
    Note,     ///< what explains something else
    Text,
    Verdict,
    Maths,   ///< formulas that are set, not typed
    Formula  ///< that is typed
};
QFont letters(Letters letters, const QFont& text);
/// Gives the program letters that read on any screen where the system's are smaller; they follow
/// the system's where those are larger.
void enlargeLetters();
/// Gives a widget these letters, now and whenever the font of its parent changes.
void setLetters(QWidget& widget, Letters letters);

/// Of the program's palette, which cards have a colour of their own beside.
plot::Roles roles();

/// Sets the margins of a layout, all alike, and the space between its items.
void space(QLayout& layout, int margin, int spacing);

}  // namespace window::look
