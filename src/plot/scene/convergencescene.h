// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/trajectory.h"
#include "plot/paint/axes.h"
#include "plot/paint/theme.h"
#include "plot/scene/canvas.h"
#include "plot/shape/envelope.h"
#include "plot/shape/frame.h"

namespace plot {

/// The lines of a ConvergenceView as layers of a canvas. Setters mark what they change; draw()
/// draws what is marked.
class ConvergenceScene {
public:
    explicit ConvergenceScene(Canvas& canvas);
    /// The same picture on another canvas, `scale` times as large.
    ConvergenceScene(Canvas& canvas, const ConvergenceScene& other, double scale);

    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme);
    void setTrajectory(const descent::Trajectory& trajectory);
    void setPosition(double position);
    /// The canvas has another size.
    void resized() { mark(Marked::Everything); }
    void draw();

    /// Whether the line is drawn along with the rest.
    void setLineShown(bool shown) { m_lineLayer->setVisible(shown); }
    /// The line alone. Returns what it covers.
    QRectF paintLine(QPainter& painter);

    /// The iteration drawn at a column, within the run.
    double iterationAt(double column);
    /// That iteration, at a pixel inside the axes; nothing elsewhere.
    std::optional<descent::Step> stepAt(QPointF pixel);

private:
    enum class Marked { Nothing, Line, Everything };

    void fitRanges();
    void mark(Marked what) { m_marked = std::max(m_marked, what); }
    Frame frame(const QCPAxis& vertical) const { return frameOf(*m_canvas.xAxis, vertical); }
    void paintName(QPainter& painter);
    void paintSeries(QPainter& painter, const Envelope& series, const QCPAxis& axis,
                     const QColor& colour);

    Canvas& m_canvas;
    Theme m_theme;
    descent::Trajectory m_trajectory;
    Envelope m_values;
    Envelope m_slopes;  ///< log10 |f'|
    double m_position = 0;
    double m_drawnColumn = 0;  ///< of the line
    Marked m_marked = Marked::Everything;
    QCPLayer* m_lineLayer;
};

}  // namespace plot
