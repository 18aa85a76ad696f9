// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "formula/formula.h"

namespace formula {

/// A formula for muParser: fully explicit; every literal is a named variable k1, k2, ... except the
/// small whole exponents that muParser has an instruction for. constants[i] is the value of k(i+1).
/// Parts of a large formula that occur repeatedly are computed once: helpers[i] is the text of the
/// helper t(i+1), which may use the helpers before it.
struct Program {
    std::string text;
    std::vector<double> constants;
    std::vector<std::string> helpers;
    /// What one evaluation takes: some nanoseconds for each letter of the texts, and more for the
    /// functions that take long. The same at every call.
    std::size_t effort = 0;
    std::size_t variables = 1;
    std::size_t parameters = 0;
};

/// With these variables, the first of them x and the others x2, x3, ... in its texts, and these
/// parameters, whose values an Expression is told, c1, c2, ...; no other name may occur, or it
/// throws std::invalid_argument. Its length is proportional to the number of distinct nodes,
/// however often they are shared.
Program program(const Formula& formula, const std::vector<std::string>& variables = {"x"},
                const std::vector<std::string>& parameters = {});

/// In the notation that read() accepts, shortest round-trip numbers: read(plain(f)) == f unless the
/// text breaks a limit of read(). As long as size() says: look at that first.
std::string plain(const Formula& formula);

/// For people, as Qt rich text (UTF-8): raised exponents, √, ·, a true minus, italic names of
/// variables, fractions on one line, numbers to 6 significant digits. As long as size() says.
std::string typeset(const Formula& formula);

}  // namespace formula
