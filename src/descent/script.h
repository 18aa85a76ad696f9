// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "descent/method.h"
#include "descent/schedule.h"

namespace descent {

/// The rule of a method in Python, as written for NumPy; see formula::inDialect().
struct Script {
    /// What a step does: it assigns the next x and what the method remembers. It knows x, g (the
    /// gradient of the cost), alpha, t (the number of the step, from 1), the knobs and what is
    /// remembered, by their names, and may call cost(x), cost_gradient(x) and curvature(x) (the
    /// second derivative of the cost, up to its sign). Of several variables x and g are arrays and
    /// curvature(x) is the Hessian matrix.
    std::vector<std::string_view> lines;
    std::vector<std::string_view> memory;   ///< numbers, or arrays, that begin at 0
    std::vector<std::string_view> running;  ///< products that begin at 1
    /// The class of torch.optim that makes the same steps, with its arguments but for alpha;
    /// empty where there is none.
    std::string optimizer;
    /// The iteration from which on x and what is remembered decide the next step alone.
    std::int64_t settledFrom = 0;
};
Script scriptOf(const Method& method, std::size_t variables = 1);

/// The learning rate of the step from iteration n: an expression of alpha, n, max_iterations and
/// the knobs.
std::string_view scriptOf(const Schedule& schedule);

/// The shortest text of a number that reads back as the same in Python and in most languages.
std::string literal(double value);

}  // namespace descent
