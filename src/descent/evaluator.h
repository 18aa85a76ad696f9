// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "descent/objective.h"
#include "formula/tape.h"
#include "formula/valued.h"

namespace descent {

/// A cost that is evaluated at many places at once. Belongs to one thread at a time.
class Evaluator {
public:
    /// The most places at once.
    static constexpr std::size_t lanes = formula::Tape::lanes;

    virtual ~Evaluator() = default;

    /// The cost in out[0][i] and its partial derivatives in out[1 + v][i], of place i of `count`,
    /// whose coordinate v is at[v][i]. Each array holds `lanes` numbers.
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

/// By a tape, all places at once: as the objective tells them, up to rounding.
class ByTape final : public Evaluator {
public:
    explicit ByTape(const formula::Valued& function, Direction goal = Direction::Descend);

    void evaluate(const double* const* at, double* const* out, std::size_t count) override;
    void hessians(const double* const* at, double* const* out, std::size_t count) override;

private:
    void play(const formula::Tape& tape, const double* const* at, double* const* out,
              std::size_t count);

    formula::Valued m_function;
    bool m_ascends;
    formula::Tape m_slopes;
    std::optional<formula::Tape> m_seconds;  ///< made when they are first asked for
    formula::Tape::Registers m_registers;
};

}  // namespace descent
