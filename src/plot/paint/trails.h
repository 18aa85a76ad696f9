// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "descent/trajectory.h"
#include "plot/look/theme.h"
#include "plot/paint/rival.h"
#include "plot/paint/trail.h"
#include "plot/shape/frame.h"
#include "session/runners.h"

class QPainter;

namespace plot {

/// The trails of all runners of a picture, as far as they are shown: a layer that stays has them up
/// to a point, which moves on from time to time, and what is beyond is drawn with what moves.
class Trails {
public:
    /// On a graph, and in the plane of two variables; see Trail.
    Trails() = default;
    Trails(std::size_t across, std::size_t up);

    /// What is shown of which runs. Refers to those.
    struct Runs {
        const descent::Trajectory& trajectory;  ///< of the chosen one
        std::size_t place = 0;                  ///< of that among all
        const std::vector<Rival>& rivals;
        bool watched = false;  ///< see CurveScene::setWatched()
        double position = 0;

        /// Whether there is more of trails than is shown.
        bool follow() const { return watched || !rivals.empty(); }
        /// The first iteration that is not reached yet.
        std::size_t watchedUntil() const;
    };

    /// Where a part of a trail in the plane of this frame is painted instead.
    using Drape = std::function<Trail::Marks(const Trail::Part&, const Frame&)>;
    void setDrape(Drape drape) { m_drape = std::move(drape); }

    void setTrajectory(std::size_t place, const descent::Trajectory& trajectory);
    void setRivals(const std::vector<Rival>& rivals);
    const Trail::Marks& marks(std::size_t place, const Frame& frame);

    /// The iteration before which their layer ends.
    std::size_t progress(const Runs& runs, const Frame& frame);
    /// The layer, with the trail of the chosen runner on top.
    void paint(QPainter& painter, const Runs& runs, const Frame& frame, std::size_t until,
               const Theme& theme);
    /// What the layer does not show yet. Returns what each covers.
    std::vector<QRectF> paintLatest(QPainter& painter, const Runs& runs, const Frame& frame,
                                    const Theme& theme);

private:
    QRectF paintPart(QPainter& painter, const Trail::Part& part, std::size_t chords, TrailLook look,
                     const Frame& frame, const Theme& theme) const;
    const std::vector<std::size_t>& laps(const Runs& runs, const Frame& frame);

    std::array<Trail, session::mostRunners> m_trails;  ///< of the runners by their places
    TrailGround m_ground = TrailGround::Plain;
    Drape m_drape;
    Frame m_frame;
    std::optional<std::vector<std::size_t>> m_laps;  ///< see laps(); of m_frame
};

}  // namespace plot
