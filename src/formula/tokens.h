// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "formula/reader.h"
#include "formula/result.h"

namespace formula {

enum class Symbol {
    Number,
    Superscript,  ///< a raised whole number
    Variable,
    Pi,
    E,
    Function,
    Radical,  ///< √ or ∛
    UnknownName,
    Operator,  ///< between two operands, or a sign
    Question,
    Colon,
    Comma,
    Open,
    Close,
    Bar,
    End
};

/// A piece of a typed formula. Columns and lengths are in code points of the text as typed.
struct Token {
    Symbol symbol = Symbol::End;
    std::size_t column = 0;
    std::size_t length = 1;
    double value = 0;                    ///< of a Number or a Superscript
    Kind kind = Kind::Add;               ///< of an Operator
    const Function* function = nullptr;  ///< of a Function or a Radical
    std::size_t variable = 0;            ///< of a Variable: its place among them
};

/// Cuts a text with these variables into tokens, without a leading "y =" or "f(x) =", and appends
/// an End behind the last one.
Result<std::vector<Token>, ReadError> tokens(std::u32string_view text,
                                             const std::vector<std::string>& variables);

/// The error that a piece of the text deserves.
ReadError readError(Fault fault, std::u32string_view text, std::size_t column, std::size_t length);

}  // namespace formula
