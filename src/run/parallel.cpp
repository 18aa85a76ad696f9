// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/parallel.h"

#include <utility>
#include <vector>

namespace run {

namespace {

void endQuietly(const std::function<void()>& work) noexcept {
    try {
        work();
    } catch (...) {
        // What the call has not done stays undone.
    }
}

}  // namespace

std::jthread started(std::function<void(const std::stop_token&)> work) {
    try {
        return std::jthread([work = std::move(work)](const std::stop_token& stop) { work(stop); });
    } catch (...) {
        return {};  // no thread, or no memory for one
    }
}

void inParallel(int threads, const std::function<void()>& work) {
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    try {
        for (int i = 1; i < (threads > 0 ? threads : cores); ++i)
            others.emplace_back([&work] { endQuietly(work); });
    } catch (...) {
        // No more threads, or no memory for them.
    }
    endQuietly(work);
}

}  // namespace run
