// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include "run/parallel.h"

namespace run {

/// One value, computed on a thread of its own from construction on; where the system gives no
/// thread, in the caller's. The destructor asks the computation to stop and waits until it does.
/// All members may be called from any one thread at a time.
template <typename Value>
class Task {
public:
    /// `compute` ends soon when it is asked to stop. When it throws there is no value.
    explicit Task(std::function<Value(const std::stop_token&)> compute)
        : m_compute(std::move(compute)) {
        m_thread = started([this](const std::stop_token& stop) { work(stop); });
        if (!m_thread.joinable()) work({});
    }

    /// True when the computation has ended, with a value or without.
    bool over() const {
        const std::lock_guard lock(m_mutex);
        return m_over;
    }
    /// Waits until it is over, at most this long. True when it is over.
    bool wait(std::chrono::microseconds longest) const {
        std::unique_lock lock(m_mutex);
        return m_ended.wait_for(lock, longest, [this] { return m_over; });
    }
    /// The value, once. Nothing before the end.
    std::optional<Value> take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, std::nullopt);
    }

private:
    void work(const std::stop_token& stop) noexcept {
        std::optional<Value> value;
        try {
            value = m_compute(stop);
        } catch (...) {
            // What cannot be computed, above all for want of memory, has no value.
        }
        const std::lock_guard lock(m_mutex);
        m_value = std::move(value);
        m_over = true;
        m_ended.notify_all();
    }

    const std::function<Value(const std::stop_token&)> m_compute;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_ended;
    std::optional<Value> m_value;  ///< this and the next are guarded by m_mutex
    bool m_over = false;
    std::jthread m_thread;  ///< last member: it ends before what it uses
};

}  // namespace run
