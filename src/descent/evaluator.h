// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "descent/objective.h"

namespace descent {

/// A cost that is evaluated at many places at once. Belongs to one thread at a time.
class Evaluator {
public:
    /// The most places at once.
    static constexpr std::size_t lanes = 256;

    virtual ~Evaluator() = default;

    /// The cost in out[0][i] and its partial derivatives in out[1 + v][i], of place i of `count`,
    /// whose coordinate v is at[v][i].
    virtual void evaluate(const double* const* at, double* const* out, std::size_t count) = 0;
    /// The partial derivatives of second order: of two variables out[0] to out[2] are those by x
    /// twice, by x and y and by y twice.
    virtual void hessians(const double* const* at, double* const* out, std::size_t count) = 0;
};

/// By an objective, one place after the other.
class OneByOne final : public Evaluator {
public:
    /// `objective` outlives this.
    explicit OneByOne(const Objective& objective) : m_objective(objective) {}

    void evaluate(const double* const* at, double* const* out, std::size_t count) override;
    void hessians(const double* const* at, double* const* out, std::size_t count) override;

private:
    Point place(const double* const* at, std::size_t lane) const;

    const Objective& m_objective;
};

}  // namespace descent
