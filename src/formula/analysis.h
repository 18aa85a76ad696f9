// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "formula/reader.h"
#include "formula/result.h"
#include "formula/roles.h"
#include "formula/writing/printer.h"

namespace formula {

/// A function with its first two derivatives: an immutable value, safe to copy between threads.
/// Every Objective compiled from it compiles.
struct Analysis {
    std::vector<std::string> variables = {"x"};
    std::vector<std::string> constants = {};  ///< whose values an Objective is told
    Formula function;                         ///< f as typed
    /// The partial derivatives of f, one for each variable.
    std::vector<Formula> gradient = std::vector<Formula>(1);
    /// Those of second order: the upper triangle of the Hessian matrix, row by row.
    std::vector<Formula> hessian = std::vector<Formula>(1);
    Program functionProgram;
    std::vector<Program> gradientPrograms = std::vector<Program>(1);
    std::vector<Program> hessianPrograms = std::vector<Program>(1);

    /// Of a function of one variable: f', f'' and the program of f'.
    const Formula& derivative() const { return gradient.front(); }
    const Formula& second() const { return hessian.front(); }
    const Program& derivativeProgram() const { return gradientPrograms.front(); }
};

/// Reads the text, whose names have the roles that rolesIn() finds, and differentiates it twice by
/// its variables. At most 50 ms whatever the text: what would take longer is refused as
/// Fault::TooComplex.
Result<Analysis, ReadError> analyse(std::string_view text, const Wanted& wanted = {});
/// The same of a function of these variables and no constants.
Result<Analysis, ReadError> analyse(std::string_view text,
                                    const std::vector<std::string>& variables);

}  // namespace formula
