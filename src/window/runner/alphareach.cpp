// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/alphareach.h"

#include <algorithm>
#include <cmath>

#include "insight/bifurcation.h"
#include "insight/plane/rates.h"

namespace window {

namespace {

constexpr int decades = 7;
constexpr int above = 2;  // of them, from that of the limit on

/// At this curvature, where theory tells of one.
std::optional<double> limitAt(const descent::Settings& settings, double curvature) {
    if (curvature == 0 || !std::isfinite(curvature)) return std::nullopt;
    const auto response = descent::response(settings.method, settings.alpha, std::abs(curvature));
    if (!response || !(response->limit > 0)) return std::nullopt;
    return response->limit;
}

int decadeOf(double alpha) {
    return static_cast<int>(std::floor(std::log10(alpha)));
}

insight::Range from(int lowest, int highest) {
    return {std::pow(10, lowest), std::pow(10, highest)};
}

insight::Range about(double limit) {
    const int least = static_cast<int>(std::lround(std::log10(descent::smallestAlpha)));
    const int most = static_cast<int>(std::lround(std::log10(descent::largestAlpha)));
    const int highest = std::clamp(decadeOf(limit) + above, least + decades, most);
    return from(highest - decades, highest);
}

insight::Range reachedWith(const descent::Settings& settings, const std::optional<double>& limit) {
    constexpr double least = 1e-300;
    insight::Range reached = limit ? about(*limit) : insight::usualAlphas;
    const double alpha = settings.alpha;
    if (alpha < reached.low) reached.low = std::max(least, std::pow(10, decadeOf(alpha) - 1));
    if (alpha > reached.high)
        reached.high = std::min(descent::largestAlpha, std::pow(10, decadeOf(alpha) + 1));
    return reached;
}

}  // namespace

insight::Range reachedAlphas(const descent::Settings& settings,
                             const std::optional<insight::StationaryPoint>& extremum) {
    const bool bends = extremum && extremum->shape == insight::Shape::Smooth;
    return reachedWith(settings, bends ? limitAt(settings, extremum->curvature) : std::nullopt);
}

insight::Range reachedAlphas(const descent::Settings& settings,
                             const std::optional<insight::StationaryPlace>& place) {
    if (!place || !insight::isSought(*place, settings.direction))
        return reachedWith(settings, std::nullopt);
    double largest = 0;
    for (const double curvature : place->curvatures)
        largest = std::max(largest, std::abs(curvature));
    return reachedWith(settings, limitAt(settings, largest));
}

}  // namespace window
