// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/course.h"

#include <utility>

#include "insight/plane/planeverdict.h"
#include "session/constants.h"

namespace model {

using namespace std::chrono_literals;

Course::Course(const session::Session& session)
    : m_function(session::valued(session)),
      m_start(session.initialGuess),
      m_settings(session.settings),
      m_run(std::make_unique<run::Run>(
          run::Problem{m_function, session.initialGuess, session.settings})) {}

bool Course::isOf(const session::Session& session) const {
    return session::valued(session) == m_function && session.initialGuess == m_start &&
           session.settings == m_settings;
}

std::size_t Course::steps() const {
    return trajectory().empty() ? 0 : trajectory().size() - 1;
}

bool Course::collect(std::size_t most) {
    if (over()) return false;
    m_run->wait(0ms);  // it computes a part where the system gave it no thread
    run::Progress arrived = m_run->progress();
    const bool sameRun = arrived.trajectory.continues(trajectory());
    const std::size_t due = (sameRun ? trajectory().size() : 0) + most;
    if (arrived.trajectory.size() > due) {
        arrived = {arrived.trajectory.prefix(due), std::nullopt};
    }
    m_progress = std::move(arrived);
    return true;
}

bool Course::beginJudgement(const Sights& inView) {
    if (!over() || m_verdict || m_judgement) return false;
    m_judgement = std::make_unique<run::Task<insight::Verdict>>(
        [function = m_function, settings = m_settings, run = m_progress,
         inView](const std::stop_token& stop) {
            return insight::judge(descent::Objective(function, settings.direction), settings,
                                  run.trajectory, *run.outcome, inView.points, stop, inView.places);
        });
    return true;
}

bool Course::takeJudgement(const Sights& inView, std::chrono::microseconds longest) {
    if (!m_judgement || !m_judgement->wait(longest)) return false;
    m_verdict = m_judgement->take();
    m_judgement.reset();
    if (m_verdict) compare(inView);
    return m_verdict.has_value();
}

void Course::compare(const Sights& inView) {
    if (!m_verdict) return;
    if (m_verdict->inPlane) {
        insight::compare(*m_verdict->inPlane, m_settings.direction, inView.places);
    } else {
        insight::compare(*m_verdict, m_settings.direction, inView.points);
    }
}

}  // namespace model
