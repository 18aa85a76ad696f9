// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/rates.h"

#include <algorithm>
#include <cmath>

#include "insight/plane/kind.h"

namespace insight {

bool isSought(const StationaryPlace& place, descent::Direction direction) {
    return place.kind == (direction == descent::Direction::Descend
                              ? StationaryPlace::Kind::Minimum
                              : StationaryPlace::Kind::Maximum);
}

std::optional<Rates> ratesAt(const descent::Settings& settings, const StationaryPlace& place) {
    if (!isSought(place, settings.direction) || isFlat(place) || place.isLine || place.bends)
        return std::nullopt;
    if (!descent::isConstant(settings.schedule) || settings.noise.sigma > 0) return std::nullopt;
    const double first = std::abs(place.curvatures[0]);
    const double last = std::abs(place.curvatures[place.curvatures.size() - 1]);
    const auto [least, most] = std::minmax(first, last);
    const auto slowest = descent::response(settings.method, settings.alpha, least);
    const auto fastest = descent::response(settings.method, settings.alpha, most);
    if (!slowest || !fastest) return std::nullopt;
    Rates rates{*slowest, *fastest, most / least, fastest->limit};
    if (descent::isPlain(settings)) {
        rates.bestAlpha = 2 / (least + most);
        rates.bestFactor = (most - least) / (least + most);
    }
    return rates;
}

bool goesAsTold(const PlaneFinding& finding, const descent::Response& fastest,
                descent::Direction direction) {
    const auto* const arrival = endAs<PlaneArrival>(finding);
    const auto* const crawl = endAs<PlaneCrawl>(finding);
    const auto* const motion = endAs<PlaneMotion>(finding);
    const bool rests = (arrival && isSought(arrival->place, direction)) ||
                       (crawl && crawl->goal && isSought(*crawl->goal, direction)) ||
                       (motion && !motion->sequel);
    if (rests) return fastest.approach != descent::Approach::CannotStay;
    const bool leaves = endAs<PlaneCycle>(finding) || endAs<PlaneGrowth>(finding) ||
                        endAs<PlaneDivergence>(finding) || endAs<PlaneExit>(finding);
    return leaves &&
           (fastest.approach == descent::Approach::CannotStay || descent::isAtLimit(fastest));
}

double dominant(const Rates& rates) {
    return std::fmax(std::abs(rates.slowest.factor), std::abs(rates.fastest.factor));
}

}  // namespace insight
