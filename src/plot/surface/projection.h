// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include "session/camera.h"

namespace plot {

/// A place in the box that holds a surface: 0 to 1 along the axis across, the one up and that of
/// heights.
struct Spot {
    double x = 0;
    double y = 0;
    double height = 0;
};

/// A direction in space, against the pixels of the picture.
struct Bearing {
    double right = 0;
    double down = 0;
    double near = 0;  ///< towards who looks
};

/// How the box is seen: in parallel lines, so that lengths along an axis compare everywhere.
class Projection {
public:
    Projection() = default;
    /// The box as large as an area, in pixels, holds it from every side at this elevation.
    Projection(const session::Camera& camera, const QRectF& area);

    QPointF pixel(const Spot& spot) const;
    /// In pixels; the greater the nearer.
    double depth(const Spot& spot) const;
    /// The spot at a pixel with this depth.
    Spot spot(QPointF pixel, double depth) const;
    /// A way through the box, in pixels.
    Bearing bearing(const Spot& way) const;
    /// Of length 1, at a right angle to the surface where it rises by so much along both axes.
    Bearing normal(double risingX, double risingY) const;

    /// How many pixels the sides of the box are long before they are foreshortened.
    double side() const { return m_side; }
    double tallness() const { return m_tallness; }
    const session::Camera& camera() const { return m_camera; }

    bool operator==(const Projection&) const = default;

private:
    Bearing turned(double x, double y, double z) const;

    session::Camera m_camera;
    QPointF m_centre;  ///< of the box, in pixels
    double m_side = 1;
    double m_tallness = 1;  ///< of the box, in pixels
    double m_cosAzimuth = 0;
    double m_sinAzimuth = -1;
    double m_cosElevation = 1;
    double m_sinElevation = 0;
};

}  // namespace plot
