// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "insight/stationary.h"
#include "insight/verdict/verdict.h"
#include "run/run.h"
#include "run/task.h"
#include "session/session.h"

namespace model {

/// The run of one runner: computed on a thread of its own, taken over part by part, and judged when
/// it is over. Made for a session of that runner; whatever the session has besides is of no matter.
class Course {
public:
    explicit Course(const session::Session& session);

    /// Whether the run of this session is the same.
    bool isOf(const session::Session& session) const;

    const descent::Trajectory& trajectory() const { return m_progress.trajectory; }
    bool over() const { return m_progress.outcome.has_value(); }
    /// Nothing while the run goes on or is judged.
    const std::optional<insight::Verdict>& verdict() const { return m_verdict; }
    /// The last iteration that has been taken over.
    std::size_t steps() const;

    void wait(std::chrono::microseconds longest) const { m_run->wait(longest); }
    /// Takes over what has arrived, at most so many steps more. False when all was there before.
    bool collect(std::size_t most);
    /// Judges a run that is over by the points in view. True when the verdict has come; one for
    /// which there was no memory is tried again.
    bool judge(const std::vector<insight::StationaryPoint>& points);
    /// How the run compares with what is in view now.
    void compare(const std::vector<insight::StationaryPoint>& points);

private:
    const formula::Valued m_function;
    const double m_start;
    const descent::Settings m_settings;
    std::unique_ptr<run::Run> m_run;
    run::Progress m_progress;
    std::unique_ptr<run::Task<insight::Verdict>> m_judgement;  ///< under way
    std::optional<insight::Verdict> m_verdict;
};

}  // namespace model
