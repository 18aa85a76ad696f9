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

/// Below the ring at this place; above it would hide the curve. Returns where it ends, or `after`
/// when it had no room to the right of there.
double paintRingLabel(QPainter& painter, QPointF at, const QString& label, double after,
                      const Frame& frame, const Theme& theme) {
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(label);
    const double gap = 3 * markRadius(theme);
    const double row = at.y() + gap + metrics.ascent();
    const double left = std::clamp(at.x() - width / 2, frame.area.left() + gap,
                                   std::max(frame.area.left() + gap, frame.area.right() - width));
    if (row + metrics.descent() > frame.area.bottom() || left < after + gap) return after;
    paintLabel(painter, {left, row}, label, theme);
    return left + width;
}

QColor colourOf(const core::Destination& destination, const Theme& theme) {
    switch (destination.fate) {
        case core::Fate::Settles: {
            const auto& colours = Theme::basins();
            return colours[static_cast<std::size_t>(destination.basin) % colours.size()];
        }
        case core::Fate::Diverges:
            return theme.diverges;
        case core::Fate::NotSettled:
            return theme.unsettled;
        case core::Fate::Unknown:
        case core::Fate::Leaves:
            break;
    }
    return theme.ground;
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
    double labelled = std::numeric_limits<double>::lowest();
    for (const core::StationaryPoint& point : points) {
        const QPointF at = frame.pixel(point.x, point.value);
        const bool best = first && point.kind == first->kind && core::tied(point, *first);
        const bool crowded = at.x() - last < room;
        if (!contains(frame.area, at) || (crowded && &point != first)) continue;
        paintPoint(painter, at, point.kind, theme);
        if (best) {
            paintRing(painter, at, theme);
            labelled = paintRingLabel(painter, at, label, labelled, frame, theme);
        }
        last = at.x();
    }
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

QRectF stripArea(const Frame& frame, const Theme& theme) {
    return {frame.area.left(), frame.area.bottom() + 3 * theme.scale(), frame.area.width(),
            9 * theme.scale()};
}

void paintBasins(QPainter& painter, const core::BasinMap& basins, const Frame& frame,
                 const Theme& theme) {
    const QRectF strip = stripArea(frame, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipRect(strip);
    const std::size_t size = basins.columns.size();
    const double part = basins.x.width() / static_cast<double>(size);
    for (std::size_t first = 0; first < size;) {
        const QColor colour = colourOf(basins.columns[first], theme);
        std::size_t end = first + 1;
        while (end < size && colourOf(basins.columns[end], theme) == colour) ++end;
        const double left = frame.column(basins.x.low + part * static_cast<double>(first));
        const double right = frame.column(basins.x.low + part * static_cast<double>(end));
        painter.fillRect(QRectF(left, strip.top(), right - left, strip.height()), colour);
        first = end;
    }
    painter.setPen(theme.zero);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(strip.adjusted(0, 0, -1, -1));
    painter.restore();
}

}  // namespace plot
