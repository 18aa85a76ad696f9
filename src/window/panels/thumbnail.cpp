// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/thumbnail.h"

#include <QLineF>
#include <QPainter>
#include <cmath>

#include "descent/objective.h"
#include "descent/trajectory.h"
#include "insight/fitting.h"
#include "insight/landscape.h"
#include "insight/plane/heights.h"
#include "plot/paint/contourlines.h"
#include "plot/paint/reliefimage.h"
#include "plot/shape/frame.h"
#include "plot/shape/heightscale.h"
#include "session/axes.h"
#include "session/constants.h"
#include "session/runners.h"

namespace window {

namespace {

constexpr double ballRadius = 4;
constexpr QRectF wholeArea(QPointF(0, 0), QSizeF(thumbnailSize));

void drawCurve(QPainter& painter, const descent::Objective& objective, const plot::Frame& frame) {
    const auto curve = insight::sample(
        objective, {frame.x, frame.value, thumbnailSize.width(), thumbnailSize.height()});
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (std::isnan(curve[i - 1].value) || std::isnan(curve[i].value)) continue;
        painter.drawLine(frame.pixel(curve[i - 1].x, curve[i - 1].value),
                         frame.pixel(curve[i].x, curve[i].value));
    }
}

/// The steps that are in view and can be told apart.
QPolygonF stepsOf(const descent::Trajectory& run, const insight::Slice* slice,
                  const plot::Frame& frame) {
    constexpr double clear = 3;
    QPolygonF steps;
    for (std::size_t n = 0; n < run.size(); ++n) {
        const QPointF step = slice ? frame.pixel(run.row(n)[slice->across], run.row(n)[slice->up])
                                   : frame.pixel(run.x(n), run.value(n));
        if (!wholeArea.contains(step)) continue;
        if (steps.isEmpty() || QLineF(steps.last(), step).length() >= clear) steps += step;
    }
    return steps;
}

void drawDots(QPainter& painter, const QPolygonF& steps, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF& step : steps.mid(1)) painter.drawEllipse(step, 1.25, 1.25);
}

/// With an edge that stands out from what is below.
void drawPath(QPainter& painter, const QPolygonF& steps, const plot::Theme& theme,
              const QColor& colour) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.ground, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(steps);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(steps);
}

/// Of each runner, the chosen one last.
template <typename Draw>
void forRunners(const session::Session& session, const Draw& draw) {
    const descent::Objective costs(session::valued(session), session.settings.direction);
    for (std::size_t runner = session::runnerCount(session); runner-- > 0;) {
        const session::Session own = session::choosing(session, runner);
        draw(runner, descent::whole(costs, own.settings, own.initialGuess).trajectory);
    }
}

void paintCurve(QPainter& painter, const session::Session& session, const plot::Theme& theme) {
    constexpr double above = 2 * ballRadius;  // room for the ball above the highest
    const descent::Objective objective(session::valued(session));
    const plot::Frame frame{session.range, insight::fittingValues(objective, session.range),
                            wholeArea.adjusted(0, above, 0, 0)};
    painter.setPen(QPen(theme.curve, 1.5));
    drawCurve(painter, objective, frame);
    forRunners(session, [&](std::size_t runner, const descent::Trajectory& run) {
        drawDots(painter, stepsOf(run, nullptr, frame), theme.ofRunner(runner).trail);
    });
    const double x = session.initialGuess[0];
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ball);
    painter.drawEllipse(frame.pixel(x, objective.value(x)) - QPointF(0, ballRadius), ballRadius,
                        ballRadius);
}

void paintMap(QPainter& painter, const session::Session& session, const plot::Theme& theme) {
    constexpr int levels = 8;
    const descent::Objective objective(session::valued(session));
    const insight::Slice slice = session::sliceThrough(session, session.initialGuess);
    const insight::Rectangle area = session::rectangleOf(session);
    const insight::Heights heights =
        insight::heights(objective, {slice, area, thumbnailSize.width(), thumbnailSize.height()});
    const plot::HeightScale scale(heights.values);
    const plot::Frame frame{area.across, area.up, wholeArea};
    plot::paintRelief(painter, plot::reliefImage(heights, scale, theme), heights.lattice, frame,
                      theme);
    plot::ContourLines(heights, scale, levels).paint(painter, frame, theme);
    forRunners(session, [&](std::size_t runner, const descent::Trajectory& run) {
        drawPath(painter, stepsOf(run, &slice, frame), theme, theme.ofRunner(runner).trail);
    });
    painter.setPen(QPen(theme.ground, 1.5));
    painter.setBrush(theme.ball);
    painter.drawEllipse(
        frame.pixel(session.initialGuess[slice.across], session.initialGuess[slice.up]), ballRadius,
        ballRadius);
}

}  // namespace

QPixmap thumbnail(const session::Session& session, const plot::Theme& theme, qreal resolution) {
    QPixmap pixmap(thumbnailSize * resolution);
    pixmap.setDevicePixelRatio(resolution);
    pixmap.fill(theme.ground);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    session.function.dimension() == 1 ? paintCurve(painter, session, theme)
                                      : paintMap(painter, session, theme);
    return pixmap;
}

}  // namespace window
