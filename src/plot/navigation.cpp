// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/navigation.h"

#include <QApplication>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace plot {

namespace {

/// The range with the point at `fixed` staying where it is.
core::Range zoomed(core::Range range, double fixed, double factor) {
    return {fixed - (fixed - range.low) / factor, fixed + (range.high - fixed) / factor};
}

}  // namespace

bool showable(core::Range range) {
    constexpr double narrowest = 1e-12;
    constexpr double farthest = 1e250;
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    return range.valid() && size < farthest && range.width() > narrowest * size &&
           range.width() > 1 / farthest;
}

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

void Press::begin(QPointF pixel, QPointF plane) {
    m_state = State::Down;
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

}  // namespace plot
