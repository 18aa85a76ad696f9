// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "formula/formula.h"
#include "formula/tape/kernels.h"
#include "formula/valued.h"

namespace formula {

struct Recording;

/// Formulas compiled for many places at once: what they have in common is computed once, and each
/// instruction serves up to 256 places. Their values are those of an Expression up to rounding, NaN
/// and infinite alike: sums and products have the same bits, and so have powers of a name up to the
/// fourth, but where a name is added to itself, which muParser counts instead; each function is
/// within 4 units in the last place. Immutable but for its constants; threads may share it, each
/// with registers of its own.
class Tape {
public:
    /// Places that are evaluated together, at most.
    static constexpr std::size_t lanes = 256;

    /// With these values of the constants; those without one are 1. No other name may occur, or it
    /// throws std::invalid_argument.
    Tape(std::span<const Formula> results, std::span<const std::string> variables,
         std::span<const std::string> constants = {}, std::span<const double> values = {},
         const Kernels& kernels = quickestKernels());

    /// The same formulas with other values of the constants, at the cost of what is computed from
    /// constants alone. Not while another thread evaluates.
    void setConstants(std::span<const double> values);

    std::size_t variables() const;
    std::size_t results() const;
    /// How many there are, for all lanes together.
    std::size_t instructions() const;

    /// What one thread computes in, for any tape: it grows as it needs.
    class Registers;

    /// in[v][lane] is variable v, out[r][lane] becomes result r, for lane < count <= lanes. Each
    /// array holds `lanes` numbers, as those behind the last lane are read and written, too; none
    /// of out is one of the others. Never throws but for want of memory.
    void evaluate(Registers& registers, const double* const* in, double* const* out,
                  std::size_t count) const;

private:
    void prepare();

    std::shared_ptr<const Recording> m_recording;
    std::vector<double> m_numbers;
};

class Tape::Registers {
private:
    friend Tape;

    void arrange(const Recording& recording, const double* const* in, double* const* out);

    struct alignas(64) Register {
        double lane[lanes] = {};
    };
    std::vector<Register> m_registers;
    std::vector<const double*> m_from;  ///< the places of a Recording
    std::vector<double*> m_into;        ///< the same; null where nothing is written
};

/// f.
Tape tapeOfValue(const Valued& function);
/// Its partial derivatives, in the order of the variables.
Tape tapeOfGradient(const Valued& function);
/// f, then its partial derivatives.
Tape tapeOfValueAndGradient(const Valued& function);
/// The second derivatives: the upper triangle of the Hessian matrix, row by row.
Tape tapeOfHessian(const Valued& function);

}  // namespace formula
