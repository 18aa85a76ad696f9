// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/alttext.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>
#include <map>
#include <tuple>

#include "session/stepwords.h"
#include "session/wording/basinwording.h"
#include "session/wording/planewording.h"

namespace session {

namespace {

struct AltText {
    Q_DECLARE_TR_FUNCTIONS(AltText)
};

std::int64_t lastStep(const descent::Trajectory& trajectory) {
    return static_cast<std::int64_t>(trajectory.size()) - 1;
}

descent::Step stepAt(const Moment& moment) {
    return moment.trajectory[static_cast<std::size_t>(moment.position)];
}

QString stepOf(const Moment& moment) {
    return tellStep(moment.position, lastStep(moment.trajectory));
}

bool between(const Moment& moment) {
    return moment.position > std::floor(moment.position);
}

QString joined(QStringList sentences) {
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString whatBecame(const Moment& moment) {
    return moment.verdict ? describe(*moment.verdict, moment.settings, moment.digits) : QString();
}

/// In the order of the axis, what does not settle last.
using Place = std::tuple<insight::Fate, std::int32_t>;

/// With as many digits as tell it from its neighbours.
QString placeOf(std::int32_t basin, const insight::BasinMap& basins) {
    const auto index = static_cast<std::size_t>(basin);
    const double place = basins.rests[index];
    QString worded = placeIn(basins.x, place);
    for (const std::size_t other : {index - 1, index + 1}) {
        if (other < basins.rests.size() && placeIn(basins.x, basins.rests[other]) == worded)
            worded = apart(place, basins.rests[other]).first;
    }
    return worded;
}

QString nameOf(const Place& place, const insight::BasinMap& basins) {
    const auto [fate, basin] = place;
    switch (fate) {
        case insight::Fate::Settles:
            return AltText::tr("end near x = %1").arg(placeOf(basin, basins));
        case insight::Fate::Approaches:
            return AltText::tr("are on their way to x = %1").arg(placeOf(basin, basins));
        case insight::Fate::Swings:
            return AltText::tr("go back and forth without coming to rest");
        case insight::Fate::Stalls:
            return AltText::tr("stand still where a step is lost to rounding");
        case insight::Fate::Diverges:
            return AltText::tr("diverge");
        case insight::Fate::Leaves:
            return AltText::tr("leave the domain of f");
        case insight::Fate::Moves:
        case insight::Fate::Unknown:
            break;
    }
    return AltText::tr("are still moving");
}

}  // namespace

QString tellStep(double position, std::int64_t steps) {
    const auto step = static_cast<std::int64_t>(position);
    if (position > std::floor(position)) {
        return AltText::tr("Between steps %1 and %2 of %3")
            .arg(count(step), count(step + 1), count(steps));
    }
    return AltText::tr("Step %1 of %2").arg(count(step), count(steps));
}

QString tellBall(const Moment& moment) {
    if (moment.trajectory.empty()) return {};
    const descent::Step at = stepAt(moment);
    const auto worded = [&](double value) { return number(value, moment.digits); };
    const QString place = between(moment)
                              ? AltText::tr("%1: the ball rolls from x = %2, f = %3; slope %4.")
                              : AltText::tr("%1: the ball is at x = %2, f = %3; slope %4.");
    return joined(
        {place.arg(stepOf(moment), worded(at.at[0]), worded(at.value), worded(at.gradient[0])),
         whatBecame(moment)});
}

QString tellOnMap(const Moment& moment, const std::vector<std::string>& variables) {
    if (moment.trajectory.empty()) return {};
    const descent::Step at = stepAt(moment);
    QStringList names;
    for (const std::string& variable : variables) names += QString::fromStdString(variable);
    const QString place = between(moment)
                              ? AltText::tr("%1: the ball rolls from (%2) = %3, f = %4; ∇f = %5.")
                              : AltText::tr("%1: the ball is at (%2) = %3, f = %4; ∇f = %5.");
    return joined({place.arg(stepOf(moment), names.join(QStringLiteral(", ")),
                             vectorText(at.at, moment.digits), number(at.value, moment.digits),
                             vectorText(at.gradient, moment.digits)),
                   whatBecame(moment)});
}

QString tellNextStep(const Moment& moment, bool parabola) {
    const auto n = static_cast<std::size_t>(moment.position);
    if (n + 1 >= moment.trajectory.size()) return {};
    const descent::State from = moment.trajectory.state(n);
    const descent::State to = moment.trajectory.state(n + 1);
    const TakenStep step{from, to, moment.settings, moment.digits};
    return joined({tellParts(step), parabola ? tellParabola(step) : QString()});
}

QString tellStair(const Moment& moment, const std::optional<descent::Response>& response) {
    if (moment.trajectory.empty()) return {};
    const auto worded = [&](double value) { return number(value, moment.digits); };
    const descent::Step at = stepAt(moment);
    QString stair = AltText::tr("%1: x = %2.").arg(stepOf(moment), worded(at.at[0]));
    if (at.iteration < lastStep(moment.trajectory)) {
        const double next = moment.trajectory[static_cast<std::size_t>(at.iteration) + 1].at[0];
        const auto [from, to] = apart(at.at[0], next, moment.digits);
        stair =
            AltText::tr("%1: the stair leads from x = %2 to x = %3.").arg(stepOf(moment), from, to);
    }
    if (!response) return stair;
    return joined({stair, (descent::shrinks(*response)
                               ? AltText::tr("Where the map rests, its slope is m = %1: near "
                                             "starts come to rest there.")
                               : AltText::tr("Where the map rests, its slope is m = %1: near "
                                             "starts do not come to rest there."))
                              .arg(number(response->factor, moment.digits))});
}

QString tellConvergence(const Moment& moment) {
    if (moment.trajectory.empty()) return {};
    const descent::Step first = moment.trajectory[0];
    const descent::Step last = moment.trajectory.last();
    const auto worded = [&](double value) { return number(value, moment.digits); };
    const QString text =
        moment.trajectory.variables() > 1
            ? AltText::tr(
                  "%1. From the first to the last step, f goes from %2 to %3 and the length of its "
                  "gradient from %4 to %5.")
            : AltText::tr(
                  "%1. From the first to the last step, f goes from %2 to %3 and the size of its "
                  "slope from %4 to %5.");
    return text.arg(stepOf(moment), worded(first.value), worded(last.value),
                    worded(descent::norm(first.gradient)), worded(descent::norm(last.gradient)));
}

QString tellBifurcation(const Moment& moment, std::optional<double> fork) {
    const QString alpha = number(moment.settings.alpha, moment.digits);
    const QString present =
        moment.verdict ? AltText::tr("At the present α = %1: %2").arg(alpha, whatBecame(moment))
                       : AltText::tr("The line is at the present α = %1.").arg(alpha);
    if (!fork) return present;
    return joined(
        {present, AltText::tr("Runs stop coming to rest at the extremum where α passes %1.")
                      .arg(number(*fork, moment.digits))});
}

QString tellBasins(const insight::BasinMap& basins) {
    if (!basins.complete || basins.columns.empty()) return {};
    std::map<Place, std::size_t> columns;
    for (const insight::Destination& destination : basins.columns) {
        const bool comes = insight::hasPlace(destination.fate);
        ++columns[{destination.fate, comes ? destination.basin : -1}];
    }
    QStringList parts;
    for (const auto& [place, size] : columns) {
        const double share = static_cast<double>(size) / static_cast<double>(basins.columns.size());
        const double percent = 100 * share;
        const QString worded = percent < 10 ? number(percent, 2) : count(std::llround(percent));
        parts += AltText::tr("%1\u00a0% %2").arg(worded, nameOf(place, basins));
    }
    return AltText::tr("Of the starts in view, %1.").arg(parts.join(QStringLiteral(", ")));
}

}  // namespace session
