// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <span>

class QPainter;

namespace plot {

/// Draws a polyline, however far it reaches, with the painter's pen: cut to the area in doubles and
/// in short pieces, which keeps every pen fast. A point with a NaN row breaks the line.
void paintPolyline(QPainter& painter, std::span<const QPointF> points, const QRectF& area);

}  // namespace plot
