// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/places.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "plot/paint/casing.h"

namespace plot {

namespace {

using Kind = insight::StationaryPlace::Kind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MapView)
};

double markRadius(const Theme& theme) {
    return 4.5 * theme.scale();
}

QRectF boxAbout(QPointF at, double reach) {
    return {at.x() - reach, at.y() - reach, 2 * reach, 2 * reach};
}

QPointF pixelOf(const insight::StationaryPlace& place, const insight::Slice& slice,
                const Frame& frame) {
    return frame.pixel(place.at[slice.across], place.at[slice.up]);
}

/// A direction of the domain as a unit vector on the screen; null where it leads out of the slice.
QPointF onScreen(const descent::Point& direction, const insight::Slice& slice, const Frame& frame) {
    constexpr double least = 1e-3;
    const double x = direction[slice.across];
    const double y = direction[slice.up];
    if (!(std::hypot(x, y) > least)) return {};
    const QPointF way(x / frame.x.width() * frame.area.width(),
                      -y / frame.value.width() * frame.area.height());
    return way / std::hypot(way.x(), way.y());
}

/// A stroke through a place.
struct Axis {
    QPointF along;
    bool hasHeads = false;
};

/// Of a saddle: where it falls, with heads, and where it rises.
std::array<Axis, 2> axesOf(const insight::StationaryPlace& place, const insight::Slice& slice,
                           const Frame& frame) {
    if (place.directions.size() >= 2) {
        const QPointF down = onScreen(place.directions.front(), slice, frame);
        const QPointF up = onScreen(place.directions.back(), slice, frame);
        if (!down.isNull() && !up.isNull()) return {{{down, true}, {up, false}}};
    }
    return {{{{1, 0}, true}, {{0, 1}, false}}};
}

void paintSaddle(QPainter& painter, QPointF at, const std::array<Axis, 2>& axes,
                 const Theme& theme) {
    const double scale = theme.scale();
    std::vector<QLineF> lines;
    for (const Axis& axis : axes) {
        const double reach = (axis.hasHeads ? 9 : 5) * scale;
        const QPointF across(-axis.along.y(), axis.along.x());
        lines.emplace_back(at - reach * axis.along, at + reach * axis.along);
        if (!axis.hasHeads) continue;
        for (const double way : {-1.0, 1.0}) {
            const QPointF tip = at + way * reach * axis.along;
            const QPointF neck = tip - way * 3 * scale * axis.along;
            lines.emplace_back(neck + 2.6 * scale * across, tip);
            lines.emplace_back(neck - 2.6 * scale * across, tip);
        }
    }
    paintCased(painter, lines, Qt::white, 1.5 * scale, theme.depths.front(), theme);
}

/// Along the floor, which is where f bends least.
void paintFloor(QPainter& painter, QPointF at, const insight::StationaryPlace& place,
                const insight::Slice& slice, const Frame& frame, const Theme& theme) {
    std::size_t flattest = 0;
    for (std::size_t i = 1; i < place.curvatures.size(); ++i) {
        if (std::abs(place.curvatures[i]) < std::abs(place.curvatures[flattest])) flattest = i;
    }
    QPointF along(1, 0);
    if (flattest < place.directions.size())
        along = onScreen(place.directions[flattest], slice, frame);
    const QPointF reach = 8 * theme.scale() * along;
    paintCased(painter, {QLineF(at - reach, at + reach)}, theme.minimum, 3 * theme.scale(),
               Qt::white, theme);
}

void paintDisc(QPainter& painter, QPointF at, bool filled, const Theme& theme) {
    const double radius = markRadius(theme);
    const double rim = 1.4 * theme.scale();
    if (filled) {
        painter.setPen(QPen(Qt::white, rim));
        painter.setBrush(theme.minimum);
        painter.drawEllipse(at, radius, radius);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 3 * rim));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(theme.minimum, 1.6 * rim));
    painter.drawEllipse(at, radius, radius);
}

void paintSquare(QPainter& painter, QPointF at, const Theme& theme) {
    painter.setPen(QPen(theme.minimum, 1.6 * theme.scale()));
    painter.setBrush(Qt::white);
    painter.drawRect(boxAbout(at, 0.9 * markRadius(theme)));
}

