// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "insight/foresight.h"
#include "insight/verdict/remark.h"
#include "insight/verdict/verdict.h"

namespace insight {

/// A run that is over, with what was found out about it.
struct Judged {
    const descent::Objective& objective;
    const descent::Settings& settings;
    const descent::Trajectory& trajectory;  ///< not empty
    const Verdict& verdict;
    /// What follows where the limit of iterations ended it.
    const std::optional<Continuation>& ahead;
    const std::stop_token& stop;

    std::size_t size() const { return trajectory.size(); }
    /// From iteration n - 1 to n.
    double step(std::size_t n) const { return trajectory.x(n) - trajectory.x(n - 1); }
    bool cutShort() const { return verdict.outcome == descent::Outcome::MaxIterations; }
    bool isNoisy() const { return settings.noise.sigma > 0; }
    bool hasConstantAlpha() const { return descent::isConstant(settings.schedule); }
    /// Whether it did not diverge, leave the domain or want memory.
    bool lasts() const {
        return cutShort() || verdict.outcome == descent::Outcome::Converged ||
               verdict.outcome == descent::Outcome::Stalled;
    }
};

/// What there is to remark on a run, in the order of telling.
std::vector<Remark> remarksOn(const Judged& run);

/// Parts of it.
void remarkOnMethod(const Judged& run, std::vector<Remark>& remarks);
void remarkOnSwings(const Judged& run, std::vector<Remark>& remarks);
void remarkOnHilltops(const Judged& run, std::vector<Remark>& remarks);
void remarkOnSchedule(const Judged& run, std::vector<Remark>& remarks);

}  // namespace insight
