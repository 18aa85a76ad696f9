// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that stand still, and of those that would not.
#include "insight/survey.h"
#include "session/wording/narrator.h"

namespace session {

using Cause = insight::Stall::Cause;

void Narrator::tellTheDeparture(const std::optional<insight::Departure>& departure) {
    if (!departure) return;
    const auto* arrival = std::get_if<insight::Arrival>(&m_verdict.finding);
    const bool told = arrival && m_verdict.steps > 0 && departure->outside &&
                      arrival->point.kind == insight::sought(m_settings.direction);
    if (!told) say(tr("It would not stay there."));
    if (departure->sequel) return tellTheSequel(*departure->sequel);
    const QString distance = roughly(departure->distance);
    if (departure->outside) {
        say(tr("%n steps on, |f′| would be %1 again.", nullptr, howMany(departure->steps))
                .arg(roughly(departure->slope)));
        say(tr("In the next %n steps x would get up to %1 away.", nullptr,
               howMany(departure->ahead))
                .arg(distance));
    } else {
        say(tr("In the next %n steps x would get up to %1 away, with |f′| below %2 all the time.",
               nullptr, howMany(departure->ahead))
                .arg(distance, number(m_settings.tolerance)));
    }
    tellTheEndOf(*departure);
}

void Narrator::tellTheEndOf(const insight::Departure& departure) {
    if (departure.swing) {
        const auto [low, high] = apart(departure.swing->extent.low, departure.swing->extent.high);
        say(tr("It would end swinging between %n points, from x = %1 to x = %2.", nullptr,
               departure.swing->period)
                .arg(low, high));
    } else if (departure.place) {
        say(tr("After %n steps it would be back within the tolerance, but at x = %1.", nullptr,
               howMany(departure.back))
                .arg(number(*departure.place)));
    } else if (departure.back > 0) {
        say(tr("After %n steps it would be back within the tolerance.", nullptr,
               howMany(departure.back)));
    }
}

void Narrator::tellTheCause(const insight::Stall& stall) {
    const bool descends = m_settings.direction == descent::Direction::Descend;
    switch (stall.cause) {
        case Cause::Refusal:
            return say((descends
                            ? tr("Stalled %1 at %2: no step lowers f enough there, however short.")
                            : tr("Stalled %1 at %2: no step raises f enough there, however short."))
                           .arg(afterSteps(stall.since), place()));
        case Cause::Hidden:
            return say((descends ? tr("Stalled %1 at %2: what a step would lower f by is hidden, "
                                      "as rounding alone may change f by %3 there.")
                                 : tr("Stalled %1 at %2: what a step would raise f by is hidden, "
                                      "as rounding alone may change f by %3 there."))
                           .arg(afterSteps(stall.since), place(), roughly(stall.valueError)));
        case Cause::Schedule:
            return say(tr("Stalled %1 at %2: the schedule has brought α down to %3, and no step "
                          "moves it any more.")
                           .arg(afterSteps(stall.since), place(), number(stall.alpha)));
        case Cause::Overflow:
            return say(tr("Stalled %1 at %2: the squares of its slopes are beyond 1.8×10³⁰⁸, so "
                          "the steps that %3 divides by their root are 0.")
                           .arg(afterSteps(stall.since), place(), method()));
        case Cause::Balance:
            return say(tr("Stalled %1 at %2: the decay of %3 and f′ hold each other in balance "
                          "there.")
                           .arg(afterSteps(stall.since), place(), method()));
        case Cause::Rounding:
            break;
    }
    say(isPlain()
            ? tr("Stalled %1 at %2: the step α·|f′| = %3 is lost, as neighbouring numbers of 16 "
                 "digits lie %4 apart there.")
                  .arg(afterSteps(stall.since), place(), number(stall.step), number(stall.spacing))
            : tr("Stalled %1 at %2: the next step is lost, as neighbouring numbers of 16 digits "
                 "lie %3 apart there.")
                  .arg(afterSteps(stall.since), place(), number(stall.spacing)));
}

void Narrator::tell(const insight::Stall& stall) {
    if (stall.stretches)
        return say(tr("The schedule ended %1 with α = 0, at %2, where |f′| = %3. With more "
                      "iterations it would be longer.")
                       .arg(afterSteps(), place(), slope()));
    tellTheCause(stall);
    if (stall.cause == Cause::Refusal) return;
    if (stall.cause == Cause::Schedule || stall.cause == Cause::Overflow ||
        stall.cause == Cause::Balance)
        return say(tr("|f′| = %1 there.").arg(slope()));
    if (stall.level) {
        say(tr("f′ is 0 there as far as such numbers can tell."));
        tellTheTolerance(stall.tolerance);
    } else if (stall.advice) {
        tellTheAdvice(stall.advice);
    } else if (stall.slopeError) {
        tellTheRounding(*stall.slopeError);
        tellTheTolerance(stall.tolerance);
    }
}

}  // namespace session
