// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <vector>

namespace run {

/// Columns that several threads compute, from coarse to fine, while another looks at what there is.
/// All members may be called from any thread.
class Sweep {
public:
    explicit Sweep(int columns);

    /// A column that nobody has begun to compute; nothing when all have been handed out.
    std::optional<std::size_t> next();

    /// Keeps the result of a column: `keep` is called alone.
    template <typename Keep>
    void done(const Keep& keep) {
        const std::lock_guard lock(m_mutex);
        keep();
        ++m_computed;
    }

    /// No more results will come.
    void end();

    /// What `copy`, called alone, makes of the results if there are more than at the last call.
    /// The first few columns by themselves would be a false picture: for a short while they are
    /// held back, unless they are the `last`.
    template <typename Copy>
    auto take(const Copy& copy, bool last = false) -> std::optional<decltype(copy())> {
        const std::lock_guard lock(m_mutex);
        if (m_computed == m_taken || !(last || showable())) return std::nullopt;
        m_taken = m_computed;
        return copy();
    }

    bool over() const;
    /// The part of the columns that are computed.
    double progress() const;
    void wait() const;
    /// Waits for the end, at most this long. True when it came and all columns are computed.
    bool wait(std::chrono::microseconds longest) const;

private:
    bool showable() const;

    const std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    const std::vector<std::size_t> m_order;
    std::atomic<std::size_t> m_next = 0;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_ended;
    std::size_t m_computed = 0;  ///< this and the rest are guarded by m_mutex
    std::size_t m_taken = 0;
    bool m_over = false;
};

}  // namespace run
