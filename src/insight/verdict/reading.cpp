// SPDX-License-Identifier: GPL-3.0-or-later
//
// What follows from a verdict.
#include <limits>
#include <type_traits>

#include "insight/plane/rates.h"
#include "insight/survey.h"
#include "insight/verdict/verdict.h"

namespace insight {

namespace {

std::optional<StationaryPoint> pointIn(const Arrival& arrival) {
    return arrival.point;
}

std::optional<StationaryPoint> pointIn(const Crawl& crawl) {
    const auto* point = std::get_if<StationaryPoint>(&crawl.goal);
    return point ? std::optional(*point) : std::nullopt;
}

std::optional<StationaryPoint> pointIn(const Rattle& rattle) {
    return rattle.point;
}

template <typename Case>
std::optional<StationaryPoint> pointIn(const Case& found) {
    if constexpr (requires { found.overshoot; }) return found.overshoot.point;
    return std::nullopt;
}

bool isEndless(const Motion& motion) {
    return motion.trend == Motion::Trend::Endless || motion.trend == Motion::Trend::Fading;
}

constexpr double never = std::numeric_limits<double>::infinity();

/// How many more steps it takes until there is more to tell.
template <typename Case>
double stepsToTell(const Case& found) {
    if constexpr (std::is_same_v<Case, Drift>) return 0;
    if constexpr (requires { found.remaining; }) return found.remaining;
    if constexpr (requires { found.sequel; })
        return found.sequel ? static_cast<double>(found.sequel->steps) : 0;
    return never;
}

double stepsToTell(const Motion& motion) {
    if (isEndless(motion)) return never;
    return motion.sequel ? static_cast<double>(motion.sequel->steps) : 0;
}

double stepsToTell(const Stall& stall) {
    return stall.stretches ? 0 : never;
}

/// Which runs a response tells of.
enum class Ways {
    Resting,  ///< those that stay
    Leaving,  ///< those that do not
    Other
};

template <typename Case>
Ways waysOf(const Case& found, StationaryKind) {
    if constexpr (requires { found.overshoot; } || std::is_same_v<Case, Exit>) return Ways::Leaving;
    return Ways::Other;
}

Ways waysOf(const Arrival& arrival, StationaryKind sought) {
    return arrival.point.kind == sought ? Ways::Resting : Ways::Other;
}

Ways waysOf(const Crawl& crawl, StationaryKind sought) {
    const auto point = pointIn(crawl);
    return point && point->kind == sought ? Ways::Resting : Ways::Other;
}

Ways waysOf(const Motion& motion, StationaryKind) {
    return !motion.sequel && !isEndless(motion) ? Ways::Resting : Ways::Other;
}

}  // namespace

std::optional<StationaryPoint> pointOf(const Verdict& verdict) {
    return std::visit([](const auto& found) { return pointIn(found); }, verdict.finding);
}

bool isCutShort(const Verdict& verdict) {
    const double further =
        verdict.inPlane
            ? furtherSteps(*verdict.inPlane)
            : std::visit([](const auto& found) { return stepsToTell(found); }, verdict.finding);
    return static_cast<double>(verdict.steps) + further <=
           static_cast<double>(descent::mostIterations);
}

bool goesAsTold(const Verdict& verdict, const descent::Response& response,
                descent::Direction direction) {
    if (verdict.inPlane) return goesAsTold(*verdict.inPlane, response, direction);
    const bool stays = response.approach != descent::Approach::CannotStay;
    const StationaryKind kind = sought(direction);
    switch (std::visit([=](const auto& found) { return waysOf(found, kind); }, verdict.finding)) {
        case Ways::Resting:
            return stays;
        case Ways::Leaving:
            return !stays || descent::isAtLimit(response);
        case Ways::Other:
            break;
    }
    return false;
}

}  // namespace insight
