// SPDX-License-Identifier: GPL-3.0-or-later
//
// What runs rest on, or go about.
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/closeby.h"
#include "insight/verdict/motion.h"

namespace insight {

namespace {

/// Around the place where a run converged, when that is at no stationary point.
struct Brink {
    bool edge = false;  ///< f has values on one side only
    double reach = 0;   ///< how far one had to look until f' is beyond the tolerance
};

Brink brinkAt(const descent::Objective& objective, const descent::Settings& settings, double x) {
    const double nearest =
        std::max(1e-8, 64 * std::numeric_limits<double>::epsilon() * std::abs(x));
    const double farthest = 0.1 * std::max(1.0, std::abs(x));
    const auto outside = [&](double at) { return !std::isfinite(objective.value(at)); };
    const auto steep = [&](double at) {
        return std::abs(objective.slope(at)) > settings.tolerance;
    };
    for (double reach = nearest; reach <= farthest; reach *= 10) {
        const bool left = outside(x - reach);
        if (left != outside(x + reach)) {
            if (steep(left ? x + reach : x - reach)) return {true, reach};
        } else if (steep(x - reach) && steep(x + reach)) {
            return {false, reach};
        }
    }
    return {false, farthest};
}

/// True when f changes by more than its slopes on both sides allow.
bool jumpsNear(const descent::Objective& objective, double x, double reach) {
    const double value = objective.value(x);
    // Where numbers overflow, slopes may be told as 0 that are not.
    if (objective.overflows(x)) return false;
    const auto beyond = [&](double at) {
        if (objective.overflows(at)) return false;
        const double steepest =
            std::max(std::abs(objective.slope(x)), std::abs(objective.slope(at)));
        const double rounding =
            4 * (objective.valueErrorBeside(x) + objective.valueErrorBeside(at));
        return std::abs(objective.value(at) - value) > 4 * reach * steepest + rounding;
    };
    return beyond(x - reach) || beyond(x + reach);
}

/// Whether |f'| stays below the tolerance from one place to the other, also close to that, where
/// rounding may hide it.
bool levelBetween(const descent::Objective& objective, double tolerance, double from, double to) {
    constexpr int parts = 64;
    constexpr int halvings = 40;
    const auto slope = [&](double x) { return std::abs(objective.slope(x)); };
    for (int i = 1; i < parts; ++i) {
        if (!(slope(from + (to - from) * i / parts) <= tolerance)) return false;
    }
    for (int i = 7; i < halvings; ++i) {
        const double x = to + std::ldexp(from - to, -i);
        if (slope(x) > tolerance && slope(x) - 4 * objective.slopeError(x) > tolerance)
            return false;
    }
    return true;
}

/// The stationary point that a converged run stands at: the nearest one, if |f'| is below the
/// tolerance all the way there.
std::optional<StationaryPoint> restAt(const descent::Objective& objective, double tolerance,
                                      double x, const std::stop_token& stop) {
    constexpr int columns = 32;
    const double size = std::max(1.0, std::abs(x));
    for (double reach = 1e-8 * size; reach <= 100 * size && !stop.stop_requested(); reach *= 10) {
        const Range around{x - reach, x + reach};
        const auto points = stationaryPoints(objective, around, columns, stop);
        const auto nearest = std::ranges::min_element(
            points, {}, [x](const StationaryPoint& point) { return std::abs(point.x - x); });
        if (nearest == points.end()) continue;
        if (!levelBetween(objective, tolerance, x, nearest->x)) return std::nullopt;
        return *nearest;
    }
    return std::nullopt;
}

}  // namespace

Footing footingAt(const descent::Objective& objective, const descent::Settings& settings, double x,
                  const std::stop_token& stop) {
    constexpr double close = 0.1;
    const auto point = restAt(objective, settings.tolerance, x, stop);
    const bool stands = point && (point->kind == StationaryKind::Minimum ||
                                  std::abs(point->x - x) <= close * std::max(1.0, std::abs(x)));
    if (stands) return *point;
    const auto [edge, reach] = brinkAt(objective, settings, x);
    if (edge) return Ground::Edge;
    return jumpsNear(objective, x, reach) ? Ground::Jump : Ground::Flat;
}

std::optional<StationaryPoint> minimumIn(const Footing& footing) {
    const auto* point = std::get_if<StationaryPoint>(&footing);
    return point && point->kind == StationaryKind::Minimum ? std::optional(*point) : std::nullopt;
}

Overshoot overshootAt(const descent::Objective& objective, const descent::Settings& settings,
                      const std::optional<StationaryPoint>& point) {
    if (!point) return {};
    const double error = objective.slopeError(point->x, spacing(point->x));
    return {point, descent::gradientResponse(settings.alpha, point->curvature),
            error < settings.tolerance};
}

std::optional<StationaryPoint> pointWithin(const descent::Objective& objective, Range extent,
                                           const std::stop_token& stop) {
    constexpr int columns = 512;
    const double margin = extent.width() / 8;
    const Range around{extent.low - margin, extent.high + margin};
    if (!around.valid()) return std::nullopt;
    return nearestExtremum(stationaryPoints(objective, around, columns, stop),
                           StationaryKind::Minimum, extent.centre());
}

}  // namespace insight
