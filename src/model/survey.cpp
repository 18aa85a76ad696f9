// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/survey.h"

#include "insight/plane/survey.h"
#include "insight/survey.h"
#include "session/axes.h"
#include "session/constants.h"

namespace model {

namespace {

bool contains(insight::Range range, insight::Range other) {
    return range.contains(other.low) && range.contains(other.high);
}

/// Of several variables the first two, in their order, as far as they are in view; of one, beside
/// its range, one that never changes.
insight::Rectangle viewOf(const session::Session& session) {
    if (session.function.dimension() == 1) return {session.range, {}};
    return session::inOrder(session.axes, session::rectangleOf(session));
}

Sights sightsOf(const formula::Valued& function, const insight::Rectangle& view,
                const std::stop_token& stop) {
    const descent::Objective objective(function);
    switch (function->variables.size()) {
        case 1:
            return {insight::survey(objective, view.across, insight::usualColumns, stop), {}};
        case 2:
            return {{}, insight::stationaryPlaces(objective, view, stop)};
        default:
            return {};
    }
}

}  // namespace

bool isSameView(const session::Session& one, const session::Session& other) {
    return viewOf(one) == viewOf(other);
}

void Survey::begin(const session::Session& session, bool another) {
    m_asked = viewOf(session);
    if (another || !contains(m_seen.across, m_asked.across) || !contains(m_seen.up, m_asked.up)) {
        m_found = {};
    }
    std::erase_if(m_found.points, [this](const insight::StationaryPoint& point) {
        return !m_asked.across.contains(point.x);
    });
    std::erase_if(m_found.places, [this](const insight::StationaryPlace& place) {
        return !m_asked.across.contains(place.at[0]) || !m_asked.up.contains(place.at[1]);
    });
    m_task = std::make_unique<run::Task<Sights>>(
        [function = session::valued(session), view = m_asked](const std::stop_token& stop) {
            return sightsOf(function, view, stop);
        });
}

bool Survey::collect(std::chrono::microseconds longest) {
    if (!m_task || !m_task->wait(longest)) return false;
    m_found = m_task->take().value_or(Sights());
    m_seen = m_asked;
    m_task.reset();
    return true;
}

}  // namespace model
