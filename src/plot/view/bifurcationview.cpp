// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/bifurcationview.h"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "descent/descent.h"
#include "plot/paint/jumps.h"
#include "plot/paint/tip.h"
#include "plot/scene/bifurcationscene.h"
#include "plot/scene/canvas.h"
#include "plot/shape/drawable.h"
#include "session/mapwording.h"
#include "session/pointerwording.h"
#include "session/wording.h"

namespace plot {

namespace {

/// How near the pointer must be to the line to drag it, in pixels.
constexpr double lineReach = 5;

}  // namespace

BifurcationView::BifurcationView(QWidget* parent)
    : PictureView(parent), m_scene(std::make_unique<BifurcationScene>(canvas())) {
    setAccessibleName(tr("Bifurcation diagram"));
    setAccessibleDescription(
        tr("Where the run ends up over the learning rate α, with a line at the present α. Drag the "
           "line or click to choose α, or press Ctrl and Left or Right; drag the background or "
           "press Shift and an arrow to move the view; turn the wheel or press Ctrl and Plus or "
           "Minus to zoom; double-click or press Ctrl and 0 to see all of it."));
    explain();
}

BifurcationView::~BifurcationView() = default;

void BifurcationView::setDensity(insight::Density density) {
    m_scene->setDensity(std::move(density));
    changed();
}

void BifurcationView::setRun(const formula::Analysis& analysis, double start,
                             const descent::Settings& settings) {
    if (!m_analysis || m_analysis->function != analysis.function || settings.direction != m_goal) {
        m_analysis = analysis;
        m_goal = settings.direction;
        m_objective.emplace(analysis, m_goal);
    }
    m_launch = {start, settings.method};
    m_askedAlpha.reset();
    changed();
}

void BifurcationView::setAlpha(double alpha) {
    m_scene->setPresent(alpha);
    changed();
}

void BifurcationView::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    m_scene->setExtremum(extremum);
    explain();
    changed();
}

void BifurcationView::explain() {
    const auto& extremum = m_scene->content().extremum;
    QString text =
        tr("Each column shows the places that a run with this α still visits after many steps: one "
           "where it comes to rest, a few where it swings, a band where it never repeats.");
    if (extremum && insight::fork(*extremum)) {
        const int digits = m_scene->content().theme.digits;
        text += QLatin1Char(' ') + tr("At x* = %1 runs stop coming to rest where α passes %2.")
                                       .arg(session::position(extremum->x, digits),
                                            session::forkTerm(*extremum, digits));
    }
    setToolTip(wrapped(text));
}

std::optional<PictureView::Tip> BifurcationView::tipAt(QPoint at) const {
    const Diagram& shown = m_scene->content();
    const Frame& frame = m_scene->frame();
    const insight::Jump* jump =
        contains(frame.area, at) ? jumpAt(at.x(), shown.density, frame, shown.theme) : nullptr;
    if (!jump) return Tip{toolTip(), {}, {}, frame.area};
    return Tip{wrapped(describe(*jump, shown.density, frame, shown.theme.digits)),
               jumpArea(*jump, frame),
               {},
               frame.area};
}

QString BifurcationView::wordsAt(QPointF at) const {
    const Frame& frame = m_scene->frame();
    if (!contains(frame.area, at)) return {};
    const double alpha = overLine(at) ? m_scene->content().present : alphaIn(at.x());
    return session::tellPlaceAt(alpha, frame.value, frame.valueWrittenAt(at.y()),
                                whereabouts(alpha), m_scene->content().theme.digits);
}

std::optional<insight::Whereabouts> BifurcationView::whereabouts(double alpha) const {
    constexpr std::size_t costly = 2000;  // milliseconds for so many steps
    if (!m_objective || m_objective->effort() > costly) return std::nullopt;
    if (m_askedAlpha != alpha) {
        m_askedAlpha = alpha;
        m_asked = insight::whereabouts(*m_objective, m_launch, alpha);
    }
    return m_asked;
}

