// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/planewording.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>
#include <variant>

#include "insight/plane/rates.h"
#include "session/wording/planenarrator.h"

namespace session {

using insight::StationaryPlace;
using Kind = StationaryPlace::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlaneWording)
};

template <typename Worded>
QString joined(const descent::Point& values, const Worded& worded) {
    QStringList parts;
    for (const double value : values) parts += worded(value);
    return QStringLiteral("(%1)").arg(parts.join(QStringLiteral(", ")));
}

template <typename Rest>
bool leaves(const Rest* rest) {
    return rest && rest->departure && rest->departure->outside;
}

}  // namespace

bool leavesAgain(const insight::PlaneFinding& finding) {
    return leaves(insight::endAs<insight::PlaneArrival>(finding)) ||
           leaves(insight::endAs<insight::PlaneStandstill>(finding));
}

QString placeText(const descent::Point& place, int digits) {
    return joined(place, [digits](double value) { return position(value, digits); });
}

QString vectorText(const descent::Point& values, int digits) {
    return joined(values, [digits](double value) { return number(value, digits); });
}

QString roughPlaceText(const descent::Point& place) {
    constexpr int digits = 4;
    double size = 0;
    for (const double value : place) size = std::fmax(size, std::abs(value));
    const double unit = std::pow(10, std::floor(std::log10(size)) + 1 - digits);
    return joined(place, [unit, size](double value) {
        return number(size > 0 ? std::round(value / unit) * unit + 0.0 : value, digits);
    });
}

QString describeInPlane(const insight::Verdict& verdict, const descent::Settings& settings,
                        int digits) {
    return PlaneNarrator(verdict, settings, digits).text();
}

QString outcomeInPlane(const insight::Verdict& verdict, const descent::Settings& settings,
                       int digits) {
    return PlaneNarrator(verdict, settings, digits).outcome();
}

Ending endingOf(const insight::PlaneFinding& finding, descent::Direction direction) {
    using namespace insight;
    if (leavesAgain(finding)) return Ending::Unsettled;
    if (const auto* arrival = endAs<PlaneArrival>(finding))
        return isSought(arrival->place, direction) ? Ending::Arrived : Ending::Stopped;
    if (endAs<PlaneStandstill>(finding)) return Ending::Stopped;
    if (endAs<PlaneMotion>(finding) || endAs<PlaneGrowth>(finding) || endAs<PlaneCrawl>(finding))
        return Ending::Going;
    const bool isGone = endAs<PlaneDivergence>(finding) || endAs<PlaneExit>(finding) ||
                        endAs<PlaneShortage>(finding);
    return isGone ? Ending::Gone : Ending::Unsettled;
}

QString exactEndInPlane(const insight::Verdict& verdict) {
    const auto exact = [](const descent::Point& values) { return joined(values, exactNumber); };
    return Text::tr("Step %1:\nat %2\nf = %3\n∇f = %4")
        .arg(count(verdict.steps), exact(verdict.last.at), exactNumber(verdict.last.value),
             exact(verdict.last.gradient));
}

QString kindName(const StationaryPlace& place) {
    switch (place.kind) {
        case Kind::Minimum:
            return place.isLine ? Text::tr("a valley floor") : Text::tr("a minimum");
        case Kind::Maximum:
            return place.isLine ? Text::tr("a ridge") : Text::tr("a maximum");
        case Kind::Saddle:
            return place.isLine ? Text::tr("a line of saddles") : Text::tr("a saddle");
        case Kind::Degenerate:
            break;
    }
    return place.isLine ? Text::tr("a line where ∇f is 0")
                        : Text::tr("a place that is neither minimum nor maximum");
}

}  // namespace session
