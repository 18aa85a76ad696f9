// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "descent/descent.h"
#include "formula/valued.h"
#include "insight/bifurcation.h"

namespace run {

struct BifurcationProblem {
    formula::Valued analysis;
    descent::Point start;
    descent::Settings settings{};  ///< of which the goal and the method matter
    /// Within (0, largestAlpha]; when not valid, what insight::fittingAlphas() proposes.
    insight::Range alpha{};
    std::optional<insight::Range> x{};  ///< without it, the range that holds what settles
    int columns = 1;
    int rows = 1;
    int threads = 0;                  ///< that compute; 0: as many as there are cores
    std::optional<double> present{};  ///< an α that the proposed range should hold
};

/// A bifurcation diagram, computed on threads of its own from construction on, a coarse one first.
/// The destructor stops them within a step. Where the system gives no thread, whoever waits
/// computes it first, whole. All members may be called from any one thread at a time.
class Bifurcation {
public:
    explicit Bifurcation(BifurcationProblem problem);
    ~Bifurcation();

    /// The picture so far if there is more of it than at the last call; columns not yet computed
    /// look like a computed neighbour. The very first columns are held back until every 16th is
    /// there, or 50 ms have passed. Never waits: the picture was put together by what computes it.
    std::optional<insight::Density> take();
    /// True when the computation has ended, complete or for want of memory: what take() gives from
    /// then on is the last.
    bool over() const;
    /// The part of the columns that are computed.
    double progress() const;
    /// Waits until the picture is complete, or over without, at most this long. True when it is
    /// complete.
    bool wait(std::chrono::microseconds longest) const;
    /// Waits until it is over.
    void wait() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace run