void BifurcationView::setTheme(const Theme& theme) {
    m_scene->setTheme(theme);
    explain();
    changed();
}

void BifurcationView::setRanges(insight::Range alpha, insight::Range x) {
    m_scene->setRanges(alpha, x);
    changed();
}

insight::Range BifurcationView::alphaRange() const {
    return m_scene->content().alpha;
}

insight::Range BifurcationView::valueRange() const {
    return m_scene->content().x;
}

QSize BifurcationView::resolution() const {
    return m_scene->frame().area.size().toSize();
}

void BifurcationView::zoom(double factor) {
    moved(zoomAt(*m_scene, m_scene->frame().area.center(), factor));
}

void BifurcationView::drawMarked() {
    m_scene->draw();
}

QImage BifurcationView::picture(QSize size, double scale) const {
    if (!drawable(size)) return {};
    Canvas canvas;
    Diagram content = m_scene->content();
    content.theme = content.theme.scaled(scale);
    canvas.setViewport({{0, 0}, size});
    const BifurcationScene scene(canvas, content);
    return canvas.image(size);
}

QPointF BifurcationView::pixel(double alpha, double x) const {
    return m_scene->frame().pixel(alpha, x);
}

void BifurcationView::resized() {
    m_scene->resized();
    Q_EMIT resolutionChanged();
}

bool BifurcationView::overLine(QPointF point) const {
    return contains(m_scene->frame().area, point) &&
           std::abs(m_scene->presentColumn() - point.x()) <= lineReach;
}

void BifurcationView::keyPressEvent(QKeyEvent* event) {
    if (const auto by = panOf(*event, m_scene->frame())) {
        moved(pan(*m_scene, *by));
    } else if (const auto nudge = nudgeOf(*event, m_scene->frame())) {
        pick(m_scene->presentColumn() + *nudge);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void BifurcationView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPointF at = event->position();
    m_alphaBefore = m_scene->content().present;
    if (overLine(at)) {
        m_grip = m_scene->presentColumn() - at.x();
    } else {
        m_press.begin(at, m_scene->frame().plane(at));
    }
    showCursor(at);
}

void BifurcationView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_grip) pick(at.x() + *m_grip);
    if (m_press.drags(at)) moved(hold(*m_scene, m_press.plane(), at));
    showCursor(at);
    PictureView::mouseMoveEvent(event);
}

void BifurcationView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPointF at = event->position();
    m_grip.reset();
    if (m_press.end() && contains(m_scene->frame().area, at)) pick(at.x());
    showCursor(at);
}

void BifurcationView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (m_alphaBefore != m_scene->content().present) Q_EMIT alphaPicked(m_alphaBefore);
    Q_EMIT fitWanted();
}

void BifurcationView::wheelEvent(QWheelEvent* event) {
    const double factor = zoomFactor(*event);
    if (factor != 1) moved(zoomAt(*m_scene, event->position(), factor));
    event->accept();
}

void BifurcationView::moved(bool changes) {
    if (!changes) return;
    changed();
    Q_EMIT rangesChanged();
}

double BifurcationView::alphaIn(double column) const {
    const insight::Range& seen = m_scene->content().alpha;
    const double alpha = std::clamp(m_scene->frame().writtenAt(column), seen.low, seen.high);
    return std::clamp(alpha, descent::smallestAlpha, descent::largestAlpha);
}

void BifurcationView::pick(double column) {
    Q_EMIT alphaPicked(alphaIn(column));
}

std::optional<double> BifurcationView::alphaAt(QPointF point) const {
    if (!contains(m_scene->frame().area, point)) return std::nullopt;
    return alphaIn(point.x());
}

void BifurcationView::showCursor(QPointF at) {
    if (m_press.dragging()) {
        setCursor(Qt::ClosedHandCursor);
    } else if (m_grip || overLine(at)) {
        setCursor(Qt::SplitHCursor);
    } else {
        unsetCursor();
    }
}

}  // namespace plot
