// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "insight/verdict/verdict.h"
#include "session/report.h"

namespace session {

/// A runner in a race and what became of it.
struct Racer {
    std::size_t runner = 0;                   ///< its place among all runners
    std::optional<insight::Verdict> verdict;  ///< nothing while it is computed
    /// Among those that are over, from 1 on; nothing of one that is unfinished or is computed.
    std::optional<int> place;

    bool isUnfinished() const { return verdict && !place; }
};

/// Of all runners in their order, in the order of the race: by place, behind them the unfinished,
/// at last those that are still computed.
std::vector<Racer> race(const std::vector<std::optional<insight::Verdict>>& runners);
std::vector<Racer> race(const Report& report);

}  // namespace session
