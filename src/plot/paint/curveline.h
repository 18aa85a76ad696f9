// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <span>
#include <vector>

class QPainter;

namespace plot {

/// Draws a polyline, however far it reaches, with the painter's pen: cut to the area in doubles and
/// in short pieces, which keeps every pen fast. A point with a NaN row breaks the line.
void paintPolyline(QPainter& painter, std::span<const QPointF> points, const QRectF& area);

/// Adds points a few pixels apart along what of a segment lies in the area.
void addAlong(std::vector<QPointF>& points, QLineF segment, const QRectF& area);
/// The same along a polyline.
std::vector<QPointF> alongPolyline(std::span<const QPointF> polyline, const QRectF& area);

}  // namespace plot
