// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <vector>

#include "plot/look/theme.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// The parabola through a point with a slope and a curvature, whose vertex is where a step leads.
/// It is shown about the vertex, well beyond where it comes from.
class Parabola {
public:
    /// `step` is the way from x to the vertex.
    Parabola(double x, double value, double slope, double curvature, double step)
        : m_x(x), m_value(value), m_slope(slope), m_curvature(curvature), m_step(step) {}

    double value(double away) const { return m_value + away * (m_slope + m_curvature / 2 * away); }
    QPointF vertex(const Frame& frame) const { return frame.pixel(m_x + m_step, value(m_step)); }
    /// What of it is in view, in pixels, from left to right.
    std::vector<QLineF> chords(const Frame& frame) const;

private:
    double m_x;
    double m_value;
    double m_slope;
    double m_curvature;
    double m_step;
};

QColor parabolaColour(const Theme& theme);
/// A dashed line with a mark at its vertex. Returns what it covers.
QRectF paintParabola(QPainter& painter, const Parabola& parabola, const Frame& frame,
                     const Theme& theme);

}  // namespace plot
