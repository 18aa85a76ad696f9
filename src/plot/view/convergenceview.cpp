// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/convergenceview.h"

#include <QMouseEvent>

#include "plot/scene/canvas.h"
#include "plot/scene/convergencescene.h"

namespace plot {

ConvergenceView::ConvergenceView(QWidget* parent)
    : QWidget(parent),
      m_canvas(new Canvas(this)),
      m_scene(std::make_unique<ConvergenceScene>(*m_canvas)) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Convergence"));
    setAccessibleDescription(
        tr("The value of f and the size of its slope at each iteration. Click or drag, or press an "
           "arrow key, to go to an iteration."));
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &ConvergenceView::draw);
}

ConvergenceView::~ConvergenceView() = default;

void ConvergenceView::setTheme(const Theme& theme) {
    m_scene->setTheme(theme);
    changed();
    updateGeometry();
}

QSize ConvergenceView::minimumSizeHint() const {
    return {240, static_cast<int>(110 * m_scene->theme().scale())};
}

void ConvergenceView::setTrajectory(const descent::Trajectory& trajectory) {
    m_scene->setTrajectory(trajectory);
    changed();
}

void ConvergenceView::setPosition(double position) {
    m_scene->setPosition(position);
    changed();
}

void ConvergenceView::changed() {
    if (!m_frame.isActive()) m_frame.start(0);
}

void ConvergenceView::draw() {
    m_frame.stop();
    m_scene->draw();
}

QImage ConvergenceView::picture(QSize size, double scale) const {
    if (!drawable(size)) return {};
    Canvas canvas;
    canvas.setViewport({{0, 0}, size});
    const ConvergenceScene scene(canvas, *m_scene, scale);
    return canvas.image(size);
}

void ConvergenceView::resizeEvent(QResizeEvent*) {
    m_canvas->setGeometry(rect());
    m_scene->resized();
    changed();
}

void ConvergenceView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pick(event->position().x());
}

void ConvergenceView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) pick(event->position().x());
}

void ConvergenceView::pick(double column) {
    Q_EMIT iterationPicked(m_scene->iterationAt(column));
}

}  // namespace plot
