// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <functional>
#include <optional>
#include <vector>

#include "insight/plane/slice.h"
#include "plot/paint/trail.h"
#include "plot/shape/frame.h"
#include "plot/surface/mesh.h"
#include "plot/surface/projection.h"
#include "plot/surface/raster.h"

class QPainter;

namespace plot {

/// A surface as it is seen, for what lies on it. Refers to the parts that it is made of.
struct Ground {
    insight::Rectangle area;  ///< the part of the plane under it
    const Mesh& mesh;
    const Projection& projection;
    const Raster& raster;

    /// The place of the plane on the surface; where there is none, on the floor of the box.
    Spot spot(QPointF place) const;
    bool isSeen(const Spot& spot) const;
    /// The place of the plane under a pixel; nothing where there is no surface.
    std::optional<QPointF> placeAt(QPointF pixel) const;
    /// What is seen of a trail that lies on it, of one in the plane of this frame.
    Trail::Marks draped(const Trail::Part& part, const Frame& frame) const;

    /// How a disc of so many pixels rests on it.
    struct Rest {
        QPointF contact;
        QPointF centre;
        double depth = 0;  ///< of the centre
    };
    Rest rest(QPointF place, double radius) const;
    /// Something round that is painted there, faint where the surface hides it.
    void paintStanding(QPainter& painter, const Rest& rest, double radius,
                       const std::function<void(QPainter&)>& paint) const;
};

}  // namespace plot
