// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/curveview.h"

#include <limits>
#include <utility>

#include "plot/scene/canvas.h"
#include "plot/scene/curvehits.h"
#include "plot/scene/curvescene.h"
#include "plot/shape/drawable.h"
#include "plot/view/navigation.h"

namespace plot {

CurveView::CurveView(QWidget* parent)
    : PictureView(parent), m_scene(std::make_unique<CurveScene>(canvas())) {
    setAccessibleName(tr("Curve"));
    setAccessibleDescription(
        tr("The curve of f with the ball at the present iteration. Drag the ball or click the "
           "curve to choose the initial guess, or press Ctrl and Left or Right; drag the "
           "background or press Shift and an arrow to move the view; turn the wheel or press Ctrl "
           "and Plus or Minus to zoom; double-click or press Ctrl and 0 to see all of it."));
}

CurveView::~CurveView() = default;

void CurveView::setAnalysis(const formula::Analysis& analysis) {
    m_scene->setAnalysis(analysis);
    changed();
}

void CurveView::setStale(bool stale) {
    m_scene->setStale(stale);
    changed();
}

void CurveView::setRange(insight::Range x) {
    m_scene->setHome(x);
    changed();
}

void CurveView::setRanges(insight::Range x, insight::Range value) {
    m_scene->setRanges(x, value);
    changed();
}

insight::Range CurveView::range() const {
    return m_scene->content().x;
}

insight::Range CurveView::valueRange() const {
    return m_scene->content().value;
}

void CurveView::fit() {
    m_scene->fit();
    changed();
    Q_EMIT rangeChanged();
}

void CurveView::zoom(double factor) {
    moved(zoomAt(*m_scene, m_scene->frame().area.center(), factor));
}

void CurveView::setTheme(const Theme& theme) {
    m_scene->setTheme(theme);
    changed();
}

void CurveView::setTrajectory(const descent::Trajectory& trajectory,
                              const descent::Settings& settings) {
    m_scene->setTrajectory(trajectory, settings);
    changed();
}

void CurveView::setPoints(const std::vector<insight::StationaryPoint>& points) {
    m_scene->setPoints(points);
    changed();
}

void CurveView::setBasins(const std::optional<insight::BasinMap>& basins) {
    m_scene->setBasins(basins);
    changed();
}

void CurveView::setPosition(double position) {
    m_scene->setPosition(position);
    changed();
}

void CurveView::setGhost(bool ghost) {
    m_scene->setGhost(ghost);
    changed();
}

void CurveView::setVeiled(bool veiled) {
    m_scene->setVeiled(veiled);
    changed();
}

void CurveView::setStepsNamed(bool named) {
    m_scene->setStepsNamed(named);
    changed();
}

void CurveView::setSparing() {
    m_scene->setSparing();
}

std::optional<insight::Viewport> CurveView::unfinished() const {
    return m_scene->line().unfinished();
}

void CurveView::setCurve(const insight::Viewport& view, std::vector<insight::CurvePoint> points) {
    m_scene->setCurve(view, std::move(points));
    changed();
}

void CurveView::drawMarked() {
    m_scene->draw();
    if (m_scene->takeNewsOfLine()) Q_EMIT sketched();
    if (std::exchange(m_columns, columns()) != columns()) Q_EMIT columnsChanged();
}

void CurveView::drawAll() {
    m_scene->drawAll();
}

QImage CurveView::picture(QSize size, double scale) const {
    if (!drawable(size)) return {};
    Canvas canvas;
    Content content = m_scene->content();
    content.theme = content.theme.scaled(scale);
    canvas.setViewport({{0, 0}, size});
    const CurveScene scene(canvas, content);
    return canvas.image(size);
}

double CurveView::value(double x) const {
    const descent::Objective* objective = m_scene->objective();
    return objective ? objective->told(objective->value(x))
                     : std::numeric_limits<double>::quiet_NaN();
}

double CurveView::slope(double x) const {
    const descent::Objective* objective = m_scene->objective();
    return objective ? objective->told(objective->slope(x))
                     : std::numeric_limits<double>::quiet_NaN();
}

const Landmarks& CurveView::landmarks() const {
    return m_scene->content().landmarks;
}

QString CurveView::basinAt(double x) const {
    return plot::fateAt(*m_scene, x);
}

QPointF CurveView::ballCentre() const {
    return plot::ballCentre(*m_scene);
}

QPointF CurveView::pixel(double x, double value) const {
    return m_scene->frame().pixel(x, value);
}

QRectF CurveView::strip() const {
    return plot::strip(*m_scene);
}

int CurveView::columns() const {
    return static_cast<int>(m_scene->frame().area.width());
}

void CurveView::centre(const insight::StationaryPoint& point) {
    moved(hold(*m_scene, {point.x, point.value}, m_scene->frame().area.center()));
}

double CurveView::startBeside(const insight::StationaryPoint& point) const {
    return plot::startBeside(m_scene->content(), point);
}

void CurveView::resized() {
    m_scene->resized();
}

const insight::StationaryPoint* CurveView::markAt(QPointF point) const {
    return plot::markAt(*m_scene, point);
}

std::optional<double> CurveView::startAt(QPointF point) const {
    const Frame& frame = m_scene->frame();
    if (!contains(frame.area, point) && !strip().contains(point)) return std::nullopt;
    return xAt(point);
}

}  // namespace plot
