// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/verdict/laststeps.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace insight {

namespace {

bool repeats(const descent::Trajectory& trajectory, std::size_t period) {
    const std::size_t size = trajectory.size();
    if (size < 3 * period) return false;
    for (std::size_t back = 1; back <= period; ++back) {
        const double now = trajectory.x(size - back);
        const double slack = 1e-9 * std::max(std::abs(now), 1e-3);
        if (std::abs(now - trajectory.x(size - back - period)) > slack) return false;
    }
    return true;
}

/// From the point before.
double change(const descent::Trajectory& trajectory, std::size_t step) {
    return trajectory.x(step) - trajectory.x(step - 1);
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
        if (trajectory.x(size - 1 - period) == trajectory.x(size - 1))
            return static_cast<int>(period);
    }
    return 0;
}

bool improves(const descent::Objective& objective, const descent::Trajectory& trajectory,
              std::size_t steps) {
    const std::size_t size = trajectory.size();
    const auto cost = [&](std::size_t n) { return objective.told(trajectory.value(n)); };
    for (std::size_t back = 1; back <= std::min(steps, size - 1); ++back) {
        if (!(cost(size - back) <= cost(size - back - 1))) return false;
    }
    if (size < 2) return false;
    return cost(size - 1) < cost(size - 1 - std::min(steps, size - 1));
}

bool falls(const descent::Objective& objective, const descent::Trajectory& trajectory,
           std::size_t steps) {
    const std::size_t size = trajectory.size();
    for (std::size_t back = 1; back <= std::min(steps, size - 1); ++back) {
        const double before = objective.told(trajectory.value(size - back - 1));
        if (!(objective.told(trajectory.value(size - back)) < before)) return false;
    }
    return true;
}

bool isLevel(const descent::Trajectory& trajectory, std::size_t steps) {
    const std::size_t size = trajectory.size();
    for (std::size_t back = 1; back <= std::min(steps, size - 1); ++back) {
        if (trajectory.value(size - back - 1) != trajectory.value(size - 1)) return false;
    }
    return size > 1;
}

bool grows(const descent::Objective& objective, const descent::Trajectory& trajectory,
           std::size_t steps) {
    const std::size_t size = trajectory.size();
    if (size < 4) return false;
    const auto cost = [&](std::size_t n) { return objective.told(trajectory.value(n)); };
    for (std::size_t back = 1; back <= std::min(steps, size - 2); ++back) {
        const std::size_t n = size - back;
        if (!(cost(n) > cost(n - 1))) return false;
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

bool remembersAlike(const descent::Trajectory& trajectory, std::size_t period, double part) {
    const descent::State now = trajectory.state(trajectory.size() - 1);
    const descent::State then = trajectory.state(trajectory.size() - 1 - period);
    for (std::size_t i = 0; i < now.memory.size(); ++i) {
        for (std::size_t k = 0; k < now.memory[i].size(); ++k) {
            const double value = now.memory[i][k];
            if (!(std::abs(value - then.memory[i][k]) <= part * std::abs(value))) return false;
        }
    }
    return true;
}

int placesIn(const descent::Trajectory& trajectory, int steps) {
    constexpr double same = 1e-9;
    const auto last = static_cast<std::size_t>(steps);
    const double apart = same * extent(trajectory, last).width();
    std::vector<double> places;
    for (std::size_t back = 1; back <= last; ++back)
        places.push_back(trajectory.x(trajectory.size() - back));
    std::ranges::sort(places);
    int count = 1;
    for (std::size_t i = 1; i < places.size(); ++i)
        if (places[i] - places[i - 1] > apart) ++count;
    return count;
}

Range extent(const descent::Trajectory& trajectory, std::size_t steps) {
    const double last = trajectory.x(trajectory.size() - 1);
    Range range{last, last};
    for (std::size_t back = 1; back <= std::min(steps, trajectory.size()); ++back) {
        range = widened(range, trajectory.x(trajectory.size() - back));
    }
    return range;
}

}  // namespace insight
