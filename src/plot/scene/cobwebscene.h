// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <optional>
#include <span>

#include "descent/descent.h"
#include "descent/objective.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/paint/staircase.h"
#include "plot/paint/stepmap.h"
#include "plot/paint/theme.h"
#include "plot/scene/canvas.h"
#include "plot/shape/frame.h"
#include "plot/shape/sampledline.h"

namespace plot {

/// What a cobweb shows.
struct Cobweb {
    std::optional<formula::Analysis> analysis;
    insight::Range x{-5, 5};
    insight::Range next{-5, 5};  ///< the range of xₙ₊₁
    insight::Range home{-5, 5};  ///< the range of both that fit() returns to
    std::optional<insight::StationaryPoint> extremum;
    Theme theme = Theme::light();
    descent::Trajectory trajectory;
    descent::Settings settings;
    double position = 0;
    SampledLine line{};
};

/// The map, its fixed points, the stairs and their tip as layers of a canvas. Setters mark what
/// they change; draw() draws what is marked. Whole blocks of climbed stairs are a layer of their
/// own: while a run is played, only the block that the tip is in is drawn in every frame.
class CobwebScene {
public:
    explicit CobwebScene(Canvas& canvas);
    CobwebScene(Canvas& canvas, const Cobweb& content);

    const Cobweb& content() const { return m_content; }

    /// See SampledLine.
    void setSparing() { m_content.line.setSparing(); }
    const SampledLine& line() const { return m_content.line; }
    bool takeNewsOfLine() { return m_content.line.takeNews(); }
    /// Finer points of the map, for line().unfinished().
    void setMap(const insight::Viewport& view, std::vector<insight::CurvePoint> points);
    void setAnalysis(const formula::Analysis& analysis);
    void setTheme(const Theme& theme);
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    void setPosition(double position);
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    /// Shows this part of the plane; false, and nothing changes, unless a double can divide it
    /// into pixels.
    bool setRanges(insight::Range x, insight::Range next);
    /// Shows this range on both axes, from now on home.
    bool setHome(insight::Range x);
    bool fit() { return setRanges(m_content.home, m_content.home); }
    /// The canvas has another size.
    void resized();

    void draw();

    /// Whether the tip, with the stairs before it that have no layer yet, is drawn along with the
    /// rest.
    void setTipShown(bool shown) { m_tipLayer->setVisible(shown); }
    /// That tip and those stairs alone. Returns what they cover.
    QRectF paintMoving(QPainter& painter);
    /// How many stairs the rest has at the present position.
    std::size_t wholeBlocks();

    const Frame& frame();
    /// Nothing without a function.
    const StepMap* map();
    const descent::Objective* objective() const { return m_objective ? &*m_objective : nullptr; }
    /// Those that reach into the area and have been climbed to their ends.
    std::span<const Stair> climbedStairs();
    /// Where the tip is drawn; nothing without a run or out of view.
    std::optional<QPointF> tip();
    /// Where the run starts.
    std::optional<double> start() const;

private:
    enum Part { Map = 1, Stairs = 2, Notes = 4, Tip = 8, Everything = 16 };

    void mark(int parts) { m_marked |= parts; }
    void forgetMap();
    void laidOut();
    double opacity(std::size_t stairs) const;
    void paintClimbed(QPainter& painter);
    void paintNotes(QPainter& painter);
    QRectF paintTipAt(QPainter& painter, QPointF place);

    Canvas& m_canvas;
    Cobweb m_content;
    std::optional<descent::Objective> m_objective;
    std::optional<StepMap> m_map;  ///< in m_frame
    Staircase m_staircase;
    Frame m_frame;
    bool m_layoutStale = true;
    int m_marked = Everything;
    std::size_t m_drawnStairs = 0;  ///< in their layer
    QRectF m_moving;                ///< what the layer of the tip covers
    QCPLayer* m_mapLayer;
    QCPLayer* m_stairsLayer;
    QCPLayer* m_notesLayer;
    QCPLayer* m_tipLayer;
};

}  // namespace plot
