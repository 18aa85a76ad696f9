// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QStringList>
#include <optional>
#include <span>
#include <vector>

#include "plot/look/theme.h"

class QPainter;

namespace plot {

/// What a label must not lie on, in pixels.
struct Obstacles {
    std::span<const QPointF> curve = {};  ///< a polyline; a point with a NaN row is a break
    std::vector<QLineF> chords = {};
    std::vector<QRectF> boxes = {};
    std::vector<QPointF> marks = {};  ///< none of these may seem to be what a name names

    bool leaveFree(const QRectF& box) const;
};

/// Text on a patch of the ground, so that it can be read over lines. Returns what it covers.
QRectF paintLabel(QPainter& painter, QPointF baseline, const QString& text, const Theme& theme);
/// Text at the first of these baselines where it lies in the area and covers nothing. Returns what
/// it covers; nothing where none is free, and nothing is painted then.
std::optional<QRectF> paintFree(QPainter& painter, std::span<const QPointF> baselines,
                                const QString& text, const QRectF& area, const Obstacles& obstacles,
                                const Theme& theme);
/// Text that names a mark on a curve, as near as it covers nothing: below, above with room for a
/// ball on the curve, or beside, with a line to the mark where that is not close by; never far. Of
/// several texts the first that has room close by, else the first that has any. Returns what it
/// covers; nothing where no place is free, and nothing is painted then. `reach` is how far the mark
/// itself goes, in pixels.
std::optional<QRectF> paintNamed(QPainter& painter, QPointF mark, double reach,
                                 const QStringList& texts, const QRectF& area,
                                 const Obstacles& obstacles, const Theme& theme);
/// Text in a corner of the area, the first of upper right, upper left, lower right and lower left
/// where it covers nothing; upper right where none is free. Returns what it covers.
QRectF paintInCorner(QPainter& painter, const QString& text, const QRectF& area,
                     const Obstacles& obstacles, const Theme& theme);
/// The font of labels inside the axes.
void setLabelFont(QPainter& painter, const Theme& theme);

}  // namespace plot
