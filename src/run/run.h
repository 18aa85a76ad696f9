// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/valued.h"

namespace run {

/// All that a run depends on.
struct Problem {
    formula::Valued analysis;
    descent::Point start;
    descent::Settings settings;
};

/// What has arrived of a run: the steps so far and, once it is over, how it ended. Without memory
/// there may be no step at all.
struct Progress {
    descent::Trajectory trajectory;
    std::optional<descent::Outcome> outcome;
};

/// One descent, computed on a thread of its own from construction on. The destructor stops it
/// within a step. Where the system gives no thread, whoever waits computes it meanwhile. All
/// members may be called from any one thread at a time.
class Run {
public:
    explicit Run(Problem problem);
    ~Run();

    /// A snapshot; cheap, never waits for the computation.
    Progress progress() const;
    /// Waits until the run is over, at most this long (without a thread of its own, at least for
    /// some milliseconds of computing). True when it is over.
    bool wait(std::chrono::microseconds longest) const;
    /// Waits until the run is over.
    void wait() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace run
