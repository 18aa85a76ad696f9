// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs of several variables that did not come to rest.
#include <algorithm>
#include <cmath>

#include "insight/plane/rates.h"
#include "session/methodwords.h"
#include "session/wording/planenarrator.h"

namespace session {

using Trend = insight::PlaneMotion::Trend;
using Cause = insight::PlaneStall::Cause;

namespace {

/// To two digits.
double about(double steps) {
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(steps)) - 1));
    return std::max(1.0, std::round(steps / unit)) * unit;
}

/// The corners of a box.
std::pair<descent::Point, descent::Point> cornersOf(const std::vector<insight::Range>& extents,
                                                    descent::Point low) {
    descent::Point high = low;
    for (std::size_t i = 0; i < extents.size(); ++i) {
        low[i] = extents[i].low;
        high[i] = extents[i].high;
    }
    return {low, high};
}

}  // namespace

void PlaneNarrator::tellWhereItIs() {
    say(tr("Still moving %1, at %2, where |∇f| = %3.").arg(afterSteps(), here(), slope()));
}

void PlaneNarrator::tell(const insight::PlaneCycle& cycle) {
    if (cycle.toCome) tellWhereItIs();
    const QString width = number(cycle.swing.width);
    const int period = cycle.swing.period;
    if (cycle.toCome) {
        say(tr("With more iterations it comes to go round %n places, up to %1 apart.", nullptr,
               period)
                .arg(width));
    } else if (cycle.exact) {
        say(tr("Goes round %n places for ever, up to %1 apart.", nullptr, period).arg(width));
    } else {
        say(tr("Goes round %n places, up to %1 apart.", nullptr, period).arg(width));
        say(tr("It still would %n steps on.", nullptr, howMany(cycle.ahead)));
    }
    tellTheLimit(cycle.about, cycle.rates);
}

void PlaneNarrator::tellTheLimit(const std::optional<insight::StationaryPlace>& about,
                                 const std::optional<insight::Rates>& rates) {
    if (!about) return;
    if (!rates || descent::shrinks(rates->fastest)) {
        say(either(tr("Among them lies a minimum, %1."), tr("Among them lies a maximum, %1."))
                .arg(told(*about)));
        return;
    }
    const QString text = either(
        tr("At the minimum %1, steps in the steepest direction, λmax = %2, do not shrink from "
           "α = %3 on."),
        tr("At the maximum %1, steps in the steepest direction, λmax = %2, do not shrink from "
           "α = %3 on."));
    say(text.arg(placeText(about->at, m_digits),
                 number(rates->fastest.sharpness / m_settings.alpha), number(rates->limit)));
}

void PlaneNarrator::tell(const insight::PlaneWandering& wandering) {
    const auto [low, high] = cornersOf(wandering.extents, m_verdict.last.at);
    say(tr("Wanders without resting or repeating: its last %n steps stayed between %1 and %2.",
           nullptr, howMany(wandering.tail))
            .arg(vectorText(low), vectorText(high)));
    say(tr("|∇f| is still %1 %2.").arg(slope(), afterSteps()));
}

void PlaneNarrator::tell(const insight::PlaneRattle& rattle) {
    say(tr("The noise keeps it moving: its last %n steps lay about %1, %2 away from there on "
           "average.",
           nullptr, howMany(rattle.tail))
            .arg(vectorText(rattle.mean, 2), roughly(rattle.spread)));
    if (rattle.rests) say(tr("Without the noise it would come to rest."));
}

void PlaneNarrator::tell(const insight::PlaneGrowth& growth) {
    say(tr("Swings wider with each step: %1 it is at %2, the last step %3 times as long as the one "
           "before.")
            .arg(afterSteps(), here(), besideLimit(growth.growth, 1, m_digits)));
    if (growth.sequel) tellTheSequel(*growth.sequel);
    tellTheLimit(growth.about, growth.rates);
}

