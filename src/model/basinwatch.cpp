// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/basinwatch.h"

#include <utility>

namespace model {

using namespace std::chrono_literals;

namespace {

/// In milliseconds; then what is known of the map has to do.
constexpr qint64 longest = 10'000;

}  // namespace

BasinWatch::BasinWatch(QObject* parent) : QObject(parent) {
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &BasinWatch::tick);
}

BasinWatch::~BasinWatch() = default;

void BasinWatch::setProblem(run::BasinProblem problem) {
    m_next = std::move(problem);
    m_known = 0;
    if (!m_clock.isActive()) m_clock.start();
}

std::optional<double> BasinWatch::awaited() const {
    return m_clock.isActive() ? std::optional(m_known) : std::nullopt;
}

void BasinWatch::hold() {
    m_next.reset();
    m_basins.reset();
    m_clock.stop();
}

void BasinWatch::start() {
    m_basins = std::make_unique<run::Basins>(*std::exchange(m_next, {}));
    m_sinceProblem.start();
}

void BasinWatch::tick() {
    if (m_next) {
        start();
    } else {
        collect();
    }
}

void BasinWatch::collect() {
    const bool over = m_basins->over();
    if (const auto basins = m_basins->take()) {
        m_known =
            static_cast<double>(basins->computed) / static_cast<double>(basins->columns.size());
        Q_EMIT advanced(*basins);
    }
    if (over || m_sinceProblem.hasExpired(longest)) hold();
}

}  // namespace model
