// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/stepmap.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "plot/paint/curveline.h"
#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CobwebView)
};

Obstacles obstaclesOf(const StepMap& map) {
    return {map.points(), {diagonal(map.frame())}, {}};
}

/// Where a text may begin, all over an area: from its upper left corner down, row by row.
std::vector<QPointF> baselinesIn(const QPainter& painter, const QRectF& area, const QString& text,
                                 const Theme& theme) {
    constexpr int parts = 12;
    const QFontMetricsF metrics(painter.font());
    const double edge = 10 * theme.scale();
    const double height = metrics.height();
    const QRectF room =
        area.adjusted(edge, edge / 2 + height, -edge - metrics.horizontalAdvance(text), -edge);
    std::vector<QPointF> places;
    for (double row = room.top(); row <= room.bottom(); row += height / 2) {
        for (int part = 0; part <= parts && room.width() > 0; ++part)
            places.emplace_back(room.left() + room.width() * part / parts, row);
    }
    return places;
}

}  // namespace

StepMap::StepMap(const descent::Objective& objective, const descent::Settings& settings,
                 const Frame& frame, std::span<const insight::CurvePoint> map)
    : m_settings(settings), m_frame(frame) {
    m_points.reserve(map.size());
    for (const insight::CurvePoint& point : map) {
        m_points.push_back(frame.pixel(point.x, point.value));
    }
    findFixedPoints(objective, map);
}

double StepMap::step(const descent::Objective& objective, const descent::Settings& settings,
                     double x) {
    if (!std::isfinite(objective.value(x))) return std::numeric_limits<double>::quiet_NaN();
    return descent::plainStep(objective, settings.alpha, x);
}

double StepMap::slope(double curvature) const {
    return descent::gradientResponse(m_settings.alpha, curvature).factor;
}

void StepMap::findFixedPoints(const descent::Objective& objective,
                              std::span<const insight::CurvePoint> map) {
    constexpr double apart = 2;  // pixels; of nearer ones the first is enough
    double last = -std::numeric_limits<double>::infinity();
    const auto add = [&](double x) {
        if (m_frame.column(x) - last < apart) return;
        last = m_frame.column(x);
        m_fixedPoints.push_back({x, std::abs(slope(objective.curvature(x))) < 1});
    };
    const auto above = [&](std::size_t i) { return map[i].value - map[i].x; };
    for (std::size_t i = 1; i < map.size(); ++i) {
        const double left = above(i - 1);
        const double right = above(i);
        if (left * right < 0) {
            add(map[i - 1].x + (map[i].x - map[i - 1].x) * left / (left - right));
        } else if (right == 0 && i + 1 < map.size() && std::abs(left * above(i + 1)) > 0) {
            add(map[i].x);
        }
    }
}

QLineF diagonal(const Frame& frame) {
    QLineF line(frame.pixel(frame.x.low, frame.x.low), frame.pixel(frame.x.high, frame.x.high));
    return clip(line, frame.area) ? line : QLineF();
}

QString slopeNote(double slope, int digits) {
    // Rounding would show 2×10⁻¹⁷ where it is 0.
    const double shown = std::abs(slope) < 1e-12 ? 0 : slope;
    const QString size =
        QStringLiteral("m = ") + session::besideLimit(shown, shown < 0 ? -1 : 1, digits);
    if (std::abs(shown) < 1) return Text::tr("slope %1: stable, |m| < 1").arg(size);
    if (std::abs(shown) > 1) return Text::tr("slope %1: unstable, |m| > 1").arg(size);
    return Text::tr("slope %1: |m| = 1 does not tell whether it is stable").arg(size);
}

void paintMap(QPainter& painter, const StepMap& map, const Theme& theme) {
    const QRectF& area = map.frame().area;
    painter.setPen(QPen(theme.text, theme.scale()));
    painter.drawLine(diagonal(map.frame()));
    painter.setPen(QPen(theme.curve, theme.line, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin));
    const double margin = theme.line;
    paintPolyline(painter, map.points(), area.adjusted(-margin, -margin, margin, margin));
    const double radius = 5 * theme.scale();
    painter.setPen(QPen(theme.curve, 0.8 * theme.line));
    double last = area.left() - radius;
    for (const StepMap::FixedPoint& point : map.fixedPoints()) {
        const QPointF place = map.frame().pixel(point.x, point.x);
        if (!contains(area, place) || place.x() - last < radius) continue;
        last = place.x();
        painter.setBrush(point.stable ? theme.curve : theme.ground);
        painter.drawEllipse(place, radius, radius);
    }
}

QRectF paintFormula(QPainter& painter, const StepMap& map, const Theme& theme) {
    setLabelFont(painter, theme);
    const QString formula = theme.named(map.descends() ? QStringLiteral("xₙ₊₁ = xₙ − α f′(xₙ)")
                                                       : QStringLiteral("xₙ₊₁ = xₙ + α f′(xₙ)"));
    const auto places = baselinesIn(painter, map.frame().area, formula, theme);
    return paintFree(painter, places, formula, map.frame().area, obstaclesOf(map), theme)
        .value_or(QRectF());
}

QRectF paintSlope(QPainter& painter, const StepMap& map, const insight::StationaryPoint& at,
                  const QRectF& taken, const Theme& theme) {
    const Frame& frame = map.frame();
    const double slope = map.slope(at.curvature);
    const QPointF place = frame.pixel(at.x, at.x);
    if (at.shape != insight::Shape::Smooth || !contains(frame.area, place)) return {};
    QPointF along(frame.area.width() / frame.x.width(),
                  -slope * frame.area.height() / frame.value.width());
    along *= 60 * theme.scale() / std::hypot(along.x(), along.y());
    QLineF tangent(place - along, place + along);
    if (!clip(tangent, frame.area)) return {};
    painter.setPen(QPen(theme.tangent, theme.line));
    painter.drawLine(tangent);
    Obstacles obstacles = obstaclesOf(map);
    obstacles.chords.push_back(tangent);
    obstacles.boxes.push_back(taken);
    setLabelFont(painter, theme);
    const QString note = slopeNote(slope, theme.digits);
    const double reach = 5 * theme.scale();
    if (const auto near = paintNamed(painter, place, reach, {note}, frame.area, obstacles, theme))
        return *near;
    auto places = baselinesIn(painter, frame.area, note, theme);
    std::ranges::stable_sort(places, {},
                             [&](QPointF left) { return QLineF(left, place).length(); });
    return paintFree(painter, places, note, frame.area, obstacles, theme).value_or(QRectF());
}

}  // namespace plot
