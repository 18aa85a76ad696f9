// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "formula/result.h"

namespace formula {

/// What is wrong with a typed function. The wording is the caller's.
enum class Fault {
    Empty,                 ///< nothing but blanks
    TooLong,               ///< more than longestText characters
    TooDeep,               ///< nesting deeper than deepestNesting
    TooComplex,            ///< its derivatives would grow too large
    NotText,               ///< not UTF-8, or a control character
    StrayCharacter,        ///< `subject`, a character or a command of LaTeX, has no meaning here
    String,                ///< a quoted text
    UnknownName,           ///< `subject` is no function, constant or variable; see `suggestion`
    TooManyVariables,      ///< the names `subject` would be variables, and `expected` can be
    TooManyConstants,      ///< the name `subject` would be one constant more than there can be
    OnlyVariable,          ///< `subject` shall be a constant, and nothing else varies
    NumberedName,          ///< `subject` goes on behind `suggestion`, which ends in digits: log2x
    Assignment,            ///< a lone =
    StrayComma,            ///< a comma outside a call
    NumberTooLarge,        ///< a literal over 1.8e308
    NumberTooSmall,        ///< a literal that is not 0 but under 5e-324
    BadNumber,             ///< a literal such as 1.2.3
    MissingOperand,        ///< an operator or the end of the text where a value was expected
    MissingOperator,       ///< two values side by side that cannot be multiplied (such as "x 2")
    UnclosedBracket,       ///< `subject` is opened here and never closed
    UnopenedBracket,       ///< `subject` closes nothing
    MissingArguments,      ///< the function `subject` stands without arguments; see `suggestion`
    Inverse,               ///< `subject`, such as sin^-1, may be `suggestion` or 1/sin
    WrongArgumentCount,    ///< `subject` takes `expected` arguments and got `found`
    BadOrder,              ///< the order `subject` is no whole number from 0 to largestOrder
    VaryingOrder,          ///< the order `subject` depends on a variable
    ChainedComparison,     ///< a < b < c
    IncompleteConditional  ///< ? without : or : without ?
};

struct ReadError {
    Fault fault = Fault::Empty;
    /// Where it starts and how much it covers, in Unicode code points of the text as typed.
    std::size_t column = 0;
    std::size_t length = 1;
    std::string subject;     ///< the offending piece of text, UTF-8; may be empty
    std::string suggestion;  ///< a name that was probably meant, or a call that reads; may be empty
    int expected = 0;
    int found = 0;
};

inline constexpr std::size_t longestText = 2000;
inline constexpr int deepestNesting = 100;

/// Reads what a person typed (UTF-8), a function of these variables. The decimal mark is a point
/// whatever the locale. Never throws; takes time proportional to the shorter of the text and
/// longestText.
///
/// What could be read in two ways is read so:
/// - Multiplication without a sign is like that with one, left to right: 1/2x is (1/2)x. A number
///   cannot be the second factor: x 2 is refused.
/// - A sign at the beginning of a product holds all of it: -2^2 is -(2^2), -x y is -(x y).
/// - A function without brackets takes one factor with its power and its numeric coefficient:
///   sin 2x^2 is sin(2x^2), sin πx is sin(πx), sin x cos x is sin(x)cos(x), sin (x)^2 is
///   (sin(x))^2. √ takes no coefficient: √2x is (√2)x.
/// - sin²x and sin^2(x) are (sin x)^2; sin⁻¹ and sin^-1 are refused.
/// - 2e3 is 2000, 2e is 2·e; log is ln; log2x is refused, log2 x and log 2x are not.
/// - Γ is gamma, ψ is digamma.
/// - Names may be written without blanks (xsinx, pix) where they can be told apart.
/// - Inside bars, a bar behind an operand closes them; elsewhere || behind an operand is "or".
/// - A leading "y =" (where y is no variable) or "f(x) =", with all variables in order, names the
/// function and is skipped.
/// - Comparisons and && || give 0 or 1; all blanks are alike, tabs and line ends included.
Result<Formula, ReadError> read(std::string_view text,
                                const std::vector<std::string>& variables = {"x"});

/// A function that brought its names.
struct Reading {
    Formula formula;
    std::vector<std::string> names;     ///< in order of appearance
    std::vector<std::size_t> columns;   ///< where each stands first
    std::vector<std::string> declared;  ///< the variables in a leading "f(w) ="
};

/// Reads a function and takes the names that it meets (see ownnames.h), as above in all else.
Result<Reading, ReadError> readNamed(std::string_view text);

}  // namespace formula
