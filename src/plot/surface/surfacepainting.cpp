// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a SurfaceScene is painted, layer by layer.
#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "plot/look/runnerlook.h"
#include "plot/paint/ball.h"
#include "plot/paint/casing.h"
#include "plot/paint/heightlegend.h"
#include "plot/paint/label.h"
#include "plot/paint/places.h"
#include "plot/surface/surfacescene.h"
#include "session/wording/slicewording.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

QRectF around(QPointF centre, double reach) {
    return {centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach};
}

/// The same place with its directions as they are seen, against a frame of pixels.
insight::StationaryPlace asSeen(insight::StationaryPlace place, const insight::Slice& slice,
                                const insight::Rectangle& area, const Projection& projection) {
    for (descent::Point& direction : place.directions) {
        const Bearing way = projection.bearing({direction[slice.across] / area.across.width(),
                                                direction[slice.up] / area.up.width(), 0});
        const double length = std::max(std::hypot(way.right, way.down), 1e-300);
        direction[slice.across] = way.right / length;
        direction[slice.up] = -way.down / length;
    }
    return place;
}

constexpr Frame pixels{{0, 1}, {0, 1}, QRectF(0, 0, 1, 1)};

}  // namespace

Trails::Runs SurfaceScene::runs() const {
    return {m_content.trajectory, m_content.place, m_content.rivals, m_content.watched,
            m_content.position};
}

int SurfaceScene::implied(int marks) {
    if (follow()) marks |= everything;
    if (!(marks & everything) && m_trails.progress(runs(), frame()) != m_drawn) marks |= Marks;
    return marks;
}

bool SurfaceScene::restChanged() {
    const bool turned = follow();
    const std::size_t now = m_trails.progress(runs(), frame());
    return std::exchange(m_still, now) != now || turned;
}

QString SurfaceScene::heightName() const {
    return m_content.analysis ? session::valueName((*m_content.analysis)->variables)
                              : QStringLiteral("f");
}

Box SurfaceScene::box() const {
    Box::Names names{{}, {}, heightName()};
    if (m_content.analysis) {
        const std::vector<std::string>& variables = (*m_content.analysis)->variables;
        names.across = session::variableName(variables[m_content.slice.across]);
        names.up = session::variableName(variables[m_content.slice.up]);
    }
    return {area(), m_rise, names, m_content.theme};
}

void SurfaceScene::paintRelief(QPainter& painter) {
    if (m_computes) compute();
    rasterise();
    painter.setFont(canvas().font());
    const Box box = this->box();
    box.paintBack(painter, m_projection);
    if (!m_raster.image().isNull()) {
        painter.save();
        if (m_content.stale) painter.setOpacity(0.35);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(frame().area, m_raster.image());
        painter.restore();
    }
    m_covered = box.paintNumbers(painter, m_projection);
}

void SurfaceScene::paintMarks(QPainter& painter) {
    m_trails.setDrape([this](const Trail::Part& part, const Frame& frame) {
        return ground().draped(part, frame);
    });
    m_drawn = m_trails.progress(runs(), frame());
    if (!m_content.veiled) m_trails.paint(painter, runs(), frame(), m_drawn, m_content.theme);
    paintStarts(painter);
}

void SurfaceScene::paintStarts(QPainter& painter) {
    const Theme& theme = m_content.theme;
    const Ground on = ground();
    std::vector<Start> starts;
    const auto add = [&](const descent::Trajectory& run, const QColor& colour) {
        if (run.empty()) return;
        const QPointF start = placeOnMap(run, 0, m_content.slice);
        const Spot spot = on.spot(start);
        if (isInView(start) && on.isSeen(spot)) addStart(starts, m_projection.pixel(spot), colour);
    };
    for (const Rival& rival : m_content.rivals) add(rival.trajectory, theme.runner(rival.place));
    add(m_content.trajectory,
        m_content.rivals.empty() ? theme.start : theme.runner(m_content.place));
    for (const Start& start : starts) paintStart(painter, start, theme);
}

