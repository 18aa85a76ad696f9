// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

#include "descent/point.h"

namespace descent {

/// Where a run is, as a method's rule sees it: `most` is 1 or mostVariables. A rule says how many
/// vectors, with a coordinate for each variable, and how many numbers it remembers; all are 0 at
/// the start.
template <std::size_t most, typename Rule>
struct Iterate {
    Coordinates<most> at;
    Coordinates<most> gradient;  ///< of the cost
    std::array<Coordinates<most>, Rule::memory.size()> memory{};
    std::array<double, Rule::first.size()> numbers = Rule::first;
    /// The cost there. It is evaluated last: copied together with what stands beside it, it would
    /// have to reach the processor's cache first, which takes a tenth of a step.
    alignas(16) double value = 0;
};

/// A rule whose numbers depend on the iteration alone: following() gives those of the next one.
template <typename Rule>
concept Counts = requires(const Rule& rule) {
    rule.following(Rule::first);
};

/// How many numbers of a rule cannot be had again but by its steps.
template <typename Rule>
inline constexpr std::size_t keptNumbers = Counts<Rule> ? 0 : Rule::first.size();

}  // namespace descent
