// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/endingwording.h"

#include <QCoreApplication>
#include <variant>

#include "insight/survey.h"
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

template <typename Rest>
bool leaves(const insight::Finding& finding) {
    const auto* rest = std::get_if<Rest>(&finding);
    return rest && rest->departure && rest->departure->outside;
}

bool wouldLeave(const insight::Verdict& verdict) {
    if (verdict.inPlane) return leavesAgain(*verdict.inPlane);
    return leaves<insight::Arrival>(verdict.finding) ||
           leaves<insight::Standstill>(verdict.finding);
}

QString placeName(insight::StationaryKind kind) {
    switch (kind) {
        case insight::StationaryKind::Minimum:
            return Text::tr("At a minimum");
        case insight::StationaryKind::Maximum:
            return Text::tr("At a maximum");
        case insight::StationaryKind::Inflection:
            break;
    }
    return Text::tr("At an inflection");
}

QString placeName(const insight::StationaryPlace& place) {
    using Kind = insight::StationaryPlace::Kind;
    switch (place.kind) {
        case Kind::Minimum:
            return place.isLine ? Text::tr("On a valley floor") : Text::tr("At a minimum");
        case Kind::Maximum:
            return place.isLine ? Text::tr("On a ridge") : Text::tr("At a maximum");
        case Kind::Saddle:
            return Text::tr("At a saddle");
        case Kind::Degenerate:
            break;
    }
    return Text::tr("At no extremum");
}

/// Of a run that is within the tolerance, though not at what it looks for.
QString stopName(const insight::Verdict& verdict) {
    if (verdict.inPlane) {
        const auto* arrival = insight::endAs<insight::PlaneArrival>(*verdict.inPlane);
        return arrival ? placeName(arrival->place) : Text::tr("At rest");
    }
    const auto* arrival = std::get_if<insight::Arrival>(&verdict.finding);
    return arrival ? placeName(arrival->point.kind) : Text::tr("At rest");
}

bool isStuck(const insight::Verdict& verdict) {
    return verdict.inPlane ? insight::endAs<insight::PlaneStall>(*verdict.inPlane) != nullptr
                           : isOneOf<insight::Stall>(verdict.finding);
}

bool lackedMemory(const insight::Verdict& verdict) {
    return verdict.inPlane ? insight::endAs<insight::PlaneShortage>(*verdict.inPlane) != nullptr
                           : isOneOf<insight::Shortage>(verdict.finding);
}

}  // namespace

Ending endingOf(const insight::Verdict& verdict, descent::Direction direction) {
    using namespace insight;
    if (verdict.inPlane) return endingOf(*verdict.inPlane, direction);
    const Finding& found = verdict.finding;
    if (wouldLeave(verdict)) return Ending::Unsettled;
    if (const auto* arrival = std::get_if<Arrival>(&found))
        return arrival->point.kind == sought(direction) ? Ending::Arrived : Ending::Stopped;
    if (isOneOf<Standstill>(found)) return Ending::Stopped;
    if (const auto* stall = std::get_if<Stall>(&found); stall && stall->stretches)
        return Ending::Going;
    if (isOneOf<Motion, Growth, March, Crawl>(found)) return Ending::Going;
    if (isOneOf<Cycle, Drift, Wandering, Rattle, Stall>(found)) return Ending::Unsettled;
    return Ending::Gone;
}

QString endingName(const insight::Verdict& verdict, descent::Direction direction) {
    switch (endingOf(verdict, direction)) {
        case Ending::Arrived:
            return Text::tr("Arrived");
        case Ending::Stopped:
            return stopName(verdict);
        case Ending::Going:
            return Text::tr("Still going");
        case Ending::Unsettled:
            if (wouldLeave(verdict)) return Text::tr("Leaves again");
            return isStuck(verdict) ? Text::tr("Stuck") : Text::tr("Cannot settle");
        case Ending::Gone:
            return lackedMemory(verdict) ? Text::tr("Out of memory") : Text::tr("Gone");
    }
    Q_UNREACHABLE();
}

}  // namespace session
