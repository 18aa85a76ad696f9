// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>

#include "insight/range.h"

namespace plot {

/// The part of the plane in view and where it is drawn, in pixels.
struct Frame {
    insight::Range x;
    insight::Range value;
    QRectF area;

    /// Where a point of the plane is drawn. Finite, however far away the point is; NaN stays NaN.
    QPointF pixel(double atX, double atValue) const { return {column(atX), row(atValue)}; }
    double column(double atX) const;
    double row(double atValue) const;
    /// The point of the plane at a pixel: its x and its value.
    QPointF plane(QPointF pixel) const { return {xAt(pixel.x()), valueAt(pixel.y())}; }
    double xAt(double column) const;
    double valueAt(double row) const;
    /// The x at a column as a person would write it: rounded to the power of ten at or below a
    /// tenth of a pixel.
    double writtenAt(double column) const;
    /// The value at a row likewise.
    double valueWrittenAt(double row) const;

    bool operator==(const Frame&) const = default;
};

/// As QRectF::contains(), which takes NaN for a coordinate inside; here it is outside.
bool contains(const QRectF& area, QPointF point);

/// The part of a segment that lies in the area; false when it misses it or has a NaN. Computed from
/// the nearer end in doubles, so that the other end may be any distance away. When both are over
/// 1e12 away, rounding decides where they would cross the area, and it is a miss.
/// Liang and Barsky, A New Concept and Method for Line Clipping, 1984.
bool clip(QLineF& segment, const QRectF& area);

}  // namespace plot
