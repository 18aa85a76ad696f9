// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/curvemotion.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/paint/ball.h"
#include "plot/paint/rival.h"
#include "plot/paint/trail.h"
#include "plot/step/stepsketch.h"
#include "session/wording/wording.h"

namespace plot {

bool inView(const Frame& frame, const Pose& pose) {
    return contains(frame.area.adjusted(-1, -1, 1, 1), pose.contact);
}

CurveMotion::CurveMotion(const Content& content, const descent::Objective* objective,
                         const CurvePath& path, const Frame& frame,
                         const std::vector<QRectF>& labels, const std::vector<Named>& names)
    : m_content(content),
      m_theme(content.theme.ofRunner(content.place)),
      m_objective(objective),
      m_path(path),
      m_frame(frame),
      m_labels(labels),
      m_names(names) {
    const auto last = static_cast<double>(content.trajectory.size() - 1);
    m_iteration = static_cast<std::size_t>(std::clamp(content.position, 0.0, last));
}

QRectF CurveMotion::paint(QPainter& painter, const Pose& ball) const {
    QRectF covered;
    const Theme& theme = m_theme;
    if (ball.rolling) covered |= paintTangent(painter, ball, m_frame.area, theme);
    covered |= paintRecent(painter, m_content.trajectory, m_iteration, m_frame, theme);
    const auto step = nextStep(m_content, m_objective);
    if (!step) return covered | paintBallAt(painter, ball);
    Obstacles obstacles{m_path.points(), {}, m_labels};
    QRectF arrows = StepSketch(m_content, *m_objective, m_frame, *step).paint(painter, obstacles);
    const bool behind = hidesBehindBall(*step);
    if (!behind) arrows |= paintStepAlong(painter, *step, obstacles);
    covered |= arrows;
    covered |= paintNamesOver(painter, covered);
    if (m_content.ghost) covered |= paintGhostAt(painter, step->landing, ball);
    covered |= paintBallAt(painter, ball);
    return behind ? covered | paintStepAlong(painter, *step, obstacles) : covered;
}

std::vector<QRectF> CurveMotion::paintRivals(QPainter& painter, const Pose& ball) const {
    std::vector<QRectF> covered;
    for (const Stand& rival :
         standsOf(m_content.rivals, ball, m_path, m_frame, m_content.position, m_content.theme))
        covered.push_back(paintRival(painter, rival, m_frame, m_content.theme));
    return covered;
}

/// Whether a ball that lies beside its contact, on a slope, would cover the arrow.
bool CurveMotion::hidesBehindBall(const NextStep& step) const {
    const double length = m_frame.column(step.landing.x) - m_frame.column(step.from.at[0]);
    return std::abs(length) < 3 * ballRadius(m_theme);
}

QRectF CurveMotion::paintNamesOver(QPainter& painter, const QRectF& crossed) const {
    QRectF covered;
    if (m_names.empty()) return covered;
    setLabelFont(painter, m_theme);
    for (const Named& each : m_names) {
        if (each.name.isEmpty() || !crossed.intersects(each.box)) continue;
        covered |= paintLabel(painter, each.baseline, each.name, m_theme);
    }
    return covered;
}

/// Its name keeps clear of its parts.
QRectF CurveMotion::paintStepAlong(QPainter& painter, const NextStep& step,
                                   const Obstacles& obstacles) const {
    return paintStep(painter, m_frame.pixel(step.from.at[0], step.from.value),
                     m_frame.pixel(step.landing.x, step.landing.value), m_frame.area,
                     m_theme.named(session::stepLabel(taken(step, m_content))), obstacles, m_theme);
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
    return m_theme.named(above ? QStringLiteral("f(x) = ") : QStringLiteral("x = ")) +
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
    return paintBeyond(painter, m_frame.area, pose.contact, beyondLabel(at), m_theme, Body::Ball,
                       m_labels);
}

}  // namespace plot
