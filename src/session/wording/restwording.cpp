// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that came to rest.
#include <cmath>

#include "insight/survey.h"
#include "session/wording/narrator.h"

namespace session {

using insight::Arrival;
using insight::Ground;
using insight::Shape;
using insight::StationaryKind;
using Course = Arrival::Course;

namespace {

/// "x = 2", or "x ≈ 0" where the run ended at 4.8×10⁻⁷.
QString equation(const QString& name, const QString& known, bool exact) {
    return name + (exact ? QStringLiteral(" = ") : QStringLiteral(" ≈ ")) + known;
}

double valueOf(const insight::StationaryPoint& point) {
    return std::abs(point.value) <= point.error ? 0 : point.value;
}

}  // namespace

QPair<QString, QString> Narrator::told(const insight::StationaryPoint& point,
                                       const std::optional<insight::StationaryPoint>& other) const {
    if (!other) return {position(point.x), number(valueOf(point))};
    const bool alike = position(point.x) == position(other->x);
    return {alike ? apart(point.x, other->x).first : position(point.x),
            apart(valueOf(point), valueOf(*other)).first};
}

QString Narrator::goal(const Arrival& arrival) const {
    const auto [x, f] = told(arrival.point, arrival.better);
    if (endsShort(arrival)) return tr("x = %1, f = %2").arg(x, f);
    const bool here = position(arrival.point.x) == number(m_verdict.last.at[0]);
    const bool level = number(valueOf(arrival.point)) == number(m_verdict.last.value);
    return tr("%1, %2").arg(equation(QStringLiteral("x"), x, here),
                            equation(QStringLiteral("f"), f, level));
}

bool Narrator::endsShort(const Arrival& arrival) const {
    constexpr double visible = 1e-4;
    const double x = arrival.point.x;
    const bool reads = position(x) != number(m_verdict.last.at[0]);
    return arrival.distance > visible && (reads || arrival.distance > visible * std::abs(x));
}

void Narrator::tell(const Arrival& arrival) {
    if (arrival.point.kind == insight::sought(m_settings.direction)) return tellTheGoal(arrival);
    if (arrival.point.kind == StationaryKind::Inflection) {
        tellTheInflection(arrival);
    } else if (isPlain() || (arrival.level && !arrival.moves)) {
        tellTheOtherExtremum(arrival);
    } else {
        tellTheStopNear(arrival);
    }
    tellTheDeparture(arrival.departure);
}

void Narrator::tellTheGoal(const Arrival& arrival) {
    if (m_verdict.steps == 0) {
        tellTheStart(arrival);
    } else if (arrival.departure && arrival.departure->outside) {
        say(tr("Came within the tolerance at %1, %2, %3, but leaves again.")
                .arg(extremum(arrival.rank), goal(arrival), afterSteps()));
    } else if (endsShort(arrival)) {
        say(tr("Came within %1 of %2, %3, %4: |f′| is below %5 there.")
                .arg(roughly(arrival.distance), extremum(arrival.rank), goal(arrival), afterSteps(),
                     number(m_settings.tolerance)));
    } else {
        say(tr("Reached %1 at %2 %3: |f′| is below %4.")
                .arg(extremum(arrival.rank), goal(arrival), afterSteps(),
                     number(m_settings.tolerance)));
    }
    tellTheDeparture(arrival.departure);
    tellTheBetterOne(arrival);
    if (!arrival.departure && m_verdict.steps > 0 && isPlain()) say(approach(arrival));
}

void Narrator::tellTheStart(const Arrival& arrival) {
    const QString name = extremum(arrival.rank);
    if (!arrival.level && arrival.distance == 0) {
        say(tr("The initial guess, %1, is %2 already, as far as numbers of 16 digits tell: "
               "|f′| = %3 is below %4.")
                .arg(place(), name, slopeBelow(), number(m_settings.tolerance)));
    } else if (!arrival.level) {
        say(tr("At the initial guess, %1, |f′| = %2 is below %3 already. It lies %4 from %5, %6.")
                .arg(place(), slopeBelow(), number(m_settings.tolerance), roughly(arrival.distance),
                     name, goal(arrival)));
    } else if (insight::isCorner(arrival.point.shape)) {
        say(tr("The initial guess, %1, is %2 already: f has a corner there, where f′ jumps and "
               "counts as 0.")
                .arg(place(), name));
    } else {
        say(tr("The initial guess, %1, is %2 already: the gradient is zero there.")
                .arg(place(), name));
    }
}

void Narrator::tellTheBetterOne(const Arrival& arrival) {
    if (!arrival.better) return;
    const auto [x, value] = told(*arrival.better, arrival.point);
    const Shape shape = arrival.better->shape;
    if (shape == Shape::Pole) {
        say(either(tr("f falls without bound beside x = %1."),
                   tr("f rises without bound beside x = %1."))
                .arg(x));
    } else if (shape == Shape::Break) {
        say(either(tr("f is lower where it breaks off, at x = %1 (f = %2)."),
                   tr("f is higher where it breaks off, at x = %1 (f = %2)."))
                .arg(x, value));
    } else if (insight::isLimit(shape)) {
        say(either(tr("f comes lower beside x = %1, where it breaks off (down to %2)."),
                   tr("f comes higher beside x = %1, where it breaks off (up to %2)."))
                .arg(x, value));
    } else {
        say(either(tr("A lower one lies at x = %1 (f = %2)."),
                   tr("A higher one lies at x = %1 (f = %2)."))
                .arg(x, value));
    }
}

QString Narrator::stop(const Arrival& arrival) const {
    const QString extremum = either(tr("a maximum"), tr("a minimum"));
    return endsShort(arrival) ? tr("Stopped %1 from %2").arg(roughly(arrival.distance), extremum)
                              : tr("Stopped close to %1").arg(extremum);
}

QString Narrator::approach(const Arrival& arrival) const {
    switch (arrival.point.shape) {
        case Shape::Corner:
        case Shape::HalfCorner:
            return arrival.level ? tr("f has a corner there, and a step happened to land on it.")
                                 : tr("f has a corner there, and it came from the side where the "
                                      "slope fades.");
        case Shape::Steep:
            return arrival.level
                       ? tr("f″ is infinite there, and a step happened to land on it.")
                       : tr("f″ is infinite there, so steps from close enough leap past it: it "
                            "would swing on, with |f′| below %1 now.")
                             .arg(number(m_settings.tolerance));
        case Shape::Bent:
            return tr("f″ differs on its two sides, so no single factor tells how it came closer.");
        case Shape::Break:
        case Shape::Pole:
        case Shape::LimitFromLeft:
        case Shape::LimitFromRight:
        case Shape::Smooth:
            break;
    }
    return approachByFactor(arrival);
}

QString Narrator::approachByFactor(const Arrival& arrival) const {
    const double m = arrival.factor;
    const QString factor = either(tr("m = 1 − α·f″(x*) = %1"), tr("m = 1 + α·f″(x*) = %1"))
                               .arg(besideLimit(m, m < 0 ? -1 : 1));
    switch (arrival.course) {
        case Course::Fading:
            return arrival.level
                       ? tr("f″(x*) = 0, and a step happened to land on it.")
                       : tr("f″(x*) = 0, so m = 1: the closer it comes, the slower it creeps.");
        case Course::Chance:
            return tr("%1: it hit the point by chance, from close by it could not come to rest "
                      "there.")
                .arg(factor);
        case Course::Leaping:
            return tr("%1: close by, a step leaps all or nearly all the way.").arg(factor);
        case Course::OneSided:
            return (arrival.seen
                        ? tr("%1: it comes closer from one side, near the end each step leaves m "
                             "of the distance.")
                        : tr("%1: close by, each step leaves m of the distance."))
                .arg(factor);
        case Course::Alternating:
            return (arrival.seen
                        ? tr("%1: it swings from side to side, near the end each step leaves |m| "
                             "of the distance.")
                        : tr("%1: close by, each step leaves |m| of the distance, on the other "
                             "side."))
                .arg(factor);
        case Course::Leading:
            break;
    }
    return {};
}

void Narrator::tellTheOtherExtremum(const Arrival& arrival) {
    if (!arrival.level) {
        say(tr("%1, %2, %3: |f′| = %4 is below %5 there, though not zero.")
                .arg(stop(arrival), goal(arrival), afterSteps(), slopeBelow(),
                     number(m_settings.tolerance)));
        return;
    }
    const double curvature = arrival.point.curvature;
    const Shape shape = arrival.point.shape;
    const QString why =
        insight::isCorner(shape) ? tr("f has a corner there, where f′ jumps and counts as 0")
        : curvature == 0         ? tr("the gradient is zero there and f″ = 0")
        : shape != Shape::Smooth ? tr("the gradient is zero there")
        : curvature > 0 ? tr("the gradient is zero there and f″ = %1 > 0").arg(number(curvature))
                        : tr("the gradient is zero there and f″ = %1 < 0").arg(number(curvature));
    say((m_descends ? tr("Stopped at a maximum, %1, %2: %3, so the descent cannot leave it.")
                    : tr("Stopped at a minimum, %1, %2: %3, so the ascent cannot leave it."))
            .arg(place(), afterSteps(), why));
}

/// Of a method whose memory may carry it on.
void Narrator::tellTheStopNear(const Arrival& arrival) {
    if (arrival.level)
        return say(either(tr("Stopped at a maximum, %1, %2: the gradient is zero there."),
                          tr("Stopped at a minimum, %1, %2: the gradient is zero there."))
                       .arg(place(), afterSteps()));
    say(tr("%1, %2, %3: |f′| is below %4 there.")
            .arg(stop(arrival), goal(arrival), afterSteps(), number(m_settings.tolerance)));
}

void Narrator::tellTheInflection(const Arrival& arrival) {
    if (arrival.level) {
        say(tr("Stopped at an inflection, %1, %2: the gradient is zero there and has the same "
               "sign on both sides, so it is no extremum.")
                .arg(place(), afterSteps()));
        return;
    }
    const QString where = endsShort(arrival)
                              ? tr("Stopped %1 from an inflection").arg(roughly(arrival.distance))
                              : tr("Stopped close to an inflection");
    say(tr("%1, %2, %3: |f′| is below %4 there. f′ has the same sign on both sides, so it "
           "is no extremum.")
            .arg(where, goal(arrival), afterSteps(), number(m_settings.tolerance)));
}

void Narrator::tell(const insight::Standstill& standstill) {
    const QString tolerance = number(m_settings.tolerance);
    switch (standstill.ground) {
        case Ground::Edge:
            say(tr("Stopped beside the edge of the domain of f, %1, %2: |f′| is below %3 there, "
                   "and close by f has values on one side only.")
                    .arg(place(), afterSteps(), tolerance));
            break;
        case Ground::Jump:
            say(tr("Stopped beside a jump of f, %1, %2: |f′| is below %3 there, which does not "
                   "prove an extremum.")
                    .arg(place(), afterSteps(), tolerance));
            break;
        case Ground::Flat:
            say(tr("Stopped on flat ground at %1 %2: |f′| is below %3 there, which does not prove "
                   "an extremum.")
                    .arg(place(), afterSteps(), tolerance));
            if (standstill.slopeError) tellTheRounding(*standstill.slopeError);
            break;
    }
    tellTheDeparture(standstill.departure);
}

void Narrator::tellTheRounding(double slopeError) {
    say(tr("Rounding alone may change f′ by %1 there.").arg(roughly(slopeError)));
}

}  // namespace session
