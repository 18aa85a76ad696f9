// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runners.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

#include "session/method.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Runners)
};

/// These are all of them, and this one is chosen.
Session with(Session session, std::vector<Runner> all, std::size_t chosen) {
    const Runner& runner = all[chosen];
    session.initialGuess = runner.start;
    session.settings.alpha = runner.alpha;
    session.settings.method = runner.method;
    session.settings.schedule = runner.schedule;
    session.settings.noise = runner.noise;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(chosen));
    session.others = std::move(all);
    session.chosen = chosen;
    return session;
}

Runner withAlpha(Runner runner, double alpha) {
    runner.alpha = std::clamp(alpha, descent::smallestAlpha, descent::largestAlpha);
    return runner;
}

}  // namespace

Runner chosenRunner(const Session& session) {
    const descent::Settings& settings = session.settings;
    return {session.initialGuess, settings.alpha, settings.method, settings.schedule,
            settings.noise};
}

std::vector<Runner> runners(const Session& session) {
    std::vector<Runner> all = session.others;
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(session.chosen), chosenRunner(session));
    return all;
}

Session choosing(const Session& session, std::size_t place) {
    if (place == session.chosen) return session;
    return with(session, runners(session), place);
}

Session alone(const Session& session) {
    return with(session, {chosenRunner(session)}, 0);
}

Typed<Session> adding(const Session& session, const Runner& runner) {
    std::vector<Runner> all = runners(session);
    if (all.size() == mostRunners) {
        return Text::tr("There can be at most %1 runners. Remove one first.").arg(mostRunners);
    }
    all.push_back(runner);
    return with(session, all, all.size() - 1);
}

Session gathered(Session session, std::size_t place) {
    const descent::Point start = runners(session)[place].start;
    session.initialGuess = start;
    for (Runner& other : session.others) other.start = start;
    return session;
}

Session removing(const Session& session, std::size_t place) {
    std::vector<Runner> all = runners(session);
    if (all.size() == 1) return session;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
    const std::size_t chosen = session.chosen > place ? session.chosen - 1 : session.chosen;
    return with(session, all, std::min(chosen, all.size() - 1));
}

Runner stepping(Runner runner, const descent::Method& method) {
    const double usual = descent::usualAlpha(method);
    if (usual != descent::usualAlpha(runner.method)) runner.alpha = usual;
    runner.method = method;
    return runner;
}

Runner doubled(Runner runner) {
    return withAlpha(runner, 2 * runner.alpha);
}

Runner halved(Runner runner) {
    return withAlpha(runner, runner.alpha / 2);
}

Runner beside(Runner runner, double epsilon) {
    runner.start[0] =
        std::clamp(runner.start[0] + epsilon, -descent::divergenceBound, descent::divergenceBound);
    return runner;
}

std::string mainKnob(const descent::Method& method) {
    for (const descent::Setting& knob : descent::settingsOf(method))
        if (!knob.isSwitch && knob.knob != "epsilon") return std::string(knob.knob);
    return {};
}

QString runnersChange(const Session& before, const Session& after) {
    if (before.others == after.others && before.chosen == after.chosen) return {};
    if (before.others.size() < after.others.size()) return Text::tr("Add a runner");
    if (before.others.size() > after.others.size()) return Text::tr("Remove a runner");
    if (runners(before) == runners(after)) {
        return Text::tr("Choose %1")
            .arg(methodText(after.settings.method).section(QLatin1Char(':'), 0, 0));
    }
    Session moved = before;
    moved.initialGuess = after.initialGuess;
    if (runners(gathered(moved, moved.chosen)) == runners(after))
        return Text::tr("Start all runners at one place");
    return Text::tr("Change the runners");
}

}  // namespace session
