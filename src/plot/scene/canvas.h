// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "plot/scene/customplot.h"

namespace plot {

/// QCustomPlot as a painter of axes and of layers: it leaves the mouse to the widget it lies in.
class Canvas : public QCustomPlot {
public:
    explicit Canvas(QWidget* parent = nullptr);

    enum class Reach { Axes, Everywhere };
    /// A new layer over those before, with a buffer of its own. `paint` draws all of it,
    /// antialiased, clipped to the axes' rectangle unless it reaches everywhere.
    QCPLayer* addPainted(const QString& name, std::function<void(QPainter&)> paint,
                         Reach reach = Reach::Axes);
    /// Draws one layer again, into its buffer. The caller updates the part of the widget that has
    /// changed: bringing it all to the screen means blending every layer.
    void redraw(QCPLayer* layer);
    /// Brings the axes' rectangle up to date without drawing.
    void layOut() { updateLayout(); }
    /// The picture as it would be on a widget of this size.
    QImage image(QSize size);

protected:
    /// Draws nothing yet: a layout may change its mind several times before a frame.
    void resizeEvent(QResizeEvent*) override { setViewport(rect()); }
    void mousePressEvent(QMouseEvent* event) override { event->ignore(); }
    void mouseMoveEvent(QMouseEvent* event) override { event->ignore(); }
    void mouseReleaseEvent(QMouseEvent* event) override { event->ignore(); }
    void mouseDoubleClickEvent(QMouseEvent* event) override { event->ignore(); }
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace plot
