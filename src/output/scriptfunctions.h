// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "formula/analysis.h"
#include "formula/writing/python.h"

namespace output {

/// The functions of a script: f, its gradient and its curvature, which is the second derivative, or
/// of several variables the Hessian matrix. Of one variable each is called with a number; of
/// several f with numbers, the others with an array.
class ScriptFunctions {
public:
    ScriptFunctions(const formula::Analysis& analysis, formula::Dialect dialect,
                    const formula::Symbols& symbols)
        : m_analysis(analysis), m_dialect(dialect), m_formulas(dialect, symbols) {}

    std::string value();
    std::string gradient();
    std::string curvature();
    /// What these call and the dialect has not.
    std::vector<std::string> definitions() const { return m_formulas.definitions(); }

private:
    bool isForNumpy() const { return m_dialect == formula::Dialect::NumPy; }
    bool isOne() const { return m_analysis.variables.size() == 1; }
    /// Defines a function of the variables before `whole`, which calls it there.
    std::string part(const std::string& name, const formula::Formula& formula, std::string& before);

    const formula::Analysis& m_analysis;
    formula::Dialect m_dialect;
    formula::PythonWriter m_formulas;
};

}  // namespace output
