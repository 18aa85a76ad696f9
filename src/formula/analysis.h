// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "formula/formula.h"
#include "formula/printer.h"
#include "formula/reader.h"
#include "formula/result.h"

namespace formula {

/// A function of one variable with its first two derivatives: an immutable value, safe to copy
/// between threads. Every Objective compiled from it compiles.
struct Analysis {
    Formula function;    ///< f as typed
    Formula derivative;  ///< f'
    Formula second;      ///< f''
    Program functionProgram;
    Program derivativeProgram;
    Program secondProgram;
};

/// Reads the text and differentiates it twice. At most 50 ms whatever the text: what would take
/// longer is refused as Fault::TooComplex.
Result<Analysis, ReadError> analyse(std::string_view text);

}  // namespace formula
