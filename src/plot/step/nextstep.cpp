// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/step/nextstep.h"

#include <algorithm>
#include <cmath>

namespace plot {

std::optional<NextStep> nextStep(const Content& content, const descent::Objective* objective) {
    const descent::Trajectory& run = content.trajectory;
    if (!objective || content.veiled || run.empty()) return std::nullopt;
    const auto last = static_cast<double>(run.size() - 1);
    const auto from = [&](std::size_t n) {
        return descent::nextState(*objective, content.settings, run.state(n));
    };
    auto origin = static_cast<std::size_t>(std::clamp(content.position, 0.0, last));
    std::optional<descent::State> next = from(origin);
    if (!next && content.ghost) {
        origin = 0;
        next = from(origin);
    }
    if (!next || !std::isfinite(next->at[0])) return std::nullopt;
    const descent::State start = run.state(origin);
    const double value = std::isnan(next->value) ? start.value : next->value;
    return NextStep{
        start, *next, descent::stepParts(content.settings, start, *next), {next->at[0], value}};
}

}  // namespace plot
