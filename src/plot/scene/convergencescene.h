// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <optional>
#include <vector>

#include "descent/trajectory.h"
#include "plot/scene/canvas.h"
#include "plot/scene/content.h"
#include "plot/scene/scene.h"
#include "plot/scene/series.h"
#include "plot/shape/envelope.h"

namespace plot {

/// What a convergence chart shows.
struct Convergence : Shown {
    descent::Trajectory trajectory;
    Envelope values;
    Envelope slopes;  ///< log10 |f'|
    Series series;    ///< of all runners
    std::optional<Quantity> quantity;
};

/// The lines of a ConvergenceView, and the line at the position, which moves.
class ConvergenceScene : public Showing<ConvergenceScene, Scene, Convergence> {
public:
    explicit ConvergenceScene(Canvas& canvas);
    ConvergenceScene(Canvas& canvas, const Convergence& content);

    void setTrajectory(const descent::Trajectory& trajectory);
    /// All runners, the chosen one last, and the best value in view, where one is known.
    void setRunners(std::vector<Rival> runners, const std::optional<Goal>& known);
    /// What is shown of each runner; nothing for f and the slope of one, and of several how far f
    /// is from the best value.
    void setQuantity(std::optional<Quantity> quantity);
    QRectF paintMoving(QPainter& painter) override;
    void resized() override;

    /// The iteration drawn at a column, within the run.
    double iterationAt(double column);
    /// That iteration, at a pixel inside the axes; nothing elsewhere.
    std::optional<descent::Step> stepAt(QPointF pixel);

private:
    void dress() override;
    void fitRanges();
    void fitSeries();
    bool overlays() const;
    std::size_t size() const;
    void paintNames(QPainter& painter);
    void fitNames();
    void paintLines(QPainter& painter);
};

}  // namespace plot