bool SurfaceScene::isInView(QPointF place) const {
    return m_content.x.contains(place.x()) && m_content.value.contains(place.y());
}

std::optional<QPointF> SurfaceScene::pixelOf(const insight::StationaryPlace& place) {
    const QPointF at(place.at[m_content.slice.across], place.at[m_content.slice.up]);
    if (!isInView(at)) return std::nullopt;
    const Ground on = ground();
    const Spot spot = on.spot(at);
    return on.isSeen(spot) ? std::optional(m_projection.pixel(spot)) : std::nullopt;
}

void SurfaceScene::paintOverlays(QPainter& painter) {
    painter.setFont(canvas().font());
    const Theme& theme = m_content.theme;
    std::vector<QPointF> taken;
    for (const insight::StationaryPlace& place : m_content.places) {
        const auto at = pixelOf(place);
        const auto isNear = [&](QPointF other) {
            return QLineF(other, *at).length() < 12 * theme.scale();
        };
        const bool isHere = isOn(m_content.slice, place, {m_content.x, m_content.value, {}});
        if (!at || !isHere || std::ranges::any_of(taken, isNear)) continue;
        const insight::StationaryPlace seen = asSeen(place, m_content.slice, area(), m_projection);
        paintPlace(painter, *at, seen, m_content.slice, pixels, theme);
        taken.push_back(*at);
    }
    paintNotes(painter);
}

/// That there is nothing to see, and which slice it is.
void SurfaceScene::paintNotes(QPainter& painter) {
    const Theme& theme = m_content.theme;
    const QRectF room = frame().area;
    const Obstacles around{{}, {}, m_covered};
    if (m_content.heights && m_scale.isEmpty())
        m_covered.push_back(paintHeightLegend(painter, m_scale, heightName(), room, around, theme));
    if (!m_content.analysis || m_content.slice.through.size() < 3) return;
    const QString note =
        session::describeSlice((*m_content.analysis)->variables, m_content.slice, theme.digits);
    m_covered.push_back(paintInCorner(painter, note, room, {{}, {}, m_covered}, theme));
}

/// Straight over the plane from iterate to iterate, in equal times.
QPointF SurfaceScene::placeOf(const descent::Trajectory& run) const {
    const double last = static_cast<double>(run.size() - 1);
    const double position = std::clamp(m_content.position, 0.0, last);
    const auto n = static_cast<std::size_t>(position);
    const QPointF from = placeOnMap(run, n, m_content.slice);
    const double part = position - static_cast<double>(n);
    if (part == 0) return from;
    const QPointF to = placeOnMap(run, n + 1, m_content.slice);
    const QPointF place = from + part * (to - from);
    return std::isfinite(place.x()) && std::isfinite(place.y()) ? place : from;
}

std::optional<QPointF> SurfaceScene::ball() {
    const descent::Trajectory& run = m_content.trajectory;
    if (run.empty() || !isInView(placeOf(run))) return std::nullopt;
    return ground().rest(placeOf(run), ballRadius(m_content.theme)).centre;
}

/// Beside those that stand there already.
QPointF SurfaceScene::sideBySide(QPointF centre, std::vector<QPointF>& taken) const {
    const double apart = 2 * rivalRadius(m_content.theme);
    const auto isTaken = [&](QPointF other) {
        return QLineF(other, centre).length() < 0.6 * apart;
    };
    while (std::ranges::any_of(taken, isTaken)) centre += QPointF(apart, 0);
    taken.push_back(centre);
    return centre;
}

std::vector<SurfaceScene::Stood> SurfaceScene::stood() {
    std::vector<QPointF> taken;
    if (const auto own = ball()) taken.push_back(*own);
    std::vector<Stood> all;
    for (const Rival& rival : m_content.rivals) {
        if (rival.trajectory.empty() || !isInView(placeOf(rival.trajectory))) continue;
        const Ground::Rest rest =
            ground().rest(placeOf(rival.trajectory), rivalRadius(m_content.theme));
        all.push_back({rival.place, sideBySide(rest.centre, taken)});
    }
    return all;
}

