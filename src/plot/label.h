// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include "plot/theme.h"

class QPainter;

namespace plot {

/// Text on a patch of the ground, so that it can be read over lines. Returns what it covers.
QRectF paintLabel(QPainter& painter, QPointF baseline, const QString& text, const Theme& theme);
/// The font of labels inside the axes.
void setLabelFont(QPainter& painter, const Theme& theme);

}  // namespace plot
