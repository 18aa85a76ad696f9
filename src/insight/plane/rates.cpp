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

std::optional<Rates> ratesAt(const descent::Objective& objective, const descent::Settings& settings,
                             const StationaryPlace& place) {
    if (!isSought(place, settings.direction) || isFlat(place) || place.isLine) return std::nullopt;
    if (!descent::isConstant(settings.schedule) || settings.noise.sigma > 0) return std::nullopt;
    const double first = objective.told(place.curvatures[0]);
    const double last = objective.told(place.curvatures[place.curvatures.size() - 1]);
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

double dominant(const Rates& rates) {
    return std::fmax(std::abs(rates.slowest.factor), std::abs(rates.fastest.factor));
}

}  // namespace insight
