// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/report.h"

#include <algorithm>
#include <utility>

#include "session/runners.h"

namespace session {

Report Report::of(std::size_t place) const {
    if (place == session.chosen) return *this;
    Report report = *this;
    const auto at = [&report](std::size_t index) {
        return report.others.begin() + static_cast<std::ptrdiff_t>(index);
    };
    report.others.insert(at(session.chosen), {trajectory, verdict});
    Result own = std::move(report.others[place]);
    report.others.erase(at(place));
    report.session = choosing(session, place);
    report.trajectory = std::move(own.trajectory);
    report.verdict = std::move(own.verdict);
    return report;
}

std::int64_t Report::lastStep() const {
    std::size_t longest = trajectory.size();
    for (const Result& other : others) longest = std::max(longest, other.trajectory.size());
    return static_cast<std::int64_t>(std::max<std::size_t>(longest, 1)) - 1;
}

}  // namespace session
