// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>

#include "descent/settings.h"
#include "descent/trajectory.h"

namespace descent {

/// What it took a run to come to iteration n, n < size(): f and f' count 1 each at every place, and
/// so do for every step the entries of the Hessian, a pair of equal ones once, and each longer step
/// that a search refused. Searches are done again, which takes as long as they have tries; when
/// `stop` is requested, the rest is not counted.
std::int64_t evaluations(const Settings& settings, const Trajectory& trajectory, std::size_t n,
                         const std::stop_token& stop = {});

}  // namespace descent
