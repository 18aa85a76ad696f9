// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/planeview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>

#include "plot/scene/scene.h"

namespace plot {

namespace {

/// To the last bit: QPointF takes places for one that lie 1e-12 apart.
bool isSame(QPointF one, QPointF other) {
    return one.x() == other.x() && one.y() == other.y();
}

}  // namespace

Scene& PlaneView::scene() const {
    return plane();
}

const Frame& PlaneView::frame() const {
    return plane().frame();
}

void PlaneView::setRanges(insight::Range x, insight::Range value) {
    plane().setRanges(x, value);
    changed();
}

insight::Range PlaneView::range() const {
    return plane().x();
}

insight::Range PlaneView::valueRange() const {
    return plane().value();
}

QRectF PlaneView::axes() const {
    return frame().area;
}

std::vector<QPointF> PlaneView::drawn() const {
    return plane().drawn();
}

void PlaneView::zoom(double factor) {
    moved(zoomAt(plane(), frame().area.center(), factor));
}

QPointF PlaneView::pixel(double x, double value) const {
    return frame().pixel(x, value);
}

QPointF PlaneView::choiceAt(QPointF pixel) const {
    const Frame& in = frame();
    return {std::clamp(in.writtenAt(pixel.x()), in.x.low, in.x.high),
            std::clamp(in.valueWrittenAt(pixel.y()), in.value.low, in.value.high)};
}

/// What keys make of what is chosen.
std::optional<QPointF> PlaneView::nudged(const QKeyEvent& event) const {
    const auto by = nudgeOf(event, frame());
    const auto now = chosen();
    if (!by || !now || (by->y() != 0 && choice() == Choice::Across)) return std::nullopt;
    QPointF next = choiceAt(frame().pixel(now->x(), now->y()) + *by);
    if (by->x() == 0) next.setX(now->x());
    if (by->y() == 0) next.setY(now->y());
    return next;
}

void PlaneView::moved(bool changes) {
    if (!changes) return;
    changed();
    Q_EMIT rangesChanged();
}

void PlaneView::keyPressEvent(QKeyEvent* event) {
    if (const auto by = panOf(*event, frame())) {
        moved(pan(plane(), *by));
    } else if (const auto next = nudged(*event)) {
        pick(*next);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PlaneView::drag(std::optional<QPointF> grip, QPointF at, bool atOnce) {
    m_grip = grip;
    if (!grip) m_press.begin(at, frame().plane(at), atOnce);
}

void PlaneView::dragTo(QPointF at) {
    if (m_grip) pick(choiceAt(onPlane(at + *m_grip)));
    if (m_press.drags(at)) dragGround(at);
}

bool PlaneView::canChooseAt(QPointF pixel) const {
    return contains(frame().area, pixel);
}

void PlaneView::dragGround(QPointF to) {
    moved(hold(plane(), m_press.plane(), to));
}

void PlaneView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_before = chosen();
    drag(gripAt(event->position()), event->position(), false);
    showCursor(event->position());
}

void PlaneView::mouseMoveEvent(QMouseEvent* event) {
    dragTo(event->position());
    showCursor(event->position());
    PictureView::mouseMoveEvent(event);
}

void PlaneView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPointF at = event->position();
    m_grip.reset();
    if (m_press.end() && canChooseAt(at)) pick(choiceAt(onPlane(at)));
    showCursor(at);
}

/// The first click of the two may have chosen another.
void PlaneView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const auto now = chosen();
    if (m_before && !(now && isSame(*m_before, *now))) pick(*m_before);
    Q_EMIT fitWanted();
}

void PlaneView::wheelEvent(QWheelEvent* event) {
    const double factor = zoomFactor(*event);
    if (factor != 1) moved(zoomAt(plane(), onPlane(event->position()), factor));
    event->accept();
}

void PlaneView::showCursor(QPointF at) {
    if (m_press.dragging()) {
        setCursor(Qt::ClosedHandCursor);
    } else if (const auto shape = cursorAt(at)) {
        setCursor(*shape);
    } else {
        unsetCursor();
    }
}

}  // namespace plot
