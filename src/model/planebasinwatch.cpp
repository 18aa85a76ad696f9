// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/planebasinwatch.h"

#include <chrono>
#include <utility>

namespace model {

using namespace std::chrono_literals;

PlaneBasinWatch::PlaneBasinWatch(QObject* parent) : QObject(parent) {
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &PlaneBasinWatch::collect);
}

PlaneBasinWatch::~PlaneBasinWatch() = default;

void PlaneBasinWatch::setProblem(run::PlaneBasinProblem problem) {
    if ((m_next ? m_next : m_present) == problem) return;
    const bool another = !m_present || m_present->analysis->function != problem.analysis->function;
    m_next = std::move(problem);
    if (another || m_pictured) start();
}

void PlaneBasinWatch::hold() {
    m_next.reset();
    m_present.reset();
    m_basins.reset();
    m_pictured = true;
    m_clock.stop();
}

void PlaneBasinWatch::start() {
    m_present = std::exchange(m_next, std::nullopt);
    m_pictured = false;
    m_basins = std::make_unique<run::PlaneBasins>(*m_present);
    m_clock.start();
}

void PlaneBasinWatch::collect() {
    const bool over = m_basins->over();
    const insight::SharedBasins basins = m_basins->take();
    m_pictured = m_pictured || basins || over;
    if (over) {
        m_basins.reset();
        m_clock.stop();
    }
    if (m_next && m_pictured) start();
    if (basins) Q_EMIT advanced(basins);
}

}  // namespace model
