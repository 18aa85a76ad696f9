// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <span>

#include "plot/theme.h"

class QPainter;

namespace plot {

/// Text on a patch of the ground, so that it can be read over lines. Returns what it covers.
QRectF paintLabel(QPainter& painter, QPointF baseline, const QString& text, const Theme& theme);
/// Text beside a place, on the side where it covers the fewest of the points to avoid, and within
/// the area if that is wide enough. Returns what it covers.
QRectF paintBeside(QPainter& painter, QPointF place, const QString& text, const QRectF& area,
                   std::span<const QPointF> avoid, const Theme& theme);
/// The font of labels inside the axes.
void setLabelFont(QPainter& painter, const Theme& theme);

}  // namespace plot
