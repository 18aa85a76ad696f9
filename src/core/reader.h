// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/formula.h"
#include "core/result.h"

namespace core {

/// What is wrong with a typed function. The wording is the caller's.
enum class Fault {
    Empty,                 ///< nothing but blanks
    TooLong,               ///< more than longestText characters
    TooDeep,               ///< nesting deeper than deepestNesting
    TooComplex,            ///< its derivatives would grow too large
    NotText,               ///< not UTF-8, or a control character
    StrayCharacter,        ///< `subject` has no meaning in a formula
    String,                ///< a quoted text
    UnknownName,           ///< `subject` is no function, constant or variable; see `suggestion`
    Assignment,            ///< a lone =
    StrayComma,            ///< a comma outside a call
    NumberTooLarge,        ///< a literal over 1.8e308
    BadNumber,             ///< a literal such as 1.2.3 or 1e
    MissingOperand,        ///< an operator or the end of the text where a value was expected
    MissingOperator,       ///< two values side by side that cannot be multiplied (such as "x 2")
    UnclosedBracket,       ///< `subject` is opened here and never closed
    UnopenedBracket,       ///< `subject` closes nothing
    MissingArguments,      ///< the function `subject` stands without arguments
    WrongArgumentCount,    ///< `subject` takes `expected` arguments and got `found`
    ChainedComparison,     ///< a < b < c
    IncompleteConditional  ///< ? without : or : without ?
};

struct ReadError {
    Fault fault = Fault::Empty;
    /// Where it starts and how much it covers, in Unicode code points of the text as typed.
    std::size_t column = 0;
    std::size_t length = 1;
    std::string subject;     ///< the offending piece of text, UTF-8; may be empty
    std::string suggestion;  ///< the nearest known name; empty when none is near
    int expected = 0;
    int found = 0;
};

inline constexpr std::size_t longestText = 2000;
inline constexpr int deepestNesting = 100;

/// Reads what a person typed (UTF-8). The decimal mark is a point whatever the locale. Never
/// throws; takes time proportional to the shorter of the text and longestText.
Result<Formula, ReadError> read(std::string_view text);

}  // namespace core
