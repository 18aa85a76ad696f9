// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/sweep.h"

#include <algorithm>

#include "insight/refinement.h"

namespace run {

Sweep::Sweep(int columns)
    : m_order(insight::coarseToFine(static_cast<std::size_t>(std::max(columns, 0)))) {}

std::optional<std::size_t> Sweep::next() {
    const std::size_t place = m_next.fetch_add(1, std::memory_order_relaxed);
    if (place >= m_order.size()) return std::nullopt;
    return m_order[place];
}

void Sweep::end() {
    const std::lock_guard lock(m_mutex);
    m_over = true;
    m_ended.notify_all();
}

bool Sweep::over() const {
    const std::lock_guard lock(m_mutex);
    return m_over;
}

double Sweep::progress() const {
    const std::lock_guard lock(m_mutex);
    return m_order.empty() ? 1
                           : static_cast<double>(m_computed) / static_cast<double>(m_order.size());
}

void Sweep::wait() const {
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [this] { return m_over; });
}

bool Sweep::wait(std::chrono::microseconds longest) const {
    std::unique_lock lock(m_mutex);
    m_ended.wait_for(lock, longest, [this] { return m_over; });
    return m_over && m_computed == m_order.size();
}

bool Sweep::showable() const {
    constexpr std::size_t coarse = 16;
    constexpr std::chrono::milliseconds patience(50);
    return m_over || m_computed * coarse >= m_order.size() ||
           std::chrono::steady_clock::now() - m_begun > patience;
}

}  // namespace run
