// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include "plot/look/theme.h"

class QPainter;

namespace plot {

/// The arrows of a step, which differ in more than their colour: what is carried has a full head,
/// what the gradient adds an open one, what pulls towards 0 is thin, and the step of plain gradient
/// descent is dashed with a hollow head.
enum class ArrowStyle { Carried, Gradient, Decay, Plain };

/// Shorter ones are not drawn, in pixels.
double shortestArrow(const Theme& theme);
QColor arrowColour(ArrowStyle style, const Theme& theme);
/// From the first point of the line to the second; with an edge where it lies on many colours.
/// Returns what it covers.
QRectF paintArrow(QPainter& painter, const QLineF& line, ArrowStyle style, const QColor& colour,
                  const Theme& theme, const QColor& edge = {});
/// What is left of an arrow that shrank: a thin dotted line with a bar at its end. Returns what it
/// covers.
QRectF paintShrunk(QPainter& painter, const QLineF& line, const Theme& theme);
/// In dashes, without the cost of a wide pen that has them; `phase` is how far into its pattern it
/// begins, in pixels, and becomes where it ends.
void paintDashes(QPainter& painter, const QLineF& line, double& phase, const Theme& theme);
/// The mark of a try that was refused. Returns what it covers.
QRectF paintRefused(QPainter& painter, QPointF at, const Theme& theme);

}  // namespace plot
