// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <cstddef>
#include <optional>

#include "insight/stationary.h"
#include "plot/step/stepsketch.h"

namespace plot {

class CurveScene;
struct Content;

// What of a curve's picture is at a pixel.

/// Where the ball is drawn (its centre); null while there is none in view.
QPointF ballCentre(CurveScene& scene);
bool isOverBall(CurveScene& scene, QPointF pixel);
/// The place of the runner whose ball is there, not that of the chosen one, which lies on top.
std::optional<std::size_t> rivalAt(CurveScene& scene, QPointF pixel);
/// The nearest point of the curve, if it is near.
std::optional<QPointF> curveAt(CurveScene& scene, QPointF pixel);
/// The point whose mark is there; the ball hides marks.
const insight::StationaryPoint* markAt(CurveScene& scene, QPointF pixel);
/// What a sign of the next step there means, beside its arrow; the ball hides signs.
std::optional<StepSketch::Explained> signAt(CurveScene& scene, QPointF pixel);
/// Where the strip of the basins is drawn; empty without basins.
QRectF strip(CurveScene& scene);
/// What the mark, the sign or the strip there tells, a line for each fact; else empty.
QString tipAt(CurveScene& scene, QPointF pixel);
/// What that is about, in pixels: the mark with its ring, the sign, or the column of the strip.
QRectF explainedAt(CurveScene& scene, QPointF pixel);
/// What the ball covers; empty while there is none in view.
QRectF ballArea(CurveScene& scene);
/// See CurveView::basinAt().
QString fateAt(const CurveScene& scene, double x);
/// See CurveView::startBeside().
double startBeside(const Content& content, const insight::StationaryPoint& point);

}  // namespace plot
