// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reliefwatch.h"

#include <chrono>
#include <utility>

namespace model {

using namespace std::chrono_literals;

namespace {

bool isOf(const std::optional<run::ReliefProblem>& problem, const formula::Valued& function,
          const insight::Lattice& nodes) {
    return problem && problem->analysis == function && problem->lattice == nodes;
}

}  // namespace

ReliefWatch::ReliefWatch(QObject* parent) : QObject(parent) {
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &ReliefWatch::collect);
}

ReliefWatch::~ReliefWatch() = default;

void ReliefWatch::setNodes(const formula::Valued& function,
                           const std::optional<insight::Lattice>& nodes) {
    if (!nodes) {
        m_next.reset();
        m_relief.reset();
        m_present.reset();
        m_clock.stop();
        return;
    }
    if (isOf(m_next ? m_next : m_present, function, *nodes)) return;
    const bool another = !m_present || m_present->analysis->function != function->function;
    m_next = run::ReliefProblem{function, *nodes};
    if (another || m_pictured) start();
}

void ReliefWatch::start() {
    m_present = std::exchange(m_next, std::nullopt);
    m_pictured = false;
    m_relief = std::make_unique<run::Relief>(*m_present);
    m_clock.start();
}

void ReliefWatch::collect() {
    const bool over = m_relief->over();
    const insight::SharedHeights heights = m_relief->take();
    m_pictured = m_pictured || heights || over;
    if (over) {
        m_relief.reset();
        m_clock.stop();
    }
    const bool present = !m_next;
    if (m_next && m_pictured) start();
    if (heights) Q_EMIT advanced(heights, present);
}

}  // namespace model
