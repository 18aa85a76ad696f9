// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/run.h"

#include <limits>
#include <utility>

namespace run {

Run::Run(Problem problem)
    : m_thread([this, problem = std::move(problem)](const std::stop_token& stop) {
          compute(stop, problem);
      }) {}

Progress Run::progress() const {
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

bool Run::wait(std::chrono::microseconds longest) const {
    std::unique_lock lock(m_mutex);
    return m_over.wait_for(lock, longest, [this] { return m_progress.outcome.has_value(); });
}

void Run::wait() const {
    std::unique_lock lock(m_mutex);
    m_over.wait(lock, [this] { return m_progress.outcome.has_value(); });
}

void Run::compute(const std::stop_token& stop, const Problem& problem) {
    core::Trajectory trajectory;
    try {
        follow(stop, problem, trajectory);
    } catch (...) {
        giveUp(problem, trajectory);
    }
}

void Run::follow(const std::stop_token& stop, const Problem& problem,
                 core::Trajectory& trajectory) {
    // Publishing copies a pointer per chunk, so it is done rarely enough to cost nothing per step.
    constexpr std::int64_t stepsPerPublication = 4096;

    const core::Objective objective(problem.analysis);
    core::Step step = core::begin(objective, problem.start);
    trajectory.append(step);
    while (!stop.stop_requested()) {
        if (const auto outcome = core::outcome(problem.settings, step)) {
            publish(trajectory, outcome);
            return;
        }
        step = core::next(objective, problem.settings, step);
        trajectory.append(step);
        if (step.iteration % stepsPerPublication == 0) publish(trajectory, std::nullopt);
    }
}

/// Without memory for more the run is at its limit; a function that cannot even be evaluated once
/// has no value.
void Run::giveUp(const Problem& problem, core::Trajectory& trajectory) {
    auto outcome = core::Outcome::MaxIterations;
    if (trajectory.empty()) {
        constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
        trajectory.append({0, problem.start, undefined, {undefined, 0}});
        outcome = core::Outcome::LeftDomain;
    }
    const std::lock_guard lock(m_mutex);
    m_progress = {std::move(trajectory), outcome};
    m_over.notify_all();
}

void Run::publish(const core::Trajectory& trajectory, std::optional<core::Outcome> outcome) {
    const std::lock_guard lock(m_mutex);
    m_progress = {trajectory, outcome};
    if (outcome) m_over.notify_all();
}

}  // namespace run
