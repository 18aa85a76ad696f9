// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the curve: keys, mouse and pointer.
#include <QMouseEvent>
#include <optional>

#include "plot/paint/tip.h"
#include "plot/scene/curvehits.h"
#include "plot/scene/curvescene.h"
#include "plot/view/curveview.h"
#include "session/wording/basinwording.h"
#include "session/wording/pointerwording.h"

namespace plot {

std::optional<PictureView::Tip> CurveView::tipAt(QPoint at) const {
    const QString text = plot::tipAt(*m_scene, at);
    return Tip{text.isEmpty() ? text : wrapped(text), explainedAt(*m_scene, at), ballArea(*m_scene),
               frame().area};
}

bool CurveView::hasStartAt(QPointF point) const {
    return RunView::hasStartAt(point) || strip().contains(point);
}

/// The ball; on the curve and the strip it comes to the pointer.
std::optional<QPointF> CurveView::gripAt(QPointF point) const {
    if (isOverBall(*m_scene, point)) return m_scene->pose()->contact - point;
    if (strip().contains(point) || (curveAt(*m_scene, point) && contains(frame().area, point)))
        return QPointF();
    return std::nullopt;
}

void CurveView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPointF at = event->position();
    if (const auto rival = rivalAt(*m_scene, at)) {
        Q_EMIT runnerPicked(*rival);
        const std::optional<Pose> ball = m_scene->pose();
        if (ball && m_scene->content().place == *rival) {
            drag(ball->contact - at, at, true);  // it may have lain aside of its place
            return showCursor(at);
        }
    }
    if (const insight::StationaryPoint* mark = markAt(at)) {
        centre(insight::StationaryPoint(*mark));
    } else {
        drag(gripAt(at), at, true);
        if (grip() && !isOverBall(*m_scene, at)) dragTo(at);
    }
    showCursor(at);
}

void CurveView::mouseReleaseEvent(QMouseEvent* event) {
    const bool held = grip().has_value();
    RunView::mouseReleaseEvent(event);
    if (held && !grip()) Q_EMIT startSettled();
}

QString CurveView::wordsAt(QPointF at) const {
    if (!hasStartAt(at)) return {};
    const insight::StationaryPoint* mark = grip() ? nullptr : markAt(at);
    const double x = session::placeNamed(
        range(), mark ? mark->x : choiceAt(at + grip().value_or(QPointF())).x());
    return session::tellPlace(range(), x, value(x), slope(x), basinAt(x),
                              m_scene->content().theme.digits);
}

std::optional<Qt::CursorShape> CurveView::cursorAt(QPointF point) const {
    if (grip()) return Qt::ClosedHandCursor;
    if (isOverBall(*m_scene, point) || rivalAt(*m_scene, point)) return Qt::OpenHandCursor;
    if (curveAt(*m_scene, point) || strip().contains(point)) return Qt::PointingHandCursor;
    return std::nullopt;
}

}  // namespace plot
