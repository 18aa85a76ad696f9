// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <vector>

#include "session/race.h"
#include "session/session.h"

namespace output {

/// A header and a row for each of these runners of the session, in this order. What is not known of
/// one that is still computed stays empty; a cell with a separator in it is in quotes.
QByteArray raceTable(const session::Session& session, const std::vector<session::Racer>& racers,
                     char separator);
/// The same as objects, with null for what is not known.
QJsonArray raceResult(const session::Session& session, const std::vector<session::Racer>& racers);

}  // namespace output
