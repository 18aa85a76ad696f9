// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/curvemotion.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/paint/ball.h"
#include "plot/paint/trail.h"
#include "session/wording.h"

namespace plot {

bool inView(const Frame& frame, const Pose& pose) {
    return contains(frame.area.adjusted(-1, -1, 1, 1), pose.contact);
}

CurveMotion::CurveMotion(const Content& content, const descent::Objective* objective,
                         const CurvePath& path, const Frame& frame,
                         const std::vector<QRectF>& labels)
    : m_content(content), m_objective(objective), m_path(path), m_frame(frame), m_labels(labels) {
    const auto last = static_cast<double>(content.trajectory.size() - 1);
    m_iteration = static_cast<std::size_t>(std::clamp(content.position, 0.0, last));
}

QRectF CurveMotion::paint(QPainter& painter, const Pose& ball) const {
    QRectF covered;
    const Theme& theme = m_content.theme;
    if (ball.rolling) covered |= paintTangent(painter, ball, m_frame.area, theme);
    covered |= paintRecent(painter, m_content.trajectory, m_iteration, m_frame, theme);
    const descent::Step step = m_content.trajectory[stepOrigin()];
    if (const auto landing = this->landing(step); landing && !m_content.veiled) {
        covered |= paintStepFrom(painter, step, *landing);
        if (m_content.ghost) covered |= paintGhostAt(painter, *landing, ball);
    }
    return covered | paintBallAt(painter, ball);
}

std::size_t CurveMotion::stepOrigin() const {
    if (!m_content.ghost) return m_iteration;
    const auto end = descent::outcome(m_content.settings, m_content.trajectory[m_iteration]);
    return end && *end != descent::Outcome::MaxIterations ? 0 : m_iteration;
}

/// Level with the iterate where f has no value; nothing when there is no step to a finite point.
std::optional<insight::CurvePoint> CurveMotion::landing(const descent::Step& step) const {
    const descent::Point target = descent::target(m_content.settings, step);
    if (!m_objective || !std::isfinite(step.value) || !std::isfinite(target.x)) return std::nullopt;
    const double value = m_objective->value(target);
    return insight::CurvePoint{target.x, std::isnan(value) ? step.value : value};
}

QRectF CurveMotion::paintStepFrom(QPainter& painter, const descent::Step& step,
                                  insight::CurvePoint landing) const {
    const bool descends = m_content.settings.direction == descent::Direction::Descend;
    return paintStep(painter, m_frame.pixel(step.at.x, step.value),
                     m_frame.pixel(landing.x, landing.value), m_frame.area,
                     descends ? QStringLiteral("−α f′(x)") : QStringLiteral("+α f′(x)"),
                     {m_path.points(), {}, m_labels}, m_content.theme);
}

/// Not where the ball's own arrow is, at the same edge.
QRectF CurveMotion::paintGhostAt(QPainter& painter, insight::CurvePoint landing,
                                 const Pose& ball) const {
    const QRectF& area = m_frame.area;
    const Pose ghost = roll(m_path, m_frame, landing, landing, 0, ballRadius(m_content.theme));
    if (inView(m_frame, ghost)) return paintGhost(painter, ghost, m_content.theme);
    if (!inView(m_frame, ball) && outward(area, ball.contact) == outward(area, ghost.contact)) {
        return {};
    }
    return paintBeyond(painter, area, ghost.contact, beyondLabel(landing), m_content.theme,
                       Body::Ghost);
}

QString CurveMotion::beyondLabel(insight::CurvePoint point) const {
    const bool above = m_content.x.contains(point.x);
    return (above ? QStringLiteral("f(x) = ") : QStringLiteral("x = ")) +
           session::number(above ? point.value : point.x, m_content.theme.digits);
}

QRectF CurveMotion::paintBallAt(QPainter& painter, const Pose& pose) const {
    const descent::Trajectory& trajectory = m_content.trajectory;
    const std::size_t n = m_iteration;
    if (inView(m_frame, pose)) {
        const Theme& theme = m_content.theme;
        const QRectF ball = paintBall(painter, pose, std::isnan(trajectory[n].value), theme);
        return pose.rolling ? ball | paintContact(painter, pose, theme) : ball;
    }
    const insight::CurvePoint from = place(trajectory, n);
    const insight::CurvePoint to = place(trajectory, std::min(n + 1, trajectory.size() - 1));
    const double part = std::clamp(m_content.position - static_cast<double>(n), 0.0, 1.0);
    // At the start of a step infinities at its end do not matter yet.
    const auto between = [&](double a, double b) { return part == 0 ? a : a + part * (b - a); };
    const insight::CurvePoint at{between(from.x, to.x), between(from.value, to.value)};
    return paintBeyond(painter, m_frame.area, pose.contact, beyondLabel(at), m_content.theme);
}

}  // namespace plot
