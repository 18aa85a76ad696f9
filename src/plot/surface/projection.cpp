// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plot {

namespace {

/// Of the box against its side, where heights are as steep as usual.
constexpr double usualTallness = 0.55;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

}  // namespace

Projection::Projection(const session::Camera& camera, const QRectF& area)
    : m_camera(camera),
      m_centre(area.center()),
      m_cosAzimuth(std::cos(radians(camera.azimuth))),
      m_sinAzimuth(std::sin(radians(camera.azimuth))),
      m_cosElevation(std::cos(radians(camera.elevation))),
      m_sinElevation(std::sin(radians(camera.elevation))) {
    const double diagonal = std::numbers::sqrt2;
    const double tallness = usualTallness * camera.steepness;
    const double high = diagonal * m_sinElevation + tallness * m_cosElevation;
    m_side = std::max(1.0, std::min(area.width() / diagonal, area.height() / high));
    m_tallness = tallness * m_side;
}

/// A way along the axes, in pixels of the box.
Bearing Projection::turned(double x, double y, double z) const {
    const double towards = m_cosAzimuth * x + m_sinAzimuth * y;
    return {m_cosAzimuth * y - m_sinAzimuth * x, m_sinElevation * towards - m_cosElevation * z,
            m_cosElevation * towards + m_sinElevation * z};
}

Bearing Projection::bearing(const Spot& way) const {
    return turned(m_side * way.x, m_side * way.y, m_tallness * way.height);
}

QPointF Projection::pixel(const Spot& spot) const {
    const Bearing way = bearing({spot.x - 0.5, spot.y - 0.5, spot.height - 0.5});
    return m_centre + QPointF(way.right, way.down);
}

double Projection::depth(const Spot& spot) const {
    return bearing({spot.x - 0.5, spot.y - 0.5, spot.height - 0.5}).near;
}

Spot Projection::spot(QPointF pixel, double depth) const {
    const QPointF way = pixel - m_centre;
    const double towards = m_sinElevation * way.y() + m_cosElevation * depth;
    const double x = m_cosAzimuth * towards - m_sinAzimuth * way.x();
    const double y = m_sinAzimuth * towards + m_cosAzimuth * way.x();
    const double z = m_sinElevation * depth - m_cosElevation * way.y();
    return {x / m_side + 0.5, y / m_side + 0.5, z / m_tallness + 0.5};
}

Bearing Projection::normal(double risingX, double risingY) const {
    const double steep = m_tallness / m_side;
    const double x = -risingX * steep;
    const double y = -risingY * steep;
    const double length = std::sqrt(x * x + y * y + 1);
    return turned(x / length, y / length, 1 / length);
}

}  // namespace plot
