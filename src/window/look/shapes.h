// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QRectF>

#include "plot/look/roles.h"

class QPainter;

/// What the style and the window's own widgets draw alike.
namespace window::look {

/// Between the window and the text of a palette, as faint as an edge may be to be seen: 3 : 1.
QColor edgeColour(const QPalette& palette);

/// A rounded box within the rectangle, with an edge of so many pixels. Either may be invisible.
void drawBox(QPainter& painter, const QRectF& rect, double corner, const QColor& fill,
             const QColor& edge, double width = 1);
/// What shows the focus, just within the rectangle.
void drawFocus(QPainter& painter, const QRectF& rect, double corner, const QPalette& palette);

enum class Way { Up, Down, Left, Right };
/// A small arrow head in the middle of the rectangle.
void drawChevron(QPainter& painter, const QRectF& rect, Way way, const QColor& colour);
/// A tick that fills the rectangle.
void drawTick(QPainter& painter, const QRectF& rect, const QColor& colour);

/// The sign of what became of a run, so that it is told without colour, too: a tick, an arrow, a
/// wave or a cross on a disc.
void drawEnding(QPainter& painter, const QRectF& rect, session::Ending ending);

}  // namespace window::look
