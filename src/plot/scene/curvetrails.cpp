// SPDX-License-Identifier: GPL-3.0-or-later
//
// The trails of a CurveScene, as far as they are shown.
#include <QPainter>
#include <algorithm>
#include <utility>

#include "plot/paint/curveline.h"
#include "plot/paint/landmarks.h"
#include "plot/scene/curvescene.h"

namespace plot {

Trails::Runs CurveScene::runs() const {
    return {m_content.trajectory, m_content.place, m_content.rivals, m_content.watched,
            m_content.position};
}

CurveScene::Progress CurveScene::progress() {
    const Trails::Runs runs = this->runs();
    const std::size_t trails = m_trails.progress(runs, frame());
    if (!runs.follow()) return {trails, mostNames};
    return {trails, m_content.named ? std::min(runs.watchedUntil(), mostNames) : 0};
}

bool CurveScene::restChanged() {
    const Progress now = progress();
    return std::exchange(m_still, now) != now;
}

void CurveScene::paintMarks(QPainter& painter) {
    const descent::Trajectory& trajectory = m_content.trajectory;
    m_names.clear();
    m_drawn = progress();
    if (!m_content.veiled)
        m_trails.paint(painter, runs(), frame(), m_drawn.trails, m_content.theme);
    paintStarts(painter);
    if (trajectory.empty() || !m_content.named || m_content.veiled) return;
    painter.setFont(canvas().font());
    m_names =
        paintNames(painter, trajectory, path().points(), frame(), m_content.theme, m_drawn.names);
}

/// What their layer does not show yet. Returns what it covers.
QRectF CurveScene::paintLatest(QPainter& painter) {
    QRectF covered;
    if (m_content.veiled) return covered;
    for (const QRectF& part : m_trails.paintLatest(painter, runs(), frame(), m_content.theme)) {
        m_parts += Showing::partsOf(part);
        covered |= part;
    }
    return covered;
}

std::vector<QPointF> CurveScene::drawn() {
    std::vector<QPointF> points = alongPolyline(path().points(), frame().area);
    const auto add = [&](std::size_t place) {
        const std::vector<QPointF>& own = m_trails.marks(place, frame()).points;
        points.insert(points.end(), own.begin(), own.end());
    };
    for (const Rival& rival : m_content.rivals) add(rival.place);
    if (!m_content.trajectory.empty()) add(m_content.place);
    // As much as a line through all of their letters.
    constexpr double apart = 4;  // pixels
    for (const QRectF& label : m_labels) {
        for (double y = label.top(); y < label.bottom(); y += apart) {
            for (double x = label.left(); x < label.right(); x += apart) points.emplace_back(x, y);
        }
    }
    return points;
}

}  // namespace plot
