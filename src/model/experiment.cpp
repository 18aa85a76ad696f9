// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/experiment.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "insight/plane/landmark.h"
#include "session/runners.h"

namespace model {

namespace {

using namespace std::chrono_literals;

using Clock = std::chrono::steady_clock;

/// Most runs are over within this time, all of them together, and are judged within as much, so
/// that their trail is there with the frame that shows the change.
constexpr auto shortestWait = 3ms;
constexpr auto frame = 16ms;

std::chrono::microseconds timeUntil(Clock::time_point deadline) {
    return std::max(0us,
                    std::chrono::duration_cast<std::chrono::microseconds>(deadline - Clock::now()));
}

}  // namespace

Experiment::Experiment(const session::Session& session, QObject* parent) : QObject(parent) {
    m_clock.setTimerType(Qt::PreciseTimer);
    m_clock.setInterval(frame);
    connect(&m_clock, &QTimer::timeout, this, &Experiment::tick);
    load(session);
}

Experiment::~Experiment() = default;

void Experiment::change(const session::Session& session) {
    if (session == m_session) return;
    const session::Session before = std::exchange(m_session, session);
    const bool otherFunction = session.function != before.function;
    const bool otherConstants = !otherFunction && session::valued(before) != valued();
    const bool otherView = otherFunction || !isSameView(session, before);
    const bool sameRunner =
        session.chosen == before.chosen && session.others.size() == before.others.size();
    const bool otherStart = sameRunner && session.initialGuess != before.initialGuess;
    if (otherStart) m_player.pause();
    if (otherFunction || otherStart) m_player.setPosition(0);
    if (otherFunction) {
        adoptFunction();
        Q_EMIT functionTyped();
    } else if (otherConstants) {
        adoptConstants();
    } else if (otherView) {
        survey(false);
    }
    const bool otherRunners = !sameRunner || session.others != before.others;
    if (otherFunction || otherConstants || otherStart || otherRunners ||
        session.settings != before.settings)
        return restart();
    if (otherView) {
        if (m_survey.over()) Q_EMIT pointsChanged();
        Q_EMIT verdictChanged();
    }
    Q_EMIT sessionChanged();
}

void Experiment::startAt(const descent::Point& at) {
    session::Session next = m_session;
    for (std::size_t i = 0; i < std::min(at.size(), next.initialGuess.size()); ++i)
        next.initialGuess[i] =
            std::clamp(at[i], -descent::divergenceBound, descent::divergenceBound);
    if (next.initialGuess == m_session.initialGuess) {
        setPosition(0);
    } else {
        change(next);
    }
}

void Experiment::load(const session::Session& session) {
    m_session = session;
    m_session.standing = {};
    m_player.pause();
    m_player.returnTo(static_cast<double>(session.standing.step.value_or(0)));
    adoptFunction();
    Q_EMIT loaded();
    restart();
}

void Experiment::restore(const session::Session& session, double place) {
    if (!m_player.playing()) m_player.returnTo(place);
    const session::Session before = std::exchange(m_session, session);
    if (session.function != before.function) {
        adoptFunction();
    } else if (session::valued(before) != valued()) {
        adoptConstants();
    } else {
        survey(false);
    }
    restart();
}

std::optional<insight::StationaryPoint> Experiment::extremum() const {
    return insight::landmark(points(), m_session.settings.direction, m_session.initialGuess[0],
                             verdict());
}

std::optional<insight::StationaryPlace> Experiment::goal() const {
    return insight::landmark(places(), m_session.settings.direction, m_session.initialGuess,
                             verdict());
}

void Experiment::togglePlay() {
    if (m_player.playing()) {
        m_player.pause();
        keepClock();
        Q_EMIT playingChanged();
    } else {
        play();
    }
}

void Experiment::play() {
    m_player.play();
    keepClock();
    Q_EMIT playingChanged();
    Q_EMIT positionChanged();
}

void Experiment::setPosition(double position) {
    m_player.pause();
    m_player.setPosition(position);
    movedByHand();
}

void Experiment::returnTo(double place) {
    if (m_player.playing()) return;
    m_player.returnTo(place);
    movedByHand();
}

void Experiment::goToEnd() {
    m_player.pause();
    m_player.goToEnd();
    movedByHand();
}

void Experiment::stepForward() {
    m_player.stepForward();
    movedByHand();
}

void Experiment::stepBack() {
    m_player.stepBack();
    movedByHand();
}

void Experiment::setSpeed(double stepsPerSecond) {
    m_player.setSpeed(stepsPerSecond);
}

/// The function of the session is another, or is shown anew.
void Experiment::adoptFunction() {
    survey(true);
    Q_EMIT functionChanged();
}

void Experiment::adoptConstants() {
    survey(true);
    Q_EMIT constantsChanged();
}

void Experiment::survey(bool another) {
    m_survey.begin(m_session, another);
    m_survey.collect(shortestWait);
    compare();
    keepClock();
}

/// How a run compares with what is in view is not known before all of that is.
void Experiment::compare() {
    for (const auto& course : m_courses)
        course->compare(m_survey.over() ? m_survey.found() : Sights());
}

/// Each runner has its run: the one that is there where it is the same. The ball keeps its place.
void Experiment::restart() {
    std::vector<std::unique_ptr<Course>> before = std::exchange(m_courses, {});
    for (std::size_t place = 0; place < session::runnerCount(m_session); ++place) {
        const session::Session own = session::choosing(m_session, place);
        const auto same = std::ranges::find_if(
            before, [&](const auto& course) { return course && course->isOf(own); });
        m_courses.push_back(same == before.end() ? std::make_unique<Course>(own)
                                                 : std::move(*same));
    }
    m_chosen = m_session.chosen;
    const auto deadline = Clock::now() + shortestWait;
    for (const auto& course : m_courses) course->wait(timeUntil(deadline));
    // First of all, so that whoever listens knows where the ball was before.
    Q_EMIT sessionChanged();
    Q_EMIT settingsChanged();
    collectSteps();
    judge();
    Q_EMIT runChanged();
    Q_EMIT verdictChanged();
    Q_EMIT positionChanged();
    Q_EMIT playingChanged();
    keepClock();
}

/// Takes what has arrived, but no more in a frame than can be shown without a pause.
void Experiment::collect() {
    constexpr auto tooLong = 10ms;
    constexpr std::size_t fewest = 20'000;
    constexpr std::size_t most = 100'000;
    const bool grew = collectSteps();
    const bool judged = judge();
    if (!grew && !judged) return;
    const auto begun = std::chrono::steady_clock::now();
    Q_EMIT runChanged();
    Q_EMIT verdictChanged();
    const bool took = std::chrono::steady_clock::now() - begun > tooLong;
    m_mostAtOnce = std::clamp(took ? m_mostAtOnce / 2 : m_mostAtOnce * 2, fewest, most);
}

/// False when all runs are over, and all of them was there before.
bool Experiment::collectSteps() {
    bool grew = false;
    std::size_t longest = 0;
    bool growing = false;
    for (const auto& course : m_courses) {
        grew |= course->collect(m_mostAtOnce / m_courses.size());
        longest = std::max(longest, course->steps());
        growing |= !course->over();
    }
    m_player.setSteps(longest, growing);
    return grew;
}

/// Judges the runs that are over once the points in view are known. True when a verdict has come.
bool Experiment::judge() {
    if (!m_survey.over()) return false;
    bool came = false;
    bool begun = false;
    for (const auto& course : m_courses) begun |= course->beginJudgement(m_survey.found());
    const auto deadline = Clock::now() + (begun ? shortestWait : 0ms);
    for (const auto& course : m_courses)
        came |= course->takeJudgement(m_survey.found(), timeUntil(deadline));
    return came;
}

bool Experiment::judged() const {
    return std::ranges::all_of(m_courses,
                               [](const auto& course) { return course->verdict().has_value(); });
}

double Experiment::position() const {
    return std::min(m_player.position(), static_cast<double>(chosen().steps()));
}

void Experiment::tick() {
    if (m_survey.collect()) {
        compare();
        Q_EMIT pointsChanged();
        Q_EMIT verdictChanged();
    }
    if (!judged()) collect();
    const bool wasPlaying = m_player.playing();
    m_player.advance(static_cast<double>(m_sinceTick.restart()) / 1000, !judged());
    if (wasPlaying) Q_EMIT positionChanged();
    if (wasPlaying != m_player.playing()) Q_EMIT playingChanged();
    keepClock();
}

void Experiment::movedByHand() {
    keepClock();
    Q_EMIT positionChanged();
    Q_EMIT playingChanged();
}

void Experiment::keepClock() {
    const bool needed = !complete() || m_player.playing();
    if (needed == m_clock.isActive()) return;
    if (needed) {
        m_sinceTick.start();
        m_clock.start();
    } else {
        m_clock.stop();
    }
}

}  // namespace model
