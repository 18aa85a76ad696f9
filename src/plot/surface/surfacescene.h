// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QRegion>
#include <cstddef>
#include <optional>
#include <vector>

#include "descent/objective.h"
#include "insight/plane/slice.h"
#include "plot/paint/trails.h"
#include "plot/scene/canvas.h"
#include "plot/scene/mapcontent.h"
#include "plot/scene/scene.h"
#include "plot/shape/heightscale.h"
#include "plot/surface/box.h"
#include "plot/surface/ground.h"
#include "plot/surface/mesh.h"
#include "plot/surface/projection.h"
#include "plot/surface/raster.h"
#include "plot/surface/rise.h"
#include "session/camera.h"

namespace plot {

struct SurfaceContent : MapContent {
    session::Camera camera;
};

/// A function of several variables as a landscape that is looked at from aside: a lit surface in
/// the colours of the map with contours, the places where it is level, the paths of the runs, and
/// the ball, which rests on it. What the surface hides is not seen; of balls there is a hint. Of
/// more than two variables it is a slice, and says so.
class SurfaceScene : public Showing<SurfaceScene, PlaneScene, SurfaceContent> {
public:
    explicit SurfaceScene(Canvas& canvas);
    SurfaceScene(Canvas& canvas, const SurfaceContent& content);

    const descent::Objective* objective() const { return m_objective ? &*m_objective : nullptr; }

    /// See MapScene for all of these.
    void setAnalysis(const formula::Valued& function);
    void setSlice(const insight::Slice& slice);
    void setHeights(insight::SharedHeights heights, bool present = true);
    std::optional<insight::Lattice> wanted();
    void setComputing(bool sparing);
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    void setRivals(std::size_t place, std::vector<Rival> rivals);
    void setPlaces(std::vector<insight::StationaryPlace> places);
    void setStale(bool stale);
    void setVeiled(bool veiled);
    void setWatched(bool watched);

    void setCamera(const session::Camera& camera);
    /// While it turns: a raster of a pixel for each of the canvas, where a still one has four.
    void setHasty(bool hasty);

    insight::Rectangle area() const { return {m_content.x, m_content.value}; }
    /// Where the run starts, in the two variables; nothing while there is none.
    std::optional<QPointF> start() const;
    /// Where its middle is drawn; nothing while there is none in view.
    std::optional<QPointF> ball();
    /// The place of the plane that it is at; there is a run.
    QPointF ballPlace() const { return placeOf(m_content.trajectory); }
    /// The rivals in view, and where the middles of their marks are drawn.
    struct Stood {
        std::size_t place = 0;  ///< among all runners
        QPointF centre;
    };
    std::vector<Stood> stood();
    /// As it is seen now.
    Ground ground();
    /// Where the mark of a place is drawn; nothing where it is not seen.
    std::optional<QPointF> pixelOf(const insight::StationaryPlace& place);

    QRectF paintMoving(QPainter& painter) override;
    bool restChanged() override;
    std::vector<QPointF> drawn() override;

private:
    enum Layer { Relief = 1, Marks = 2, Overlays = 4, Ball = 8 };

    void dress() override;
    void reframed() override { m_isRasterOld = true; }
    int implied(int marks) override;
    QRegion partsOf(const QRectF& covered) override;
    bool follow();
    void compute();
    void shape();
    const descent::Objective* edges() const;
    void rasterise();
    double rasterFactorNow();
    Box box() const;
    QString heightName() const;
    Trails::Runs runs() const;
    QPointF placeOf(const descent::Trajectory& run) const;
    bool isInView(QPointF place) const;
    QPointF sideBySide(QPointF centre, std::vector<QPointF>& taken) const;
    void paintRelief(QPainter& painter);
    void paintMarks(QPainter& painter);
    void paintStarts(QPainter& painter);
    void paintOverlays(QPainter& painter);
    void paintNotes(QPainter& painter);
    QRectF paintRivals(QPainter& painter);
    QRectF paintOwn(QPainter& painter);
    QRectF paintWay(QPainter& painter, QPointF place);

    std::optional<descent::Objective> m_objective;
    HeightScale m_scale;
    Rise m_rise;
    Mesh m_mesh;
    Projection m_projection;
    Raster m_raster;
    bool m_isRasterOld = true;
    bool m_hasty = false;
    bool m_isOld = false;     ///< the heights are those of another function
    double m_most = 161;      ///< nodes along a side
    bool m_computes = false;  ///< see setComputing()
    Trails m_trails{0, 1};
    std::size_t m_drawn = 0;        ///< up to this iteration trails are in their layer
    std::size_t m_still = 0;        ///< at the last restChanged()
    QRegion m_parts;                ///< that were covered in paintMoving()
    std::vector<QRectF> m_covered;  ///< by what does not move and lies over the relief
};

}  // namespace plot
