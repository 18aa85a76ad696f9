// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the method of a run, its schedule or its noise did.
#include <algorithm>
#include <cmath>

#include "session/wording/narrator.h"

namespace session {

namespace {

constexpr int fewDigits = 3;

/// "3 %"
QString percent(double share) {
    return Narrator::tr("%1 %").arg(number(100 * share, share < 0.01 ? 1 : 2));
}

}  // namespace

void Narrator::tell(const insight::FirstStep& first) {
    constexpr double hardly = 0.01;
    if (std::abs(first.rates - 1) < hardly) {
        say(tr("The first step of %1 is α long whatever the slope; plain gradient descent’s would "
               "have been %2.")
                .arg(method(), roughly(first.plain)));
    } else {
        say(tr("The first step of %1 is %2 α long whatever the slope; plain gradient descent’s "
               "would have been %3.")
                .arg(method(), roughly(first.rates), roughly(first.plain)));
    }
}

void Narrator::tell(const insight::EveryStep&) {
    say(tr("Every step of %1 is α long, however small the slope.").arg(method()));
}

void Narrator::tell(const insight::Starvation& starvation) {
    say(tr("The step of %1, divided by all slopes so far, has shrunk to %2 of its first: it "
           "crawls.")
            .arg(method(), percent(starvation.share)));
}

void Narrator::tell(const insight::Carried& carried) {
    if (carried.turns == 0)
        return say(either(tr("Momentum carried it over the hilltop at %1, in step %2."),
                          tr("Momentum carried it through the bottom at %1, in step %2."))
                       .arg(position(carried.top), count(carried.step)));
    const int turns = howMany(carried.turns);
    say(either(tr("Momentum carried it over the hilltop at %1 for good in step %2, after it had "
                  "gone over it and back %n times.",
                  nullptr, turns),
               tr("Momentum carried it through the bottom at %1 for good in step %2, after it had "
                  "gone through it and back %n times.",
                  nullptr, turns))
            .arg(position(carried.top), count(carried.step)));
}

void Narrator::tell(const insight::Excursion& excursion) {
    const QString top = position(excursion.top);
    const QString out = count(excursion.out);
    const QString back = count(excursion.back);
    if (excursion.turns == 1)
        return say(either(tr("Momentum carried it over the hilltop at %1 in step %2, but it came "
                             "back over it in step %3."),
                          tr("Momentum carried it through the bottom at %1 in step %2, but it came "
                             "back through it in step %3."))
                       .arg(top, out, back));
    const int turns = howMany(excursion.turns);
    say(either(tr("It went over the hilltop at %1 and back %n times, the last time in steps %2 and "
                  "%3.",
                  nullptr, turns),
               tr("It went through the bottom at %1 and back %n times, the last time in steps %2 "
                  "and %3.",
                  nullptr, turns))
            .arg(top, out, back));
}

void Narrator::tell(const insight::Leap& leap) {
    say(either(tr("%1 does not divide its first %n steps by the size of the slope, so with step %2 "
                  "it leapt over the hilltop at %3.",
                  nullptr, howMany(leap.undivided)),
               tr("%1 does not divide its first %n steps by the size of the slope, so with step %2 "
                  "it leapt over the bottom at %3.",
                  nullptr, howMany(leap.undivided)))
            .arg(method(), count(leap.step), position(leap.top)));
}

void Narrator::tell(const insight::HalfAlpha& half) {
    say(tr("With a constant α, %1 ends swinging by ±α/2 = ±%2.").arg(method(), number(half.reach)));
}

void Narrator::tell(const insight::Balance& balance) {
    const QString held =
        tr("The decay of %1 pulls it towards 0 as much as f′ pulls it on, and holds it %2 off the "
           "%3 at %4")
            .arg(method(), roughly(balance.distance), either(tr("minimum"), tr("maximum")),
                 position(balance.x));
    if (balance.then) {
        say(tr("%1; %n steps on that would be %2.", nullptr, howMany(balance.ahead))
                .arg(held, roughly(*balance.then)));
    } else {
        say(tr("%1.").arg(held));
    }
}

void Narrator::tell(const insight::ShortestStep& shortest) {
    say(tr("Its steps are as short as those of %1 can be: %2.")
            .arg(method(), roughly(shortest.length)));
}

void Narrator::tell(const insight::Fading& fading) {
    say(tr("The schedule has brought α down to %1, %2 of the first: %n more steps would move it by "
           "no more than %3.",
           nullptr, howMany(fading.ahead))
            .arg(roughly(fading.alpha), percent(fading.share), roughly(fading.change)));
}

void Narrator::tell(const insight::Rising& rising) {
    say(tr("The run ended in the warm-up of %n steps: α had come to %1.", nullptr,
           howMany(rising.steps))
            .arg(number(rising.alpha)));
    if (rising.converging)
        say(tr("|f′| is below %1, but no run converges while α rises.")
                .arg(number(m_settings.tolerance)));
}

void Narrator::tell(const insight::Unchanged& unchanged) {
    say(tr("α was the same all the time: the schedule changes it only after %n steps.", nullptr,
           howMany(unchanged.first)));
}

void Narrator::tell(const insight::Unscheduled& unscheduled) {
    tellTheSchedule(unscheduled);
    const QString alpha = number(m_settings.alpha);
    const int steps = howMany(unscheduled.steps);
    switch (unscheduled.outcome) {
        case descent::Outcome::Converged:
            return say(
                unscheduled.x
                    ? tr("With α = %1 at every step it would have converged after %n steps, at x = "
                         "%2.",
                         nullptr, steps)
                          .arg(alpha, position(*unscheduled.x))
                    : tr("With α = %1 at every step it would have converged after %n steps.",
                         nullptr, steps)
                          .arg(alpha));
        case descent::Outcome::Diverged:
            return say(tr("With α = %1 at every step it would have diverged after %n steps.",
                          nullptr, steps)
                           .arg(alpha));
        case descent::Outcome::LeftDomain:
            return say(tr("With α = %1 at every step it would have come to where f or f′ has no "
                          "value after %n steps.",
                          nullptr, steps)
                           .arg(alpha));
        case descent::Outcome::Stalled:
            return say(tr("With α = %1 at every step it would have come to a standstill after %n "
                          "steps.",
                          nullptr, steps)
                           .arg(alpha));
        case descent::Outcome::MaxIterations:
        case descent::Outcome::OutOfMemory:
            break;
    }
    say(tr("With α = %1 at every step it would not have converged in %n steps.", nullptr, steps)
            .arg(alpha));
}

/// Where nothing else tells of it.
void Narrator::tellTheSchedule(const insight::Unscheduled& unscheduled) {
    const auto tells = [](const insight::Remark& remark) {
        return std::holds_alternative<insight::Fading>(remark) ||
               std::holds_alternative<insight::Rising>(remark);
    };
    if (std::holds_alternative<insight::Stall>(m_verdict.finding) ||
        std::ranges::any_of(m_verdict.remarks, tells))
        return;
    const int changes = howMany(unscheduled.changes);
    if (std::holds_alternative<descent::Warmup>(m_settings.schedule))
        return say(
            tr("The warm-up shortened its first %n steps: α was below %1 there.", nullptr, changes)
                .arg(number(m_settings.alpha)));
    const QString alpha = session::number(unscheduled.alpha, fewDigits);
    say(std::holds_alternative<descent::StepDecay>(m_settings.schedule)
            ? tr("The schedule cut α %n times, to %1 at its last step.", nullptr, changes)
                  .arg(alpha)
            : tr("The schedule had brought α down to %1 at its last step.").arg(alpha));
}

}  // namespace session
