// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "plot/paint/rival.h"
#include "session/race.h"

namespace model {
class Experiment;
}

namespace window {

/// The runners that are not chosen, as pictures show them.
std::vector<plot::Rival> rivalsOf(const model::Experiment& experiment);
/// All of them, the chosen one last.
std::vector<plot::Rival> runnersOf(const model::Experiment& experiment);
/// All of them in the order of the race.
std::vector<session::Racer> racersOf(const model::Experiment& experiment);

}  // namespace window
