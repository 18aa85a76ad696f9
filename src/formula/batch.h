// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "formula/tape.h"

namespace formula {

/// A tape with room for what goes in and what comes out, for one thread at a time; can be moved,
/// not copied.
class Batch {
public:
    explicit Batch(Tape tape)
        : m_tape(std::move(tape)), m_lanes(m_tape.variables() + m_tape.results()) {
        for (std::size_t i = 0; i < m_tape.variables(); ++i) m_in.push_back(m_lanes[i].lane);
        for (std::size_t i = 0; i < m_tape.results(); ++i) m_out.push_back(result(i));
    }
    Batch(Batch&&) noexcept = default;
    Batch& operator=(Batch&&) noexcept = default;

    /// Tape::lanes numbers, to be set for as many as are evaluated.
    double* variable(std::size_t which) { return m_lanes[which].lane; }
    /// Of each of those, until the next evaluation.
    double* result(std::size_t which) { return m_lanes[m_tape.variables() + which].lane; }

    void evaluate(std::size_t count) {
        m_tape.evaluate(m_registers, m_in.data(), m_out.data(), count);
    }

private:
    struct alignas(64) Lanes {
        double lane[Tape::lanes] = {};
    };

    Tape m_tape;
    Tape::Registers m_registers;
    std::vector<Lanes> m_lanes;  ///< of the variables, then of the results
    std::vector<const double*> m_in;
    std::vector<double*> m_out;
};

}  // namespace formula
