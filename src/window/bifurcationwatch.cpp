// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/bifurcationwatch.h"

#include <QEvent>

namespace window {

using namespace std::chrono_literals;

BifurcationWatch::BifurcationWatch(plot::BifurcationView& view, QObject* parent)
    : QObject(parent),
      m_view(view),
      m_fittingAlpha(view.alphaRange()),
      m_fittingX(view.valueRange()) {
    m_view.installEventFilter(this);
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &BifurcationWatch::collect);
    connect(&m_view, &plot::BifurcationView::fitWanted, this, &BifurcationWatch::fit);
    connect(&m_view, &plot::BifurcationView::rangesChanged, this, [this] {
        // Otherwise it is the resolution that has changed.
        if (m_view.alphaRange() != m_fittingAlpha || m_view.valueRange() != m_fittingX) {
            m_fits = false;
        }
        changed();
    });
}

BifurcationWatch::~BifurcationWatch() = default;

void BifurcationWatch::setProblem(const core::Analysis& analysis, core::Point start,
                                  core::Direction direction) {
    const bool sameFunction = analysis.function == m_problem.analysis.function;
    if (sameFunction && start == m_problem.start && direction == m_problem.direction) return;
    if (!sameFunction) m_fits = true;
    m_problem.analysis = analysis;
    m_problem.start = start;
    m_problem.direction = direction;
    changed();
}

void BifurcationWatch::fit() {
    m_fits = true;
    changed();
}

void BifurcationWatch::finish() {
    if (m_stale) compute();
    if (!m_clock.isActive()) return;
    m_bifurcation->wait(3s);
    collect();
}

bool BifurcationWatch::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Show && m_stale) compute();
    return false;
}

void BifurcationWatch::changed() {
    m_stale = true;
    if (m_view.isVisible()) compute();
}

void BifurcationWatch::compute() {
    m_stale = false;
    m_problem.alpha = m_fits ? core::Range{} : m_view.alphaRange();
    m_problem.x.reset();
    if (!m_fits) m_problem.x = m_view.valueRange();
    m_problem.columns = m_view.resolution().width();
    m_problem.rows = m_view.resolution().height();
    m_bifurcation = std::make_unique<run::Bifurcation>(m_problem);
    m_clock.start();
}

void BifurcationWatch::collect() {
    const bool over = m_bifurcation->over();
    if (const auto density = m_bifurcation->take()) {
        if (m_fits) {
            m_view.setRanges(density->alpha, density->x);
            m_fittingAlpha = m_view.alphaRange();
            m_fittingX = m_view.valueRange();
        }
        m_view.setDensity(*density);
    }
    if (over) m_clock.stop();
}

}  // namespace window
