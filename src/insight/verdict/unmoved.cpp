// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict/unmoved.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "descent/descent.h"

namespace insight {

bool overflows(const descent::State& state) {
    return std::ranges::any_of(state.memory, [](const descent::Point& remembered) {
        return std::ranges::any_of(remembered, [](double value) { return std::isinf(value); });
    });
}

bool movesUnscheduled(const descent::Objective& objective, descent::Settings settings,
                      const descent::State& state) {
    if (descent::isConstant(settings.schedule)) return false;
    settings.schedule = descent::Constant{};
    settings.noise = {};
    const auto next = descent::nextState(objective, settings, state);
    return next && !(next->at == state.at);
}

bool calmsDown(const descent::Objective& objective, descent::Settings settings,
               const descent::State& from, double spread) {
    constexpr std::size_t effort = 20'000'000;  // some tenths of a second
    constexpr double little = 0.1;
    const auto affordable = static_cast<std::int64_t>(effort / objective.effort());
    const std::int64_t steps = std::clamp<std::int64_t>(affordable, 1000, 50'000);
    settings.noise = {};
    settings.tolerance = 0;
    settings = descent::lasting(settings, from.iteration + steps);
    descent::Descent run(objective, settings, from);
    run.advance(from.iteration + steps / 10);
    const descent::Point there = run.state().at;
    double farthest = 0;
    run.watch(from.iteration + steps, {}, [&](std::span<const double> at) {
        farthest = std::fmax(farthest, descent::distance(there, descent::Point(at)));
    });
    const bool goesOn = *run.outcome() == descent::Outcome::MaxIterations ||
                        *run.outcome() == descent::Outcome::Stalled;
    return goesOn && farthest <= little * spread;
}

}  // namespace insight
