// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "formula/writing/printer.h"

namespace formula {

/// A compiled formula. Belongs to one thread at a time; can be moved, not copied or shared.
class Expression {
public:
    /// With these values of its parameters; those without one are 1. Throws std::invalid_argument
    /// when muParser refuses the program, which for a program out of an Analysis does not happen.
    explicit Expression(const Program& program, std::span<const double> parameters = {});
    ~Expression();
    Expression(Expression&&) noexcept;
    Expression& operator=(Expression&&) noexcept;

    /// With this first variable. Never throws. Infinite at a pole, NaN outside the domain.
    double operator()(double x) const;
    /// With a number for each variable of the program.
    double operator()(std::span<const double> at) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> m_compiled;
};

/// About how many evaluations of a program take 8 ms, half a frame of the window: by its effort,
/// so that it is the same at every call.
std::int64_t evaluationsPerFrame(const Program& program);

}  // namespace formula
