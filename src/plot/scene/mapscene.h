// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QRegion>
#include <cstddef>
#include <optional>
#include <vector>

#include "descent/objective.h"
#include "insight/plane/slice.h"
#include "plot/paint/contourlines.h"
#include "plot/paint/label.h"
#include "plot/paint/trails.h"
#include "plot/scene/canvas.h"
#include "plot/scene/mapcontent.h"
#include "plot/scene/scene.h"
#include "plot/shape/heightscale.h"

namespace plot {

/// A function of several variables from above: its heights as colours with contours, the places
/// where it is level, the paths of the runs, and the ball, which moves with its arrows. Of more
/// than two variables it is a slice, and says so.
class MapScene : public Showing<MapScene, PlaneScene, MapContent> {
public:
    explicit MapScene(Canvas& canvas);
    MapScene(Canvas& canvas, const MapContent& content);

    const descent::Objective* objective() const { return m_objective ? &*m_objective : nullptr; }

    /// The heights are those of the function before, pale where it is not this one with other
    /// constants, until there are others.
    void setAnalysis(const formula::Valued& function);
    /// Which two variables are shown. Where there is a run, the others are those of the iterate at
    /// its ball.
    void setSlice(const insight::Slice& slice);
    /// Ignored unless they are of the slice. Where they are not `present`, but of other values of
    /// its constants, they stand in until those are there.
    void setHeights(insight::SharedHeights heights, bool present = true);
    /// The nodes at which heights are wanted: about one for each pixel in view, but no more than
    /// half a million. Nothing while they are there.
    std::optional<insight::Lattice> wanted();
    /// From now on computes itself what is wanted, before it is painted; `sparing` no longer than
    /// half a frame, at coarser nodes.
    void setComputing(bool sparing);

    /// Whether the colours are those of the basins of attraction; the contours stay.
    void setBasinsShown(bool shown);
    /// Those of an α or a function before stay until there are others. Ignored unless they are of
    /// the slice.
    void setBasins(insight::SharedBasins basins);
    /// The nodes at which the ends of runs are wanted.
    std::optional<insight::Lattice> wantedBasins();

    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    /// The other runners, and the place of this one among all. To be set before its trajectory.
    void setRivals(std::size_t place, std::vector<Rival> rivals);
    /// Those in view.
    void setPlaces(std::vector<insight::StationaryPlace> places);
    /// Pale while what is typed does not read.
    void setStale(bool stale);
    /// See CurveScene.
    void setVeiled(bool veiled);
    void setWatched(bool watched);
    /// Whether contours tell their values.
    void setNumbered(bool numbered);
    /// Whether a unit of both variables is as long, so that right angles look like ones: of the
    /// ranges that are set one is then widened about its middle.
    void setEqualScale(bool equal);

    bool setRanges(insight::Range x, insight::Range value) override;
    insight::Rectangle area() const { return {m_content.x, m_content.value}; }
    /// Where the run starts, in the two variables; nothing while there is none.
    std::optional<QPointF> start() const;
    /// Where the ball is, in pixels; nothing while there is no run.
    std::optional<QPointF> ball();

    void resized() override;
    QRectF paintMoving(QPainter& painter) override;
    bool restChanged() override;
    std::vector<QPointF> drawn() override;

private:
    enum Layer { Relief = 1, Marks = 2, Overlays = 4, Ball = 8 };

    void dress() override;
    int implied(int marks) override;
    QRegion partsOf(const QRectF& covered) override;
    void nameAxes();
    bool follow();
    void compute();
    void equalise();
    void colour();
    Trails::Runs runs() const;
    void paintRelief(QPainter& painter);
    QRectF paintLegend(QPainter& painter, const Obstacles& around);
    void paintMarks(QPainter& painter);
    void paintStarts(QPainter& painter);
    void paintOverlays(QPainter& painter);
    void paintSliceBest(QPainter& painter, const std::vector<QLineF>& chords);
    void paintWords(QPainter& painter, std::vector<QLineF> chords);
    QString heightName() const;

    std::optional<descent::Objective> m_objective;
    HeightScale m_scale;
    QImage m_image;        ///< of the heights
    QImage m_basinsImage;  ///< null where they are not shown
    ContourLines m_lines;
    std::optional<QPointF> m_best;  ///< of the heights, within them; nothing where none is
    bool m_isOld = false;           ///< the heights are those of another function
    double m_most = 500'000;        ///< nodes
    bool m_isOfAnother = false;     ///< of another formula
    bool m_computes = false;        ///< see setComputing()
    insight::Rectangle m_asked{{-5, 5}, {-5, 5}};  ///< before one was widened
    bool m_equalising = false;
    Trails m_trails{0, 1};
    std::size_t m_drawn = 0;        ///< up to this iteration trails are in their layer
    std::size_t m_still = 0;        ///< at the last restChanged()
    QRegion m_parts;                ///< that were covered in paintMoving()
    std::vector<QRectF> m_covered;  ///< by what does not move and lies over the relief
};

}  // namespace plot
