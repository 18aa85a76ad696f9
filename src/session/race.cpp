// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/race.h"

#include <algorithm>
#include <limits>

#include "session/runners.h"

namespace session {

std::vector<Racer> race(const std::vector<std::optional<insight::Verdict>>& runners) {
    std::vector<std::optional<insight::Finish>> finishes;
    for (const auto& verdict : runners)
        finishes.push_back(verdict ? std::optional(verdict->finish) : std::nullopt);
    const std::vector<std::optional<int>> places = insight::places(finishes);
    std::vector<Racer> racers;
    for (std::size_t runner = 0; runner < runners.size(); ++runner)
        racers.push_back({runner, runners[runner], places[runner]});
    std::ranges::stable_sort(racers, {}, [](const Racer& racer) {
        constexpr int last = std::numeric_limits<int>::max();
        return racer.verdict ? racer.place.value_or(last - 1) : last;
    });
    return racers;
}

std::vector<Racer> race(const Report& report) {
    std::vector<std::optional<insight::Verdict>> runners;
    for (std::size_t place = 0; place < runnerCount(report.session); ++place)
        runners.emplace_back(report.of(place).verdict);
    return race(runners);
}

}  // namespace session
