// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/landmark.h"

#include "insight/plane/planeverdict.h"
#include "insight/plane/rates.h"

namespace insight {

std::optional<StationaryPlace> landmark(const std::vector<StationaryPlace>& inView,
                                        descent::Direction direction, const descent::Point& start,
                                        const std::optional<Verdict>& verdict) {
    const bool judged = verdict && verdict->inPlane;
    const auto named = judged ? placeOf(*verdict->inPlane) : std::nullopt;
    if (named && isSought(*named, direction)) return named;
    const bool near = judged && verdict->outcome != descent::Outcome::Diverged &&
                      verdict->outcome != descent::Outcome::OutOfMemory;
    const descent::Point& from = near ? verdict->last.at : start;
    const StationaryPlace* nearest = nullptr;
    for (const StationaryPlace& place : inView) {
        if (!isSought(place, direction) || place.at.size() != from.size()) continue;
        if (!nearest || descent::distance(place.at, from) < descent::distance(nearest->at, from))
            nearest = &place;
    }
    return nearest ? std::optional(*nearest) : std::nullopt;
}

}  // namespace insight
