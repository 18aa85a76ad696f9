// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include "plot/look/theme.h"
#include "plot/paint/label.h"
#include "plot/shape/heightscale.h"

class QPainter;

namespace plot {

/// What the colours of a map mean: a strip of them with the lowest, the middle and the highest of
/// their heights below it and what they are of above, in a corner of the area, the first of lower
/// right, lower left, upper right and upper left where it covers nothing. One sentence instead
/// where all heights are the same or none is known. Returns what it covers; nothing, and nothing is
/// painted, where the area is too small for it, or none is free in a small one.
QRectF paintHeightLegend(QPainter& painter, const HeightScale& scale, const QString& name,
                         const QRectF& area, const Obstacles& obstacles, const Theme& theme);

}  // namespace plot
