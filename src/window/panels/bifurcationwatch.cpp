// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/bifurcationwatch.h"

#include <QEvent>

namespace window {

using namespace std::chrono_literals;

BifurcationWatch::BifurcationWatch(plot::BifurcationView& view, QObject* parent)
    : QObject(parent), m_view(view) {
    m_view.installEventFilter(this);
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &BifurcationWatch::collect);
    connect(&m_view, &plot::BifurcationView::fitWanted, this, &BifurcationWatch::fit);
    connect(&m_view, &plot::BifurcationView::rangesChanged, this, [this] {
        m_fits = false;
        changed();
    });
    connect(&m_view, &plot::BifurcationView::resolutionChanged, this, &BifurcationWatch::changed);
}

BifurcationWatch::~BifurcationWatch() = default;

void BifurcationWatch::setProblem(const formula::Analysis& analysis, descent::Point start,
                                  const descent::Settings& settings) {
    m_problem.present = settings.alpha;
    const bool sameFunction = analysis.function == m_problem.analysis.function;
    const descent::Settings& before = m_problem.settings;
    if (sameFunction && start == m_problem.start && settings.direction == before.direction &&
        settings.method == before.method)
        return;
    if (!sameFunction) m_fits = true;
    m_problem.analysis = analysis;
    m_problem.start = start;
    m_problem.settings = settings;
    changed();
}

void BifurcationWatch::fit() {
    m_fits = true;
    changed();
}

bool BifurcationWatch::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Show && m_stale) compute();
    if (event->type() == QEvent::Hide && m_clock.isActive()) hold();
    return false;
}

/// Nobody looks: the rest is computed when somebody does.
void BifurcationWatch::hold() {
    m_bifurcation.reset();
    m_clock.stop();
    m_stale = true;
}

void BifurcationWatch::changed() {
    hold();
    if (m_view.isVisible()) compute();
}

run::BifurcationProblem BifurcationWatch::problem(QSize resolution) const {
    run::BifurcationProblem problem = m_problem;
    if (!m_fits) {
        problem.alpha = m_view.alphaRange();
        problem.x = m_view.valueRange();
    }
    problem.columns = resolution.width();
    problem.rows = resolution.height();
    return problem;
}

void BifurcationWatch::compute() {
    m_stale = false;
    m_bifurcation = std::make_unique<run::Bifurcation>(problem(m_view.resolution()));
    m_clock.start();
}

void BifurcationWatch::collect() {
    m_bifurcation->wait(0ms);  // it computes here where the system gave it no thread
    const bool over = m_bifurcation->over();
    if (auto density = m_bifurcation->take()) {
        if (m_fits) m_view.setRanges(density->alpha, density->x);
        m_view.setDensity(*std::move(density));
    }
    if (over) m_clock.stop();
}

}  // namespace window
