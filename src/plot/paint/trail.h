// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <optional>
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
    /// On the graph of a function of one variable.
    Trail();
    /// In the plane of two variables, of which one lies below and one beside it.
    Trail(std::size_t across, std::size_t up);

    void setTrajectory(const descent::Trajectory& trajectory);

    /// Some of what follows each other along the run.
    struct Part {
        std::span<const QPointF> points;
        std::span<const QLineF> chords;

        QRectF bounds() const;
    };
    struct Marks {
        std::vector<QPointF> points;  ///< in pixels, inside the area
        std::vector<QLineF> chords;   ///< in pixels, cut to the area
        /// The iterations that each is of, and that each leads to; they never fall.
        std::vector<std::size_t> pointSteps;
        std::vector<std::size_t> chordSteps;

        Part all() const { return {points, chords}; }
        /// Of the iterations from one on to before another.
        Part part(std::size_t from, std::size_t until) const;
    };
    /// Until the frame or the run is another.
    const Marks& marks(const Frame& frame);

    static constexpr std::size_t mostChords = 1000;
    static constexpr std::size_t mostPoints = 2000;  ///< of a path in the plane

private:
    Thinning thinned(const Frame& frame) const;

    ThinnedRun m_run;
    ThinnedRun::Kind m_kind;
    std::optional<Marks> m_marks;  ///< in m_frame
    Frame m_frame;
};

/// That of the ball is strong, those of other runners leave what they cross in sight, and what is
/// yet to come is only hinted at.
enum class TrailLook { Ball, Rival, Ahead };

/// What a trail lies on: on the colours of a map it is stronger, and has an edge.
enum class TrailGround { Plain, Map };

/// A part of a trail that has so many chords in all.
void paintTrail(QPainter& painter, const Trail::Part& part, std::size_t chords, TrailLook look,
                const Theme& theme, TrailGround ground = TrailGround::Plain);
/// The first iterate of all runners that start there, each with its colour.
struct Start {
    QPointF at;  ///< in pixels
    std::vector<QColor> colours;
};

/// Adds one more, to those that are there already if they are.
void addStart(std::vector<Start>& starts, QPointF at, const QColor& colour);
/// A dot with an equal part in each of the colours, larger where they are many.
void paintStart(QPainter& painter, const Start& start, const Theme& theme);
/// A name that lies in a picture, or will.
struct Named {
    QString name;  ///< empty as long as it is not painted
    QPointF baseline;
    QRectF box;  ///< that it covers
};
/// As many of the first iterates have names.
inline constexpr std::size_t mostNames = 10;  // one lowered digit each
/// The names x₀, x₁ … of the first iterates close beside them, where they cover nothing of the
/// curve, a polyline in pixels, and there is room; those of the iterates before `until` are
/// painted.
std::vector<Named> paintNames(QPainter& painter, const descent::Trajectory& trajectory,
                              std::span<const QPointF> curve, const Frame& frame,
                              const Theme& theme, std::size_t until = mostNames);
/// The last few steps up to iteration n, the fresher the stronger, between the places where
/// iterations are drawn. Returns what it covers.
QRectF paintRecent(QPainter& painter, const descent::Trajectory& trajectory, std::size_t n,
                   const Frame& frame, const Theme& theme, const ThinnedRun::Place& place);
/// The same on a graph.
QRectF paintRecent(QPainter& painter, const descent::Trajectory& trajectory, std::size_t n,
                   const Frame& frame, const Theme& theme);

}  // namespace plot
