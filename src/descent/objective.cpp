// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/objective.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace descent {

namespace {

std::vector<formula::Expression> compiled(const std::vector<formula::Program>& programs,
                                          std::span<const double> constants) {
    std::vector<formula::Expression> expressions;
    for (const formula::Program& program : programs) expressions.emplace_back(program, constants);
    return expressions;
}

formula::Rounding rounding(const formula::Formula& formula, const formula::Valued& function) {
    return formula::Rounding(formula, function->constants, function.constants());
}

}  // namespace

Objective::Objective(const formula::Valued& function, Direction goal)
    : m_sign(goal == Direction::Descend ? 1 : -1),
      m_function(function),
      m_value(function->functionProgram, function.constants()),
      m_slopes(compiled(function->gradientPrograms, function.constants())),
      m_valueRounding(rounding(function->function, function)),
      m_slopeRounding(rounding(function->derivative(), function)),
      m_effort(function->functionProgram.effort) {
    for (const formula::Program& slope : function->gradientPrograms) m_effort += slope.effort;
}

double Objective::value(const Point& at) const {
    return m_sign * m_value({at.begin(), at.end()});
}

Point Objective::gradient(const Point& at) const {
    Point gradient = at;
    for (std::size_t i = 0; i < gradient.size(); ++i)
        gradient[i] = m_sign * m_slopes[i]({at.begin(), at.end()});
    return gradient;
}

Hessian Objective::hessian(const Point& at) const {
    if (m_seconds.empty())
        m_seconds = compiled(m_function->hessianPrograms, m_function.constants());
    Hessian hessian{.size = at.size()};
    auto second = m_seconds.begin();
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = i; j < at.size(); ++j)
            hessian(i, j) = hessian(j, i) = m_sign * (*second++)({at.begin(), at.end()});
    }
    return hessian;
}

double Objective::curvature(double x) const {
    if (m_seconds.empty())
        m_seconds = compiled(m_function->hessianPrograms, m_function.constants());
    return m_sign * m_seconds.front()(x);
}

double Objective::valueErrorBeside(double x) const {
    const double beside = 1e-11 * std::max(1.0, std::abs(x));
    const double sides = std::fmin(valueError(x - beside), valueError(x + beside));
    return std::fmin(valueError(x), sides);
}

double Objective::curvatureError(double x) const {
    if (!m_curvatureRounding)
        m_curvatureRounding.emplace(rounding(m_function->second(), m_function));
    return m_curvatureRounding->error(x);
}

}  // namespace descent
