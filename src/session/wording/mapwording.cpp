// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/mapwording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "descent/method.h"
#include "insight/survey.h"
#include "session/wording/stabilitywording.h"

namespace session {

namespace {

struct MapWording {
    Q_DECLARE_TR_FUNCTIONS(MapWording)
};

QString kindOf(const insight::StationaryPoint& point,
               const std::vector<insight::StationaryPoint>& points, descent::Direction direction) {
    const bool best = insight::isBest(point, points, direction);
    const bool alone = point.kind == insight::sought(direction) && insight::isAlone(point, points);
    switch (point.kind) {
        case insight::StationaryKind::Minimum:
            return best    ? MapWording::tr("Lowest minimum in view")
                   : alone ? MapWording::tr("Minimum")
                           : MapWording::tr("Local minimum");
        case insight::StationaryKind::Maximum:
            return best    ? MapWording::tr("Highest maximum in view")
                   : alone ? MapWording::tr("Maximum")
                           : MapWording::tr("Local maximum");
        case insight::StationaryKind::Inflection:
            return MapWording::tr("Inflection with a level tangent");
    }
    Q_UNREACHABLE();
}

/// f″ there, or why there is none.
QString curvatureOf(const insight::StationaryPoint& point, int digits) {
    switch (point.shape) {
        case insight::Shape::Corner:
        case insight::Shape::HalfCorner:
            return MapWording::tr("f has a corner here");
        case insight::Shape::Break:
            return MapWording::tr("f breaks off here");
        case insight::Shape::Pole:
            return MapWording::tr("f has a pole here");
        case insight::Shape::LimitFromLeft:
        case insight::Shape::LimitFromRight:
            break;
        case insight::Shape::Bent:
            return MapWording::tr("f″ differs on the two sides");
        case insight::Shape::Steep:
        case insight::Shape::Smooth:
            break;
    }
    return QStringLiteral("f″(x) = ") + number(point.curvature, digits);
}

/// What f does where it only nears a value.
QString describeLimit(const insight::StationaryPoint& point, int digits) {
    const bool minimum = point.kind == insight::StationaryKind::Minimum;
    const bool fromLeft = point.shape == insight::Shape::LimitFromLeft;
    const QString sentence =
        minimum && fromLeft
            ? MapWording::tr("f comes down to %1 as x nears %2 from the left, and breaks off.")
        : minimum
            ? MapWording::tr("f comes down to %1 as x nears %2 from the right, and breaks off.")
        : fromLeft
            ? MapWording::tr("f comes up to %1 as x nears %2 from the left, and breaks off.")
            : MapWording::tr("f comes up to %1 as x nears %2 from the right, and breaks off.");
    return sentence.arg(number(point.value, digits), position(point.x, digits));
}

QStringList stabilityOf(const insight::StationaryPoint& point, const descent::Settings& settings,
                        int digits) {
    const auto limit = insight::fork(point);
    if (!limit) return {};
    const bool isSteady = descent::isConstant(settings.schedule) && settings.noise.sigma == 0;
    const bool descends = settings.direction == descent::Direction::Descend;
    return tellStability(
        settings,
        isSteady ? descent::response(settings.method, settings.alpha, std::abs(point.curvature))
                 : std::nullopt,
        {descends ? QStringLiteral("2/f″") : QStringLiteral("2/|f″|"), *limit}, digits);
}

}  // namespace

QString nameOf(const std::vector<insight::StationaryPoint>& points, std::size_t index,
               descent::Direction direction, int digits) {
    const insight::StationaryPoint& point = points[index];
    const auto best = [&](const auto& each) { return insight::isBest(each, points, direction); };
    const bool shares = best(point) && std::ranges::count_if(points, best) > 1;
    const QString kind = !shares ? kindOf(point, points, direction)
                         : point.kind == insight::StationaryKind::Minimum
                             ? MapWording::tr("One of the lowest minima in view")
                             : MapWording::tr("One of the highest maxima in view");
    return MapWording::tr("%1 at x = %2").arg(kind, position(point.x, digits));
}

QString describe(const insight::StationaryPoint& point,
                 const std::vector<insight::StationaryPoint>& points,
                 const descent::Settings& settings, int digits) {
    if (insight::isLimit(point.shape)) return describeLimit(point, digits);
    QStringList lines{kindOf(point, points, settings.direction),
                      QStringLiteral("x = ") + position(point.x, digits),
                      QStringLiteral("f(x) = ") + number(point.value, digits),
                      curvatureOf(point, digits)};
    if (point.kind == insight::sought(settings.direction))
        lines += stabilityOf(point, settings, digits);
    return lines.join(QLatin1Char('\n'));
}

QString forkTerm(const insight::StationaryPoint& extremum, int digits) {
    const bool minimum = extremum.kind == insight::StationaryKind::Minimum;
    return (minimum ? QStringLiteral("2/f″(x*) = ") : QStringLiteral("2/|f″(x*)| = ")) +
           number(*insight::fork(extremum), digits);
}

QStringList forkLines(const insight::StationaryPoint& extremum, int digits) {
    return {forkTerm(extremum, digits) + QLatin1Char(','),
            QStringLiteral("x* = ") + position(extremum.x, digits)};
}

QString forkAt(const insight::StationaryPoint& extremum, int digits) {
    return forkLines(extremum, digits).join(QLatin1Char(' '));
}

}  // namespace session
