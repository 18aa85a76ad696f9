// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace run {

/// Calls `work` on this many threads at once, the calling one among them, and returns when all are
/// done; 0 stands for as many as there are cores. Where the system gives fewer threads, fewer work.
/// A call that throws just ends.
void together(int threads, const std::function<void()>& work);

}  // namespace run
