// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <thread>

namespace run {

/// A thread that does this work, or none (it is not joinable) where the system gives no thread or
/// no memory for it.
std::jthread started(std::function<void(const std::stop_token&)> work);

/// Calls `work` on this many threads at once, the calling one among them, and returns when all are
/// done; 0 stands for as many as there are cores. Where the system gives fewer threads, fewer work.
/// A call that throws just ends.
void inParallel(int threads, const std::function<void()>& work);

}  // namespace run
