// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/run.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "run/parallel.h"

namespace run {

namespace {

/// Publishing copies a pointer per chunk, so it is done rarely enough to cost nothing per step.
constexpr std::int64_t stepsPerPublication = 4096;
/// Of the slowest functions these take 20 ms.
constexpr std::int64_t stepsPerLook = 256;
/// However short the wait: a part of a frame, so that a window without a thread goes on.
constexpr std::chrono::milliseconds shortestHelp(5);

}  // namespace

struct Run::State {
    explicit State(Problem given) : problem(std::move(given)) {
        thread = started([this](const std::stop_token& stop) {
            while (advance(stop, stepsPerPublication)) continue;
        });
    }

    /// Computes some more steps. False when the run is over or shall stop.
    bool advance(const std::stop_token& stop, std::int64_t steps) noexcept {
        try {
            const auto outcome = follow(stop, steps);
            publish({trajectory, outcome});
            return !outcome && !stop.stop_requested();
        } catch (...) {
            publish({std::move(trajectory), descent::Outcome::OutOfMemory});
            return false;
        }
    }

    std::optional<descent::Outcome> follow(const std::stop_token& stop, std::int64_t steps) {
        if (!objective) {
            objective.emplace(problem.analysis, problem.settings.direction);
            trajectory = descent::Trajectory(problem.start.size(), problem.settings);
            descent.emplace(*objective, problem.settings, problem.start);
        }
        const auto done = static_cast<std::int64_t>(trajectory.size());
        descent->keep(trajectory, std::min(done + steps, problem.settings.maxIterations), stop);
        return descent->outcome();
    }

    void publish(Progress now) {
        const std::lock_guard lock(mutex);
        progress = std::move(now);
        if (progress.outcome) over.notify_all();
    }

    const Problem problem;
    std::optional<descent::Objective> objective;  ///< this and the next two: of who computes
    std::optional<descent::Descent> descent;
    descent::Trajectory trajectory;
    std::mutex mutex;
    std::condition_variable over;
    Progress progress;    ///< guarded by mutex
    std::jthread thread;  ///< last: it ends before what it uses
};

Run::Run(Problem problem) : m_state(std::make_unique<State>(std::move(problem))) {}

Run::~Run() = default;

Progress Run::progress() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->progress;
}

bool Run::wait(std::chrono::microseconds longest) const {
    const auto isOver = [this] { return m_state->progress.outcome.has_value(); };
    if (!m_state->thread.joinable()) {
        const auto end = std::chrono::steady_clock::now() +
                         std::max<std::chrono::microseconds>(longest, shortestHelp);
        while (!isOver() && m_state->advance({}, stepsPerLook) &&
               std::chrono::steady_clock::now() < end) {
        }
        return isOver();
    }
    std::unique_lock lock(m_state->mutex);
    return m_state->over.wait_for(lock, longest, isOver);
}

void Run::wait() const {
    while (!wait(std::chrono::hours(1))) {
    }
}

}  // namespace run
