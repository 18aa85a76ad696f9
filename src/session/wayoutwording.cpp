// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that diverged or left the domain.
#include <cmath>

#include "session/narrator.h"

namespace session {

void Narrator::tellTheDivergence() {
    const QString x = number(m_verdict.last.at[0]);
    const bool infinite =
        std::isinf(m_verdict.last.value) || std::isinf(m_verdict.last.gradient[0]);
    if (infinite && m_verdict.steps == 0 && m_verdict.overflow) return tellTheOverflow();
    if (infinite && m_verdict.steps == 0) {
        say(tr("At the initial guess x₀ = %1, f or its slope is infinite, so there is no first "
               "step. Choose another x₀, or check the function.")
                .arg(x));
        return;
    }
    if (std::isinf(m_verdict.last.at[0])) {
        say(tr("Diverged %1: x is beyond 1.8×10³⁰⁸.").arg(afterSteps()));
    } else {
        say((!infinite            ? tr("Diverged %1: x = %2.")
             : m_verdict.overflow ? tr("Diverged %1: numbers beyond 1.8×10³⁰⁸ come up in computing "
                                       "f or its slope at "
                                       "x = %2.")
                                  : tr("Diverged %1: f or its slope is infinite at x = %2."))
                .arg(afterSteps(), x));
    }
    constexpr std::int64_t shortly = 3;
    if (m_verdict.crossing && m_verdict.crossing->step + shortly >= m_verdict.steps)
        return tellTheAdvice();
    if (m_verdict.improving && !m_verdict.unbounded)
        return isPlain() ? tellTheLongStep() : tellTheAdvice();
    if (m_verdict.improving) {
        say(either(tr("f fell all the way: it seems unbounded below in this direction."),
                   tr("f rose all the way: it seems unbounded above in this direction.")));
    }
    m_verdict.growth > 1 ? tellTheGrowthPerStep() : tellTheAdvice();
}

/// The step that took it so far although f does not get better without bound there.
void Narrator::tellTheLongStep() {
    if (std::abs(m_verdict.last.at[0]) > descent::divergenceBound) {
        say(either(
                tr("f fell all the way; the last step was that long because |f′| = %1 at x = %2."),
                tr("f rose all the way; the last step was that long because |f′| = %1 at x = %2."))
                .arg(number(descent::norm(m_verdict.before.gradient)),
                     number(m_verdict.before.at[0])));
    }
    tellTheAdvice();
}

void Narrator::tellTheGrowthPerStep() {
    if (!m_verdict.steadyCurvature) {
        say(tr("The last step was %1 times as long as the one before.")
                .arg(number(m_verdict.growth)));
        return tellTheOvershoot();
    }
    say(either(
            tr("m = 1 − α·f″ = %1: each of its last steps was %2 times as long as the one before."),
            tr("m = 1 + α·f″ = %1: each of its last steps was %2 times as long as the one before."))
            .arg(number(m_verdict.factor), number(m_verdict.growth)));
    m_verdict.factor < 0 ? tellTheLimit() : tellTheAdvice();
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

void Narrator::tellTheWayOut() {
    const QString x = number(m_verdict.last.at[0]);
    if (m_verdict.overflow) return tellTheOverflow();
    const bool valueIsMissing = std::isnan(m_verdict.last.value);
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
