// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace formula {

// Names that a function brings itself. What a word is that is made of no known names:
// - A letter, Latin or Greek, or a Greek letter by its name (alpha), is a name; digits behind it
//   belong to it (a1, x0). A capital that is only the other case of x, y, z or e is a slip.
// - One letter with variables beside it is a product: ax, xa, axy.
// - Other words of two letters, and of three with x, y or z among them, may be products or names:
//   they are refused, and the product is suggested (ac: a*c).
// - A word directly before a bracket is a call, so that what is no function is a mistake.
// - What is one slip away from a function or from pi (sni, sine, cost), or has the name of a
//   function in it (ksinx), and what stands for something in other notations (tg, arcsin, mod), is
//   never a name.
// - Any other word of letters, from three to longestName, is one: rate, lamda.

inline constexpr std::size_t longestName = 16;

/// Names that need not be told: x, y, z, x1 … x8, and the Greek letters, spelled out.
const std::vector<std::string>& usualNames();
/// Of these, those that are variables where they occur.
bool isUsualVariable(std::string_view name);

/// The names that a word of Latin letters is made of which is made of no known ones; none where it
/// is refused. `isCalled`: a bracket opens behind it.
std::vector<std::string_view> ownNames(std::string_view word, bool isCalled);
/// Whether digits behind a word make a name with it.
bool takesDigits(std::string_view word);
/// Greek letters of which a single one is a name; π, Γ and ψ mean something else.
bool isGreekName(char32_t letter);

/// Whether a name that is known, of more than one letter a Greek one too, begins with the word and
/// goes on: s may become sin.
bool beginsKnownName(std::string_view word);

/// What was probably meant by a word that is refused; empty when nothing is near.
std::string suggestionFor(std::string_view word);

}  // namespace formula
