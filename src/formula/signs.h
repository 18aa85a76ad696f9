// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "formula/formula.h"
#include "formula/tokens.h"

namespace formula {

/// What is not a number, a word or a blank, as people type it.
struct Sign {
    std::u32string_view spelling;
    Symbol symbol;
    Kind kind = Kind::Add;
};

/// A spelling stands before those that it begins with.
inline constexpr Sign signs[] = {
    {U"**", Symbol::Operator, Kind::Power},
    {U"<=", Symbol::Operator, Kind::LessEqual},
    {U">=", Symbol::Operator, Kind::GreaterEqual},
    {U"==", Symbol::Operator, Kind::Equal},
    {U"!=", Symbol::Operator, Kind::NotEqual},
    {U"&&", Symbol::Operator, Kind::And},
    {U"+", Symbol::Operator, Kind::Add},
    {U"-", Symbol::Operator, Kind::Subtract},
    {U"−", Symbol::Operator, Kind::Subtract},
    {U"–", Symbol::Operator, Kind::Subtract},
    {U"*", Symbol::Operator, Kind::Multiply},
    {U"·", Symbol::Operator, Kind::Multiply},
    {U"⋅", Symbol::Operator, Kind::Multiply},
    {U"∙", Symbol::Operator, Kind::Multiply},
    {U"×", Symbol::Operator, Kind::Multiply},
    {U"/", Symbol::Operator, Kind::Divide},
    {U"÷", Symbol::Operator, Kind::Divide},
    {U"∕", Symbol::Operator, Kind::Divide},
    {U"⁄", Symbol::Operator, Kind::Divide},
    {U"^", Symbol::Operator, Kind::Power},
    {U"<", Symbol::Operator, Kind::Less},
    {U">", Symbol::Operator, Kind::Greater},
    {U"≤", Symbol::Operator, Kind::LessEqual},
    {U"≥", Symbol::Operator, Kind::GreaterEqual},
    {U"≠", Symbol::Operator, Kind::NotEqual},
    {U"?", Symbol::Question},
    {U":", Symbol::Colon},
    {U",", Symbol::Comma},
    {U"(", Symbol::Open},
    {U")", Symbol::Close},
    {U"|", Symbol::Bar},
    {U"π", Symbol::Pi},
};

}  // namespace formula
