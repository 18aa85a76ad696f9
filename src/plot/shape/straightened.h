// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <span>
#include <vector>

namespace plot {

/// A polyline that goes to the right, without the points that lie on a straight line between two
/// others to a tenth of a pixel: pens take their time for every point.
/// Williams, Bounded straight-line approximation of digitized planar curves and lines, 1981.
class Straightened {
public:
    void append(QPointF point);
    /// The line ends here, and begins again at the next point.
    void interrupt();

    /// A point with a NaN row is a break.
    std::span<const QPointF> points() const { return m_points; }

private:
    double slopeTo(QPointF point) const;
    void narrow(QPointF point);

    std::vector<QPointF> m_points;
    bool m_straight = false;  ///< whether the last point may still give way to one beyond
    /// From the point before the last: the slopes that pass all points since.
    double m_least = 0;
    double m_most = 0;
};

}  // namespace plot
