// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace formula {

/// Whether the word ends in a name that ends in digits, such as log2.
bool endsInNumberedName(std::string_view word, const std::vector<std::string>& variables);

/// A word as the names (functions, pi, e, variables) that it is made of, in order: one, or several
/// where no blank was typed (xsin, pix). Nothing when it cannot be read so.
std::optional<std::vector<std::string_view>> namesIn(std::string_view word,
                                                     const std::vector<std::string>& variables);

/// Which of the names was probably meant, whatever the case; empty when none is near.
std::string nearestOf(std::string_view word, std::span<const std::string_view> names);
/// The same of all names of formulas.
std::string nearestName(std::string_view word, const std::vector<std::string>& variables);

/// Whether a word is the other case of a function or of pi, or one slip away from it: one letter
/// more, less or other, or two in the wrong order.
bool isSlip(std::string_view word);

}  // namespace formula
