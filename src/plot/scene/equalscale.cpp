// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/equalscale.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "plot/scene/mapcontent.h"

namespace plot {

namespace {

using Kind = insight::StationaryPlace::Kind;

insight::Range widenedTo(insight::Range range, double width) {
    return {range.centre() - width / 2, range.centre() + width / 2};
}

/// How many iterations of a run are looked at.
constexpr std::size_t most = 4000;

/// The places of a run, evenly spread, with its start and its end.
std::vector<QPointF> placesOf(const descent::Trajectory& run, const insight::Slice& slice) {
    std::vector<QPointF> places;
    const std::size_t stride = run.size() / most + 1;
    for (std::size_t n = 0; n < run.size(); n += stride)
        places.push_back(placeOnMap(run, n, slice));
    if (!run.empty()) places.push_back(placeOnMap(run, run.size() - 1, slice));
    std::erase_if(places, [](QPointF place) {
        return !std::isfinite(place.x()) || !std::isfinite(place.y());
    });
    return places;
}

/// The middle part of coordinates, however far others are.
insight::Range middleOf(std::vector<double> coordinates) {
    std::ranges::sort(coordinates);
    const std::size_t quarter = coordinates.size() / 4;
    return {coordinates[quarter], coordinates[coordinates.size() - 1 - quarter]};
}

/// What holds all of a run that does not flee, and of one that does its start and what is not many
/// times as far as most of it.
insight::Range holding(const std::vector<double>& coordinates, double least) {
    constexpr double far = 6;
    const insight::Range middle = middleOf(coordinates);
    const double reach = far * std::max(middle.width(), least);
    insight::Range held{coordinates.front(), coordinates.front()};
    for (const double each : coordinates) {
        if (middle.low - reach <= each && each <= middle.high + reach)
            held = insight::widened(held, each);
    }
    return held;
}

insight::Range withMargin(insight::Range range, double least) {
    constexpr double margin = 1.2;
    return widenedTo(range, std::max(margin * range.width(), least));
}

bool isSought(const insight::StationaryPlace& place, descent::Direction direction) {
    return place.kind == (direction == descent::Direction::Descend ? Kind::Minimum : Kind::Maximum);
}

}  // namespace

insight::Rectangle equalScaled(insight::Rectangle rectangle, QSizeF area) {
    const double across = rectangle.across.width() / area.width();
    const double up = rectangle.up.width() / area.height();
    if (across > up) {
        rectangle.up = widenedTo(rectangle.up, across * area.height());
    } else if (up > across) {
        rectangle.across = widenedTo(rectangle.across, up * area.width());
    }
    return rectangle;
}

std::optional<insight::Rectangle> fittingRectangle(const MapContent& content) {
    std::vector<QPointF> places = placesOf(content.trajectory, content.slice);
    for (const Rival& rival : content.rivals) {
        const std::vector<QPointF> own = placesOf(rival.trajectory, content.slice);
        places.insert(places.end(), own.begin(), own.end());
    }
    if (places.empty()) return std::nullopt;
    std::vector<double> x;
    std::vector<double> y;
    for (const QPointF& place : places) {
        x.push_back(place.x());
        y.push_back(place.y());
    }
    const double size = std::max(std::abs(x.front()), std::abs(y.front()));
    const double least = size > 0 ? 0.05 * size : 1;
    insight::Rectangle held{holding(x, least), holding(y, least)};
    for (const insight::StationaryPlace& place : content.places) {
        if (!isSought(place, content.settings.direction)) continue;
        held.across = insight::widened(held.across, place.at[content.slice.across]);
        held.up = insight::widened(held.up, place.at[content.slice.up]);
    }
    const double larger = std::max(held.across.width(), held.up.width());
    const double smallest = std::max(0.2 * larger, least);
    return insight::Rectangle{withMargin(held.across, smallest), withMargin(held.up, smallest)};
}

}  // namespace plot
