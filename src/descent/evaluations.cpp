// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/evaluations.h"

#include <utility>
#include <variant>

#include "descent/descent.h"
#include "descent/rules.h"

namespace descent {

namespace {

std::int64_t entriesOfHessian(std::size_t variables) {
    return static_cast<std::int64_t>(variables * (variables + 1) / 2);
}

std::int64_t refusedSteps(const Settings& settings, const Trajectory& trajectory, std::size_t n,
                          const std::stop_token& stop) {
    std::int64_t refused = 0;
    State from = trajectory.state(0);
    for (std::size_t i = 1; i <= n && !stop.stop_requested(); ++i) {
        State to = trajectory.state(i);
        refused += stepLength(settings, asSeen(settings, from), to).refused;
        from = std::move(to);
    }
    return refused;
}

}  // namespace

std::int64_t evaluations(const Settings& settings, const Trajectory& trajectory, std::size_t n,
                         const std::stop_token& stop) {
    const auto steps = static_cast<std::int64_t>(n);
    const std::int64_t atPlaces = 2 * (steps + 1);
    return std::visit(
        [&]<typename Rule>(const Rule&) {
            if constexpr (AsksForHessian<Rule>)
                return atPlaces + steps * entriesOfHessian(trajectory[0].at.size());
            if constexpr (Rule::searches)
                return atPlaces + refusedSteps(settings, trajectory, n, stop);
            return atPlaces;
        },
        settings.method);
}

}  // namespace descent
