// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/rivals.h"

#include <algorithm>
#include <optional>

#include "model/experiment.h"
#include "session/runners.h"

namespace window {

std::vector<plot::Rival> rivalsOf(const model::Experiment& experiment) {
    const session::Session& session = experiment.session();
    std::vector<plot::Rival> rivals;
    // While the session changes, the runs may still be those before.
    const std::size_t known = std::min(experiment.courses().size(), session::runnerCount(session));
    for (std::size_t place = 0; place < known; ++place) {
        if (place == session.chosen) continue;
        rivals.push_back({place, experiment.courses()[place]->trajectory(),
                          session::choosing(session, place).settings});
    }
    return rivals;
}

std::vector<plot::Rival> runnersOf(const model::Experiment& experiment) {
    const session::Session& session = experiment.session();
    std::vector<plot::Rival> runners = rivalsOf(experiment);
    runners.push_back({session.chosen, experiment.trajectory(), session.settings});
    return runners;
}

std::vector<session::Racer> racersOf(const model::Experiment& experiment) {
    std::vector<std::optional<insight::Verdict>> verdicts;
    for (const auto& course : experiment.courses()) verdicts.push_back(course->verdict());
    verdicts.resize(session::runnerCount(experiment.session()));
    return session::race(verdicts);
}

}  // namespace window
