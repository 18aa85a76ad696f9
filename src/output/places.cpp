// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/places.h"

#include <QStringList>
#include <vector>

#include "insight/plane/planeverdict.h"

namespace output {

namespace {

QString wordOf(insight::StationaryKind kind) {
    switch (kind) {
        case insight::StationaryKind::Minimum:
            return QStringLiteral("minimum");
        case insight::StationaryKind::Maximum:
            return QStringLiteral("maximum");
        case insight::StationaryKind::Inflection:
            return QStringLiteral("inflection");
    }
    Q_UNREACHABLE();
}

/// A valley floor, a ridge and the like are no points of their own.
QString wordOf(const insight::StationaryPlace& place) {
    if (place.isLine) return QStringLiteral("degenerate");
    switch (place.kind) {
        case insight::StationaryPlace::Kind::Minimum:
            return QStringLiteral("minimum");
        case insight::StationaryPlace::Kind::Maximum:
            return QStringLiteral("maximum");
        case insight::StationaryPlace::Kind::Saddle:
            return QStringLiteral("saddle");
        case insight::StationaryPlace::Kind::Degenerate:
            return QStringLiteral("degenerate");
    }
    Q_UNREACHABLE();
}

/// Where f'' is a number of its own.
QJsonValue curvatureOf(const insight::StationaryPoint& point) {
    const bool exists =
        point.shape == insight::Shape::Smooth || point.shape == insight::Shape::Bent;
    return exists ? QJsonValue(point.curvature) : QJsonValue();
}

QJsonObject pointOf(const session::Function& function, const descent::Point& at, double value,
                    const QString& kind, const QJsonArray& curvatures) {
    QJsonObject object{{QStringLiteral("f"), value},
                       {QStringLiteral("kind"), kind},
                       {QStringLiteral("curvatures"), curvatures}};
    const QStringList taken = object.keys();
    const QStringList names = function.variables();
    for (std::size_t i = 0; i < at.size(); ++i) {
        const QString& name = names[static_cast<qsizetype>(i)];
        object[taken.contains(name) ? name + u'_' : name] = at[i];
    }
    return object;
}

/// Those in view; of more than two variables, which are not searched, that which the verdict names.
std::vector<insight::StationaryPlace> placesOf(const session::Report& report) {
    const auto& finding = report.verdict.inPlane;
    if (report.session.function.dimension() < 3 || !finding) return report.landmarks.places;
    const auto place = insight::placeOf(*finding);
    if (!place) return {};
    return {*place};
}

}  // namespace

QJsonObject byName(const session::Function& function, const descent::Point& place) {
    QJsonObject object;
    const QStringList names = function.variables();
    for (std::size_t i = 0; i < place.size(); ++i)
        object[names[static_cast<qsizetype>(i)]] = place[i];
    return object;
}

QJsonValue numberOrByName(const session::Function& function, const descent::Point& place) {
    if (function.dimension() == 1) return place[0];
    return byName(function, place);
}

QJsonArray stationaryPointsOf(const session::Report& report) {
    const session::Function& function = report.session.function;
    QJsonArray all;
    for (const insight::StationaryPoint& point : report.landmarks.points) {
        if (!insight::isLevel(point.shape)) continue;
        all += pointOf(function, point.x, point.value, wordOf(point.kind), {curvatureOf(point)});
    }
    for (const insight::StationaryPlace& place : placesOf(report)) {
        QJsonArray curvatures;
        for (const double curvature : place.curvatures) curvatures += curvature;
        all += pointOf(function, place.at, place.value, wordOf(place), curvatures);
    }
    return all;
}

}  // namespace output
