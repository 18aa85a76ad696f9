// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "insight/plane/planebasins.h"
#include "plot/look/theme.h"
#include "plot/paint/label.h"

class QPainter;

namespace plot {

/// What the colours of the basins mean, and which share of the starts has each, in a corner of the
/// area; see cornerFor(). Returns what it covers; nothing, and nothing is painted, where the area
/// is too small for it.
QRectF paintBasinLegend(QPainter& painter, const insight::PlaneBasinMap& map,
                        const insight::Rectangle& view, const QRectF& area,
                        const Obstacles& obstacles, const Theme& theme);

}  // namespace plot
