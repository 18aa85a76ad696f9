// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/landmarks.h"

#include <QCoreApplication>
#include <QPainter>

#include "insight/survey.h"
#include "plot/paint/label.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CurveView)
};

double markRadius(const Theme& theme) {
    return 4 * theme.scale();
}

void paintPoint(QPainter& painter, QPointF at, insight::StationaryKind kind, const QColor& colour,
                const Theme& theme) {
    const double radius = markRadius(theme);
    painter.setPen(QPen(theme.minimum, 0.8 * theme.line));
    painter.setBrush(kind == insight::StationaryKind::Inflection ? theme.ground : colour);
    if (kind == insight::StationaryKind::Inflection) {
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        return;
    }
    painter.drawEllipse(at, radius, radius);
    if (kind == insight::StationaryKind::Minimum || colour == theme.ground) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ground);
    painter.drawEllipse(at, radius / 3, radius / 3);
}

void paintRing(QPainter& painter, QPointF at, const Theme& theme) {
    painter.setPen(QPen(theme.minimum, 0.6 * theme.line));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 2 * markRadius(theme), 2 * markRadius(theme));
}

}  // namespace

std::vector<QRectF> paintPoints(QPainter& painter, const Landmarks& landmarks,
                                descent::Direction direction, Obstacles obstacles,
                                const Frame& frame, const Theme& theme) {
    const std::vector<insight::StationaryPoint>& points = landmarks.points;
    const auto colourOf = [&](const insight::StationaryPoint& point) {
        if (landmarks.basins && point.kind == insight::sought(direction))
            return landmarks.valleys.colourOf(point);
        return point.kind == insight::StationaryKind::Minimum ? theme.minimum : theme.ground;
    };
    const insight::StationaryPoint* first = insight::best(points, direction);
    const double radius = markRadius(theme);
    double last = -3 * radius;
    bool thinned = false;
    std::vector<QPointF> ringed;
    for (const insight::StationaryPoint& point : points) {
        const QPointF at = frame.pixel(point.x, point.value);
        const bool crowded = at.x() - last < 3 * radius;
        if (!contains(frame.area, at)) continue;
        if (crowded && &point != first) {
            thinned = true;
            continue;
        }
        paintPoint(painter, at, point.kind, colourOf(point), theme);
        obstacles.boxes.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        if (first && point.kind == first->kind && insight::tied(point, *first)) {
            paintRing(painter, at, theme);
            ringed.push_back(at);
        }
        last = at.x();
    }
    setLabelFont(painter, theme);
    const QStringList names =
        direction == descent::Direction::Descend
            ? QStringList{Text::tr("lowest minimum in view"), Text::tr("lowest in view")}
            : QStringList{Text::tr("highest maximum in view"), Text::tr("highest in view")};
    std::vector<QRectF> labels;
    for (const QPointF at : ringed) {
        const auto covered =
            paintNamed(painter, at, 2 * radius, names, frame.area, obstacles, theme);
        if (!covered) continue;
        obstacles.boxes.push_back(*covered);
        labels.push_back(*covered);
    }
    if (thinned) {
        labels.push_back(paintInCorner(painter,
                                       Text::tr("More marks than there is room for: zoom in."),
                                       frame.area, obstacles, theme));
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
