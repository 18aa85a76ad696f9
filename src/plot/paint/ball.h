// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include "plot/look/theme.h"
#include "plot/paint/label.h"
#include "plot/shape/roll.h"

class QPainter;

namespace plot {

inline double ballRadius(const Theme& theme) {
    return 9 * theme.scale();
}

/// The ball, or a ghost of it where it is not yet.
enum class Body { Ball, Ghost };

/// The unit vector from the area across the edge at which paintBeyond() shows a place.
QPointF outward(const QRectF& area, QPointF place);

// Each returns what it covers, in pixels.

/// A disc with a hand on it that shows how far it has turned; pale where f has no value.
QRectF paintBall(QPainter& painter, const Pose& pose, bool pale, const Theme& theme);
/// A dot where the ball touches the curve, which is at the iterate.
QRectF paintContact(QPainter& painter, const Pose& pose, const Theme& theme);
/// A translucent disc with an outline.
QRectF paintGhost(QPainter& painter, const Pose& pose, const Theme& theme);
/// An arrow at the edge of the area towards a place outside it, with a label, moved along the edge
/// where it would lie on others.
QRectF paintBeyond(QPainter& painter, const QRectF& area, QPointF place, const QString& label,
                   const Theme& theme, Body body = Body::Ball,
                   const std::vector<QRectF>& others = {});
/// The head of such an arrow alone, in the colour of a runner: those of several lie beside each
/// other.
QRectF paintHeadBeyond(QPainter& painter, const QRectF& area, QPointF place, std::size_t runner,
                       const Theme& theme);
/// The line that the curve follows at the ball, a little way to either side.
QRectF paintTangent(QPainter& painter, const Pose& pose, const QRectF& area, const Theme& theme);
/// The step as a length: a level arrow from an iterate to above or below the next, and a thin line
/// from there to the curve. The label is left out where there is no room, or none free.
QRectF paintStep(QPainter& painter, QPointF from, QPointF to, const QRectF& area,
                 const QString& label, const Obstacles& obstacles, const Theme& theme);

}  // namespace plot
