// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "descent/trajectory.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"
#include "plot/shape/thinnedrun.h"

class QPainter;

namespace plot {

/// A step of a run as a cobweb shows it: upright from (from, from) on the diagonal to (from, to) on
/// the map, then level to (to, to) on the diagonal.
struct Stair {
    std::size_t iteration = 0;  ///< that it leads away from
    double from = 0;
    double to = 0;

    /// Its upright and its level line in pixels, as far as the part in [0, 1] that has been
    /// climbed; each takes half of it. Finite, however far away.
    std::array<QLineF, 2> lines(const Frame& frame, double part = 1) const;
};

/// The stairs of a run, thinned to those that pixels can tell apart. Costs as ThinnedRun.
class Staircase {
public:
    static constexpr std::size_t mostStairs = 2000;

    void setTrajectory(const descent::Trajectory& trajectory);
    /// The stairs that reach into the area, in order of iteration, at most mostStairs.
    std::span<const Stair> stairs(const Frame& frame);

private:
    ThinnedRun m_run{[](const descent::Trajectory& run, std::size_t n) {
        return QPointF(run.x(n), static_cast<double>(n));
    }};
    std::vector<Stair> m_stairs;  ///< of m_frame, when it has one
    Frame m_frame;
    bool m_stale = true;
};

/// How many of these stairs have been climbed to their ends at a position.
std::size_t climbed(std::span<const Stair> stairs, double position);
/// The place on the stairs at a position in [0, N], as (xₙ, xₙ₊₁) is, of a trajectory that is not
/// empty. Both are infinite together with a step that leads there.
QPointF tipAt(const descent::Trajectory& trajectory, double position);

/// `opacity` in [0, 1].
void paintStairs(QPainter& painter, std::span<const Stair> stairs, const Frame& frame,
                 double opacity, const Theme& theme);
/// The last few stairs up to a position, the fresher the stronger, the last one as far as it has
/// been climbed. Dotted, the whole of the first until it has been climbed. Returns what it covers.
QRectF paintRecentStairs(QPainter& painter, const descent::Trajectory& trajectory, double position,
                         const Frame& frame, const Theme& theme);

}  // namespace plot
