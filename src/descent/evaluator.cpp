// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/evaluator.h"

#include <array>
#include <span>

namespace descent {

Point OneByOne::place(const double* const* at, std::size_t lane) const {
    std::array<double, mostVariables> coordinates{};
    const std::size_t variables = m_objective.variables();
    for (std::size_t v = 0; v < variables; ++v) coordinates[v] = at[v][lane];
    return Point(std::span(coordinates.data(), variables));
}

void OneByOne::evaluate(const double* const* at, double* const* out, std::size_t count) {
    for (std::size_t lane = 0; lane < count; ++lane) {
        const Point here = place(at, lane);
        const Point gradient = m_objective.gradient(here);
        out[0][lane] = m_objective.value(here);
        for (std::size_t v = 0; v < gradient.size(); ++v) out[1 + v][lane] = gradient[v];
    }
}

void OneByOne::hessians(const double* const* at, double* const* out, std::size_t count) {
    for (std::size_t lane = 0; lane < count; ++lane) {
        const Hessian hessian = m_objective.hessian(place(at, lane));
        std::size_t entry = 0;
        for (std::size_t i = 0; i < hessian.size; ++i) {
            for (std::size_t j = i; j < hessian.size; ++j) out[entry++][lane] = hessian(i, j);
        }
    }
}

ByTape::ByTape(const formula::Valued& function, Direction goal)
    : m_function(function),
      m_ascends(goal == Direction::Ascend),
      m_slopes(formula::tapeOfValueAndGradient(function)) {}

void ByTape::evaluate(const double* const* at, double* const* out, std::size_t count) {
    play(m_slopes, at, out, count);
}

void ByTape::hessians(const double* const* at, double* const* out, std::size_t count) {
    if (!m_seconds) m_seconds = formula::tapeOfHessian(m_function);
    play(*m_seconds, at, out, count);
}

void ByTape::play(const formula::Tape& tape, const double* const* at, double* const* out,
                  std::size_t count) {
    tape.evaluate(m_registers, at, out, count);
    for (std::size_t row = 0; m_ascends && row < tape.results(); ++row) {
        for (std::size_t lane = 0; lane < count; ++lane) out[row][lane] = -out[row][lane];
    }
}

}  // namespace descent
