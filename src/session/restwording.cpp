// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that came to rest.
#include <cmath>

#include "session/narrator.h"
#include "session/wording.h"

namespace session {

using core::Finding;
using core::Standing;

void Narrator::tellTheArrival() {
    if (m_verdict.steps == 0) {
        say((atCorner() ? tr("The initial guess, %1, is %2 already: f has a corner there, where f′ "
                             "jumps and counts as 0.")
                        : tr("The initial guess, %1, is %2 already: the gradient is zero there."))
                .arg(place(), extremum()));
    } else {
        say(tr("Reached %1 at %2 %3.").arg(extremum(), place(), afterSteps()));
    }
    if (m_verdict.better) {
        say(either(tr("A lower one lies at x = %1 (f = %2)."),
                   tr("A higher one lies at x = %1 (f = %2)."))
                .arg(position(m_verdict.better->x), number(m_verdict.better->value)));
    }
    say(approach());
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
    constexpr double leap = 0.1;
    if (m_verdict.steps == 0) return QString();
    if (atCorner()) {
        return m_verdict.last.gradient.x == 0
                   ? tr("f has a corner there, and a step happened to land on it.")
                   : tr("f has a corner there, and it came from the side where the slope fades.");
    }
    const double m = m_verdict.factor;
    const QString factor =
        either(tr("m = 1 − α·f″(x*) = %1"), tr("m = 1 + α·f″(x*) = %1")).arg(number(m));
    if (m == 1) {
        return tr("f″(x*) = 0, so m = 1: the closer it comes, the slower it creeps.");
    }
    if (std::abs(m) >= 1)
        return tr("%1: it hit the point by chance, from close by it could not settle.").arg(factor);
    if (std::abs(m) < leap)
        return tr("%1: close by, a step leaps all or nearly all the way.").arg(factor);
    return (m > 0 ? tr("%1: it creeps up from one side, each step leaving m of the distance.")
                  : tr("%1: it swings from side to side, each step leaving |m| of the "
                       "distance."))
        .arg(factor);
}

void Narrator::tellTheStandstill() {
    const double curvature = m_verdict.curvature;
    const QString sign = curvature == 0 ? tr("f″ = 0")
                                        : tr("f″ = %1").arg(number(curvature)) +
                                              (curvature > 0 ? tr(" > 0") : tr(" < 0"));
    say((m_descends ? tr("Stopped at a maximum, %1, %2: the gradient is zero there and %3, so "
                         "the descent cannot leave it.")
                    : tr("Stopped at a minimum, %1, %2: the gradient is zero there and %3, so "
                         "the ascent cannot leave it."))
            .arg(place(), afterSteps(), sign));
}

void Narrator::tellTheGround() {
    if (m_verdict.finding == Finding::Inflection) {
        say(tr("Stopped at an inflection, %1, %2: the gradient is zero there and f″ changes "
               "its sign, so it is no extremum.")
                .arg(place(), afterSteps()));
    } else if (m_verdict.finding == Finding::Edge) {
        say(tr("Stopped at the edge of the domain of f, %1, %2: the gradient is below %3 "
               "there, and f has values on one side only.")
                .arg(place(), afterSteps(), number(m_settings.tolerance)));
    } else if (m_verdict.finding == Finding::Jump) {
        say(tr("Stopped beside a jump of f, %1, %2: the gradient is below %3 there, which does "
               "not prove an extremum.")
                .arg(place(), afterSteps(), number(m_settings.tolerance)));
    } else {
        say(tr("Stopped on flat ground at %1 %2: the gradient is below %3 all around, which "
               "does not prove an extremum.")
                .arg(place(), afterSteps(), number(m_settings.tolerance)));
    }
}

void Narrator::tellTheStall() {
    say(tr("Stalled %1 at %2: the step α·|f′| = %3 is lost, as neighbouring numbers of 16 "
           "digits lie %4 apart there. Try a larger α.")
            .arg(afterSteps(), place(),
                 number(m_settings.alpha * core::norm(m_verdict.last.gradient)),
                 number(m_verdict.spacing)));
}

}  // namespace session
