// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

#include "descent/trajectory.h"
#include "insight/range.h"
#include "plot/shape/frame.h"
#include "plot/shape/thinning.h"

namespace plot {

/// The steps of a growing run, thinned to finer than the pixels of a view. A run that has grown
/// costs what it has grown by; another view costs nothing, save that one much closer or far away
/// goes through the run again.
class ThinnedRun {
public:
    /// Where a step is drawn in a plane.
    using Place = std::function<QPointF(const descent::Trajectory&, std::size_t n)>;
    enum class Kind {
        Graph,  ///< over x, which columns part
        Path    ///< in the plane
    };
    explicit ThinnedRun(Place place, Kind kind = Kind::Graph)
        : m_place(std::move(place)), m_kind(kind) {}

    void setTrajectory(const descent::Trajectory& trajectory);
    const descent::Trajectory& trajectory() const { return m_trajectory; }

    /// The iterates and the chords from each to the next where these are finite; fine enough for
    /// the pixels of this frame.
    const Thinning& within(const Frame& frame);
    /// Of a graph, fine enough for this range of x with pixels of this width.
    const Thinning& within(insight::Range x, double pixel);

private:
    const Thinning& within(insight::Range x, insight::Range y, const Cells& pixel);
    bool suits(insight::Range x, insight::Range y, const Cells& pixel) const;
    void thin();

    Place m_place;
    Kind m_kind;
    descent::Trajectory m_trajectory;
    Cells m_cells;
    std::size_t m_thinned = 0;  ///< iterations that have gone into m_thinning
    std::optional<Thinning> m_thinning;
};

}  // namespace plot
