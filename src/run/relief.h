// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

#include "formula/valued.h"
#include "insight/plane/heights.h"

namespace run {

struct ReliefProblem {
    formula::Valued analysis;
    /// Made up to 7 nodes finer in each direction, so that a coarse one reaches as far.
    insight::Lattice lattice;
    int threads = 0;  ///< that compute; 0: as many as there are cores
};

/// The heights of a function of several variables over a lattice, computed on threads of its own
/// from construction on: those of every 8th node first, then of every 4th, every 2nd and all. The
/// destructor stops them within a row. Where the system gives no thread, whoever waits computes
/// them meanwhile. All members may be called from any one thread at a time.
class Relief {
public:
    explicit Relief(ReliefProblem problem);
    ~Relief();

    /// The heights of the finest lattice that is complete if it is finer than at the last call,
    /// else null. Coarse ones are held back until 30 ms have passed, as most functions are whole by
    /// then. Never waits, copies nothing.
    insight::SharedHeights take();
    /// True when the computation has ended, complete or for want of memory: what take() gives from
    /// then on is the last.
    bool over() const;
    /// The part of the nodes that are computed.
    double progress() const;
    /// Waits until it is complete, or over without, at most this long. True when it is complete.
    bool wait(std::chrono::microseconds longest) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace run
