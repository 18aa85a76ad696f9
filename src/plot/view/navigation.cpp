// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/navigation.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWheelEvent>
#include <cmath>
#include <utility>

#include "plot/scene/scene.h"

namespace plot {

namespace {

/// The range with the point at `fixed` staying where it is.
insight::Range zoomed(insight::Range range, double fixed, double factor) {
    if (factor == 1) return range;  // which rounding would move
    return {fixed - (fixed - range.low) / factor, fixed + (range.high - fixed) / factor};
}

/// The unit vector of an arrow key, y downwards; nothing for other keys.
std::optional<QPointF> direction(int key) {
    switch (key) {
        case Qt::Key_Left:
            return QPointF(-1, 0);
        case Qt::Key_Right:
            return QPointF(1, 0);
        case Qt::Key_Up:
            return QPointF(0, -1);
        case Qt::Key_Down:
            return QPointF(0, 1);
        default:
            return std::nullopt;
    }
}

/// Without the keypad, on which arrows can lie.
Qt::KeyboardModifiers modifiersOf(const QKeyEvent& event) {
    return event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
}

}  // namespace

Region zoomed(const Frame& frame, QPointF pixel, double factor) {
    const QPointF held = frame.plane(pixel);
    const bool besideValues = pixel.x() < frame.area.left();
    const bool belowArea = pixel.y() > frame.area.bottom();
    return {zoomed(frame.x, held.x(), besideValues ? 1 : factor),
            zoomed(frame.value, held.y(), belowArea ? 1 : factor)};
}

Region moved(const Frame& frame, QPointF plane, QPointF pixel) {
    const QPointF by = plane - frame.plane(pixel);
    return {{frame.x.low + by.x(), frame.x.high + by.x()},
            {frame.value.low + by.y(), frame.value.high + by.y()}};
}

double zoomFactor(const QWheelEvent& event) {
    constexpr double perNotch = 1.2;
    return std::pow(perNotch, event.angleDelta().y() / 120.0);
}

std::optional<QPointF> panOf(const QKeyEvent& event, const Frame& frame) {
    constexpr double share = 0.1;
    const auto towards = direction(event.key());
    if (!towards || modifiersOf(event) != Qt::ShiftModifier) return std::nullopt;
    return QPointF(towards->x() * share * frame.area.width(),
                   towards->y() * share * frame.area.height());
}

std::optional<QPointF> nudgeOf(const QKeyEvent& event, const Frame& frame) {
    constexpr double share = 0.01;
    const auto towards = direction(event.key());
    if (!towards || modifiersOf(event) != Qt::ControlModifier) return std::nullopt;
    return QPointF(towards->x() * share * frame.area.width(),
                   towards->y() * share * frame.area.height());
}

void Press::begin(QPointF pixel, QPointF plane, bool atOnce) {
    m_state = atOnce ? State::Dragging : State::Down;
    m_pixel = pixel;
    m_plane = plane;
}

bool Press::drags(QPointF pixel) {
    const double way = (pixel - m_pixel).manhattanLength();
    if (m_state == State::Down && way >= QApplication::startDragDistance()) {
        m_state = State::Dragging;
    }
    return m_state == State::Dragging;
}

bool Press::end() {
    return std::exchange(m_state, State::Up) == State::Down;
}

bool hold(PlaneScene& scene, QPointF plane, QPointF pixel) {
    const Frame& frame = scene.frame();
    if (frame.plane(pixel) == plane) return false;
    const Region region = moved(frame, plane, pixel);
    return scene.setRanges(region.x, region.value);
}

bool pan(PlaneScene& scene, QPointF pixels) {
    const Frame frame = scene.frame();
    return hold(scene, frame.plane(frame.area.center() + pixels), frame.area.center());
}

bool zoomAt(PlaneScene& scene, QPointF pixel, double factor) {
    const Frame frame = scene.frame();
    const Region region = zoomed(frame, pixel, factor);
    if (!scene.setRanges(region.x, region.value)) return false;
    // Other numbers beside the axes can have moved the area.
    if (scene.frame().area != frame.area) hold(scene, frame.plane(pixel), pixel);
    return true;
}

}  // namespace plot
