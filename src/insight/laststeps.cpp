// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/laststeps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace insight {

namespace {

bool repeats(const descent::Trajectory& trajectory, std::size_t period) {
    const std::size_t size = trajectory.size();
    if (size < 3 * period) return false;
    for (std::size_t back = 1; back <= period; ++back) {
        const descent::Point now = trajectory[size - back].at;
        const descent::Point before = trajectory[size - back - period].at;
        const double slack = 1e-9 * std::max(norm(now), 1e-3);
        if (descent::norm({now.x - before.x, now.y - before.y}) > slack) return false;
    }
    return true;
}

/// From the point before.
double change(const descent::Trajectory& trajectory, std::size_t step) {
    return trajectory[step].at.x - trajectory[step - 1].at.x;
}

}  // namespace

int tailPeriod(const descent::Trajectory& trajectory) {
    for (int period = 1; period <= longestPeriod; ++period) {
        if (repeats(trajectory, static_cast<std::size_t>(period))) return period;
    }
    return 0;
}

int exactPeriod(const descent::Trajectory& trajectory) {
    const std::size_t size = trajectory.size();
    for (std::size_t period = 2; period <= longestPeriod && period < size; ++period) {
        if (trajectory[size - 1 - period].at == trajectory.last().at)
            return static_cast<int>(period);
    }
    return 0;
}

bool improves(descent::Direction direction, const descent::Trajectory& trajectory,
              std::size_t steps) {
    const std::size_t size = trajectory.size();
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    for (std::size_t back = 1; back <= std::min(steps, size - 1); ++back) {
        const double now = sign * trajectory[size - back].value;
        if (!(now <= sign * trajectory[size - back - 1].value)) return false;
    }
    if (size < 2) return false;
    const std::size_t first = size - 1 - std::min(steps, size - 1);
    return sign * trajectory.last().value < sign * trajectory[first].value;
}

bool grows(descent::Direction direction, const descent::Trajectory& trajectory, std::size_t steps) {
    const std::size_t size = trajectory.size();
    if (size < 4) return false;
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    for (std::size_t back = 1; back <= std::min(steps, size - 2); ++back) {
        const std::size_t n = size - back;
        if (!(sign * trajectory[n].value > sign * trajectory[n - 1].value)) return false;
        if (!(-change(trajectory, n) / change(trajectory, n - 1) > 1 + 1e-9)) return false;
    }
    return true;
}

bool marches(const descent::Trajectory& trajectory, std::size_t steps) {
    const std::size_t size = trajectory.size();
    for (std::size_t back = 1; back <= std::min(steps, size - 1); ++back) {
        if (!(change(trajectory, size - back) * change(trajectory, size - 1) > 0)) return false;
    }
    return size > 1;
}

double lastGrowth(const descent::Trajectory& trajectory) {
    const std::size_t size = trajectory.size();
    if (size < 3) return std::numeric_limits<double>::quiet_NaN();
    return std::abs(change(trajectory, size - 1) / change(trajectory, size - 2));
}

Range extent(const descent::Trajectory& trajectory, std::size_t steps) {
    const double last = trajectory.last().at.x;
    Range range{last, last};
    for (std::size_t back = 1; back <= std::min(steps, trajectory.size()); ++back) {
        const double x = trajectory[trajectory.size() - back].at.x;
        range = widened(range, x);
    }
    return range;
}

}  // namespace insight
