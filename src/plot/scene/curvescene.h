// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/range.h"
#include "plot/paint/landmarks.h"
#include "plot/paint/theme.h"
#include "plot/paint/trail.h"
#include "plot/scene/canvas.h"
#include "plot/scene/content.h"
#include "plot/shape/curvepath.h"
#include "plot/shape/roll.h"
#include "plot/shape/sampledline.h"

namespace plot {

/// The curve, the trail, the notes and the ball as layers of a canvas. Setters mark what they
/// change; draw() draws what is marked.
class CurveScene {
public:
    explicit CurveScene(Canvas& canvas);
    CurveScene(Canvas& canvas, const Content& content);

    const Content& content() const { return m_content; }
    const descent::Objective* objective() const { return m_objective ? &*m_objective : nullptr; }

    /// See SampledLine.
    void setSparing() { m_content.line.setSparing(); }
    void setAnalysis(const formula::Analysis& analysis);
    void setStale(bool stale);
    void setTheme(const Theme& theme);
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    void setPosition(double position);
    void setPoints(const std::vector<insight::StationaryPoint>& points);
    /// Nothing takes the strip away.
    void setBasins(const std::optional<insight::BasinMap>& basins);
    /// Hides what tells how the run will go: its trail, the arrow of the next step and the basins.
    void setVeiled(bool veiled);
    /// Names the first steps, 0, 1, 2 …, beside the trail.
    void setStepsNamed(bool named);
    /// A ghost of the ball where the step that the arrow shows lands. At an iterate from which no
    /// step is made (converged, say) it would only hide behind the ball: there arrow and ghost show
    /// the first step of the run, which tells most about another α.
    void setGhost(bool ghost);
    /// Shows this part of the plane; false, and nothing changes, unless a double can divide it
    /// into pixels.
    bool setRanges(insight::Range x, insight::Range value);
    /// Shows this range of x, from now on home, and the values that fit it and the run.
    bool setHome(insight::Range x);
    bool fit();

    const SampledLine& line() const { return m_content.line; }
    bool takeNewsOfLine() { return m_content.line.takeNews(); }
    /// Finer points of the curve, for line().unfinished().
    void setCurve(const insight::Viewport& view, std::vector<insight::CurvePoint> points);

    /// The canvas has another size.
    void resized();

    void draw();
    void drawAll();

    /// Whether the ball, with its tangent and its arrow, is drawn along with the rest.
    void setBallShown(bool shown);
    /// The ball, its tangent and its arrow alone. Returns what they cover.
    QRectF paintMoving(QPainter& painter);

    const Frame& frame();
    const CurvePath& path();
    /// Nothing while there is no run.
    std::optional<Pose> pose();
    /// Whether the ball's contact is in view.
    bool inView(const Pose& pose);

private:
    enum Part { Curve = 1, Marks = 2, Overlays = 4, Ball = 8, Everything = 16 };

    void mark(int parts) { m_marked |= parts; }
    insight::Range fittingValues(insight::Range x, const descent::Trajectory& run) const;
    bool fitValues(insight::Range x, const descent::Trajectory& run);
    void keepRoom();
    void laidOut();
    void trace();
    bool traceMissed();
    void traceHidden();
    std::vector<double> knownPlaces() const;
    void paintCurve(QPainter& painter);
    void paintMarks(QPainter& painter);
    void paintOverlays(QPainter& painter);

    Canvas& m_canvas;
    Content m_content;
    std::optional<descent::Objective> m_objective;
    Trail m_trail;
    Frame m_frame;
    bool m_layoutStale = true;
    bool m_valuesAwaitRun = false;    ///< they were fitted to the curve alone
    std::optional<CurvePath> m_path;  ///< of m_frame
    std::vector<double> m_places;     ///< of points that the path would miss without them
    int m_marked = Everything;
    std::vector<QRectF> m_names;   ///< what the names of the first steps cover
    std::vector<QRectF> m_labels;  ///< what all labels cover that do not move
    QRectF m_moving;               ///< what the layer of the ball covers
    QCPLayer* m_curveLayer;
    QCPLayer* m_trailLayer;
    QCPLayer* m_overlayLayer;
    QCPLayer* m_ballLayer;
};

}  // namespace plot
