// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/mapmotion.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "descent/descent.h"
#include "plot/paint/ball.h"
#include "plot/paint/casing.h"
#include "plot/paint/label.h"
#include "plot/paint/trail.h"
#include "plot/shape/fan.h"
#include "plot/step/mapsketch.h"
#include "session/wording/slicewording.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MapView)
};

std::size_t iterationOf(const descent::Trajectory& run, double position) {
    return static_cast<std::size_t>(std::clamp(position, 0.0, static_cast<double>(run.size() - 1)));
}

bool isFinite(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

QPointF unit(QPointF way) {
    return way / std::hypot(way.x(), way.y());
}

QString nameOf(const MapContent& content, std::size_t variable) {
    return content.analysis ? session::variableName((*content.analysis)->variables[variable])
                            : QString();
}

}  // namespace

MapMotion::MapMotion(const MapContent& content, const descent::Objective* objective,
                     const Frame& frame)
    : m_content(content),
      m_theme(content.theme.ofRunner(content.place)),
      m_objective(objective),
      m_frame(frame),
      m_iteration(iterationOf(content.trajectory, content.position)),
      m_isRolling(content.position > static_cast<double>(m_iteration) &&
                  m_iteration + 1 < content.trajectory.size()),
      m_from(ball()),
      m_gradient(gradient()) {}

/// Straight from iterate to iterate, in equal times.
QPointF MapMotion::pixelAt(const descent::Trajectory& run) const {
    const std::size_t n = iterationOf(run, m_content.position);
    const QPointF from = placeOnMap(run, n, m_content.slice);
    const double part = std::clamp(m_content.position - static_cast<double>(n), 0.0, 1.0);
    const QPointF start = m_frame.pixel(from.x(), from.y());
    if (part == 0 || n + 1 >= run.size()) return start;
    const QPointF to = placeOnMap(run, n + 1, m_content.slice);
    const QPointF end = m_frame.pixel(to.x(), to.y());
    return isFinite(end) ? start + part * (end - start) : start;
}

QPointF MapMotion::pixelOf(const descent::Point& at) const {
    return m_frame.pixel(at[m_content.slice.across], at[m_content.slice.up]);
}

/// Seen from above: its hand turns as it rolls, the same way back.
Pose MapMotion::poseOf(QPointF centre, double radius) const {
    return {centre + QPointF(0, radius), {0, -1}, (centre.x() + centre.y()) / radius};
}

std::vector<Stand> MapMotion::stands() const {
    const QRectF& area = m_frame.area;
    const double radius = rivalRadius(m_theme);
    std::vector<Stand> stands;
    std::vector<Disc> discs;
    const QPointF own = ball();
    if (contains(area, own))
        discs.push_back({poseOf(own, ballRadius(m_theme)), ballRadius(m_theme)});
    const std::size_t first = discs.size();
    for (const Rival& rival : m_content.rivals) {
        if (rival.trajectory.empty()) continue;
        const QPointF centre = pixelAt(rival.trajectory);
        const bool inView = contains(area, centre);
        stands.push_back({rival.place, {.contact = centre}, centre, inView});
        if (inView) discs.push_back({poseOf(centre, radius), radius});
    }
    const std::vector<QPointF> centres = fanned(discs, area, m_theme.scale());
    std::size_t next = first;
    for (Stand& stand : stands) {
        if (stand.inView) stand.centre = centres[next++];
    }
    return stands;
}

std::vector<QRectF> MapMotion::paintRivals(QPainter& painter) const {
    std::vector<QRectF> covered;
    for (const Stand& rival : stands())
        covered.push_back(paintRival(painter, rival, m_frame, m_content.theme));
    return covered;
}

