// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <vector>

#include "descent/objective.h"
#include "plot/paint/rival.h"
#include "plot/scene/mapcontent.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// What moves over a map with the runs: the marks of the rivals, the last steps, and at the ball
/// the line of the contour through its iterate, the arrow straight down, or up in an ascent, and
/// the arrow of the next step. Made for one painting; the run is not empty.
class MapMotion {
public:
    /// Without an objective no step beyond the run's own is shown.
    MapMotion(const MapContent& content, const descent::Objective* objective, const Frame& frame);

    /// Where the ball is, in pixels; perhaps out of view.
    QPointF ball() const { return pixelAt(m_content.trajectory); }
    /// The rivals' marks, each where its ball is, beside it where others lie there.
    std::vector<Stand> stands() const;

    /// Each returns what it covers, part by part.
    std::vector<QRectF> paintRivals(QPainter& painter) const;
    std::vector<QRectF> paint(QPainter& painter) const;

private:
    QPointF pixelAt(const descent::Trajectory& run) const;
    QPointF pixelOf(const descent::Point& at) const;
    Pose poseOf(QPointF centre, double radius) const;
    double slopeLength() const;
    QRectF paintSlope(QPainter& painter) const;
    QRectF paintStepArrow(QPainter& painter) const;
    QRectF paintBallAt(QPainter& painter) const;
    std::optional<descent::Point> next() const;

    const MapContent& m_content;
    const Theme m_theme;  ///< of the runner
    const descent::Objective* m_objective;
    const Frame& m_frame;
    std::size_t m_iteration;  ///< the last that the ball has reached
    QPointF m_from;           ///< of that, in pixels
};

}  // namespace plot
