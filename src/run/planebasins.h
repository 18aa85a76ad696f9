// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "descent/settings.h"
#include "formula/valued.h"
#include "insight/plane/planebasins.h"

namespace run {

struct PlaneBasinProblem {
    formula::Valued analysis;
    descent::Settings settings;
    insight::Lattice lattice;
    /// The stationary places in view: those that runs look for are the first goals.
    std::vector<insight::StationaryPlace> places = {};
    bool keepsEnds = false;  ///< in the last map
    int threads = 0;         ///< that compute; 0: as many as there are cores

    bool operator==(const PlaneBasinProblem&) const = default;
};

/// What becomes of runs from all nodes of a lattice, computed on threads of its own from
/// construction on, those from every 16th node first, then from every 8th and so on. Takes 8 bytes
/// a node, and 16 more where ends are kept. The destructor stops it within a step of 256 runs. All
/// members may be called from any one thread at a time.
class PlaneBasins {
public:
    explicit PlaneBasins(PlaneBasinProblem problem);
    ~PlaneBasins();

    /// The map so far if there is clearly more of it than at the last call, else null; nodes not
    /// yet computed have the fate of one nearby that is, or none. Held back until the coarsest
    /// nodes are there, or 40 ms have passed. Never waits for the computation; copies and fills in,
    /// which takes up to some milliseconds.
    insight::SharedBasins take();
    /// True when the computation has ended, complete or for want of memory or of a thread: what
    /// take() gives from then on is the last.
    bool over() const;
    /// Waits until it is complete, or over without, at most this long; computes it meanwhile,
    /// however long it takes, where the system gave no thread. True when it is complete.
    bool wait(std::chrono::microseconds longest);
    /// The part of the nodes that are computed.
    double progress() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace run
