// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/convergenceview.h"

#include <QMouseEvent>
#include <utility>

#include "plot/paint/tip.h"
#include "plot/scene/convergencescene.h"
#include "session/wording/pointerwording.h"

namespace plot {

ConvergenceView::ConvergenceView(QWidget* parent)
    : PictureView(session::View::Convergence, parent),
      m_scene(std::make_unique<ConvergenceScene>(canvas())) {
    setCursor(Qt::PointingHandCursor);
    describe();
}

ConvergenceView::~ConvergenceView() = default;

void ConvergenceView::setTheme(const Theme& theme) {
    PictureView::setTheme(theme);
    updateGeometry();
}

QSize ConvergenceView::minimumSizeHint() const {
    return {240, static_cast<int>(110 * m_scene->theme().scale())};
}

void ConvergenceView::setTrajectory(const descent::Trajectory& trajectory) {
    m_scene->setTrajectory(trajectory);
    describe();
    changed();
}

void ConvergenceView::setRunners(std::vector<Rival> runners, const std::optional<Goal>& known) {
    m_scene->setRunners(std::move(runners), known);
    describe();
    changed();
}

void ConvergenceView::setQuantity(std::optional<Quantity> quantity) {
    m_scene->setQuantity(quantity);
    describe();
    changed();
}

std::optional<Quantity> ConvergenceView::quantity() const {
    return m_scene->content().quantity;
}

QString ConvergenceView::starred() const {
    return m_scene->starred();
}

Scene& ConvergenceView::scene() const {
    return *m_scene;
}

QString ConvergenceView::wordsAt(QPointF at) const {
    const auto step = m_scene->stepAt(at);
    return step ? session::tellIteration(*step, m_scene->theme().digits) : QString();
}

/// Beside the axis, whose name has the star.
std::optional<PictureView::Tip> ConvergenceView::tipAt(QPoint at) const {
    const QRectF& area = m_scene->frame().area;
    const QString words = m_scene->starred();
    if (words.isEmpty() || at.x() >= area.left()) return std::nullopt;
    return Tip{wrapped(words), QRectF(0, area.top(), area.left(), area.height()), {}, rect()};
}

void ConvergenceView::describe() {
    const bool isPlane = m_scene->content().trajectory.variables() > 1;
    QStringList sentences{
        isPlane ? tr("The value of f and the length of its gradient at each iteration. Click or "
                     "drag, or press an arrow key, to go to an iteration.")
                : tr("The value of f and the size of its slope at each iteration. Click or drag, "
                     "or press an arrow key, to go to an iteration.")};
    if (const QString words = m_scene->starred(); !words.isEmpty()) sentences += words + u'.';
    const QString description = sentences.join(u' ');
    if (description != accessibleDescription()) setAccessibleDescription(description);
}

void ConvergenceView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pick(event->position().x());
}

void ConvergenceView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) pick(event->position().x());
    PictureView::mouseMoveEvent(event);
}

void ConvergenceView::pick(double column) {
    Q_EMIT iterationPicked(m_scene->iterationAt(column));
}

}  // namespace plot