void PlaneNarrator::tell(const insight::PlaneCrawl& crawl) {
    constexpr double manySteps = 1e7;
    say(tr("Still on its way: %1 it is at %2.").arg(afterSteps(), here()));
    const double steps = about(crawl.remaining);
    if (!descent::isPlain(m_settings)) {
        say(tr("|∇f| = %1: it would converge after about %n more steps.", nullptr,
               howMany(std::llround(steps)))
                .arg(slope()));
    } else if (steps < manySteps) {
        say(tr("|∇f| = %1: about %n more steps would bring it below %2.", nullptr,
               howMany(std::llround(steps)))
                .arg(slope(), tolerance()));
    } else {
        say(tr("|∇f| = %1: about %2 more steps would bring it below %3.")
                .arg(slope(), number(steps), tolerance()));
    }
    if (crawl.goal && !(descent::norm(m_verdict.last.gradient) < m_settings.tolerance))
        say(tr("It is on its way to %1 at %2.").arg(kindName(*crawl.goal), told(*crawl.goal)));
    if (crawl.rate > 0)
        say(tr("Close by, each step leaves %1 of the distance.")
                .arg(besideLimit(crawl.rate, 1, 3)));
}

void PlaneNarrator::tell(const insight::PlaneMotion& motion) {
    tellWhereItIs();
    if (motion.sequel) return tellTheSequel(*motion.sequel);
    const int ahead = howMany(motion.ahead);
    switch (motion.trend) {
        case Trend::Improving:
            return say(
                either(tr("f was falling to the end, and would at each of the next %n steps.",
                          nullptr, ahead),
                       tr("f was rising to the end, and would at each of the next %n steps.",
                          nullptr, ahead)));
        case Trend::Easing:
            return say(either(
                tr("f never rose at the end, nor would it in the next %n steps.", nullptr, ahead),
                tr("f never fell at the end, nor would it in the next %n steps.", nullptr, ahead)));
        case Trend::Level:
            return say(tr("No digit of f changed at the end, nor would one in the next %n steps.",
                          nullptr, ahead));
        case Trend::Turning:
            return say(either(tr("f was falling to the end, but would not at every later step."),
                              tr("f was rising to the end, but would not at every later step.")));
        case Trend::Uneven:
            return say(
                either(tr("f did not fall at every step."), tr("f did not rise at every step.")));
    }
}

void PlaneNarrator::tellTheSequel(const insight::PlaneSequel& sequel) {
    const int steps = howMany(sequel.steps);
    if (sequel.outcome == descent::Outcome::Stalled) {
        say(tr("%n more steps would bring it to a standstill.", nullptr, steps));
    } else if (sequel.outcome == descent::Outcome::LeftDomain) {
        say(tr("%n more steps would take it to where f or ∇f has no value.", nullptr, steps));
    } else {
        say(tr("With %n more steps it would diverge.", nullptr, steps));
    }
}

void PlaneNarrator::tell(const insight::PlaneStall& stall) {
    tellTheCause(stall);
    if (descent::norm(m_verdict.last.gradient) > 0) say(tr("|∇f| = %1 there.").arg(slope()));
}

void PlaneNarrator::tellTheCause(const insight::PlaneStall& stall) {
    const QString since = afterSteps(stall.since);
    switch (stall.cause) {
        case Cause::Refusal:
            return say(either(tr("Stalled %1 at %2: no step that was tried lowers f enough there."),
                              tr("Stalled %1 at %2: no step that was tried raises f enough there."))
                           .arg(since, here()));
        case Cause::Schedule:
            if (stall.alpha == 0 && std::holds_alternative<descent::Cosine>(m_settings.schedule)) {
                return say(tr("The schedule ended %1 with α = 0, at %2. With more iterations it "
                              "would be longer.")
                               .arg(since, here()));
            }
            return say(tr("Stalled %1 at %2: the schedule has brought α down to %3, and no step "
                          "moves it any more.")
                           .arg(since, here(), number(stall.alpha)));
        case Cause::Overflow:
            return say(tr("Stalled %1 at %2: the squares of its slopes are beyond 1.8×10³⁰⁸, so "
                          "the steps that are divided by their root are 0.")
                           .arg(since, here()));
        case Cause::Balance:
            return say(tr("Stalled %1 at %2: the decay and ∇f hold each other in balance there.")
                           .arg(since, here()));
        case Cause::Rounding:
            break;
    }
    const bool isFlat = descent::norm(m_verdict.last.gradient) == 0;
    say((isFlat ? tr("Stalled %1 at %2: ∇f is 0 there as far as numbers of 16 digits can tell.")
                : tr("Stalled %1 at %2: the next step is lost, as numbers have only 16 digits."))
            .arg(since, here()));
}

