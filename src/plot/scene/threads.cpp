// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/threads.h"

#include <QFontMetrics>
#include <QThreadPool>
#include <future>
#include <latch>
#include <memory>
#include <system_error>
#include <thread>
#include <vector>

namespace plot {

int threadsToBeHad(int most) {
    std::vector<std::jthread> threads;
    std::promise<void> end;
    const std::shared_future<void> ended = end.get_future().share();
    try {
        for (int i = 0; i < most; ++i) threads.emplace_back([ended] { ended.wait(); });
    } catch (const std::system_error&) {
        // No more of them.
    }
    end.set_value();
    return static_cast<int>(threads.size());
}

namespace {

/// One fewer than there could be: a thread that has ended may still count for a moment.
bool fillPool() {
    QThreadPool& pool = *QThreadPool::globalInstance();
    const int threads = threadsToBeHad(pool.maxThreadCount() + 1) - 1;
    if (threads < 1) return false;
    pool.setMaxThreadCount(threads);
    pool.setExpiryTimeout(-1);
    // Each holds its thread until all have one.
    const auto all = std::make_shared<std::latch>(threads + 1);
    for (int i = 0; i < threads; ++i) pool.start([all] { all->arrive_and_wait(); });
    all->arrive_and_wait();
    QFontMetrics(QFont()).height();  // fontconfig crashes where it finds no memory
    return true;
}

}  // namespace

bool canDraw() {
    static const bool can = fillPool();
    return can;
}

}  // namespace plot
