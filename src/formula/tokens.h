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
    std::size_t variable = 0;            ///< of a Variable: its place among the names
};

struct Tokens {
    std::vector<Token> list;  ///< with an End behind the last one
    std::vector<std::string> names;
    std::vector<std::string> declared;  ///< those in the brackets of a leading "f(x) ="
};

/// Cuts a text into tokens, without a leading "y =" or "f(x) =". Its names are these variables;
/// without any, those that it meets, in order of appearance (see ownnames.h).
Result<Tokens, ReadError> tokens(std::u32string_view text,
                                 const std::vector<std::string>* variables);

/// The error that a piece of the text deserves.
ReadError readError(Fault fault, std::u32string_view text, std::size_t column, std::size_t length);

}  // namespace formula