std::vector<QRectF> MapMotion::paint(QPainter& painter, const std::vector<QRectF>& labels) const {
    const insight::Slice slice = m_content.slice;
    const auto place = [slice](const descent::Trajectory& run, std::size_t n) {
        return placeOnMap(run, n, slice);
    };
    std::vector<QRectF> covered;
    covered.push_back(
        paintRecent(painter, m_content.trajectory, m_iteration, m_frame, m_theme, place));
    const bool tells = !m_content.veiled && contains(m_frame.area, m_from);
    const auto to = tells ? next() : std::nullopt;
    const QLineF step = to ? stepTo(to->at) : QLineF();
    const bool leaves = to && !contains(m_frame.area, pixelOf(to->at));
    if (tells) {
        const QLineF slope = slopeLine(step);
        const QLineF contour = contourLine();
        if (to && !m_isRolling)
            std::ranges::copy(paintSketch(painter, *to, {{}, {step, slope, contour}, labels}),
                              std::back_inserter(covered));
        covered.push_back(paintContour(painter, contour));
        // The shorter one lies over the longer one.
        if (slope.length() > step.length()) covered.push_back(paintSlope(painter, slope));
        covered.push_back(paintStepArrow(painter, step, leaves));
        if (slope.length() <= step.length()) covered.push_back(paintSlope(painter, slope));
    }
    covered.push_back(paintBallAt(painter, labels));
    const double radius = ballRadius(m_theme);
    const bool isHidden = 0.7 * radius < step.length() && step.length() < 2.5 * radius;
    if (tells && isHidden) covered.push_back(paintStepArrow(painter, step, leaves));
    return covered;
}

std::optional<Explained> MapMotion::at(QPointF pixel) const {
    const bool tells = !m_content.veiled && contains(m_frame.area, m_from);
    if (!tells || QLineF(m_from, pixel).length() <= ballRadius(m_theme)) return std::nullopt;
    const auto to = next();
    if (to && !m_isRolling) {
        const descent::State from = m_content.trajectory.state(m_iteration);
        if (const auto told = MapSketch(m_content, m_frame, from, *to).at(pixel)) return told;
    }
    const auto pair = [this](double across, double up) {
        return QStringLiteral("(%1, %2)")
            .arg(session::number(across, m_theme.digits), session::number(up, m_theme.digits));
    };
    const std::size_t across = m_content.slice.across;
    const std::size_t up = m_content.slice.up;
    const QLineF step = to ? stepTo(to->at) : QLineF();
    if (to) {
        const QString length = pair(to->at[across] - m_content.trajectory.row(m_iteration)[across],
                                    to->at[up] - m_content.trajectory.row(m_iteration)[up]);
        const auto told =
            explained(step, pixel, Text::tr("The next step: %1.").arg(length), m_theme);
        if (told) return told;
    }
    const bool descends = m_content.settings.direction == descent::Direction::Descend;
    const double sign = descends ? -1 : 1;
    const QString slope =
        (descends ? Text::tr("Straight down, −∇f = %1.\nIts length is not to scale.")
                  : Text::tr("Straight up, ∇f = %1.\nIts length is not to scale."))
            .arg(pair(sign * m_gradient[across], sign * m_gradient[up]));
    if (const auto told = explained(slopeLine(step), pixel, slope, m_theme)) return told;
    return explained(contourLine(), pixel,
                     Text::tr("The contour through the ball: along it f stays as it is."), m_theme);
}

/// Where the ball is, also between two iterates: the cost falls there in another direction.
descent::Point MapMotion::gradient() const {
    const descent::Trajectory& run = m_content.trajectory;
    descent::Point gradient = run[m_iteration].gradient;
    if (!m_isRolling || !m_objective) return gradient;
    descent::Point at = run[m_iteration].at;
    const descent::Point to = run[m_iteration + 1].at;
    const double part = m_content.position - static_cast<double>(m_iteration);
    for (std::size_t i = 0; i < at.size(); ++i) at[i] += part * (to[i] - at[i]);
    gradient = m_objective->gradient(at);
    for (double& each : gradient) each = m_objective->told(each);
    return gradient;
}

/// Of the arrow along the gradient, before it is scaled: ever shorter the less steep it is beside
/// the start, and 0 where that is within the tolerance or too little to be seen.
double MapMotion::slopeLength() const {
    constexpr double longest = 48;
    constexpr double shortest = 12;
    constexpr double easing = 0.25;  // a run shrinks the gradient by many powers of ten
    const descent::Trajectory& run = m_content.trajectory;
    const double now = descent::norm(m_gradient);
    const double first = descent::norm(run[0].gradient);
    if (now < m_content.settings.tolerance) return 0;
    const double length = now < first ? longest * std::pow(now / first, easing) : longest;
    return length < shortest ? 0 : length;
}

