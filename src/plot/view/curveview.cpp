// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/curveview.h"

#include <limits>
#include <utility>

#include "plot/scene/curvehits.h"
#include "plot/scene/curvescene.h"
#include "plot/view/navigation.h"

namespace plot {

CurveView::CurveView(QWidget* parent)
    : RunView(session::View::Curve, parent), m_scene(std::make_unique<CurveScene>(canvas())) {
    setAccessibleDescription(
        tr("The curve of f with the ball at the present iteration. Drag the ball or click the "
           "curve to choose the initial guess, or press Ctrl and Left or Right; drag the "
           "background or press Shift and an arrow to move the view; turn the wheel or press Ctrl "
           "and Plus or Minus to zoom; double-click or press Ctrl and 0 to see all of it."));
}

CurveView::~CurveView() = default;

void CurveView::setStale(bool stale) {
    m_scene->setStale(stale);
    changed();
}

void CurveView::setRivals(std::size_t place, std::vector<Rival> rivals) {
    m_scene->setRivals(place, std::move(rivals));
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

void CurveView::setParabola(bool shown) {
    m_scene->setParabola(shown);
    changed();
}

RunScene& CurveView::run() const {
    return *m_scene;
}

void CurveView::drawMarked() {
    RunView::drawMarked();
    if (std::exchange(m_columns, columns()) != columns()) Q_EMIT columnsChanged();
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

const insight::Landmarks& CurveView::landmarks() const {
    return m_scene->content().landmarks;
}

QString CurveView::basinAt(double x) const {
    return plot::fateAt(*m_scene, x);
}

QPointF CurveView::ballCentre() const {
    return plot::ballCentre(*m_scene);
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

const insight::StationaryPoint* CurveView::markAt(QPointF point) const {
    return plot::markAt(*m_scene, point);
}

}  // namespace plot
