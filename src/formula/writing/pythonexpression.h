// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "formula/formula.h"
#include "formula/notation.h"
#include "formula/writing/python.h"
#include "formula/writing/pythonform.h"

namespace formula {

struct Function;

/// How a dialect calls a function.
const PythonForm& formOf(const Function& function, Dialect dialect);

/// A comparison, or what is made of such: what Python takes for a truth.
bool isCondition(Kind kind);

/// Formulas as expressions of Python.
class PythonExpression {
public:
    explicit PythonExpression(Dialect dialect) : m_dialect(dialect) {}

    /// A name that stands for a formula from now on.
    void setName(const Formula& formula, std::string name);

    /// What the names of formulas are called, where that is otherwise.
    void setSymbols(const Symbols& symbols) { m_symbols = symbols; }

    /// As a number of the dialect, which knows infinities and NaN.
    std::string written(const Formula& formula);

private:
    struct Piece {
        std::string text;
        Level level = Level::Atom;
    };

    Piece piece(const Formula& formula);
    Piece leaf(const Formula& formula) const;
    Piece full(const Formula& formula);
    Piece argument(const Formula& formula);
    Piece exactly(const Formula& formula);
    Piece operation(Kind kind, const Formula& left, const Formula& right);
    Piece condition(const Formula& formula);
    Piece conditional(const Formula& formula);
    Piece call(const Formula& formula);
    Piece folded(const Formula& formula);
    std::string part(const Formula& formula, Level least);

    Piece number(const std::string& text) const;
    std::string callee(const Function& function) const;
    bool isNamed(const Formula& formula) const;
    bool isNative(const Formula& formula) const;
    double reach(const Formula& formula) const;

    Dialect m_dialect;
    std::unordered_map<const void*, std::string> m_names;
    Symbols m_symbols;
    bool m_isExact = false;  ///< while literals are written as numbers of the dialect
};

}  // namespace formula
