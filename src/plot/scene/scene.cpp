// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/scene.h"

#include <utility>

#include "plot/paint/axes.h"

namespace plot {

Scene::Scene(Canvas& canvas) : m_canvas(canvas) {
    QObject::connect(&canvas, &QCustomPlot::afterLayout, &canvas, [this] { laidOut(); });
    QObject::connect(&canvas, &QCustomPlot::afterReplot, &canvas, [this] { m_marked = 0; });
}

void Scene::addLayer(const QString& name, Paint paint, Canvas::Reach reach) {
    m_layers.push_back(m_canvas.addPainted(name, std::move(paint), reach));
}

void Scene::addMoving(const QString& name) {
    addLayer(name, [this](QPainter& painter) { m_moving = partsOf(paintMoving(painter)); });
}

void Scene::setTheme(const Theme& theme) {
    shown().theme = theme;
    dress();
}

void Scene::dress() {
    applyTheme(m_canvas, theme());
    resized();
}

void Scene::setPosition(double position) {
    shown().position = position;
    markMoving();
}

void Scene::resized() {
    m_layoutStale = true;
    mark(everything);
}

void Scene::draw() {
    int marked = std::exchange(m_marked, 0);
    if (marked == 0) return;
    marked = implied(marked);
    if (marked & everything) {
        drawAll();
        return;
    }
    for (std::size_t i = 0; i + 1 < m_layers.size(); ++i) {
        if (marked & (1 << i)) m_canvas.redraw(m_layers[i]);
    }
    if (marked & moving()) {
        const QRegion before = m_moving;
        m_canvas.redraw(m_layers.back());
        m_canvas.update(before + m_moving);
    }
    if (const int still = marked & ~moving()) m_canvas.update(reach(still));
}

QRegion Scene::partsOf(const QRectF& covered) {
    return covered.isNull() ? QRegion() : covered.toAlignedRect().adjusted(-2, -2, 2, 2);
}

void Scene::drawAll() {
    m_canvas.replot(QCustomPlot::rpQueuedRefresh);
}

/// Lines at the edge and rounding reach a pixel beyond.
QRect Scene::reach(int) {
    return m_canvas.axisRect()->rect().adjusted(-2, -2, 2, 2);
}

const Frame& Scene::frame() {
    if (m_layoutStale) m_canvas.layOut();
    return m_frame;
}

void Scene::laidOut() {
    m_layoutStale = false;
    const Frame frame = frameOf(*m_canvas.xAxis, *m_canvas.yAxis);
    if (frame == m_frame) return;
    m_frame = frame;
    reframed();
}

PlaneScene::PlaneScene(Canvas& canvas, const QString& x, const QString& value) : Scene(canvas) {
    setTicks(*canvas.xAxis, Ticks::Numbers);
    setTicks(*canvas.yAxis, Ticks::Numbers);
    setName(*canvas.xAxis, x);
    setName(*canvas.yAxis, value);
}

bool PlaneScene::setRanges(insight::Range x, insight::Range value) {
    if (!showable(x) || !showable(value)) return false;
    shown().x = x;
    shown().value = value;
    showRanges();
    return true;
}

void PlaneScene::showRanges() {
    setRange(*canvas().xAxis, shown().x);
    setRange(*canvas().yAxis, shown().value);
    resized();
}

}  // namespace plot
