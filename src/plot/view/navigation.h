// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <optional>

#include "insight/range.h"
#include "plot/shape/frame.h"

class QKeyEvent;
class QWheelEvent;

namespace plot {

class PlaneScene;

// Panning and zooming, the same in every view of a plane.

/// A part of the plane.
struct Region {
    insight::Range x;
    insight::Range value;
};

/// 1/factor of both ranges, with the point under a pixel staying there; over the numbers of one
/// axis, only of that axis.
Region zoomed(const Frame& frame, QPointF pixel, double factor);
/// The view moved until this point of the plane is at a pixel.
Region moved(const Frame& frame, QPointF plane, QPointF pixel);
/// What a turn of the wheel multiplies the scale by.
double zoomFactor(const QWheelEvent& event);
/// How far Shift and an arrow key move the view, in pixels of its area.
std::optional<QPointF> panOf(const QKeyEvent& event, const Frame& frame);
/// How far Ctrl and an arrow key move what a person sets in a view, in pixels.
std::optional<QPointF> nudgeOf(const QKeyEvent& event, const Frame& frame);

/// The left button held down on a plane: a drag once the pointer has gone a little way, until then
/// a click.
class Press {
public:
    /// `plane` is the point of the plane under the pointer. `atOnce` it is a drag.
    void begin(QPointF pixel, QPointF plane, bool atOnce);
    /// Whether it is held and has become a drag, with the pointer at this pixel.
    bool drags(QPointF pixel);
    bool dragging() const { return m_state == State::Dragging; }
    /// The point of the plane that was pressed.
    QPointF plane() const { return m_plane; }
    /// Lets go; true after a click.
    bool end();

private:
    enum class State { Up, Down, Dragging };

    State m_state = State::Up;
    QPointF m_pixel;
    QPointF m_plane;
};

/// Moves the view of a scene until this point of the plane is at a pixel. False when it stays.
bool hold(PlaneScene& scene, QPointF plane, QPointF pixel);
/// Moves the view of a scene by so many pixels. False when it stays.
bool pan(PlaneScene& scene, QPointF pixels);
/// Zooms a scene at a pixel, as zoomed(). False when it stays.
bool zoomAt(PlaneScene& scene, QPointF pixel, double factor);

}  // namespace plot
