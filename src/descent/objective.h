// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "descent/hessian.h"
#include "descent/point.h"
#include "formula/expression.h"
#include "formula/rounding.h"
#include "formula/valued.h"

namespace descent {

/// Whether a run goes down the function or up.
enum class Direction { Descend, Ascend };

/// What is minimised, ready to be evaluated: a function f or, where a run shall ascend, -f. The
/// sign lives here and nowhere else: all that is computed here and in insight is of this cost, and
/// told() gives people their f back. Belongs to one thread at a time: a computation on another
/// thread builds its own from the same function.
class Objective {
public:
    explicit Objective(const formula::Valued& function, Direction goal = Direction::Descend);

    /// f, whatever the goal: for those who evaluate many places at once.
    const formula::Valued& function() const { return m_function; }

    /// How many there are.
    std::size_t variables() const { return m_slopes.size(); }

    /// The cost; infinite at a pole, NaN outside the domain. A place has as many coordinates as the
    /// function has variables.
    double value(const Point& at) const;
    double value(const Coordinates<1>& at) const { return value(at[0]); }
    /// Its partial derivatives.
    Point gradient(const Point& at) const;
    Coordinates<1> gradient(const Coordinates<1>& at) const { return slope(at[0]); }
    /// Those of second order; compiled when they are first asked for.
    Hessian hessian(const Point& at) const;
    Hessian hessian(const Coordinates<1>& at) const { return {.entries = {curvature(at[0])}}; }

    /// Of one variable: the cost and its first and second derivatives.
    double value(double x) const { return m_sign * m_value(x); }
    double slope(double x) const { return m_sign * m_slopes.front()(x); }
    double curvature(double x) const;

    /// f, f' or f'' for a cost or its derivative, and the other way round.
    double told(double cost) const { return m_sign * cost; }

    /// What one evaluation of the cost and its gradient takes, see formula::Program.
    std::size_t effort() const { return m_effort; }

    /// Of one variable, how far value(x) may be from f at any place up to `reach` away; see
    /// Rounding.
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

    /// Of one variable, whether f may be discontinuous less than `reach` from x, whether it is
    /// continuous as is seen without an x, and whether it has no value at x; see Rounding.
    bool mayBreak(double x, double reach) const { return m_valueRounding.mayBreak(x, reach); }
    bool isContinuous() const { return m_valueRounding.isContinuous(); }
    bool isMissing(double x) const { return m_valueRounding.isMissing(x); }

private:
    double m_sign;
    formula::Valued m_function;
    formula::Expression m_value;
    std::vector<formula::Expression> m_slopes;
    mutable std::vector<formula::Expression> m_seconds;  ///< none before they are asked for
    mutable formula::Rounding m_valueRounding;
    mutable formula::Rounding m_slopeRounding;
    mutable std::optional<formula::Rounding>
        m_curvatureRounding;  ///< made when it is first asked for
    std::size_t m_effort;
};

}  // namespace descent
