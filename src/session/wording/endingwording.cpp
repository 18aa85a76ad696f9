// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/endingwording.h"

#include <QCoreApplication>
#include <variant>

#include "session/wording/planewording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EndingWording)
};

template <typename... Kinds>
bool isOneOf(const insight::Finding& finding) {
    return (std::holds_alternative<Kinds>(finding) || ...);
}

/// Of a run of several variables.
QString endingName(const insight::PlaneFinding& finding) {
    using namespace insight;
    switch (endingOf(finding)) {
        case Ending::Arrived:
            return endAs<PlaneArrival>(finding) ? Text::tr("Arrived") : Text::tr("At rest");
        case Ending::Going:
            return Text::tr("Still going");
        case Ending::Unsettled:
            return endAs<PlaneStall>(finding) ? Text::tr("Stuck") : Text::tr("Cannot settle");
        case Ending::Gone:
            return endAs<PlaneShortage>(finding) ? Text::tr("Out of memory") : Text::tr("Gone");
    }
    Q_UNREACHABLE();
}

}  // namespace

Ending endingOf(const insight::Verdict& verdict) {
    using namespace insight;
    if (verdict.inPlane) return endingOf(*verdict.inPlane);
    const Finding& found = verdict.finding;
    if (isOneOf<Arrival, Standstill>(found)) return Ending::Arrived;
    if (const auto* stall = std::get_if<Stall>(&found); stall && stall->stretches)
        return Ending::Going;
    if (isOneOf<Motion, Growth, March, Crawl>(found)) return Ending::Going;
    if (isOneOf<Cycle, Drift, Wandering, Rattle, Stall>(found)) return Ending::Unsettled;
    return Ending::Gone;
}

QString endingName(const insight::Verdict& verdict) {
    using namespace insight;
    if (verdict.inPlane) return endingName(*verdict.inPlane);
    const Finding& found = verdict.finding;
    switch (endingOf(verdict)) {
        case Ending::Arrived:
            return isOneOf<Arrival>(found) ? Text::tr("Arrived") : Text::tr("At rest");
        case Ending::Going:
            return Text::tr("Still going");
        case Ending::Unsettled:
            return isOneOf<Stall>(found) ? Text::tr("Stuck") : Text::tr("Cannot settle");
        case Ending::Gone:
            return isOneOf<Shortage>(found) ? Text::tr("Out of memory") : Text::tr("Gone");
    }
    Q_UNREACHABLE();
}

}  // namespace session
