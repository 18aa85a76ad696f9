// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "core/analysis.h"
#include "core/descent.h"
#include "core/trajectory.h"

namespace run {

/// All that a run depends on.
struct Problem {
    core::Analysis analysis;
    core::Point start;
    core::Settings settings;
};

/// What has arrived of a run: the steps so far and, once it is over, how it ended.
struct Progress {
    core::Trajectory trajectory;
    std::optional<core::Outcome> outcome;
};

/// One descent, computed on a thread of its own from construction on. The destructor stops it
/// within a step. Where there is no memory for more steps it ends as at the limit of iterations.
/// All members may be called from any one thread at a time.
class Run {
public:
    explicit Run(Problem problem);

    /// A snapshot; cheap, never waits for the computation.
    Progress progress() const;
    /// Waits until the run is over, at most this long. True when it is over.
    bool wait(std::chrono::microseconds longest) const;
    /// Waits until the run is over.
    void wait() const;

private:
    void compute(const std::stop_token& stop, const Problem& problem);
    void follow(const std::stop_token& stop, const Problem& problem, core::Trajectory& trajectory);
    void giveUp(const Problem& problem, core::Trajectory& trajectory);
    void publish(const core::Trajectory& trajectory, std::optional<core::Outcome> outcome);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_over;
    Progress m_progress;    ///< guarded by m_mutex
    std::jthread m_thread;  ///< last member: it ends before what it uses
};

}  // namespace run
