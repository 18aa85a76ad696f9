// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the curve: keys, mouse and pointer.
#include <QMouseEvent>
#include <utility>

#include "plot/paint/tip.h"
#include "plot/scene/curvehits.h"
#include "plot/scene/curvescene.h"
#include "plot/view/curveview.h"
#include "plot/view/navigation.h"
#include "session/basinwording.h"
#include "session/pointerwording.h"

namespace plot {

std::optional<PictureView::Tip> CurveView::tipAt(QPoint at) const {
    const QString text = plot::tipAt(*m_scene, at);
    return Tip{text.isEmpty() ? text : wrapped(text), explainedAt(*m_scene, at), ballArea(*m_scene),
               m_scene->frame().area};
}

void CurveView::keyPressEvent(QKeyEvent* event) {
    const Frame frame = m_scene->frame();
    const descent::Trajectory& trajectory = m_scene->content().trajectory;
    if (const auto by = panOf(*event, frame)) {
        moved(pan(*m_scene, *by));
    } else if (const auto nudge = nudgeOf(*event, frame); nudge && !trajectory.empty()) {
        const double start = frame.column(trajectory.x(0));
        Q_EMIT startPicked(std::clamp(frame.writtenAt(start + *nudge), frame.x.low, frame.x.high));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CurveView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPointF at = event->position();
    if (isOverBall(*m_scene, at)) {
        m_drag = Drag::Ball;
        m_grip = m_scene->pose()->contact - at;
    } else if (const insight::StationaryPoint* mark = markAt(at)) {
        centre(insight::StationaryPoint(*mark));
    } else if (strip().contains(at) ||
               (curveAt(*m_scene, at) && contains(m_scene->frame().area, at))) {
        takeBallTo(at);
    } else {
        m_drag = Drag::Plane;
        m_grip = m_scene->frame().plane(at);
    }
    showCursor(at);
}

void CurveView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_drag == Drag::Ball) dragBall(at);
    if (m_drag == Drag::Plane) moved(hold(*m_scene, m_grip, at));
    showCursor(at);
    PictureView::mouseMoveEvent(event);
}

void CurveView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Drag ended = std::exchange(m_drag, Drag::None);
    showCursor(event->position());
    if (ended == Drag::Ball) Q_EMIT startSettled();
}

void CurveView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) Q_EMIT fitWanted();
}

void CurveView::wheelEvent(QWheelEvent* event) {
    const double factor = zoomFactor(*event);
    if (factor != 1) moved(zoomAt(*m_scene, event->position(), factor));
    event->accept();
}

void CurveView::takeBallTo(QPointF at) {
    m_drag = Drag::Ball;
    m_grip = {};
    dragBall(at);
}

void CurveView::dragBall(QPointF to) {
    Q_EMIT startPicked(xAt(to + m_grip));
}

double CurveView::xAt(QPointF point) const {
    return startUnder(*m_scene, point);
}

void CurveView::moved(bool changes) {
    if (!changes) return;
    changed();
    Q_EMIT rangeChanged();
}

QString CurveView::wordsAt(QPointF at) const {
    const bool drags = m_drag == Drag::Ball;
    if (!contains(m_scene->frame().area, at) && !strip().contains(at)) return {};
    const insight::StationaryPoint* mark = drags ? nullptr : markAt(at);
    const double x = session::placeNamed(range(), mark ? mark->x : xAt(drags ? at + m_grip : at));
    return session::tellPlace(range(), x, value(x), slope(x), basinAt(x),
                              m_scene->content().theme.digits);
}

void CurveView::showCursor(QPointF at) {
    if (m_drag != Drag::None) {
        setCursor(Qt::ClosedHandCursor);
    } else if (isOverBall(*m_scene, at)) {
        setCursor(Qt::OpenHandCursor);
    } else if (curveAt(*m_scene, at) || strip().contains(at)) {
        setCursor(Qt::PointingHandCursor);
    } else {
        unsetCursor();
    }
}

}  // namespace plot