void PlaneNarrator::tell(const insight::PlaneDivergence& divergence) {
    using End = insight::PlaneDivergence::End;
    if (divergence.end == End::Infinite) {
        const QString last = vectorText(m_verdict.last.at);
        say(m_verdict.steps == 0
                ? tr("There is no first step: at %1, f or ∇f is infinite, or beyond 1.8×10³⁰⁸.")
                      .arg(last)
                : tr("Diverged %2: at %1, f or ∇f is infinite, or beyond 1.8×10³⁰⁸.")
                      .arg(last, afterSteps()));
    } else {
        say(divergence.end == End::Far
                ? tr("Diverged %1: it is more than 10¹² away from the origin.").arg(afterSteps())
                : tr("Diverged %1: its place is beyond 1.8×10³⁰⁸.").arg(afterSteps()));
    }
    if (divergence.improving)
        say(either(tr("f fell at each step before."), tr("f rose at each step before.")));
    tellTheLimit(divergence.about, divergence.rates);
}

void PlaneNarrator::tell(const insight::PlaneExit& exit) {
    const QString place = vectorText(m_verdict.last.at);
    if (m_verdict.steps == 0) {
        say((exit.hasValue ? tr("There is no first step: ∇f has no value at the initial guess, %1.")
                           : tr("There is no first step: f has no value at the initial guess, %1."))
                .arg(place));
        return;
    }
    if (exit.afterHuge)
        return say(
            tr("Stopped %1 at %2: f or ∇f has no value there, after numbers beyond 10¹⁰⁰ had "
               "come up.")
                .arg(afterSteps(), place));
    say((exit.hasValue ? tr("Stopped %1 at %2: ∇f has no value there.")
                       : tr("Left the domain of f %1: at %2 it has no value."))
            .arg(afterSteps(), place));
}

void PlaneNarrator::tell(const insight::PlaneShortage&) {
    say(m_verdict.steps == 0
            ? tr("There is not enough memory for this run. Close other programs and try again.")
            : tr("There is not enough memory for more than the first %n steps. Choose fewer "
                 "iterations, or close other programs.",
                 nullptr, howMany(m_verdict.steps)));
}

void PlaneNarrator::tellTheWarmUp() {
    const auto* const warmup = std::get_if<descent::Warmup>(&m_settings.schedule);
    const auto steps = static_cast<double>(m_verdict.steps);
    if (!warmup || m_verdict.steps == 0 || !(steps + 1 < warmup->steps)) return;
    say(tr("The run ended in the warm-up of %n steps: α had come to %1.", nullptr,
           howMany(std::llround(warmup->steps)))
            .arg(number(descent::alphaAt(m_settings, m_verdict.steps - 1))));
    if (m_verdict.outcome == descent::Outcome::MaxIterations &&
        descent::norm(m_verdict.last.gradient) < m_settings.tolerance)
        say(tr("|∇f| is below %1, but no run converges while α rises.").arg(tolerance()));
}

void PlaneNarrator::tellTheZigzag() {
    if (!m_finding.zigzag) return;
    say(tr("It zigzags: at %1 of %2 steps the path turned by more than 90°.")
            .arg(count(m_finding.zigzag->turns), count(m_finding.zigzag->steps)));
}

void PlaneNarrator::tellTheDelay() {
    if (!m_finding.delay) return;
    const insight::Delay& delay = *m_finding.delay;
    say(tr("From step %1 on, it spent %2 of its %3 steps within %4 of the saddle %5.")
            .arg(count(delay.first), count(delay.steps), count(m_verdict.steps),
                 roughly(delay.within), placeText(delay.saddle.at, 4)));
}

}  // namespace session