QRectF SurfaceScene::paintRivals(QPainter& painter) {
    const Theme& theme = m_content.theme;
    const double radius = rivalRadius(theme);
    QRectF covered;
    for (const Stood& rival : stood()) {
        const auto own = std::ranges::find(m_content.rivals, rival.place, &Rival::place);
        Ground::Rest rest = ground().rest(placeOf(own->trajectory), radius);
        rest.centre = rival.centre;
        ground().paintStanding(painter, rest, radius, [&](QPainter& on) {
            paintRunnerMark(on, rest.centre, radius, rival.place, theme);
        });
        const QRectF part = around(rest.centre, 1.5 * radius + 4);
        m_parts += Showing::partsOf(part);
        covered |= part;
    }
    return covered;
}

/// From the edge of the surface to where the ball is, out of view.
QRectF SurfaceScene::paintWay(QPainter& painter, QPointF place) {
    const Theme theme = m_content.theme.ofRunner(m_content.place);
    const QPointF near(std::clamp(place.x(), m_content.x.low, m_content.x.high),
                       std::clamp(place.y(), m_content.value.low, m_content.value.high));
    const Bearing out = m_projection.bearing({(place.x() - near.x()) / m_content.x.width(),
                                              (place.y() - near.y()) / m_content.value.width(), 0});
    const double length = std::hypot(out.right, out.down);
    if (!(length > 0) || !std::isfinite(length)) return {};
    const QPointF from = m_projection.pixel(ground().spot(near));
    const QPointF to = from + 26 * theme.scale() / length * QPointF(out.right, out.down);
    return paintCasedArrow(painter, {from, to}, false, theme.ball, theme.ground, theme);
}

QRectF SurfaceScene::paintOwn(QPainter& painter) {
    const Theme theme = m_content.theme.ofRunner(m_content.place);
    const descent::Trajectory& run = m_content.trajectory;
    const QPointF place = placeOf(run);
    if (!isInView(place)) return paintWay(painter, place);
    const double radius = ballRadius(theme);
    const Ground::Rest rest = ground().rest(place, radius);
    const auto n = static_cast<std::size_t>(
        std::clamp(m_content.position, 0.0, static_cast<double>(run.size() - 1)));
    const bool pale = std::isnan(run.value(n));
    const double turned = (rest.centre.x() + rest.centre.y()) / radius;
    ground().paintStanding(painter, rest, radius, [&](QPainter& on) {
        on.setPen(QPen(theme.ground, 2.4 * theme.scale()));
        on.setBrush(Qt::NoBrush);
        if (!pale) on.drawEllipse(rest.centre, radius, radius);
        paintBall(on, {rest.centre + QPointF(0, radius), {0, -1}, turned}, pale, theme);
    });
    return around(rest.centre, 1.4 * radius + 4);
}

QRectF SurfaceScene::paintMoving(QPainter& painter) {
    m_parts = {};
    if (m_content.trajectory.empty()) return {};
    painter.setFont(canvas().font());
    QRectF covered;
    const auto add = [&](const QRectF& part) {
        m_parts += Showing::partsOf(part);
        covered |= part;
    };
    if (!m_content.veiled) {
        for (const QRectF& part : m_trails.paintLatest(painter, runs(), frame(), m_content.theme))
            add(part);
    }
    covered |= paintRivals(painter);
    add(paintOwn(painter));
    return covered;
}

/// Balls lie far apart: what is between them need not be brought to the screen.
QRegion SurfaceScene::partsOf(const QRectF& covered) {
    return covered.isNull() ? QRegion() : m_parts;
}

std::vector<QPointF> SurfaceScene::drawn() {
    std::vector<QPointF> points;
    for (double x = 0; x <= 1; x += 0.125) {
        for (double y = 0; y <= 1; y += 0.125) {
            const double height = m_mesh.heightAt(x, y);
            if (!std::isnan(height)) points.push_back(m_projection.pixel({x, y, height}));
        }
    }
    for (const QRectF& part : m_covered) points.push_back(part.center());
    return points;
}

}  // namespace plot
