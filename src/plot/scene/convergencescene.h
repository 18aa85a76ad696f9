// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <optional>

#include "descent/trajectory.h"
#include "plot/scene/canvas.h"
#include "plot/scene/content.h"
#include "plot/scene/scene.h"
#include "plot/shape/envelope.h"

namespace plot {

/// What a convergence chart shows.
struct Convergence : Shown {
    descent::Trajectory trajectory;
    Envelope values;
    Envelope slopes;  ///< log10 |f'|
};

/// The lines of a ConvergenceView, and the line at the position, which moves.
class ConvergenceScene : public Showing<ConvergenceScene, Scene, Convergence> {
public:
    explicit ConvergenceScene(Canvas& canvas);
    ConvergenceScene(Canvas& canvas, const Convergence& content);

    void setTrajectory(const descent::Trajectory& trajectory);
    QRectF paintMoving(QPainter& painter) override;

    /// The iteration drawn at a column, within the run.
    double iterationAt(double column);
    /// That iteration, at a pixel inside the axes; nothing elsewhere.
    std::optional<descent::Step> stepAt(QPointF pixel);

private:
    void dress() override;
    void fitRanges();
    void paintName(QPainter& painter);
    void paintSeries(QPainter& painter, const Envelope& series, const QCPAxis& axis,
                     const QColor& colour);
};

}  // namespace plot
