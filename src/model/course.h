// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "descent/point.h"
#include "insight/verdict/verdict.h"
#include "model/survey.h"
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
    /// Begins to judge a run that is over by what is in view. False when it is not over, is
    /// judged, or is being judged. One for which there was no memory can be begun again.
    bool beginJudgement(const Sights& inView);
    /// Takes the verdict, for which it waits at most so long. True when it has come.
    bool takeJudgement(const Sights& inView, std::chrono::microseconds longest);
    /// How the run compares with what is in view now.
    void compare(const Sights& inView);

private:
    const formula::Valued m_function;
    const descent::Point m_start;
    const descent::Settings m_settings;
    std::unique_ptr<run::Run> m_run;
    run::Progress m_progress;
    std::unique_ptr<run::Task<insight::Verdict>> m_judgement;  ///< under way
    std::optional<insight::Verdict> m_verdict;
};

}  // namespace model
