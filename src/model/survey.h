// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"
#include "insight/stationary.h"
#include "run/task.h"
#include "session/session.h"

namespace model {

/// The stationary points of a function of one variable, or places of one of two, in view. Of more
/// variables nothing is looked for: a slice seldom goes through such a place.
struct Sights {
    std::vector<insight::StationaryPoint> points;  ///< ascending
    std::vector<insight::StationaryPlace> places;
};

/// Looks for what is in view on a thread of its own. While it does, it has those of a wider view
/// that are in this one; none where that shows more than was seen before.
class Survey {
public:
    /// Looks at the view of a session; the newest takes the place of the one before. `another` is
    /// true where the function, its constants or their values are others.
    void begin(const session::Session& session, bool another);
    /// Waits at most so long until the view has been looked at, and takes over what was found. True
    /// once, when that has come.
    bool collect(std::chrono::microseconds longest = {});
    bool over() const { return !m_task; }
    const Sights& found() const { return m_found; }

private:
    Sights m_found;
    insight::Rectangle m_seen;                  ///< where m_found were looked for
    insight::Rectangle m_asked;                 ///< of m_task
    std::unique_ptr<run::Task<Sights>> m_task;  ///< under way
};

/// Whether sessions of the same function show the same part of it.
bool isSameView(const session::Session& one, const session::Session& other);

}  // namespace model
