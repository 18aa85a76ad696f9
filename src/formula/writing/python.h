// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formula/formula.h"

namespace formula {

/// What numbers are in a script of Python.
enum class Dialect {
    NumPy,   ///< np.float64
    PyTorch  ///< tensors of one number, so that gradients come from autograd
};

/// Python as it is written for NumPy, in a dialect: np.sqrt(x) and np.float64(1) are torch.sqrt(x)
/// and number(1) for PyTorch, where a script has to define number().
std::string inDialect(std::string_view numpy, Dialect dialect);

/// Whether a name occurs in a piece of Python, as a whole and not behind a point.
bool mentions(std::string_view python, std::string_view name);

/// What names of formulas are called in a script, where that is otherwise.
using Symbols = std::map<std::string, std::string>;
std::string called(const std::string& name, const Symbols& symbols);

/// Whether a name means something to Python, so that nothing else can have it.
bool isPythonWord(std::string_view name);

/// Formulas as functions of Python, as short as a person would write them. They have the values of
/// an Expression up to rounding, infinite at a pole and NaN outside the domain: none ever raises an
/// exception, and what is not computed in a condition is not computed there either.
class PythonWriter {
public:
    explicit PythonWriter(Dialect dialect, Symbols symbols = {})
        : m_dialect(dialect), m_symbols(std::move(symbols)) {}

    /// The definition of a function of these variables; other names are global. What occurs
    /// repeatedly in a large formula is computed once.
    std::string defined(std::string_view name, const Formula& formula,
                        const std::vector<std::string>& variables = {"x"});

    /// The definitions of what these call and the dialect has not; in no particular order.
    std::vector<std::string> definitions() const;

private:
    Dialect m_dialect;
    Symbols m_symbols;
    std::string m_written;
};

}  // namespace formula