bool isSought(const insight::StationaryPlace& place, descent::Direction direction) {
    return place.kind == (direction == descent::Direction::Descend ? Kind::Minimum : Kind::Maximum);
}

/// Others are sought, too, and none of them is lower, or higher in an ascent, by more than
/// rounding.
bool isBest(const insight::StationaryPlace& place,
            const std::vector<insight::StationaryPlace>& places, descent::Direction direction) {
    constexpr double rounding = 1e-9;
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    const auto rivals = std::ranges::count_if(
        places, [&](const auto& other) { return isSought(other, direction); });
    return !place.isLine && isSought(place, direction) && rivals > 1 &&
           std::ranges::none_of(places, [&](const insight::StationaryPlace& other) {
               const double size = std::max({1.0, std::abs(place.value), std::abs(other.value)});
               return isSought(other, direction) &&
                      sign * (place.value - other.value) > rounding * size;
           });
}

/// Those that runs look for first.
std::vector<const insight::StationaryPlace*> inOrder(
    const std::vector<insight::StationaryPlace>& places, descent::Direction direction) {
    std::vector<const insight::StationaryPlace*> ordered;
    for (const insight::StationaryPlace& place : places) ordered.push_back(&place);
    std::ranges::stable_partition(ordered, [&](const insight::StationaryPlace* place) {
        return isSought(*place, direction);
    });
    return ordered;
}

QStringList namesOfBest(descent::Direction direction) {
    return direction == descent::Direction::Descend
               ? QStringList{Text::tr("lowest minimum in view"), Text::tr("lowest in view"),
                             Text::tr("lowest")}
               : QStringList{Text::tr("highest maximum in view"), Text::tr("highest in view"),
                             Text::tr("highest")};
}

/// What is drawn of places, in pixels.
struct Marked {
    std::vector<QPointF> places;
    std::vector<QPointF> best;       ///< of these
    std::vector<QPointF> elsewhere;  ///< of these, in other slices
    std::vector<QRectF> covered;
    bool lacksRoom = false;  ///< for some
};

Marked paintMarks(QPainter& painter, const std::vector<insight::StationaryPlace>& places,
                  const insight::Slice& slice, descent::Direction direction, const Frame& frame,
                  const Theme& theme) {
    constexpr double pale = 0.4;
    const double radius = markRadius(theme);
    Marked marked;
    for (const insight::StationaryPlace* place : inOrder(places, direction)) {
        const QPointF at = pixelOf(*place, slice, frame);
        if (!contains(frame.area, at)) continue;
        const bool crowded = std::ranges::any_of(
            marked.places, [&](QPointF other) { return QLineF(other, at).length() < 3 * radius; });
        if (crowded && !place->isLine) {
            marked.lacksRoom = true;
            continue;
        }
        const bool isHere = isOn(slice, *place, frame);
        painter.setOpacity(isHere ? 1 : pale);
        paintPlace(painter, at, *place, slice, frame, theme);
        marked.places.push_back(at);
        marked.covered.push_back(boxAbout(at, 2 * radius));
        if (!isHere) marked.elsewhere.push_back(at);
        if (isHere && isBest(*place, places, direction)) marked.best.push_back(at);
    }
    painter.setOpacity(1);
    return marked;
}

void paintRing(QPainter& painter, QPointF at, const Theme& theme) {
    const double radius = 1.9 * markRadius(theme);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 1.2 * theme.scale()));
    painter.drawEllipse(at, radius, radius);
}

}  // namespace

void paintPlace(QPainter& painter, QPointF at, const insight::StationaryPlace& place,
                const insight::Slice& slice, const Frame& frame, const Theme& theme) {
    if (place.isLine) return paintFloor(painter, at, place, slice, frame, theme);
    switch (place.kind) {
        case Kind::Minimum:
            return paintDisc(painter, at, true, theme);
        case Kind::Maximum:
            return paintDisc(painter, at, false, theme);
        case Kind::Saddle:
            return paintSaddle(painter, at, axesOf(place, slice, frame), theme);
        case Kind::Degenerate:
            return paintSquare(painter, at, theme);
    }
    Q_UNREACHABLE();
}

