// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <optional>
#include <vector>

#include "insight/bifurcation.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/paint/theme.h"
#include "plot/scene/canvas.h"
#include "plot/shape/frame.h"

namespace plot {

/// What a bifurcation diagram shows.
struct Diagram {
    insight::Density density;
    insight::Range alpha{0.01, 2};
    insight::Range x{-5, 5};
    double present = 0.02;                             ///< α
    std::optional<insight::StationaryPoint> extremum;  ///< that explains the run
    Theme theme = Theme::light();
};

/// The density, the fork and the line at the present α as layers of a canvas. Setters mark what
/// they change; draw() draws what is marked.
class BifurcationScene {
public:
    explicit BifurcationScene(Canvas& canvas);
    BifurcationScene(Canvas& canvas, const Diagram& content);

    const Diagram& content() const { return m_content; }

    void setDensity(insight::Density density);
    void setPresent(double alpha);
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    /// Of an upright line.
    enum class Side { Left, Right };

    void setTheme(const Theme& theme);
    /// Shows this part of the plane, moved and narrowed to where α can be; false when nothing
    /// changes, as when a double cannot divide it into pixels.
    bool setRanges(insight::Range alpha, insight::Range x);
    /// The canvas has another size.
    void resized();

    void draw();

    const Frame& frame();
    /// Where the line of the present α is drawn.
    double presentColumn() { return frame().column(m_content.present); }

private:
    enum class Marked { Nothing, Present, Everything };

    void mark(Marked what) { m_marked = std::max(m_marked, what); }
    void showRanges();
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
    void paintPresent(QPainter& painter);

    Canvas& m_canvas;
    Diagram m_content;
    QImage m_image;               ///< of the density
    std::vector<QRectF> m_words;  ///< what the words in the density cover
    Frame m_frame;
    bool m_layoutStale = true;
    Marked m_marked = Marked::Everything;
    std::vector<QRectF> m_taken;  ///< what the line's label must not cover
    QRectF m_moving;              ///< what the layer of the line covers
    QCPLayer* m_presentLayer;
};

}  // namespace plot
