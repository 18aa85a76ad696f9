// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/cobwebview.h"

#include <QMouseEvent>
#include <algorithm>

#include "plot/paint/tip.h"
#include "plot/scene/canvas.h"
#include "plot/scene/cobwebhits.h"
#include "plot/scene/cobwebscene.h"
#include "plot/shape/drawable.h"
#include "session/pointerwording.h"

namespace plot {

CobwebView::CobwebView(QWidget* parent)
    : PictureView(parent), m_scene(std::make_unique<CobwebScene>(canvas())) {
    setAccessibleName(tr("Cobweb"));
    setAccessibleDescription(tr(
        "The map from xₙ to xₙ₊₁, the diagonal, and the steps of the run as stairs between them "
        "up to the present iteration. Click to choose the initial guess, or press Ctrl and Left or "
        "Right; drag or press Shift and an arrow to move the view; turn the wheel or press Ctrl "
        "and Plus or Minus to zoom; double-click or press Ctrl and 0 to see all of it."));
    setToolTip(wrapped(
        tr("Each stair is one step: upright to the curve, which tells xₙ₊₁, and level to the "
           "diagonal, where xₙ₊₁ becomes the next xₙ. Where the curve crosses the diagonal more "
           "gently than 45° either way (|m| < 1), near starts come to rest.")));
}

CobwebView::~CobwebView() = default;

void CobwebView::setAnalysis(const formula::Analysis& analysis) {
    m_scene->setAnalysis(analysis);
    changed();
}

void CobwebView::setRange(insight::Range x) {
    m_scene->setHome(x);
    changed();
}

insight::Range CobwebView::range() const {
    return m_scene->content().x;
}

insight::Range CobwebView::valueRange() const {
    return m_scene->content().next;
}

void CobwebView::fit() {
    m_scene->fit();
    changed();
}

void CobwebView::zoom(double factor) {
    if (zoomAt(*m_scene, m_scene->frame().area.center(), factor)) changed();
}

void CobwebView::setTheme(const Theme& theme) {
    m_scene->setTheme(theme);
    changed();
}

void CobwebView::setTrajectory(const descent::Trajectory& trajectory,
                               const descent::Settings& settings) {
    m_scene->setTrajectory(trajectory, settings);
    changed();
}

void CobwebView::setPosition(double position) {
    m_scene->setPosition(position);
    changed();
}

void CobwebView::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    m_scene->setExtremum(extremum);
    changed();
}

void CobwebView::setSparing() {
    m_scene->setSparing();
}

std::optional<insight::Viewport> CobwebView::unfinished() const {
    return m_scene->line().unfinished();
}

void CobwebView::setMap(const insight::Viewport& view, std::vector<insight::CurvePoint> points) {
    m_scene->setMap(view, std::move(points));
    changed();
}

void CobwebView::drawMarked() {
    m_scene->draw();
    if (m_scene->takeNewsOfLine()) Q_EMIT sketched();
}

QImage CobwebView::picture(QSize size, double scale) const {
    if (!drawable(size)) return {};
    Canvas canvas;
    Cobweb content = m_scene->content();
    content.theme = content.theme.scaled(scale);
    canvas.setViewport({{0, 0}, size});
    const CobwebScene scene(canvas, content);
    return canvas.image(size);
}

QPointF CobwebView::tip() const {
    return m_scene->tip().value_or(QPointF());
}

QPointF CobwebView::pixel(double x, double next) const {
    return m_scene->frame().pixel(x, next);
}

std::optional<PictureView::Tip> CobwebView::tipAt(QPoint at) const {
    const QRectF room = m_scene->frame().area;
    const auto rest = fixedPointAt(*m_scene, at);
    if (!rest) return Tip{toolTip(), {}, {}, room};
    const QString text =
        session::describeFixedPoint(rest->x, rest->slope, m_scene->content().theme.digits);
    return Tip{wrapped(text), rest->mark, {}, room};
}

QString CobwebView::wordsAt(QPointF at) const {
    return plot::wordsAt(*m_scene, at);
}

void CobwebView::resized() {
    m_scene->resized();
}

void CobwebView::keyPressEvent(QKeyEvent* event) {
    const Frame frame = m_scene->frame();
    const std::optional<double> start = m_scene->start();
    if (const auto by = panOf(*event, frame)) {
        if (pan(*m_scene, *by)) changed();
    } else if (const auto nudge = nudgeOf(*event, frame); nudge && start) {
        const double x = frame.writtenAt(frame.column(*start) + *nudge);
        Q_EMIT startPicked(std::clamp(x, frame.x.low, frame.x.high));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CobwebView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_press.begin(event->position(), m_scene->frame().plane(event->position()));
    m_startBefore = m_scene->start();
}

void CobwebView::mouseMoveEvent(QMouseEvent* event) {
    if (m_press.drags(event->position())) {
        setCursor(Qt::ClosedHandCursor);
        if (hold(*m_scene, m_press.plane(), event->position())) changed();
    }
    PictureView::mouseMoveEvent(event);
}

void CobwebView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    unsetCursor();
    const std::optional<double> start = startAt(event->position());
    if (m_press.end() && start) Q_EMIT startPicked(*start);
}

std::optional<double> CobwebView::startAt(QPointF point) const {
    const Frame& frame = m_scene->frame();
    if (!contains(frame.area, point)) return std::nullopt;
    return frame.writtenAt(point.x());
}

void CobwebView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (m_startBefore && m_startBefore != m_scene->start()) Q_EMIT startPicked(*m_startBefore);
    Q_EMIT fitWanted();
}

void CobwebView::wheelEvent(QWheelEvent* event) {
    const double factor = zoomFactor(*event);
    if (factor != 1 && zoomAt(*m_scene, event->position(), factor)) changed();
    event->accept();
}

}  // namespace plot
