// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/finish.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "descent/evaluations.h"

namespace insight {

Finish finishOf(const descent::Settings& settings, const descent::Trajectory& trajectory,
                const std::stop_token& stop) {
    Finish finish;
    const bool hasOneVariable = trajectory[0].at.size() == 1;
    const auto isThere = [&](std::size_t n) {
        const double slope =
            hasOneVariable ? std::abs(trajectory.slope(n)) : descent::norm(trajectory[n].gradient);
        return slope < settings.tolerance;
    };
    std::size_t n = 0;
    while (n < trajectory.size() && !isThere(n)) ++n;
    const bool came = n < trajectory.size();
    if (came) finish.step = static_cast<std::int64_t>(n);
    finish.evaluations =
        descent::evaluations(settings, trajectory, came ? n : trajectory.size() - 1, stop);
    std::size_t last = trajectory.size();
    while (last > 0 && isThere(last - 1)) --last;
    if (last < trajectory.size()) finish.stays = static_cast<std::int64_t>(last);
    while (n < trajectory.size() && isThere(n)) ++n;
    finish.leaves = came && n < trajectory.size();
    return finish;
}

void markLeaving(Finish& finish) {
    finish.leaves = true;
    finish.stays.reset();
}

std::vector<std::optional<int>> places(const std::vector<std::optional<Finish>>& race) {
    const auto cameTo = [](const std::optional<Finish>& finish) { return finish && finish->step; };
    const auto effort = [](const Finish& finish) {
        return std::pair(*finish.step, finish.evaluations);
    };
    std::vector<std::optional<int>> all;
    for (const std::optional<Finish>& own : race) {
        all.emplace_back();
        if (!cameTo(own)) continue;
        const auto before = std::ranges::count_if(race, [&](const std::optional<Finish>& other) {
            return cameTo(other) && effort(*other) < effort(*own);
        });
        all.back() = static_cast<int>(before) + 1;
    }
    return all;
}

}  // namespace insight
