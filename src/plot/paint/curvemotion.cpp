// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/curvemotion.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/paint/ball.h"
#include "plot/paint/rival.h"
#include "plot/paint/trail.h"
#include "session/wording/wording.h"

namespace plot {

bool inView(const Frame& frame, const Pose& pose) {
    return contains(frame.area.adjusted(-1, -1, 1, 1), pose.contact);
}

CurveMotion::CurveMotion(const Content& content, const descent::Objective* objective,
                         const CurvePath& path, const Frame& frame,
                         const std::vector<QRectF>& labels)
    : m_content(content),
      m_theme(content.theme.ofRunner(content.place)),
      m_objective(objective),
      m_path(path),
      m_frame(frame),
      m_labels(labels) {
    const auto last = static_cast<double>(content.trajectory.size() - 1);
    m_iteration = static_cast<std::size_t>(std::clamp(content.position, 0.0, last));
}

QRectF CurveMotion::paint(QPainter& painter, const Pose& ball) const {
    QRectF covered;
    const Theme& theme = m_theme;
    if (ball.rolling) covered |= paintTangent(painter, ball, m_frame.area, theme);
    covered |= paintRecent(painter, m_content.trajectory, m_iteration, m_frame, theme);
    const std::size_t origin = stepOrigin();
    const descent::Step step = m_content.trajectory[origin];
    if (const auto landing = this->landing(origin); landing && !m_content.veiled) {
        covered |= paintStepFrom(painter, step, *landing);
        if (m_content.ghost) covered |= paintGhostAt(painter, *landing, ball);
    }
    return covered | paintBallAt(painter, ball);
}

std::vector<QRectF> CurveMotion::paintRivals(QPainter& painter) const {
    std::vector<QRectF> covered;
    for (const Rival& rival : m_content.rivals) {
        covered.push_back(
            paintRival(painter, rival, m_path, m_frame, m_content.position, m_content.theme));
    }
    return covered;
}

std::size_t CurveMotion::stepOrigin() const {
    if (!m_content.ghost) return m_iteration;
    return m_objective && !nextFrom(m_iteration) ? 0 : m_iteration;
}

/// Level with the iterate where f has no value; nothing when there is no step to a finite point.
std::optional<insight::CurvePoint> CurveMotion::landing(std::size_t origin) const {
    const auto next = m_objective ? nextFrom(origin) : std::nullopt;
    if (!next || !std::isfinite(*next)) return std::nullopt;
    const double here = m_content.trajectory.value(origin);
    const double value = m_objective->told(m_objective->value(*next));
    return insight::CurvePoint{*next, std::isnan(value) ? here : value};
}

/// Where the run goes from an iteration, or would if it had not been cut off there.
std::optional<double> CurveMotion::nextFrom(std::size_t origin) const {
    const auto next =
        descent::nextPlace(*m_objective, m_content.settings, m_content.trajectory.state(origin));
    return next ? std::optional((*next)[0]) : std::nullopt;
}

QRectF CurveMotion::paintStepFrom(QPainter& painter, const descent::Step& step,
                                  insight::CurvePoint landing) const {
    const bool descends = m_content.settings.direction == descent::Direction::Descend;
    const QString plain = descends ? QStringLiteral("−α f′(x)") : QStringLiteral("+α f′(x)");
    const bool isPlain = descent::isPlain(m_content.settings);
    return paintStep(painter, m_frame.pixel(step.at[0], step.value),
                     m_frame.pixel(landing.x, landing.value), m_frame.area,
                     isPlain ? plain : QStringLiteral("xₙ₊₁ − xₙ"), {m_path.points(), {}, m_labels},
                     m_theme);
}

/// Not where the ball's own arrow is, at the same edge.
QRectF CurveMotion::paintGhostAt(QPainter& painter, insight::CurvePoint landing,
                                 const Pose& ball) const {
    const QRectF& area = m_frame.area;
    const Pose ghost = roll(m_path, m_frame, landing, landing, 0, ballRadius(m_theme));
    if (inView(m_frame, ghost)) return paintGhost(painter, ghost, m_theme);
    if (!inView(m_frame, ball) && outward(area, ball.contact) == outward(area, ghost.contact)) {
        return {};
    }
    return paintBeyond(painter, area, ghost.contact, beyondLabel(landing), m_theme, Body::Ghost);
}

QString CurveMotion::beyondLabel(insight::CurvePoint point) const {
    const bool above = m_content.x.contains(point.x);
    return (above ? QStringLiteral("f(x) = ") : QStringLiteral("x = ")) +
           session::number(above ? point.value : point.x, m_theme.digits);
}

QRectF CurveMotion::paintBallAt(QPainter& painter, const Pose& pose) const {
    const descent::Trajectory& trajectory = m_content.trajectory;
    const std::size_t n = m_iteration;
    if (inView(m_frame, pose)) {
        const QRectF ball = paintBall(painter, pose, std::isnan(trajectory.value(n)), m_theme);
        return pose.rolling ? ball | paintContact(painter, pose, m_theme) : ball;
    }
    const insight::CurvePoint from = place(trajectory, n);
    const insight::CurvePoint to = place(trajectory, std::min(n + 1, trajectory.size() - 1));
    const double part = std::clamp(m_content.position - static_cast<double>(n), 0.0, 1.0);
    // At the start of a step infinities at its end do not matter yet.
    const auto between = [&](double a, double b) { return part == 0 ? a : a + part * (b - a); };
    const insight::CurvePoint at{between(from.x, to.x), between(from.value, to.value)};
    return paintBeyond(painter, m_frame.area, pose.contact, beyondLabel(at), m_theme);
}

}  // namespace plot
