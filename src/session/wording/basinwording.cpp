// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/basinwording.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "descent/descent.h"

namespace session {

namespace {

struct BasinWording {
    Q_DECLARE_TR_FUNCTIONS(BasinWording)
};

QString afterSteps(std::int64_t steps) {
    return BasinWording::tr("after %n steps", nullptr, howMany(steps));
}

const insight::Destination* destinationOf(const insight::BasinMap& basins, double x) {
    const auto size = static_cast<double>(basins.columns.size());
    const double place = (x - basins.x.low) / basins.x.width() * size;
    if (!(place >= 0 && place <= size)) return nullptr;
    return &basins.columns[static_cast<std::size_t>(std::min(place, size - 1))];
}

/// Whether such a run ends where it starts.
bool endsAtOnce(const insight::Destination& end) {
    return end.fate != insight::Fate::Unknown && end.fate != insight::Fate::Moves &&
           end.fate != insight::Fate::Approaches && end.fate != insight::Fate::Swings &&
           end.steps == 0;
}

/// How finely the places of a view are worth telling.
double unit(insight::Range view) {
    constexpr double partOfView = 1e-5;
    return std::pow(10, std::floor(std::log10(partOfView * view.width())));
}

/// Where a run from the column will rest, as far as the runs tell.
QString restOf(const insight::BasinMap& basins, const insight::Destination& destination,
               int digits) {
    constexpr int free = 12;  // of the noise that rounding leaves
    const double rest = destination.fate == insight::Fate::Approaches
                            ? basins.rests[static_cast<std::size_t>(destination.basin)]
                            : destination.x;
    const double rounded = std::round(rest / unit(basins.x)) * unit(basins.x);
    return placeIn(basins.x, std::isfinite(rounded) ? rounded : rest, std::min(digits, free));
}

}  // namespace

double placeNamed(insight::Range view, double x) {
    return std::abs(x) < unit(view) / 2 ? 0 : x;
}

QString describeStart(const insight::Destination& end) {
    switch (end.fate) {
        case insight::Fate::Stalls:
            return BasinWording::tr(
                "A start here stands still: its first step is lost to "
                "rounding.");
        case insight::Fate::Diverges:
            return std::abs(end.x) > descent::divergenceBound
                       ? BasinWording::tr("No run starts here: it is beyond 10¹².")
                       : BasinWording::tr(
                             "No run starts here: f or its slope comes out as infinite.");
        case insight::Fate::Leaves:
            return BasinWording::tr("No run starts here: f has no value or no slope.");
        default:
            return BasinWording::tr("A start here stops at once.");
    }
}

QString placeIn(insight::Range view, double x, int digits) {
    if (placeNamed(view, x) == 0) return number(0);
    const double needed = std::ceil(std::log10(std::abs(x) / unit(view)));
    return number(x,
                  needed > usualDigits ? std::clamp(static_cast<int>(needed), digits, 16) : digits);
}

QString describe(const insight::BasinMap& basins, double x, int digits) {
    const insight::Destination* destination = destinationOf(basins, x);
    if (!destination) return {};
    if (endsAtOnce(*destination)) return describeStart(*destination);
    const QString steps = afterSteps(destination->steps);
    switch (destination->fate) {
        case insight::Fate::Unknown:
            return {};
        case insight::Fate::Settles:
            return BasinWording::tr("A start here ends near x = %1 %2.")
                .arg(restOf(basins, *destination, digits), steps);
        case insight::Fate::Approaches:
            return BasinWording::tr("A start here is still on its way to x = %1 %2.")
                .arg(restOf(basins, *destination, digits), steps);
        case insight::Fate::Swings:
            return BasinWording::tr("A start here still goes back and forth %1.").arg(steps);
        case insight::Fate::Moves:
            return BasinWording::tr("A start here is still moving %1.").arg(steps);
        case insight::Fate::Stalls:
            return BasinWording::tr("A start here stands still %1: the next is lost to rounding.")
                .arg(steps);
        case insight::Fate::Diverges:
            return BasinWording::tr("A start here diverges %1.").arg(steps);
        case insight::Fate::Leaves:
            return BasinWording::tr("A start here leaves the domain of f %1.").arg(steps);
    }
    Q_UNREACHABLE();
}

QString explainLook(const insight::BasinMap& basins, double x) {
    const insight::Destination* destination = destinationOf(basins, x);
    if (!destination) return {};
    switch (destination->fate) {
        case insight::Fate::Unknown:
            return {};
        case insight::Fate::Settles:
            return endsAtOnce(*destination)
                       ? BasinWording::tr("Dots: the slope is below the tolerance at the start.")
                       : BasinWording::tr("Full colour: it comes to rest there.");
        case insight::Fate::Approaches:
            return BasinWording::tr("Faint colour: max iterations end before it rests there.");
        case insight::Fate::Swings:
            return BasinWording::tr("Net: it swings on when max iterations end.");
        case insight::Fate::Moves:
            return BasinWording::tr("Stripes: no place is known that it is on its way to.");
        case insight::Fate::Stalls:
            return BasinWording::tr("Grey dots: it stands still.");
        case insight::Fate::Diverges:
            return endsAtOnce(*destination)
                       ? BasinWording::tr("Grey: it is beyond all bounds from the start.")
                       : BasinWording::tr("Grey: it goes beyond all bounds.");
        case insight::Fate::Leaves:
            return BasinWording::tr("Empty: it has no value to go on with.");
    }
    Q_UNREACHABLE();
}

}  // namespace session
