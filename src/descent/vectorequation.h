// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "descent/descent.h"

namespace descent {

// The equation of a step of several variables. Most rules do with each coordinate what they do with
// a lone one, so that their equation() of one coordinate is that of all; others, whose steps come
// from all coordinates at once, tell their own; see Method.

/// What is known of one coordinate: the state of a run of one variable.
State coordinateOf(const State& state, std::size_t coordinate);

/// A step of several variables; the gradients of both states are those of the cost.
struct VectorStep {
    const Method& method;
    const State& from;
    const State& to;
    double alpha;

    /// As equation(), of this coordinate; x and what the method remembers are vectors, and
    /// {H} is the Hessian.
    std::vector<std::string_view> equation(std::size_t coordinate) const;
    std::vector<std::string_view> termNames() const;
    /// As descent::term(), of this coordinate.
    double term(std::size_t which, std::size_t coordinate) const;
    /// Whether what has that name, with a ' behind that of the next iteration, is the same for all
    /// coordinates.
    bool isOneNumber(std::string_view name) const;
};

}  // namespace descent
