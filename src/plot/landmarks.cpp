// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/landmarks.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <limits>

#include "core/survey.h"
#include "plot/label.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CurveView)
};

double markRadius(const Theme& theme) {
    return 4 * theme.scale();
}

void paintPoint(QPainter& painter, QPointF at, core::StationaryKind kind, const Theme& theme) {
    const double radius = markRadius(theme);
    painter.setPen(QPen(theme.minimum, 0.8 * theme.line));
    painter.setBrush(kind == core::StationaryKind::Minimum ? theme.minimum : theme.ground);
    if (kind == core::StationaryKind::Inflection) {
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
    } else {
        painter.drawEllipse(at, radius, radius);
    }
}

void paintRing(QPainter& painter, QPointF at, const Theme& theme) {
    painter.setPen(QPen(theme.minimum, 0.6 * theme.line));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 2 * markRadius(theme), 2 * markRadius(theme));
}

/// Below the ring at this place, above it only where there is no room below: there it can hide the
/// curve. Returns where it ends, or `after` when it had no room to the right of there.
double paintRingLabel(QPainter& painter, QPointF at, const QString& label, double after,
                      const Frame& frame, const Theme& theme) {
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(label);
    const double gap = 3 * markRadius(theme);
    double row = at.y() + gap + metrics.ascent();
    if (row + metrics.descent() > frame.area.bottom()) row = at.y() - gap - metrics.descent();
    const double left = std::clamp(at.x() - width / 2, frame.area.left() + gap,
                                   std::max(frame.area.left() + gap, frame.area.right() - width));
    if (left < after + gap) return after;
    paintLabel(painter, {left, row}, label, theme);
    return left + width;
}

/// In the corner.
void paintThinned(QPainter& painter, const Frame& frame, const Theme& theme) {
    const QString note = Text::tr("More marks than there is room for: zoom in.");
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double gap = 8 * theme.scale();
    paintLabel(painter,
               frame.area.topRight() +
                   QPointF(-gap - metrics.horizontalAdvance(note), gap + metrics.ascent()),
               note, theme);
}

}  // namespace

void paintPoints(QPainter& painter, const std::vector<core::StationaryPoint>& points,
                 core::Direction direction, const Frame& frame, const Theme& theme) {
    const QString label = direction == core::Direction::Descend
                              ? Text::tr("lowest minimum in view")
                              : Text::tr("highest maximum in view");
    const core::StationaryPoint* first = core::best(points, direction);
    const double room = 3 * markRadius(theme);
    double last = -room;
    bool thinned = false;
    double labelled = std::numeric_limits<double>::lowest();
    for (const core::StationaryPoint& point : points) {
        const QPointF at = frame.pixel(point.x, point.value);
        const bool best = first && point.kind == first->kind && core::tied(point, *first);
        const bool crowded = at.x() - last < room;
        if (!contains(frame.area, at)) continue;
        if (crowded && &point != first) {
            thinned = true;
            continue;
        }
        paintPoint(painter, at, point.kind, theme);
        if (best) {
            paintRing(painter, at, theme);
            labelled = paintRingLabel(painter, at, label, labelled, frame, theme);
        }
        last = at.x();
    }
    if (thinned) paintThinned(painter, frame, theme);
}

const core::StationaryPoint* pointAt(QPointF pixel,
                                     const std::vector<core::StationaryPoint>& points,
                                     const Frame& frame, const Theme& theme) {
    const core::StationaryPoint* nearest = nullptr;
    double reach = 2 * markRadius(theme);
    for (const core::StationaryPoint& point : points) {
        const QPointF at = frame.pixel(point.x, point.value);
        const double distance = QLineF(at, pixel).length();
        if (!contains(frame.area, at) || distance > reach) continue;
        nearest = &point;
        reach = distance;
    }
    return nearest;
}

}  // namespace plot
