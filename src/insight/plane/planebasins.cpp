// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/planebasins.h"

#include <algorithm>
#include <cmath>

namespace insight {

namespace {

Fate fateOf(const descent::Course& course) {
    using enum descent::Outcome;
    switch (course.end.outcome) {
        case Diverged:
            return Fate::Diverges;
        case LeftDomain:
            return Fate::Leaves;
        case Converged:
            return Fate::Settles;
        case Stalled:
            return Fate::Stalls;
        case MaxIterations:
        case OutOfMemory:
            break;
    }
    if (course.repeats) return Fate::Swings;
    return course.later && course.later->outcome == Converged ? Fate::Approaches : Fate::Moves;
}

/// Of a run that was followed and has not come to an end: the goal that Newton's method finds from
/// there, where the run has come nearer to it and lower.
std::optional<std::int16_t> goalAhead(const descent::Objective& objective,
                                      const descent::Course& course, Goals& goals) {
    if (!course.later || course.later->outcome != descent::Outcome::MaxIterations)
        return std::nullopt;
    const descent::Point& now = course.end.at;
    const descent::Point& later = course.later->at;
    if (!(objective.value(later) < objective.value(now))) return std::nullopt;
    const auto goal = goals.near(objective, later);
    if (!goal) return std::nullopt;
    const bool isNearer = descent::distance(goal->at, later) < descent::distance(goal->at, now);
    return isNearer ? std::optional(goal->number) : std::nullopt;
}

}  // namespace

Lattice basinLattice(const Slice& slice, const Rectangle& area, double width, double height) {
    constexpr double most = 500'000;
    const double share = std::min(1.0, std::sqrt(most / std::max(1.0, width * height)));
    const auto nodes = [share](double length) {
        return std::max(2, static_cast<int>(length * share));
    };
    return {slice, area, nodes(width), nodes(height)};
}

PlaneFate planeFate(const descent::Objective& objective, const descent::Course& course,
                    Goals& goals) {
    PlaneFate fate{fateOf(course), -1, static_cast<std::int32_t>(course.end.iteration)};
    if (fate.fate == Fate::Moves) {
        const auto goal = goalAhead(objective, course, goals);
        if (goal) fate = {Fate::Approaches, *goal, fate.steps};
    } else if (hasPlace(fate.fate)) {
        const bool isLater = fate.fate == Fate::Approaches;
        const auto goal = goals.at(objective, isLater ? course.later->at : course.end.at);
        fate.goal = goal.value_or(-1);
    }
    return fate;
}

}  // namespace insight
