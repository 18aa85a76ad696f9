// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <span>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "insight/landscape.h"
#include "insight/stationary.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// The map from xₙ to xₙ₊₁ = xₙ ∓ α f′(xₙ) as it is drawn in a frame, and the diagonal.
class StepMap {
public:
    /// Of these points of step(). The objective has the goal of the settings.
    StepMap(const descent::Objective& objective, const descent::Settings& settings,
            const Frame& frame, std::span<const insight::CurvePoint> map);

    /// The x that a step from x leads to; NaN where a run ends, as f has no value.
    static double step(const descent::Objective& objective, const descent::Settings& settings,
                       double x);

    /// A place that the map leaves alone: where it crosses the diagonal in view.
    struct FixedPoint {
        double x;
        bool stable;
    };

    bool descends() const { return m_settings.direction == descent::Direction::Descend; }
    const Frame& frame() const { return m_frame; }
    /// In pixels, from left to right; a NaN row breaks the line.
    const std::vector<QPointF>& points() const { return m_points; }
    const std::vector<FixedPoint>& fixedPoints() const { return m_fixedPoints; }
    /// The slope of the map where the cost has this curvature: what the distance to a fixed point
    /// there is multiplied by in a step.
    double slope(double curvature) const;

private:
    void findFixedPoints(const descent::Objective& objective,
                         std::span<const insight::CurvePoint> map);

    descent::Settings m_settings;
    Frame m_frame;
    std::vector<QPointF> m_points;
    std::vector<FixedPoint> m_fixedPoints;
};

/// As much of y = x as is in view.
QLineF diagonal(const Frame& frame);

/// A slope of the map in words, and what it means for a fixed point.
QString slopeNote(double slope, int digits = session::usualDigits);

/// A stable fixed point is a full disc, an unstable one a ring.
void paintMap(QPainter& painter, const StepMap& map, const Theme& theme);
/// What the map is, where that covers neither the map nor the diagonal, near the upper left if it
/// can be; not at all where there is no room. Returns what it covers.
QRectF paintFormula(QPainter& painter, const StepMap& map, const Theme& theme);
/// The slope of the map at a stationary point of the cost: a short line, and words clear of lines
/// and of what is taken. Returns what the words cover; nothing when the point is out of view, or
/// there is no room for them.
QRectF paintSlope(QPainter& painter, const StepMap& map, const insight::StationaryPoint& at,
                  const QRectF& taken, const Theme& theme);

}  // namespace plot
