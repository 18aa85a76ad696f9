// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/bifurcationview.h"

#include <algorithm>
#include <cmath>

#include "descent/descent.h"
#include "plot/paint/jumps.h"
#include "plot/paint/tip.h"
#include "plot/scene/bifurcationscene.h"
#include "session/wording/mapwording.h"
#include "session/wording/pointerwording.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

/// How near the pointer must be to the line to drag it, in pixels.
constexpr double lineReach = 5;

}  // namespace

BifurcationView::BifurcationView(QWidget* parent)
    : PlaneView(session::View::Bifurcation, parent),
      m_scene(std::make_unique<BifurcationScene>(canvas())) {
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

void BifurcationView::setRun(const formula::Valued& function, double start,
                             const descent::Settings& settings) {
    if (m_function != function || settings.direction != m_goal) {
        m_function = function;
        m_goal = settings.direction;
        m_objective.emplace(function, m_goal);
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
    if (!contains(frame().area, at)) return {};
    const double alpha = gripAt(at) ? m_scene->content().present : choiceAt(at).x();
    return session::tellPlaceAt(alpha, frame().value, frame().valueWrittenAt(at.y()),
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
    PlaneView::setTheme(theme);
    explain();
}

PlaneScene& BifurcationView::plane() const {
    return *m_scene;
}

QSize BifurcationView::resolution() const {
    return frame().area.size().toSize();
}

void BifurcationView::resized() {
    PlaneView::resized();
    Q_EMIT resolutionChanged();
}

std::optional<QPointF> BifurcationView::chosen() const {
    return QPointF(m_scene->content().present, 0);
}

void BifurcationView::pick(QPointF alpha) {
    Q_EMIT alphaPicked(alpha.x());
}

QPointF BifurcationView::choiceAt(QPointF pixel) const {
    const QPointF choice = PlaneView::choiceAt(pixel);
    return {std::clamp(choice.x(), descent::smallestAlpha, descent::largestAlpha), choice.y()};
}

std::optional<QPointF> BifurcationView::gripAt(QPointF point) const {
    const double columns = m_scene->presentColumn() - point.x();
    if (!contains(frame().area, point) || !(std::abs(columns) <= lineReach)) return std::nullopt;
    return QPointF(columns, 0);
}

std::optional<Qt::CursorShape> BifurcationView::cursorAt(QPointF point) const {
    if (grip() || gripAt(point)) return Qt::SplitHCursor;
    return std::nullopt;
}

std::optional<double> BifurcationView::alphaAt(QPointF point) const {
    if (!contains(frame().area, point)) return std::nullopt;
    return choiceAt(point).x();
}

}  // namespace plot
