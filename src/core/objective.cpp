// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective.h"

namespace core {

Objective::Objective(const Analysis& analysis)
    : m_value(analysis.functionProgram),
      m_slope(analysis.derivativeProgram),
      m_curvature(analysis.secondProgram),
      m_valueRounding(analysis.function),
      m_slopeRounding(analysis.derivative) {}

}  // namespace core
