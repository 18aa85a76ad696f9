// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/objective.h"

#include <algorithm>
#include <cmath>

namespace descent {

Objective::Objective(const formula::Analysis& analysis, Direction goal)
    : m_sign(goal == Direction::Descend ? 1 : -1),
      m_value(analysis.functionProgram),
      m_slope(analysis.derivativeProgram),
      m_curvature(analysis.secondProgram),
      m_valueRounding(analysis.function),
      m_slopeRounding(analysis.derivative),
      m_second(analysis.second),
      m_effort(analysis.functionProgram.effort + analysis.derivativeProgram.effort) {}

double Objective::valueErrorBeside(double x) const {
    const double beside = 1e-11 * std::max(1.0, std::abs(x));
    const double sides = std::fmin(valueError(x - beside), valueError(x + beside));
    return std::fmin(valueError(x), sides);
}

double Objective::curvatureError(double x) const {
    if (!m_curvatureRounding) m_curvatureRounding.emplace(m_second);
    return m_curvatureRounding->error(x);
}

}  // namespace descent
