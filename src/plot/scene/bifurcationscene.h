// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <optional>
#include <vector>

#include "insight/bifurcation.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/scene/canvas.h"
#include "plot/scene/content.h"
#include "plot/scene/scene.h"

namespace plot {

/// What a bifurcation diagram shows: x over α.
struct Diagram : Plane {
    insight::Density density;
    double present = 0.02;                             ///< α
    std::optional<insight::StationaryPoint> extremum;  ///< that explains the run
};

/// The density, the fork and the line at the present α, which moves.
class BifurcationScene : public Showing<BifurcationScene, PlaneScene, Diagram> {
public:
    /// Of an upright line.
    enum class Side { Left, Right };

    explicit BifurcationScene(Canvas& canvas);
    BifurcationScene(Canvas& canvas, const Diagram& content);

    void setDensity(insight::Density density);
    void setPresent(double alpha);
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    /// Moved and narrowed to where α can be; false when nothing changes.
    bool setRanges(insight::Range alpha, insight::Range x) override;
    QRectF paintMoving(QPainter& painter) override;

    /// Where the line of the present α is drawn.
    double presentColumn() { return frame().column(m_content.present); }

private:
    void dress() override;
    /// The α where the run stops settling at its extremum.
    std::optional<double> fork() const;
    /// The labels of the present α and of the fork look away from each other.
    bool beforeFork() const;
    void paintPicture(QPainter& painter);
    void paintMarks(QPainter& painter);
    QRectF presentRow(const QPainter& painter);
    /// Returns what its label covers; nothing without a fork in view.
    std::optional<QRectF> paintFork(QPainter& painter);
    QRectF paintForkTerm(QPainter& painter, double column);
    std::optional<QPointF> freeBeside(double column, double from, double step, Side wanted,
                                      const QSizeF& text, double ascent);

    QImage m_image;               ///< of the density
    std::vector<QRectF> m_words;  ///< what the words in the density cover
    std::vector<QRectF> m_taken;  ///< what the line's label must not cover
};

}  // namespace plot
