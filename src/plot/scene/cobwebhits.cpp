// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/cobwebhits.h"

#include <QLineF>
#include <algorithm>
#include <cmath>

#include "insight/refinement.h"
#include "plot/paint/staircase.h"
#include "plot/paint/stepmap.h"
#include "plot/scene/cobwebscene.h"
#include "session/wording/basinwording.h"
#include "session/wording/pointerwording.h"

namespace plot {

namespace {

constexpr double reach = 8;  // pixels

double awayFrom(CobwebScene& scene, double x, double next, QPointF pixel) {
    return QLineF(scene.frame().pixel(x, next), pixel).length();
}

/// Where f' vanishes between two places; nothing where it leaps over 0.
std::optional<double> zeroBetween(const descent::Objective& objective, double left, double right) {
    constexpr double vanishing = 1e-6;
    const auto slope = [&](double x) { return objective.slope(x); };
    const double before = slope(left);
    const double behind = slope(right);
    if (!(before * behind < 0)) return std::nullopt;
    const double zero =
        insight::lastLike(left, right, [&](double x) { return slope(x) * before > 0; });
    const double beyond = std::nextafter(zero, right);
    const double rest = std::abs(slope(zero)) + std::abs(slope(beyond));
    if (!(rest <= vanishing * (std::abs(before) + std::abs(behind)))) return std::nullopt;
    return std::abs(slope(zero)) < std::abs(slope(beyond)) ? zero : beyond;
}

/// Empty where the map has a bend, or f″ no value.
QString slopeAt(const StepMap& map, const descent::Objective& objective, double x, double beside,
                int digits) {
    constexpr double alike = 1e-2;
    const double slope = map.slope(objective.curvature(x));
    for (const double near : {x - beside, x + beside}) {
        const double there = map.slope(objective.curvature(near));
        if (!(std::abs(there - slope) <= alike * std::max(1.0, std::abs(slope)))) return {};
    }
    return slopeNote(slope, digits);
}

const Stair* cornerAt(CobwebScene& scene, QPointF pixel) {
    const Stair* nearest = nullptr;
    double least = reach;
    for (const Stair& stair : scene.climbedStairs()) {
        const double away = awayFrom(scene, stair.from, stair.to, pixel);
        if (!(away < least)) continue;
        nearest = &stair;
        least = away;
    }
    return nearest;
}

}  // namespace

std::optional<FixedPlace> fixedPointAt(CobwebScene& scene, QPointF pixel) {
    constexpr double doubt = 2;  // pixels between which the map crosses the diagonal
    constexpr double radius = 5;
    const Frame frame = scene.frame();
    const StepMap* map = scene.map();
    if (!map || !contains(frame.area, pixel)) return std::nullopt;
    const auto away = [&](const StepMap::FixedPoint& point) {
        return awayFrom(scene, point.x, point.x, pixel);
    };
    const auto nearest = std::ranges::min_element(map->fixedPoints(), {}, away);
    if (nearest == map->fixedPoints().end() || !(away(*nearest) < reach)) return std::nullopt;
    const double column = frame.column(nearest->x);
    const auto x =
        zeroBetween(*scene.objective(), frame.xAt(column - doubt), frame.xAt(column + doubt));
    if (!x) return std::nullopt;
    const double beside = 1e-4 * frame.x.width() / frame.area.width();
    const int digits = scene.content().theme.digits;
    const double size = radius * scene.content().theme.scale();
    const QPointF at = frame.pixel(*x, *x);
    return FixedPlace{*x,
                      slopeAt(*map, *scene.objective(), *x, beside, digits),
                      {at.x() - size, at.y() - size, 2 * size, 2 * size}};
}

QString wordsAt(CobwebScene& scene, QPointF pixel) {
    const Frame frame = scene.frame();
    const int digits = scene.content().theme.digits;
    if (!scene.objective() || !contains(frame.area, pixel)) return {};
    if (const auto rest = fixedPointAt(scene, pixel))
        return session::tellFixedPoint(rest->x, rest->slope, digits);
    if (const Stair* stair = cornerAt(scene, pixel)) {
        return session::tellStepOf(static_cast<std::int64_t>(stair->iteration), stair->from,
                                   stair->to, digits);
    }
    const double x = session::placeNamed(frame.x, frame.writtenAt(pixel.x()));
    return session::tellStepFrom(
        frame.x, x, StepMap::step(*scene.objective(), scene.content().settings, x), digits);
}

}  // namespace plot
