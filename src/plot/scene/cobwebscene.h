// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <span>

#include "descent/descent.h"
#include "insight/stationary.h"
#include "plot/paint/staircase.h"
#include "plot/paint/stepmap.h"
#include "plot/scene/canvas.h"
#include "plot/scene/content.h"
#include "plot/scene/runscene.h"

namespace plot {

/// What a cobweb shows: xₙ₊₁ over xₙ.
struct Cobweb : RunPlane {
    std::optional<insight::StationaryPoint> extremum;
};

/// The map, its fixed points, the stairs and their tip, which moves with the stairs before it that
/// have no layer yet. Whole blocks of climbed stairs are a layer of their own: while a run is
/// played, only the block that the tip is in is drawn in every frame.
class CobwebScene : public Showing<CobwebScene, RunScene, Cobweb> {
public:
    explicit CobwebScene(Canvas& canvas);
    CobwebScene(Canvas& canvas, const Cobweb& content);

    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    /// On both axes.
    bool fit() override { return setRanges(m_content.home, m_content.home); }
    QRectF paintMoving(QPainter& painter) override;
    bool restChanged() override;
    std::vector<QPointF> drawn() override;

    /// Nothing without a function.
    const StepMap* map();
    /// Those that reach into the area and have been climbed to their ends.
    std::span<const Stair> climbedStairs();
    /// Where the tip is drawn; nothing without a run or out of view.
    std::optional<QPointF> tip();

private:
    enum Layer { Map = 1, Stairs = 2, Notes = 4, Tip = 8 };

    int implied(int marks) override;
    void reframed() override { m_map.reset(); }
    void lineChanged() override;
    void runChanged(const descent::Settings& before) override;
    /// How many stairs their layer has at the present position.
    std::size_t wholeBlocks();
    double opacity(std::size_t stairs) const;
    void paintClimbed(QPainter& painter);
    void paintNotes(QPainter& painter);
    QRectF paintTipAt(QPainter& painter, QPointF place);

    std::optional<StepMap> m_map;  ///< in frame()
    Staircase m_staircase;
    std::size_t m_drawnStairs = 0;  ///< in their layer
    std::size_t m_stairs = 0;       ///< in it at the last restChanged()
};

}  // namespace plot
