// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that came to rest.
#include <algorithm>
#include <cmath>

#include "session/narrator.h"

namespace session {

using insight::Finding;
using insight::Shape;
using insight::Standing;

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

QString Narrator::goal() const {
    const insight::StationaryPoint& point = *m_verdict.point;
    const auto [x, f] = told(point, m_verdict.better);
    if (endsShort()) return tr("x = %1, f = %2").arg(x, f);
    const bool here = position(point.x) == number(m_verdict.last.at[0]);
    const bool level = number(valueOf(point)) == number(m_verdict.last.value);
    return tr("%1, %2").arg(equation(QStringLiteral("x"), x, here),
                            equation(QStringLiteral("f"), f, level));
}

QString Narrator::distance() const {
    return roughly(std::abs(m_verdict.last.at[0] - m_verdict.point->x));
}

bool Narrator::endsShort() const {
    constexpr double visible = 1e-4;
    const double x = m_verdict.point->x;
    const double away = std::abs(m_verdict.last.at[0] - x);
    const bool reads = position(x) != number(m_verdict.last.at[0]);
    return away > visible && (reads || away > visible * std::abs(x));
}

void Narrator::tellTheArrival() {
    if (m_verdict.steps == 0) {
        tellTheStart();
    } else if (endsShort()) {
        say(tr("Came within %1 of %2, %3, %4: |f′| is below %5 there.")
                .arg(distance(), extremum(), goal(), afterSteps(), number(m_settings.tolerance)));
    } else {
        say(tr("Reached %1 at %2 %3: |f′| is below %4.")
                .arg(extremum(), goal(), afterSteps(), number(m_settings.tolerance)));
    }
    tellTheBetterOne();
    if (m_verdict.departure) {
        tellTheDeparture();
    } else if (m_verdict.steps > 0 && isPlain()) {
        say(approach());
    }
}

void Narrator::tellTheDeparture() {
    const insight::Departure& departure = *m_verdict.departure;
    say(tr("It would not stay there: %1 steps on, |f′| would be %2 again, and x would get up to %3 "
           "away.")
            .arg(count(departure.steps), roughly(departure.slope), roughly(departure.distance)));
}

void Narrator::tellTheStart() {
    if (m_verdict.last.gradient[0] != 0 && m_verdict.last.at[0] == m_verdict.point->x) {
        say(tr("The initial guess, %1, is %2 already, as far as numbers of 16 digits tell: "
               "|f′| = %3 is below %4.")
                .arg(place(), extremum(), slopeBelow(), number(m_settings.tolerance)));
    } else if (m_verdict.last.gradient[0] != 0) {
        say(tr("At the initial guess, %1, |f′| = %2 is below %3 already. It lies %4 from %5, %6.")
                .arg(place(), slopeBelow(), number(m_settings.tolerance), distance(), extremum(),
                     goal()));
    } else if (insight::isCorner(shape())) {
        say(tr("The initial guess, %1, is %2 already: f has a corner there, where f′ jumps and "
               "counts as 0.")
                .arg(place(), extremum()));
    } else {
        say(tr("The initial guess, %1, is %2 already: the gradient is zero there.")
                .arg(place(), extremum()));
    }
}

void Narrator::tellTheBetterOne() {
    if (!m_verdict.better) return;
    const auto [x, value] = told(*m_verdict.better, m_verdict.point);
    if (m_verdict.better->shape == Shape::Pole) {
        say(either(tr("f falls without bound beside x = %1."),
                   tr("f rises without bound beside x = %1."))
                .arg(x));
    } else if (m_verdict.better->shape == Shape::Break) {
        say(either(tr("f is lower where it breaks off, at x = %1 (f = %2)."),
                   tr("f is higher where it breaks off, at x = %1 (f = %2)."))
                .arg(x, value));
    } else if (insight::isLimit(m_verdict.better->shape)) {
        say(either(tr("f comes lower beside x = %1, where it breaks off (down to %2)."),
                   tr("f comes higher beside x = %1, where it breaks off (up to %2)."))
                .arg(x, value));
    } else {
        say(either(tr("A lower one lies at x = %1 (f = %2)."),
                   tr("A higher one lies at x = %1 (f = %2)."))
                .arg(x, value));
    }
}

QString Narrator::extremum() const {
    switch (m_verdict.standing) {
        case Standing::Best:
            return either(tr("the lowest minimum in view"), tr("the highest maximum in view"));
        case Standing::Tied:
            return either(tr("one of the lowest minima in view"),
                          tr("one of the highest maxima in view"));
        case Standing::Unknown:
        case Standing::Beaten:
            break;
    }
    return either(tr("a local minimum"), tr("a local maximum"));
}

QString Narrator::approach() const {
    const bool landed = m_verdict.last.gradient[0] == 0;
    switch (shape()) {
        case Shape::Corner:
        case Shape::HalfCorner:
            return landed ? tr("f has a corner there, and a step happened to land on it.")
                          : tr("f has a corner there, and it came from the side where the slope "
                               "fades.");
        case Shape::Steep:
            return landed ? tr("f″ is infinite there, and a step happened to land on it.")
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
    if (m_verdict.curvature != 0) return approachByFactor();
    return landed ? tr("f″(x*) = 0, and a step happened to land on it.")
                  : tr("f″(x*) = 0, so m = 1: the closer it comes, the slower it creeps.");
}

QString Narrator::approachByFactor() const {
    constexpr double leap = 0.1;
    constexpr double chance = 0.1;
    const double m = m_verdict.factor;
    const QString factor = either(tr("m = 1 − α·f″(x*) = %1"), tr("m = 1 + α·f″(x*) = %1"))
                               .arg(besideLimit(m, m < 0 ? -1 : 1));
    const double now = m_verdict.last.at[0] - m_verdict.point->x;
    const double before = m_verdict.before.at[0] - m_verdict.point->x;
    if (std::abs(m) >= 1) {
        return std::abs(now) < chance * std::abs(before)
                   ? tr("%1: it hit the point by chance, from close by it could not come to rest "
                        "there.")
                         .arg(factor)
                   : QString();
    }
    if (std::abs(m) < leap)
        return tr("%1: close by, a step leaps all or nearly all the way.").arg(factor);
    if (m > 0) {
        return (now * before > 0
                    ? tr("%1: it comes closer from one side, near the end each step leaves m of "
                         "the distance.")
                    : tr("%1: close by, each step leaves m of the distance."))
            .arg(factor);
    }
    return (now * before < 0
                ? tr("%1: it swings from side to side, near the end each step leaves |m| of the "
                     "distance.")
                : tr("%1: close by, each step leaves |m| of the distance, on the other side."))
        .arg(factor);
}

void Narrator::tellTheStandstill() {
    if (!isPlain()) return tellTheOtherExtremum();
    if (m_verdict.last.gradient[0] != 0) {
        const QString extremum = m_descends ? tr("a maximum") : tr("a minimum");
        const QString where = endsShort() ? tr("Stopped %1 from %2").arg(distance(), extremum)
                                          : tr("Stopped close to %1").arg(extremum);
        say(tr("%1, %2, %3: |f′| = %4 is below %5 there, though not zero.")
                .arg(where, goal(), afterSteps(), slopeBelow(), number(m_settings.tolerance)));
        return;
    }
    const double curvature = m_verdict.curvature;
    const QString why =
        insight::isCorner(shape()) ? tr("f has a corner there, where f′ jumps and counts as 0")
        : curvature == 0           ? tr("the gradient is zero there and f″ = 0")
        : shape() != Shape::Smooth ? tr("the gradient is zero there")
        : curvature > 0 ? tr("the gradient is zero there and f″ = %1 > 0").arg(number(curvature))
                        : tr("the gradient is zero there and f″ = %1 < 0").arg(number(curvature));
    say((m_descends ? tr("Stopped at a maximum, %1, %2: %3, so the descent cannot leave it.")
                    : tr("Stopped at a minimum, %1, %2: %3, so the ascent cannot leave it."))
            .arg(place(), afterSteps(), why));
}

/// Of a method whose memory may carry it on.
void Narrator::tellTheOtherExtremum() {
    const QString extremum = m_descends ? tr("a maximum") : tr("a minimum");
    const QString where = endsShort() ? tr("Stopped %1 from %2").arg(distance(), extremum)
                                      : tr("Stopped close to %1").arg(extremum);
    say(tr("%1, %2, %3: |f′| is below %4 there.")
            .arg(where, goal(), afterSteps(), number(m_settings.tolerance)));
    if (m_verdict.departure) tellTheDeparture();
}

void Narrator::tellTheGround() {
    tellWhereItStopped();
    if (m_verdict.departure) tellTheDeparture();
}

void Narrator::tellWhereItStopped() {
    const QString tolerance = number(m_settings.tolerance);
    if (m_verdict.finding == Finding::Inflection) {
        if (m_verdict.last.gradient[0] == 0) {
            say(tr("Stopped at an inflection, %1, %2: the gradient is zero there and has the same "
                   "sign on both sides, so it is no extremum.")
                    .arg(place(), afterSteps()));
        } else {
            const QString where = endsShort() ? tr("Stopped %1 from an inflection").arg(distance())
                                              : tr("Stopped close to an inflection");
            say(tr("%1, %2, %3: |f′| is below %4 there. f′ has the same sign on both sides, so it "
                   "is no extremum.")
                    .arg(where, goal(), afterSteps(), tolerance));
        }
    } else if (m_verdict.finding == Finding::Edge) {
        say(tr("Stopped beside the edge of the domain of f, %1, %2: |f′| is below %3 there, and "
               "close by f has values on one side only.")
                .arg(place(), afterSteps(), tolerance));
    } else if (m_verdict.finding == Finding::Jump) {
        say(tr("Stopped beside a jump of f, %1, %2: |f′| is below %3 there, which does not prove "
               "an extremum.")
                .arg(place(), afterSteps(), tolerance));
    } else {
        say(tr("Stopped on flat ground at %1 %2: |f′| is below %3 there, which does not prove an "
               "extremum.")
                .arg(place(), afterSteps(), tolerance));
        if (m_verdict.slopeError > m_settings.tolerance) {
            say(tr("Rounding alone may change f′ by %1 there.").arg(roughly(m_verdict.slopeError)));
        }
    }
}

QString Narrator::stalledStep() const {
    return tr("Stalled %1 at %2: the step α·|f′| = %3 is lost, as neighbouring numbers of 16 "
              "digits lie %4 apart there.")
        .arg(afterSteps(), place(),
             number(m_settings.alpha * descent::norm(m_verdict.last.gradient)),
             number(m_verdict.spacing));
}

void Narrator::tellTheStall() {
    say(isPlain() ? stalledStep()
                  : tr("Stalled %1 at %2: the next step is lost, as neighbouring numbers of 16 "
                       "digits lie %3 apart there.")
                        .arg(afterSteps(), place(), number(m_verdict.spacing)));
    if (descent::norm(m_verdict.last.gradient) <= m_verdict.slopeError) {
        say(tr("f′ is 0 there as far as such numbers can tell."));
        tellTheTolerance();
    } else if (m_verdict.advice) {
        tellTheAdvice();
    } else if (m_verdict.slopeError > m_settings.tolerance) {
        say(tr("Rounding alone may change f′ by %1 there.").arg(roughly(m_verdict.slopeError)));
        tellTheTolerance();
    }
}

}  // namespace session
