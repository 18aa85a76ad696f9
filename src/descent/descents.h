// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

#include "descent/descent.h"
#include "descent/evaluator.h"

namespace descent {

/// Where a run ended, and how.
struct Endpoint {
    Outcome outcome = Outcome::MaxIterations;
    std::int64_t iteration = 0;
    Point at;
};

/// What became of one of many runs.
struct Course {
    Endpoint end;  ///< as that of Descent
    /// Of a run that the limit of iterations ended and that was gone on with, where that ended.
    std::optional<Endpoint> later = {};
    bool repeats = false;  ///< it comes back to exactly where it was, again and again
};

/// Many runs with the same settings side by side, for one who evaluates many places at once: the
/// same rules as Descent and the same steps to the last bit where the evaluation gives the same.
/// A run that is over makes room for one that waits.
class Descents {
public:
    /// The start of the next run and a number by which its maker knows it; nothing when there are
    /// no more.
    struct Start {
        Point at;
        std::size_t number = 0;
    };
    using Starts = std::function<std::optional<Start>()>;
    using Ended = std::function<void(std::size_t number, const Course&)>;

    /// Goes on with runs that the limit of iterations ended, and that do not repeat themselves, up
    /// to so many steps `further`, as nextState() would. `evaluator` outlives this and must have
    /// the goal of the settings; it is of so many variables.
    Descents(Evaluator& evaluator, std::size_t variables, const Settings& settings,
             std::int64_t further = 0);

    /// All runs, in no certain order, unless `stop` is requested before: then some within a step
    /// of each of those that are under way.
    void follow(const Starts& starts, const Ended& ended, const std::stop_token& stop = {});

private:
    Evaluator& m_evaluator;
    std::size_t m_variables;
    Settings m_settings;
    std::int64_t m_further;
};

}  // namespace descent
