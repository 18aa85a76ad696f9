// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict/unmoved.h"

#include <algorithm>
#include <cmath>

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

}  // namespace insight
