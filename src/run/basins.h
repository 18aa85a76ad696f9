// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "formula/valued.h"
#include "insight/basins.h"

namespace run {

struct BasinProblem {
    formula::Valued analysis;
    descent::Settings settings;
    insight::Range x;
    int columns = 1;
    int threads = 0;  ///< that compute; 0: as many as there are cores
};

/// A basin map, computed on threads of its own from construction on, a coarse one first. The
/// destructor stops them within a step. Where the system gives no thread, whoever waits computes
/// it meanwhile. All members may be called from any one thread at a time.
class Basins {
public:
    explicit Basins(BasinProblem problem);
    ~Basins();

    /// The map so far if there is more of it than at the last call; columns not yet computed have
    /// the destination of a computed neighbour. The very first columns are held back until every
    /// 16th is there, or 50 ms have passed. Never waits for the computation.
    std::optional<insight::BasinMap> take();
    /// True when the computation has ended, complete or for want of memory: what take() gives from
    /// then on is the last.
    bool over() const;
    /// Waits until the map is complete, or over without, at most this long. True when it is
    /// complete.
    bool wait(std::chrono::microseconds longest) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace run
