// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/bifurcationwatch.h"

namespace model {

using namespace std::chrono_literals;

BifurcationWatch::BifurcationWatch(QObject* parent) : QObject(parent) {
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &BifurcationWatch::collect);
}

BifurcationWatch::~BifurcationWatch() = default;

void BifurcationWatch::setProblem(const formula::Valued& function, descent::Point start,
                                  const descent::Settings& settings) {
    m_problem.present = settings.alpha;
    const bool sameFunction = function == m_problem.analysis;
    const bool sameFormula = function->function == m_problem.analysis->function;
    const descent::Settings& before = m_problem.settings;
    if (sameFunction && start == m_problem.start && settings.direction == before.direction &&
        settings.method == before.method)
        return;
    if (!sameFormula) forgetRanges();
    m_problem.analysis = function;
    m_problem.start = start;
    m_problem.settings = settings;
    changed();
}

void BifurcationWatch::forgetRanges() {
    m_problem.alpha = {};
    m_problem.x.reset();
}

void BifurcationWatch::fit() {
    forgetRanges();
    changed();
}

void BifurcationWatch::setRanges(insight::Range alpha, insight::Range x) {
    m_problem.alpha = alpha;
    m_problem.x = x;
    changed();
}

void BifurcationWatch::setResolution(int columns, int rows) {
    if (columns == m_problem.columns && rows == m_problem.rows) return;
    m_problem.columns = columns;
    m_problem.rows = rows;
    changed();
}

void BifurcationWatch::setSeen(bool seen) {
    m_seen = seen;
    if (seen && m_stale) compute();
    if (!seen && m_clock.isActive()) hold();
}

/// Nobody looks: the rest is computed when somebody does.
void BifurcationWatch::hold() {
    m_bifurcation.reset();
    m_clock.stop();
    m_stale = true;
}

void BifurcationWatch::changed() {
    hold();
    if (m_seen) compute();
}

run::BifurcationProblem BifurcationWatch::problem(int columns, int rows) const {
    run::BifurcationProblem problem = m_problem;
    problem.columns = columns;
    problem.rows = rows;
    return problem;
}

void BifurcationWatch::compute() {
    m_stale = false;
    m_bifurcation = std::make_unique<run::Bifurcation>(m_problem);
    m_clock.start();
}

void BifurcationWatch::collect() {
    m_bifurcation->wait(0ms);  // it computes here where the system gave it no thread
    const bool over = m_bifurcation->over();
    const auto density = m_bifurcation->take();
    if (over) m_clock.stop();
    if (density) Q_EMIT advanced(*density);
}

}  // namespace model
