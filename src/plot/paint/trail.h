// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <span>
#include <vector>

#include "descent/trajectory.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"
#include "plot/shape/thinnedrun.h"

class QPainter;

namespace plot {

/// The iterates of a run and the chords from each to the next, thinned to what pixels can show. A
/// run that has grown costs what it has grown by; a view costs the same for a thousand and for a
/// million iterations, save that one much closer or far away goes through the run again.
class Trail {
public:
    void setTrajectory(const descent::Trajectory& trajectory) { m_run.setTrajectory(trajectory); }

    struct Marks {
        std::vector<QPointF> points;  ///< in pixels, inside the area
        std::vector<QLineF> chords;   ///< in pixels, cut to the area
    };
    Marks marks(const Frame& frame);

    static constexpr std::size_t mostChords = 1000;

private:
    ThinnedRun m_run{[](const descent::Trajectory& run, std::size_t n) { return run.value(n); }};
};

void paintTrail(QPainter& painter, const Trail::Marks& marks, const Theme& theme);
/// The first iterate.
void paintStart(QPainter& painter, QPointF at, const Theme& theme);
/// A name that lies in a picture.
struct Named {
    QString name;
    QPointF baseline;
    QRectF box;  ///< that it covers
};
/// The names x₀, x₁ … of the first iterates beside them, where they cover nothing of the curve, a
/// polyline in pixels, as long as there is room; a line leads to one that lies farther off.
std::vector<Named> paintNames(QPainter& painter, const descent::Trajectory& trajectory,
                              std::span<const QPointF> curve, const Frame& frame,
                              const Theme& theme);
/// The last few steps up to iteration n, the fresher the stronger. Returns what it covers.
QRectF paintRecent(QPainter& painter, const descent::Trajectory& trajectory, std::size_t n,
                   const Frame& frame, const Theme& theme);

}  // namespace plot
