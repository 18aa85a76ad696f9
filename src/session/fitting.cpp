// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fitting.h"

#include <vector>

#include "insight/fitting.h"
#include "insight/plane/fitting.h"
#include "insight/plane/survey.h"
#include "session/axes.h"
#include "session/constants.h"
#include "session/runners.h"

namespace session {

namespace {

insight::Range fittingRange(const Session& session, const descent::Objective& objective) {
    std::vector<insight::Range> ranges;
    std::vector<double> starts;
    for (std::size_t place = 0; place < runnerCount(session); ++place) {
        const Session own = choosing(session, place);
        ranges.push_back(insight::fittingRange(objective, own.settings, own.initialGuess));
        starts.push_back(own.initialGuess[0]);
    }
    return insight::together(ranges, starts, session.chosen);
}

/// What the runs of a function of two variables look for.
std::vector<descent::Point> goalsIn(const insight::Rectangle& rectangle,
                                    const descent::Objective& objective,
                                    descent::Direction direction, const std::stop_token& stop) {
    using Kind = insight::StationaryPlace::Kind;
    const Kind sought = direction == descent::Direction::Descend ? Kind::Minimum : Kind::Maximum;
    std::vector<descent::Point> goals;
    for (const insight::StationaryPlace& place :
         insight::stationaryPlaces(objective, rectangle, stop)) {
        if (place.kind == sought) goals.push_back(place.at);
    }
    return goals;
}

insight::Rectangle fittingRectangle(const Session& session, const descent::Objective& objective,
                                    const std::stop_token& stop) {
    std::vector<descent::Whole> runs;
    for (std::size_t place = 0; place < runnerCount(session); ++place) {
        const Session own = choosing(session, place);
        runs.push_back(insight::beginningOf(objective, own.settings, own.initialGuess));
    }
    const auto sights = [&](const insight::Rectangle& rectangle) {
        return session.function.dimension() == 2
                   ? goalsIn(inOrder(session.axes, rectangle), objective,
                             session.settings.direction, stop)
                   : std::vector<descent::Point>();
    };
    return insight::fittingRectangle(runs, sliceThrough(session, session.initialGuess),
                                     session.chosen, sights);
}

}  // namespace

Session fitted(Session session, bool isSet, const std::stop_token& stop) {
    const bool isPlane = session.function.dimension() > 1;
    if (isSet && (!isPlane || session.values)) return session;
    const descent::Objective objective(valued(session), session.settings.direction);
    if (!isPlane) {
        session.range = fittingRange(session, objective);
        return session;
    }
    const insight::Rectangle rectangle = fittingRectangle(session, objective, stop);
    if (!isSet) session.range = rectangle.across;
    if (!session.values) session.values = rectangle.up;
    return session;
}

}  // namespace session
