// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "descent/point.h"
#include "formula/analysis.h"
#include "formula/expression.h"
#include "formula/rounding.h"

namespace descent {

/// The function that is minimised, ready to be evaluated. Belongs to one thread at a time: a
/// computation on another thread builds its own from the same Analysis.
class Objective {
public:
    explicit Objective(const formula::Analysis& analysis);

    /// f; infinite at a pole, NaN outside the domain.
    double value(Point at) const { return m_value(at.x); }
    /// f' in x; y is 0.
    Point gradient(Point at) const { return {m_slope(at.x), 0}; }
    /// What one evaluation of f and f' costs: the length of their programs in characters. Some
    /// nanoseconds for each.
    std::size_t cost() const { return m_cost; }
    /// f''.
    double curvature(Point at) const { return m_curvature(at.x); }

    /// How far value(x) may be from f at any place up to `reach` away; see Rounding.
    double valueError(double x, double reach = 0) const { return m_valueRounding.error(x, reach); }
    /// The same where f may jump at x, of what it is on the better known side.
    double valueErrorBeside(double x) const;
    /// The same of f'.
    double slopeError(double x, double reach = 0) const { return m_slopeRounding.error(x, reach); }
    /// The same of f''.
    double curvatureError(double x) const;

    /// Whether numbers beyond 1.8×10³⁰⁸ come up in computing f or f' at x.
    bool overflows(double x) const {
        return m_valueRounding.overflows(x) || m_slopeRounding.overflows(x);
    }

private:
    formula::Expression m_value;
    formula::Expression m_slope;
    formula::Expression m_curvature;
    mutable formula::Rounding m_valueRounding;
    mutable formula::Rounding m_slopeRounding;
    formula::Formula m_second;
    mutable std::optional<formula::Rounding>
        m_curvatureRounding;  ///< made when it is first asked for
    std::size_t m_cost;
};

}  // namespace descent
