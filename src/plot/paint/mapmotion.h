// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <vector>

#include "descent/objective.h"
#include "descent/point.h"
#include "descent/state.h"
#include "plot/paint/label.h"
#include "plot/paint/rival.h"
#include "plot/scene/mapcontent.h"
#include "plot/shape/frame.h"
#include "plot/step/mapsketch.h"

class QPainter;

namespace plot {

/// What moves over a map with the runs: the marks of the rivals, the last steps, and at the ball
/// the line of the contour through its place, the arrow straight down, or up in an ascent, and the
/// arrow of the next step. These go with it; what the step is made of is shown where it rests.
/// Made for one painting; the run is not empty.
class MapMotion {
public:
    /// Without an objective no step beyond the run's own is shown.
    MapMotion(const MapContent& content, const descent::Objective* objective, const Frame& frame);

    /// Where the ball is, in pixels; perhaps out of view.
    QPointF ball() const { return pixelAt(m_content.trajectory); }
    /// The rivals' marks, each where its ball is, beside it where others lie there.
    std::vector<Stand> stands() const;

    /// Each returns what it covers, part by part. `labels` are what those cover that lie there
    /// already.
    std::vector<QRectF> paintRivals(QPainter& painter) const;
    std::vector<QRectF> paint(QPainter& painter, const std::vector<QRectF>& labels) const;

    /// What the arrow or the line at the ball that is at this pixel means.
    std::optional<Explained> at(QPointF pixel) const;

private:
    QPointF pixelAt(const descent::Trajectory& run) const;
    QPointF pixelOf(const descent::Point& at) const;
    Pose poseOf(QPointF centre, double radius) const;
    /// Unit vectors in pixels.
    struct Slope {
        QPointF along;  ///< where the arrow points
        QPointF level;
    };
    descent::Point gradient() const;
    double slopeLength() const;
    std::optional<Slope> slope() const;
    QLineF slopeLine(const QLineF& step) const;
    QLineF stepTo(const descent::Point& place) const;
    QLineF contourLine() const;
    QRectF paintContour(QPainter& painter, const QLineF& contour) const;
    QRectF paintSlope(QPainter& painter, const QLineF& arrow) const;
    QRectF paintStepArrow(QPainter& painter, const QLineF& step, bool leaves) const;
    std::vector<QRectF> paintSketch(QPainter& painter, const descent::State& to,
                                    Obstacles obstacles) const;
    QRectF paintBallAt(QPainter& painter, const std::vector<QRectF>& labels) const;
    std::optional<descent::State> next() const;

    const MapContent& m_content;
    const Theme m_theme;  ///< of the runner
    const descent::Objective* m_objective;
    const Frame& m_frame;
    std::size_t m_iteration;    ///< the last that the ball has reached
    bool m_isRolling;           ///< on from it
    QPointF m_from;             ///< where the ball is, in pixels
    descent::Point m_gradient;  ///< there
};

}  // namespace plot
