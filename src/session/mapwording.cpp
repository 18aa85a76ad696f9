// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mapwording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "insight/survey.h"

namespace session {

namespace {

struct MapWording {
    Q_DECLARE_TR_FUNCTIONS(MapWording)
};

QString kindOf(core::StationaryKind kind, bool best) {
    switch (kind) {
        case core::StationaryKind::Minimum:
            return best ? MapWording::tr("Lowest minimum in view")
                        : MapWording::tr("Local minimum");
        case core::StationaryKind::Maximum:
            return best ? MapWording::tr("Highest maximum in view")
                        : MapWording::tr("Local maximum");
        case core::StationaryKind::Inflection:
            return MapWording::tr("Inflection with a level tangent");
    }
    Q_UNREACHABLE();
}

/// f″ there, or why there is none.
QString curvatureOf(const core::StationaryPoint& point, int digits) {
    switch (point.shape) {
        case core::Shape::Corner:
        case core::Shape::HalfCorner:
            return MapWording::tr("f has a corner here");
        case core::Shape::Break:
            return MapWording::tr("f breaks off here");
        case core::Shape::Pole:
            return MapWording::tr("f has a pole here");
        case core::Shape::Bent:
            return MapWording::tr("f″ differs on the two sides");
        case core::Shape::Steep:
        case core::Shape::Smooth:
            break;
    }
    return QStringLiteral("f″(x) = ") + number(point.curvature, digits);
}

}  // namespace

QString nameOf(const std::vector<core::StationaryPoint>& points, std::size_t index,
               core::Direction direction, int digits) {
    const core::StationaryPoint& point = points[index];
    return MapWording::tr("%1 at x = %2")
        .arg(kindOf(point.kind, core::isBest(point, points, direction)), position(point.x, digits));
}

QString describe(const core::StationaryPoint& point, bool best, int digits) {
    QStringList lines{kindOf(point.kind, best), QStringLiteral("x = ") + position(point.x, digits),
                      QStringLiteral("f(x) = ") + number(point.value, digits),
                      curvatureOf(point, digits)};
    const auto limit = core::fork(point);
    if (limit && point.kind == core::StationaryKind::Minimum) {
        lines +=
            MapWording::tr("a descent stays here while α < 2/f″ = %1").arg(number(*limit, digits));
    }
    if (limit && point.kind == core::StationaryKind::Maximum) {
        lines += MapWording::tr("a descent leaves, an ascent stays while α < 2/|f″| = %1")
                     .arg(number(*limit, digits));
    }
    return lines.join(QLatin1Char('\n'));
}

QString forkTerm(const core::StationaryPoint& extremum, int digits) {
    const bool minimum = extremum.kind == core::StationaryKind::Minimum;
    return (minimum ? QStringLiteral("2/f″(x*) = ") : QStringLiteral("2/|f″(x*)| = ")) +
           number(*core::fork(extremum), digits);
}

QString forkAt(const core::StationaryPoint& extremum, int digits) {
    return QStringLiteral("%1, x* = %2")
        .arg(forkTerm(extremum, digits), position(extremum.x, digits));
}

}  // namespace session
