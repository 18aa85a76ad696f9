// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>
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
    bool watched = false;  ///< see ConvergenceScene::setWatched()
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
    /// Leaves out whatever of the lines comes after the position.
    void setWatched(bool watched);
    QRectF paintMoving(QPainter& painter) override;
    bool restChanged() override;
    void resized() override;

    /// What the star at f or x means for these runs; empty where there is none.
    QString starred() const;
    /// The iteration drawn at a column, within the run.
    double iterationAt(double column);
    /// That iteration, at a pixel inside the axes; nothing elsewhere.
    std::optional<descent::Step> stepAt(QPointF pixel);

private:
    /// Of an axis, within the axes.
    struct Name {
        QString text;
        QPointF baseline;
        QColor colour;
        QRectF box;
    };

    void dress() override;
    void fitRanges();
    void fitSeries();
    bool overlays() const;
    std::size_t size() const;
    std::vector<Name> namesInside();
    void paintNames(QPainter& painter);
    void fitNames();
    int implied(int marks) override;
    double watchedFrom() const;
    QRectF between(double from, double to);
    void paintSeries(QPainter& painter);
    void paintLines(QPainter& painter);
    void paintStarred(QPainter& painter);
    std::vector<QPointF> linePoints() const;

    double m_drawn = 0;  ///< the iteration up to which the layer has the lines
    double m_still = 0;  ///< at the last restChanged()
};

}  // namespace plot
