// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>

namespace plot {

class CobwebScene;

// What of a cobweb's picture is at a pixel.

/// A place that the map leaves alone.
struct FixedPlace {
    double x = 0;
    QString slope;  ///< of the map there, and what it means; empty where it has none
    QRectF mark;    ///< in pixels
};

/// The one whose mark is there. None where the map leaps over the diagonal.
std::optional<FixedPlace> fixedPointAt(CobwebScene& scene, QPointF pixel);
/// The numbers of what is there: a fixed point, the corner of a climbed stair on the map, or the
/// map above or below; empty outside the axes.
QString wordsAt(CobwebScene& scene, QPointF pixel);

}  // namespace plot
