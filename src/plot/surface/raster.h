// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPointF>
#include <QSize>
#include <optional>
#include <vector>

#include "plot/surface/mesh.h"
#include "plot/surface/projection.h"
#include "plot/surface/shades.h"

namespace plot {

/// A surface as pixels, with how near each of them is. Where there is none it lets through.
class Raster {
public:
    /// What of a picture a raster takes at most, with 8 bytes each.
    static constexpr double mostPixels = 33'000'000;

    Raster() = default;
    /// In an area of this size, in pixels, `factor` of them for each in both directions. Contours
    /// are `line` pixels wide.
    Raster(const Mesh& mesh, const Projection& projection, const Shades& shades, QSize size,
           double factor, double line);

    const QImage& image() const { return m_image; }
    /// Its pixels against those of the area.
    double factor() const { return m_factor; }

    /// How near the surface is at a pixel of the area; nothing where there is none.
    std::optional<double> depthAt(QPointF pixel) const;
    /// Whether what lies on the surface is seen there, being so near.
    bool isSeen(QPointF pixel, double depth) const;

private:
    QImage m_image;
    std::vector<float> m_depths;  ///< of each pixel
    double m_factor = 1;
};

/// As large a factor, up to this, as mostPixels allows in an area of this size.
double rasterFactor(QSizeF area, double wanted);

}  // namespace plot