bool isOn(const insight::Slice& slice, const insight::StationaryPlace& place, const Frame& frame) {
    constexpr double seen = 1e-3;  // of the view: about a pixel
    const double near = seen * std::max(frame.x.width(), frame.value.width());
    for (std::size_t i = 0; i < place.at.size(); ++i) {
        if (i == slice.across || i == slice.up) continue;
        if (std::abs(place.at[i] - slice.through[i]) > near) return false;
    }
    return true;
}

std::vector<QRectF> paintPlaces(QPainter& painter,
                                const std::vector<insight::StationaryPlace>& places,
                                const insight::Slice& slice, descent::Direction direction,
                                Obstacles obstacles, const Frame& frame, const Theme& theme) {
    Marked marked = paintMarks(painter, places, slice, direction, frame, theme);
    std::vector<QRectF>& covered = marked.covered;
    obstacles.marks = marked.places;
    obstacles.boxes.insert(obstacles.boxes.end(), covered.begin(), covered.end());
    const auto add = [&](const QRectF& words) {
        obstacles.boxes.push_back(words);
        covered.push_back(words);
    };
    setLabelFont(painter, theme);
    for (const QPointF at : marked.best) paintRing(painter, at, theme);
    if (marked.best.size() == 1) {
        const auto label = paintNamed(painter, marked.best.front(), 2 * markRadius(theme),
                                      namesOfBest(direction), frame.area, obstacles, theme);
        if (label) add(*label);
    }
    for (const QPointF at : marked.elsewhere) {
        const auto label = paintNamed(painter, at, 2 * markRadius(theme),
                                      {Text::tr("in another slice"), Text::tr("other slice")},
                                      frame.area, obstacles, theme);
        if (label) add(*label);
    }
    if (marked.lacksRoom) {
        const QString note = Text::tr("More marks than there is room for: zoom in.");
        add(paintInCorner(painter, note, frame.area, obstacles, theme));
    }
    return covered;
}

std::vector<QRectF> paintSliceBest(QPainter& painter, QPointF at,
                                   const std::vector<insight::StationaryPlace>& places,
                                   const insight::Slice& slice, descent::Direction direction,
                                   Obstacles obstacles, const Frame& frame, const Theme& theme) {
    const double reach = markRadius(theme);
    const QRectF box = boxAbout(at, 2 * reach);
    const bool isMarked = std::ranges::any_of(places, [&](const insight::StationaryPlace& place) {
        return isOn(slice, place, frame) && box.contains(pixelOf(place, slice, frame));
    });
    if (isMarked || !contains(frame.area, at)) return {};
    painter.setPen(QPen(Qt::white, 1.4 * theme.scale()));
    painter.setBrush(theme.minimum);
    painter.drawPolygon(QPolygonF({at - QPointF(0, reach), at + QPointF(reach, 0),
                                   at + QPointF(0, reach), at - QPointF(reach, 0)}));
    obstacles.boxes.push_back(box);
    obstacles.marks.push_back(at);
    setLabelFont(painter, theme);
    const QStringList names =
        direction == descent::Direction::Descend
            ? QStringList{Text::tr("lowest in this slice"), Text::tr("lowest here")}
            : QStringList{Text::tr("highest in this slice"), Text::tr("highest here")};
    const auto label = paintNamed(painter, at, 2 * reach, names, frame.area, obstacles, theme);
    return label ? std::vector{box, *label} : std::vector{box};
}

const insight::StationaryPlace* placeAt(QPointF pixel,
                                        const std::vector<insight::StationaryPlace>& places,
                                        const insight::Slice& slice, const Frame& frame,
                                        const Theme& theme) {
    const insight::StationaryPlace* nearest = nullptr;
    double reach = 2 * markRadius(theme);
    for (const insight::StationaryPlace& place : places) {
        const QPointF at = pixelOf(place, slice, frame);
        const double distance = QLineF(at, pixel).length();
        if (!contains(frame.area, at) || distance > reach) continue;
        nearest = &place;
        reach = distance;
    }
    return nearest;
}

}  // namespace plot