/// On the screen; nothing where that has no direction.
std::optional<MapMotion::Slope> MapMotion::slope() const {
    const double scaleX = m_frame.area.width() / m_frame.x.width();
    const double scaleY = m_frame.area.height() / m_frame.value.width();
    const double gx = m_gradient[m_content.slice.across];
    const double gy = m_gradient[m_content.slice.up];
    const double size = std::hypot(gx, gy);
    if (!(size > 0) || !std::isfinite(size) || slopeLength() == 0) return std::nullopt;
    const double sign = m_content.settings.direction == descent::Direction::Descend ? -1 : 1;
    return Slope{unit({sign * gx / size * scaleX, -sign * gy / size * scaleY}),
                 unit({-gy / size * scaleX, -gx / size * scaleY})};
}

/// The arrow straight down, never as long as that of a step along it, whose head would hide its
/// own.
QLineF MapMotion::slopeLine(const QLineF& step) const {
    const auto way = slope();
    if (!way) return {};
    const double apart = 12 * m_theme.scale();
    double length = slopeLength() * m_theme.scale();
    const QPointF end = m_from + length * way->along;
    if (QLineF(end, step.p2()).length() < apart) length = step.length() + apart;
    return {m_from, m_from + length * way->along};
}

/// Through the ball's place.
QLineF MapMotion::contourLine() const {
    const auto way = slope();
    if (!way) return {};
    const double reach = 26 * m_theme.scale();
    return {m_from - reach * way->level, m_from + reach * way->level};
}

QRectF MapMotion::paintContour(QPainter& painter, const QLineF& contour) const {
    if (contour.isNull()) return {};
    return paintCased(painter, {contour}, m_theme.text, m_theme.scale(), m_theme.ground, m_theme);
}

QRectF MapMotion::paintSlope(QPainter& painter, const QLineF& arrow) const {
    if (arrow.isNull()) return {};
    return paintCasedArrow(painter, arrow, true, slopeColour(), slopeEdge(), m_theme);
}

/// After the step that the run makes from the iterate, or would make if it had not been cut off
/// there.
std::optional<descent::State> MapMotion::next() const {
    const descent::Trajectory& run = m_content.trajectory;
    if (m_iteration + 1 < run.size()) return run.state(m_iteration + 1);
    if (!m_objective) return std::nullopt;
    return descent::nextState(*m_objective, m_content.settings, run.state(m_iteration));
}

/// From the ball to there, as far as it is in view.
QLineF MapMotion::stepTo(const descent::Point& place) const {
    const QPointF end = pixelOf(place);
    QLineF line(m_from, end);
    return isFinite(end) && clip(line, m_frame.area) ? line : QLineF();
}

QRectF MapMotion::paintStepArrow(QPainter& painter, const QLineF& step, bool leaves) const {
    if (step.isNull()) return {};
    return paintCasedArrow(painter, step, leaves, m_theme.text, m_theme.ground, m_theme);
}

/// What the step from the iterate is made of.
std::vector<QRectF> MapMotion::paintSketch(QPainter& painter, const descent::State& to,
                                           Obstacles obstacles) const {
    const double radius = ballRadius(m_theme);
    obstacles.boxes.emplace_back(m_from.x() - radius, m_from.y() - radius, 2 * radius, 2 * radius);
    const descent::State from = m_content.trajectory.state(m_iteration);
    return MapSketch(m_content, m_frame, from, to).paint(painter, obstacles);
}

QRectF MapMotion::paintBallAt(QPainter& painter, const std::vector<QRectF>& labels) const {
    const QPointF centre = ball();
    const QRectF& area = m_frame.area;
    if (!contains(area, centre)) {
        const QPointF at = m_frame.plane(centre);
        const auto part = [&](std::size_t variable, double value) {
            return nameOf(m_content, variable) + QStringLiteral(" = ") +
                   session::number(value, std::min(m_theme.digits, 4));
        };
        const QString label = part(m_content.slice.across, at.x()) + QStringLiteral(", ") +
                              part(m_content.slice.up, at.y());
        return paintBeyond(painter, area, centre, label, m_theme, Body::Ball, labels);
    }
    const double radius = ballRadius(m_theme);
    const bool pale = std::isnan(m_content.trajectory.value(m_iteration));
    painter.setPen(QPen(m_theme.ground, 2.4 * m_theme.scale()));
    painter.setBrush(Qt::NoBrush);
    if (!pale) painter.drawEllipse(centre, radius, radius);
    return paintBall(painter, poseOf(centre, radius), pale, m_theme)
        .adjusted(-radius / 4, -radius / 4, radius / 4, radius / 4);
}

}  // namespace plot
