// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/trajectory.h"
#include "insight/range.h"
#include "plot/shape/thinning.h"

namespace plot {

/// The steps of a growing run, thinned to finer than the pixels of a view. A run that has grown
/// costs what it has grown by; another view costs nothing, save that one much closer or far away
/// goes through the run again.
class ThinnedRun {
public:
    /// What stands for a step beside its x.
    using Height = double (*)(const descent::Trajectory&, std::size_t n);
    explicit ThinnedRun(Height height) : m_height(height) {}

    void setTrajectory(const descent::Trajectory& trajectory);
    const descent::Trajectory& trajectory() const { return m_trajectory; }

    /// The iterates and the chords from each to the next, as (x, height), where these are finite;
    /// fine enough for this range of x with pixels of this width.
    const Thinning& within(insight::Range x, double pixel);

private:
    bool suits(insight::Range x, double pixel) const;
    void thin();

    Height m_height;
    descent::Trajectory m_trajectory;
    double m_centre = 0;
    double m_cell = 0;
    std::size_t m_thinned = 0;  ///< iterations that have gone into m_thinning
    std::optional<Thinning> m_thinning;
};

}  // namespace plot
