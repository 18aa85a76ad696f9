// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/run.h"

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
    // Publishing copies a pointer per chunk, so it is done rarely enough to cost nothing per step.
    constexpr std::int64_t stepsPerPublication = 4096;

    const core::Objective objective(problem.analysis);
    core::Trajectory trajectory;
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

void Run::publish(const core::Trajectory& trajectory, std::optional<core::Outcome> outcome) {
    const std::lock_guard lock(m_mutex);
    m_progress = {trajectory, outcome};
    if (outcome) m_over.notify_all();
}

}  // namespace run
