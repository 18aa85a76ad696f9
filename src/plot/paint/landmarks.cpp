// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/landmarks.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <optional>

#include "insight/survey.h"
#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CurveView)
};

double markRadius(const Theme& theme) {
    return 4 * theme.scale();
}

/// The marks that had no room.
struct Omitted {
    double first;  ///< columns
    double last;
};

QString noteOn(const Omitted& omitted, const Frame& frame, const Theme& theme) {
    const double near = 60 * theme.scale();
    const auto place = [&](double column) {
        return session::number(frame.writtenAt(column), theme.digits);
    };
    if (omitted.last - omitted.first < near) {
        return theme.named(Text::tr("More marks near x = %1 than there is room for: zoom in."))
            .arg(place((omitted.first + omitted.last) / 2));
    }
    return theme
        .named(Text::tr("More marks from x = %1 to x = %2 than there is room for: zoom in."))
        .arg(place(omitted.first), place(omitted.last));
}

void paintRing(QPainter& painter, QPointF at, const Theme& theme) {
    painter.setPen(QPen(theme.minimum, 0.6 * theme.line));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 2 * markRadius(theme), 2 * markRadius(theme));
}

}  // namespace

QColor markColour(const insight::StationaryPoint& point, const insight::Landmarks& landmarks,
                  descent::Direction direction, const Theme& theme) {
    if (insight::isLimit(point.shape) || point.kind == insight::StationaryKind::Inflection)
        return theme.ground;
    if (landmarks.basins && point.kind == insight::sought(direction))
        return Theme::basins()[landmarks.valleys.hueOf(point)];
    return point.kind == insight::StationaryKind::Minimum ? theme.minimum : theme.ground;
}

void paintMark(QPainter& painter, QPointF at, const insight::StationaryPoint& point,
               const QColor& colour, const Theme& theme) {
    const double radius = markRadius(theme);
    const bool open = insight::isLimit(point.shape);
    painter.setPen(QPen(open ? theme.curve : theme.minimum, 0.8 * theme.line));
    painter.setBrush(colour);
    if (open) {
        painter.drawEllipse(at, 0.75 * radius, 0.75 * radius);
        return;
    }
    if (point.kind == insight::StationaryKind::Inflection) {
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        return;
    }
    painter.drawEllipse(at, radius, radius);
    if (point.kind == insight::StationaryKind::Minimum || colour == theme.ground) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ground);
    painter.drawEllipse(at, radius / 3, radius / 3);
}

std::vector<QRectF> paintPoints(QPainter& painter, const insight::Landmarks& landmarks,
                                descent::Direction direction, Obstacles obstacles,
                                const Frame& frame, const Theme& theme) {
    const std::vector<insight::StationaryPoint>& points = landmarks.points;
    const insight::StationaryPoint* first = insight::best(points, direction);
    const double radius = markRadius(theme);
    std::optional<Omitted> omitted;
    std::vector<QPointF> marked;
    std::vector<QPointF> ringed;
    for (const insight::StationaryPoint& point : points) {
        const QPointF at = frame.pixel(point.x, point.value);
        if (!contains(frame.area, at)) continue;
        obstacles.marks.push_back(at);
        const bool crowded = std::ranges::any_of(
            marked, [&](QPointF other) { return QLineF(other, at).length() < 3 * radius; });
        if (crowded && &point != first) {
            omitted = {omitted ? omitted->first : at.x(), at.x()};
            continue;
        }
        paintMark(painter, at, point, markColour(point, landmarks, direction, theme), theme);
        marked.push_back(at);
        obstacles.boxes.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        if (insight::isBest(point, points, direction)) {
            paintRing(painter, at, theme);
            ringed.push_back(at);
        }
    }
    setLabelFont(painter, theme);
    const QStringList names = direction == descent::Direction::Descend
                                  ? QStringList{Text::tr("lowest minimum in view"),
                                                Text::tr("lowest in view"), Text::tr("lowest")}
                                  : QStringList{Text::tr("highest maximum in view"),
                                                Text::tr("highest in view"), Text::tr("highest")};
    std::vector<QRectF> labels;
    for (const QPointF at : ringed) {
        const auto covered =
            paintNamed(painter, at, 2 * radius, names, frame.area, obstacles, theme);
        if (!covered) continue;
        obstacles.boxes.push_back(*covered);
        labels.push_back(*covered);
    }
    if (omitted) {
        labels.push_back(
            paintInCorner(painter, noteOn(*omitted, frame, theme), frame.area, obstacles, theme));
    }
    return labels;
}

const insight::StationaryPoint* pointAt(QPointF pixel,
                                        const std::vector<insight::StationaryPoint>& points,
                                        const Frame& frame, const Theme& theme) {
    const insight::StationaryPoint* nearest = nullptr;
    double reach = 2 * markRadius(theme);
    for (const insight::StationaryPoint& point : points) {
        const QPointF at = frame.pixel(point.x, point.value);
        const double distance = QLineF(at, pixel).length();
        if (!contains(frame.area, at) || distance > reach) continue;
        nearest = &point;
        reach = distance;
    }
    return nearest;
}

}  // namespace plot
