// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/slicewording.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "insight/plane/rates.h"
#include "session/wording/basinwording.h"
#include "session/wording/planewording.h"
#include "session/wording/stabilitywording.h"

namespace session {

namespace {

/// As many variables are told one by one where room is scarce.
constexpr std::size_t mostTold = 3;

using Kind = insight::StationaryPlace::Kind;

struct SliceWording {
    Q_DECLARE_TR_FUNCTIONS(SliceWording)
};

QString equals(const QString& name, const QString& value) {
    return name + QStringLiteral(" = ") + value;
}

QString inBrackets(const descent::Point& point, int digits) {
    QStringList parts;
    for (const double part : point) parts += number(part, digits);
    return QStringLiteral("(%1)").arg(parts.join(QStringLiteral(", ")));
}

QString kindOf(const insight::StationaryPlace& place) {
    if (place.isLine) {
        return place.kind == Kind::Minimum   ? SliceWording::tr("A valley floor: not one point")
               : place.kind == Kind::Maximum ? SliceWording::tr("A ridge: not one point")
                                             : SliceWording::tr("Level all along: not one point");
    }
    switch (place.kind) {
        case Kind::Minimum:
            return SliceWording::tr("Minimum");
        case Kind::Maximum:
            return SliceWording::tr("Maximum");
        case Kind::Saddle:
            return SliceWording::tr("Saddle: f falls along one direction and rises along another");
        case Kind::Degenerate:
            return SliceWording::tr("Level, and flat in a direction: a curvature is 0");
    }
    Q_UNREACHABLE();
}

QStringList stabilityOf(const insight::StationaryPlace& place, const descent::Settings& settings,
                        int digits) {
    const bool descends = settings.direction == descent::Direction::Descend;
    const double steepest =
        descends ? place.curvatures[place.curvatures.size() - 1] : std::abs(place.curvatures[0]);
    if (!insight::isSought(place, settings.direction) || !(steepest > 0)) return {};
    const auto rates = insight::ratesAt(settings, place);
    const QString term = descends ? QStringLiteral("2/λmax") : QStringLiteral("2/|λmin|");
    return tellStability(settings, rates ? std::optional(rates->fastest) : std::nullopt,
                         {term, 2 / steepest}, digits);
}

}  // namespace

QString variableName(const std::string& variable) {
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    return typesetName(variable).remove(tags);
}

QString valueName(const std::vector<std::string>& variables) {
    if (variables.size() > mostTold)
        return QStringLiteral("f(%1, …, %2)")
            .arg(variableName(variables.front()), variableName(variables.back()));
    QStringList names;
    for (const std::string& variable : variables) names += variableName(variable);
    return QStringLiteral("f(%1)").arg(names.join(QStringLiteral(", ")));
}

QString describeSlice(const std::vector<std::string>& variables, const insight::Slice& slice,
                      int digits) {
    constexpr int scarce = 3;  // digits, where there are many
    const int told = variables.size() > mostTold + 1 ? std::min(digits, scarce) : digits;
    QStringList fixed;
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (i == slice.across || i == slice.up) continue;
        fixed += equals(variableName(variables[i]), number(slice.through[i], told));
    }
    return SliceWording::tr("A slice at %1, through the ball.")
        .arg(fixed.join(QStringLiteral(", ")));
}

QString tellOtherSlice(const std::vector<std::string>& variables, const insight::Slice& slice,
                       const insight::StationaryPlace& place, int digits) {
    QStringList fixed;
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (i == slice.across || i == slice.up) continue;
        fixed += equals(variableName(variables[i]), position(place.at[i], digits));
    }
    return SliceWording::tr("It lies in another slice, at %1: here f need not be level.")
        .arg(fixed.join(QStringLiteral(", ")));
}

QString tellPlace(const std::vector<std::string>& variables, const insight::Rectangle& view,
                  const insight::Slice& slice, const Lie& lie, int digits) {
    QStringList facts{
        equals(variableName(variables[slice.across]),
               placeIn(view.across, lie.at[slice.across], digits)),
        equals(variableName(variables[slice.up]), placeIn(view.up, lie.at[slice.up], digits)),
        equals(valueName(variables), number(lie.value, digits)),
        variables.size() > mostTold
            ? equals(QStringLiteral("|∇f|"), number(descent::norm(lie.gradient), digits))
            : equals(QStringLiteral("∇f"), inBrackets(lie.gradient, digits))};
    if (lie.curvatures) {
        facts +=
            SliceWording::tr("curvatures %1 and %2")
                .arg(number(lie.curvatures->first, digits), number(lie.curvatures->second, digits));
    }
    return facts.join(QChar(0x2003));
}

QString nameOf(const insight::StationaryPlace& place, int digits) {
    const QString name = place.isLine                  ? SliceWording::tr("Level line through %1")
                         : place.kind == Kind::Minimum ? SliceWording::tr("Minimum at %1")
                         : place.kind == Kind::Maximum ? SliceWording::tr("Maximum at %1")
                         : place.kind == Kind::Saddle  ? SliceWording::tr("Saddle at %1")
                                                       : SliceWording::tr("Level place at %1");
    return name.arg(placeText(place.at, digits));
}

QString describe(const insight::StationaryPlace& place, const std::vector<std::string>& variables,
                 const descent::Settings& settings, int digits) {
    QStringList lines{kindOf(place)};
    for (std::size_t i = 0; i < variables.size() && i < place.at.size(); ++i)
        lines += equals(variableName(variables[i]), position(place.at[i], digits));
    lines += equals(valueName(variables), number(place.value, digits));
    QStringList curvatures;
    for (const double each : place.curvatures) curvatures += number(each, digits);
    lines += SliceWording::tr("curvatures: %1").arg(curvatures.join(QStringLiteral(", ")));
    return (lines + stabilityOf(place, settings, digits)).join(QLatin1Char('\n'));
}

}  // namespace session
