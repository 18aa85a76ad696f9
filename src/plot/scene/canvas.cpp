// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/canvas.h"

#include <utility>

namespace plot {

namespace {

/// Something drawn by a function.
class Drawing : public QCPLayerable {
public:
    Drawing(QCustomPlot* plot, const QString& layer, std::function<void(QPainter&)> paint,
            Canvas::Reach reach)
        : QCPLayerable(plot, layer), m_paint(std::move(paint)), m_reach(reach) {}

protected:
    QRect clipRect() const override {
        return m_reach == Canvas::Reach::Axes ? mParentPlot->axisRect()->rect()
                                              : mParentPlot->viewport();
    }
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

private:
    std::function<void(QPainter&)> m_paint;
    Canvas::Reach m_reach;
};

}  // namespace

Canvas::Canvas(QWidget* parent) : QCustomPlot(parent) {
    setAttribute(Qt::WA_NoMousePropagation, false);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
}

QCPLayer* Canvas::addPainted(const QString& name, std::function<void(QPainter&)> paint,
                             Reach reach) {
    addLayer(name);
    layer(name)->setMode(QCPLayer::lmBuffered);
    new Drawing(this, name, std::move(paint), reach);
    return layer(name);
}

void Canvas::redraw(QCPLayer* layer) {
    // QCPLayer::replot() asks for an update of the whole widget.
    setAttribute(Qt::WA_UpdatesDisabled, true);
    layer->replot();
    setAttribute(Qt::WA_UpdatesDisabled, false);
}

QImage Canvas::image(QSize size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    QCPPainter painter(&image);
    toPainter(&painter, size.width(), size.height());
    painter.end();
    return image;
}

}  // namespace plot
