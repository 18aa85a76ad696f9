// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective.h"

#include <numeric>

namespace core {

namespace {

std::size_t length(const Program& program) {
    return std::accumulate(
        program.helpers.begin(), program.helpers.end(), program.text.size(),
        [](std::size_t sum, const std::string& helper) { return sum + helper.size(); });
}

}  // namespace

Objective::Objective(const Analysis& analysis)
    : m_value(analysis.functionProgram),
      m_slope(analysis.derivativeProgram),
      m_curvature(analysis.secondProgram),
      m_valueRounding(analysis.function),
      m_slopeRounding(analysis.derivative),
      m_cost(length(analysis.functionProgram) + length(analysis.derivativeProgram)) {}

}  // namespace core
