// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mapwording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "session/wording.h"

namespace session {

namespace {

struct MapWording {
    Q_DECLARE_TR_FUNCTIONS(MapWording)
};

QString kindOf(core::StationaryKind kind, bool lowest) {
    switch (kind) {
        case core::StationaryKind::Minimum:
            return lowest ? MapWording::tr("Lowest minimum in view")
                          : MapWording::tr("Local minimum");
        case core::StationaryKind::Maximum:
            return MapWording::tr("Local maximum");
        case core::StationaryKind::Inflection:
            return MapWording::tr("Inflection with a level tangent");
    }
    Q_UNREACHABLE();
}

QString afterSteps(std::int64_t steps) {
    return steps == 1 ? MapWording::tr("after 1 step")
                      : MapWording::tr("after %1 steps").arg(count(steps));
}

}  // namespace

QString nameOf(const std::vector<core::StationaryPoint>& points, std::size_t index) {
    const core::StationaryPoint& point = points[index];
    return MapWording::tr("%1 at x = %2")
        .arg(kindOf(point.kind, &point == core::lowest(points)), number(point.x));
}

QString describe(const core::StationaryPoint& point, bool lowest) {
    QStringList lines{kindOf(point.kind, lowest), QStringLiteral("x = ") + number(point.x),
                      QStringLiteral("f(x) = ") + number(point.value),
                      QStringLiteral("f″(x) = ") + number(point.curvature)};
    const bool minimum = point.kind == core::StationaryKind::Minimum;
    if (minimum && point.curvature > 0) {
        lines += MapWording::tr("a descent stays here while α < 2/f″ = %1")
                     .arg(number(2 / point.curvature));
    }
    if (point.kind == core::StationaryKind::Maximum && point.curvature < 0) {
        lines += MapWording::tr("a descent leaves, an ascent stays while α < 2/|f″| = %1")
                     .arg(number(-2 / point.curvature));
    }
    return lines.join(QLatin1Char('\n'));
}

QString forkTerm(const core::StationaryPoint& extremum) {
    constexpr int digits = 4;
    const bool minimum = extremum.kind == core::StationaryKind::Minimum;
    return (minimum ? QStringLiteral("2/f″(x*) = ") : QStringLiteral("2/|f″(x*)| = ")) +
           number(*core::fork(extremum), digits);
}

QString describe(const core::BasinMap& basins, double x) {
    const auto size = static_cast<double>(basins.columns.size());
    const double place = (x - basins.x.low) / basins.x.width() * size;
    if (!(place >= 0 && place <= size)) return {};
    const auto column = static_cast<std::size_t>(std::min(place, size - 1));
    const core::Destination& destination = basins.columns[column];
    const QString start = MapWording::tr("A start at x₀ = %1").arg(number(basins.start(column)));
    switch (destination.fate) {
        case core::Fate::Unknown:
            return {};
        case core::Fate::Settles:
            return MapWording::tr("%1 ends at x = %2 %3.")
                .arg(start, number(destination.x), afterSteps(destination.steps));
        case core::Fate::Diverges:
            return MapWording::tr("%1 diverges %2.").arg(start, afterSteps(destination.steps));
        case core::Fate::Leaves:
            return destination.steps == 0
                       ? MapWording::tr("%1 lies outside the domain of f.").arg(start)
                       : MapWording::tr("%1 leaves the domain of f %2.")
                             .arg(start, afterSteps(destination.steps));
        case core::Fate::NotSettled:
            return MapWording::tr("%1 goes on %2 without settling.")
                .arg(start, afterSteps(destination.steps));
    }
    Q_UNREACHABLE();
}

}  // namespace session
