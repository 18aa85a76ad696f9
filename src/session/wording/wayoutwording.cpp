// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that diverged or left the domain.
#include "session/wording/narrator.h"

namespace session {

using End = insight::Divergence::End;
using insight::Lack;

void Narrator::tell(const insight::Divergence& divergence) {
    const QString x = number(m_verdict.last.at[0]);
    if (m_verdict.steps == 0 && divergence.end == End::Numbers) return tellTheOverflow();
    if (m_verdict.steps == 0 && divergence.end == End::Infinite) {
        say(tr("At the initial guess x₀ = %1, f or its slope is infinite, so there is no first "
               "step. Choose another x₀, or check the function.")
                .arg(x));
        return;
    }
    switch (divergence.end) {
        case End::Beyond:
            say(tr("Diverged %1: x is beyond 1.8×10³⁰⁸.").arg(afterSteps()));
            break;
        case End::Far:
            say(tr("Diverged %1: x = %2.").arg(afterSteps(), x));
            break;
        case End::Numbers:
            say(tr("Diverged %1: numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope at "
                   "x = %2.")
                    .arg(afterSteps(), x));
            break;
        case End::Infinite:
            say(tr("Diverged %1: f or its slope is infinite at x = %2.").arg(afterSteps(), x));
            break;
    }
    tellTheGrowth(divergence);
}

void Narrator::tellTheGrowth(const insight::Divergence& divergence) {
    const insight::Overshoot& overshoot = divergence.overshoot;
    if (divergence.crossed) return tellTheAdvice(overshoot.advice);
    if (divergence.steep) {
        say(either(
                tr("f fell all the way; the last step was that long because |f′| = %1 at x = %2."),
                tr("f rose all the way; the last step was that long because |f′| = %1 at x = %2."))
                .arg(number(descent::norm(m_verdict.before.gradient)),
                     number(m_verdict.before.at[0])));
    }
    if (divergence.improving && !divergence.unbounded) return tellTheAdvice(overshoot.advice);
    if (divergence.unbounded) {
        say(either(tr("f fell all the way: it seems unbounded below in this direction."),
                   tr("f rose all the way: it seems unbounded above in this direction.")));
    }
    if (!divergence.growth) return tellTheAdvice(overshoot.advice);
    if (!divergence.steady) {
        say(tr("The last step was %1 times as long as the one before.")
                .arg(number(*divergence.growth)));
        return tellTheOvershoot(overshoot);
    }
    const descent::Response& response = *divergence.steady;
    say(either(
            tr("m = 1 − α·f″ = %1: each of its last steps was %2 times as long as the one before."),
            tr("m = 1 + α·f″ = %1: each of its last steps was %2 times as long as the one before."))
            .arg(number(response.factor), number(*divergence.growth)));
    response.factor < 0 ? tellTheLimit(response, overshoot) : tellTheAdvice(overshoot.advice);
}

void Narrator::tellTheOverflow() {
    const QString x = number(m_verdict.last.at[0]);
    say(m_verdict.steps == 0
            ? tr("At the initial guess x₀ = %1, numbers beyond 1.8×10³⁰⁸ come up in computing f or "
                 "its slope, so there is no first step. Choose another x₀.")
                  .arg(x)
            : tr("Stopped %1: numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope at x = "
                 "%2.")
                  .arg(afterSteps(), x));
}

void Narrator::tell(const insight::Exit& exit) {
    const QString x = number(m_verdict.last.at[0]);
    if (exit.lack == Lack::Numbers) return tellTheOverflow();
    const bool valueIsMissing = exit.lack == Lack::Value;
    if (m_verdict.steps == 0) {
        say((valueIsMissing ? tr("The initial guess x₀ = %1 lies outside the domain of f: "
                                 "there is no real "
                                 "value there. Choose another x₀, or check the function.")
                            : tr("At the initial guess x₀ = %1, f has no slope, so there is no "
                                 "first step. "
                                 "Choose another x₀, or check the function."))
                .arg(x));
        return;
    }
    const QString step =
        tr("step %1, from x = %2").arg(count(m_verdict.steps), number(m_verdict.before.at[0]));
    say((valueIsMissing ? tr("Left the domain of f with %1: there is no real value at x = %2.")
                        : tr("Lost the slope with %1: f has none at x = %2."))
            .arg(step, x));
}

}  // namespace session
