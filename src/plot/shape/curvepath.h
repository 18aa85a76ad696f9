// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <optional>
#include <span>
#include <vector>

#include "insight/landscape.h"
#include "plot/shape/frame.h"

namespace plot {

/// The curve as it is drawn: a polyline in pixels from left to right, measured along its length.
/// Where it is broken or out of view nothing can roll; a pixel of length stands for such a gap.
class CurvePath {
public:
    CurvePath() = default;
    /// Length is measured from the given column, negative to its left.
    CurvePath(std::span<const insight::CurvePoint> curve, const Frame& frame, double originColumn);

    /// A point with a NaN row is a break.
    const std::vector<QPointF>& points() const { return m_points; }
    bool anyInView() const { return m_anyInView; }

    /// Length along the curve at a column of the view, clamped to its ends; 0 of an empty path.
    double length(double column) const;
    /// The point at this length, and the unit tangent there, pointing right; smoothed over a few
    /// pixels.
    QPointF at(double length) const;
    QPointF direction(double length) const;
    /// True when the curve runs through the view without a gap between the two lengths.
    bool unbroken(double from, double to) const;
    /// The point of the curve that is nearest to `point`, if it is within reach.
    std::optional<QPointF> nearest(QPointF point, double reach) const;

private:
    std::size_t segment(double length) const;

    std::vector<QPointF> m_points;
    std::vector<double> m_lengths;    ///< up to each point
    std::vector<std::size_t> m_gaps;  ///< segments before each point that cannot be rolled along
    bool m_anyInView = false;
};

}  // namespace plot
