// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "insight/basins.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/paint/trails.h"
#include "plot/scene/canvas.h"
#include "plot/scene/content.h"
#include "plot/scene/runscene.h"
#include "plot/shape/curvepath.h"
#include "plot/shape/roll.h"

namespace plot {

/// The curve, the trail, the notes and the ball, which moves with its tangent and its arrow.
class CurveScene : public Showing<CurveScene, RunScene, Content> {
public:
    explicit CurveScene(Canvas& canvas);
    CurveScene(Canvas& canvas, const Content& content);

    void setStale(bool stale);
    void setPoints(const std::vector<insight::StationaryPoint>& points);
    /// The other runners, and the place of this one among all. To be set before its trajectory.
    void setRivals(std::size_t place, std::vector<Rival> rivals);
    /// Nothing takes the strip away.
    void setBasins(const std::optional<insight::BasinMap>& basins);
    /// Hides what tells how the run will go: its trail, the arrow of the next step and the basins.
    void setVeiled(bool veiled);
    /// Leaves out whatever of the trails comes after the position. Else a run that is alone shows
    /// its whole trail; of several the chosen one hints at what is to come, and the others show no
    /// more than has been watched.
    void setWatched(bool watched);
    /// Names the first steps, 0, 1, 2 …, beside the trail.
    void setStepsNamed(bool named);
    /// A ghost of the ball where the step that the arrow shows lands. At an iterate from which no
    /// step is made (converged, say) it would only hide behind the ball: there arrow and ghost show
    /// the first step of the run, which tells most about another α.
    void setGhost(bool ghost);
    /// Shows the parabola through the ball whose vertex is the next step, where the method has one.
    void setParabola(bool shown);
    bool setRanges(insight::Range x, insight::Range value) override;
    /// With the values that fit the run, too.
    bool fit() override;
    QRectF paintMoving(QPainter& painter) override;
    bool restChanged() override;
    std::vector<QPointF> drawn() override;

    const CurvePath& path();
    /// Nothing while there is no run.
    std::optional<Pose> pose();
    /// Whether the ball's contact is in view.
    bool inView(const Pose& pose);

private:
    enum Layer { Curve = 1, Marks = 2, Overlays = 4, Ball = 8 };

    void dress() override;
    int implied(int marks) override;
    QRect reach(int marks) override;
    QRegion partsOf(const QRectF& covered) override;
    void reframed() override;
    void lineChanged() override;
    void functionChanged(bool sameFormula) override;
    void runChanged(const descent::Settings& before) override;
    insight::Range fittingValues(insight::Range x, const descent::Trajectory& run) const;
    bool fitValues(insight::Range x, const descent::Trajectory& run);
    void trace();
    bool traceMissed();
    void traceHidden();
    std::vector<double> knownPlaces() const;
    void paintCurve(QPainter& painter);
    void paintMarks(QPainter& painter);
    /// How much of the trails their layer shows.
    struct Progress {
        std::size_t trails = 0;  ///< up to before this iteration
        std::size_t names = 0;   ///< of so many iterates

        bool operator==(const Progress&) const = default;
    };
    Trails::Runs runs() const;
    Progress progress();
    QRectF paintLatest(QPainter& painter);
    void paintStarts(QPainter& painter);
    void paintOverlays(QPainter& painter);

    Trails m_trails;
    Progress m_drawn;                 ///< of the layer
    Progress m_still;                 ///< at the last restChanged()
    QRegion m_parts;                  ///< that were covered in paintMoving()
    bool m_valuesAwaitRun = false;    ///< they were fitted to the curve alone
    std::optional<CurvePath> m_path;  ///< of frame()
    std::vector<double> m_places;     ///< of points that the path would miss without them
    std::vector<Named> m_names;       ///< of the first steps
    std::vector<QRectF> m_labels;     ///< what all labels cover that do not move
};

}  // namespace plot
