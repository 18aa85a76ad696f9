// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/pictureview.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <utility>

#include "plot/paint/tip.h"
#include "plot/scene/canvas.h"
#include "plot/scene/scene.h"
#include "plot/shape/drawable.h"

namespace plot {

PictureView::PictureView(session::View view, QWidget* parent)
    : QWidget(parent), m_view(view), m_canvas(new Canvas(this)) {
    setAccessibleName(session::viewRow(view).name);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &PictureView::draw);
}

void PictureView::setTheme(const Theme& theme) {
    m_variable = theme.variable;
    scene().setTheme(theme);
    changed();
}

void PictureView::setPosition(double position) {
    scene().setPosition(position);
    changed();
}

QImage PictureView::picture(QSize size, double scale) const {
    if (!drawable(size)) return {};
    Canvas canvas;
    const auto copy = scene().copy(canvas, scale);
    // Not before: each layer would allocate a buffer as large as the picture.
    canvas.setViewport({{0, 0}, size});
    copy->resized();
    return canvas.image(size);
}

/// What nobody sees waits until it is shown.
void PictureView::changed() {
    if (isVisible() && !m_frame.isActive()) m_frame.start(0);
}

void PictureView::draw() {
    m_frame.stop();
    drawMarked();
    if (m_pointer) point(*m_pointer);  // there may be something else now
}

void PictureView::drawAll() {
    scene().drawAll();
}

void PictureView::drawMarked() {
    scene().draw();
}

void PictureView::resized() {
    scene().resized();
}

void PictureView::point(QPointF at) {
    m_pointer = at;
    tell(session::inVariable(wordsAt(at), m_variable));
}

void PictureView::tell(const QString& words) {
    if (std::exchange(m_told, words) != words) Q_EMIT told(words);
}

bool PictureView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const QPoint at = static_cast<QHelpEvent*>(event)->pos();
    const auto tip = tipAt(at);
    if (!tip) return QWidget::event(event);
    showBeside(*this, session::inVariable(tip->text, m_variable), at, tip->explained, tip->other,
               tip->room);
    return true;
}

void PictureView::showEvent(QShowEvent*) {
    draw();
}

void PictureView::resizeEvent(QResizeEvent*) {
    m_canvas->setGeometry(rect());
    resized();
    changed();
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    point(event->position());
}

void PictureView::leaveEvent(QEvent*) {
    m_pointer.reset();
    tell({});
}

}  // namespace plot
