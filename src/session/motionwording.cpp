// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that did not come to rest.
#include <algorithm>
#include <cmath>

#include "session/narrator.h"

namespace session {

using insight::Finding;

namespace {

constexpr double negligible = 1e-10;  ///< of the width of a swing

/// To two digits.
QString about(double steps) {
    constexpr double longCount = 1e7;
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(steps)) - 1));
    const double rounded = std::max(1.0, std::round(steps / unit)) * unit;
    return rounded < longCount ? count(std::llround(rounded)) : number(rounded);
}

}  // namespace

void Narrator::tellTheCycle() {
    if (m_verdict.toCome) tellWhereItIs();
    if (m_verdict.inRounding) return tellTheFinestSwing();
    const auto shown = [this](double x) {
        return std::abs(x) <= negligible * m_verdict.extent.width() ? 0 : x;
    };
    const auto [low, high] = apart(shown(m_verdict.extent.low), shown(m_verdict.extent.high));
    say((m_verdict.toCome
             ? tr("With more iterations it comes to swing between %1 points, from x = %2 to "
                  "x = %3.")
             : tr("Swings forever between %1 points, from x = %2 to x = %3."))
            .arg(m_verdict.period)
            .arg(low, high));
    tellTheOvershoot();
    tellTheNearMiss();
}

void Narrator::tellTheFinestSwing() {
    const QString apart = roughly(m_verdict.extent.width());
    say((m_verdict.toCome ? tr("With more iterations it comes to swing between %1 points that lie "
                               "only %2 apart: numbers of 16 digits come no closer to where f′ "
                               "is 0.")
                          : tr("Swings forever between %1 points that lie only %2 apart: numbers "
                               "of 16 digits come no closer to where f′ is 0."))
            .arg(m_verdict.period)
            .arg(apart));
    if (m_verdict.toCome) return;
    say(tr("It is at %1, where |f′| = %2.").arg(place(), slope()));
    tellTheTolerance();
}

/// Which one would end the run where it ended.
void Narrator::tellTheTolerance() {
    constexpr double largest = 1;
    const double slope = descent::norm(m_verdict.last.gradient) * (1 + 1e-9);
    const double unit = std::pow(10, std::floor(std::log10(slope)) - 1);
    const double above = std::ceil(slope / unit) * unit;
    if (above <= largest)
        say(tr("With a tolerance of %1 or more it would have converged.").arg(roughly(above)));
}

/// An α that was tried, which the sentence before leads up to.
void Narrator::tellTheAdvice() {
    if (!m_verdict.advice) return;
    say(tr("With α = %1 it comes to rest at x = %2 %3.")
            .arg(number(m_verdict.advice->alpha), position(m_verdict.advice->x),
                 afterSteps(m_verdict.advice->steps)));
}

void Narrator::tellTheNearMiss() {
    if (!insight::isCorner(shape())) return;
    const double miss = std::min(std::abs(m_verdict.extent.low - m_verdict.point->x),
                                 std::abs(m_verdict.extent.high - m_verdict.point->x));
    if (miss <= negligible * m_verdict.extent.width())
        say(tr("It misses the corner by only %1: on it, the run would end.")
                .arg(session::number(miss, 2)));
}

void Narrator::tellTheDrift() {
    const auto [low, high] = apart(m_verdict.extent.low, m_verdict.extent.high);
    say(tr("Swings between about %1 points that move only slowly: its last %1 steps went from "
           "x = %2 to x = %3.")
            .arg(m_verdict.period)
            .arg(low, high));
    tellTheOvershoot();
}

void Narrator::tellTheOvershoot() {
    constexpr double slack = 1e-9;
    if (!m_verdict.point) return tellTheAdvice();
    const QString x = position(m_verdict.point->x);
    if (shape() == insight::Shape::Steep) {
        say(tr("f″ is infinite at x* = %1, so steps from close enough leap past it. A smaller α "
               "only narrows a swing about it.")
                .arg(x));
        return;
    }
    if (shape() == insight::Shape::Bent) {
        say(tr("f″ differs on the two sides of x* = %1, and steps leap past it.").arg(x));
        return tellTheAdvice();
    }
    if (insight::isCorner(shape())) {
        say((shape() == insight::Shape::HalfCorner
                 ? tr("f has a corner at x* = %1: the slope fades on one side only, and steps from "
                      "the other leap past it.")
                 : tr("f has a corner at x* = %1: the slope does not fade there, so the steps do "
                      "not. A smaller α only narrows a swing about it."))
                .arg(x));
        return tellTheAdvice();
    }
    const bool fork = std::abs(sharpness() - 2) <= slack;
    const QString term =
        tr("At x* = %1, %2 = %3").arg(x, sharpnessTerm(), besideLimit(fork ? 2 : sharpness(), 2));
    if (fork) {
        say((m_verdict.finding == Finding::Cycle
                 ? tr("%1: each step lands as far on the other side.")
                 : tr("%1: near it, each step lands nearly as far on the other side."))
                .arg(term));
    } else if (sharpness() > 2) {
        say(tr("%1 > 2: near it, each step overshoots by a factor of %2.")
                .arg(term, besideLimit(std::abs(m_verdict.factor), 1)));
    } else {
        say(tr("%1 < 2, so it could come to rest there, but steps from here leap past it.")
                .arg(term));
        return tellTheAdvice();
    }
    tellTheLimit();
}

void Narrator::tellTheLimit() {
    const QString limit = (m_verdict.point ? either(tr("2/f″(x*) = %1"), tr("2/|f″(x*)| = %1"))
                                           : either(tr("2/f″ = %1"), tr("2/|f″| = %1")))
                              .arg(number(2 / std::abs(m_verdict.curvature)));
    if (m_verdict.advice) {
        say(tr("Try an α below %1: with %2 it comes to rest at x = %3 %4.")
                .arg(limit, number(m_verdict.advice->alpha), position(m_verdict.advice->x),
                     afterSteps(m_verdict.advice->steps)));
    } else if (m_verdict.point && m_verdict.slopeError < m_settings.tolerance) {
        say(tr("Runs can come to rest there with an α below %1.").arg(limit));
    }
}

void Narrator::tellTheWandering() {
    const QString start = m_verdict.drifts ? tr("Drifts without resting or repeating:")
                                           : tr("Wanders without resting or repeating:");
    const auto [low, high] = apart(m_verdict.extent.low, m_verdict.extent.high);
    const auto [least, most] = apart(m_verdict.journey.low, m_verdict.journey.high);
    const QString tail = tr("%1 its last %2 steps went between x = %3 and x = %4")
                             .arg(start, count(m_verdict.tail), low, high);
    say(m_verdict.journey == m_verdict.extent
            ? tr("%1.").arg(tail)
            : tr("%1, the whole run between %2 and %3.").arg(tail, least, most));
    say(tr("|f′| is still %1 %2.").arg(slope(), afterSteps()));
    tellTheOvershoot();
}

void Narrator::tellTheGrowth() {
    say(tr("Swings wider with each step: x = %1 %2, the last step %3 times as long as the one "
           "before.")
            .arg(number(m_verdict.last.at[0]), afterSteps(), besideLimit(m_verdict.growth, 1)));
    if (m_verdict.fate) tellTheFate();
    tellTheOvershoot();
}

void Narrator::tellTheMarch() {
    const bool left = m_verdict.last.at[0] < m_verdict.before.at[0];
    say((left
             ? tr("Marches on to ever smaller x: %1 it is at %2, where |f′| = %3. The next %4 "
                  "steps "
                  "would go the same way.")
             : tr("Marches on to ever larger x: %1 it is at %2, where |f′| = %3. The next %4 steps "
                  "would go the same way."))
            .arg(afterSteps(), place(), slope(), count(m_verdict.foreseen)));
}

void Narrator::tellTheCrawl() {
    constexpr double slow = 0.9;
    const QString start = m_verdict.rate > slow ? tr("Crawls: %1 it is at %2.")
                                                : tr("Still on its way: %1 it is at %2.");
    say(start.arg(afterSteps(), place()));
    const QString rate = number(m_verdict.rate);
    const bool shrinksEvenly = m_verdict.rate > 0 && rate != number(1);
    const QString now =
        !shrinksEvenly ? tr("|f′| = %1").arg(slope())
        : m_verdict.slowing
            ? tr("|f′| = %1 shrinks by a factor of %2 a step now, and more slowly later")
                  .arg(slope(), rate)
            : tr("|f′| = %1 shrinks by a factor of %2 a step").arg(slope(), rate);
    say((m_verdict.remaining == 1 ? tr("%1: one more step would bring it below %2.").arg(now)
                                  : tr("%1: about %2 more steps would bring it below %3.")
                                        .arg(now, about(m_verdict.remaining)))
            .arg(number(m_settings.tolerance)));
    tellTheGoal();
}

void Narrator::tellTheGoal() {
    const Finding sought = m_descends ? Finding::Minimum : Finding::Maximum;
    if (m_verdict.goal == sought) return;
    switch (m_verdict.goal) {
        case Finding::Inflection:
            return say(tr("It would stop close to an inflection, which is no extremum."));
        case Finding::Edge:
            return say(tr("It would stop beside the edge of the domain of f."));
        case Finding::Jump:
            return say(tr("It would stop beside a jump of f."));
        case Finding::Flat:
            return say(either(tr("It would stop on flat ground, which proves no minimum."),
                              tr("It would stop on flat ground, which proves no maximum.")));
        default:
            return say(either(tr("It would stop close to a maximum."),
                              tr("It would stop close to a minimum.")));
    }
}

void Narrator::tellWhereItIs() {
    say(tr("Still moving %1, at %2, where |f′| = %3.").arg(afterSteps(), place(), slope()));
}

void Narrator::tellTheMotion() {
    tellWhereItIs();
    if (m_verdict.fate) return tellTheFate();
    if (m_verdict.endless) {
        const QString falls = either(tr("f seems to fall for ever in this direction"),
                                     tr("f seems to rise for ever in this direction"));
        say((m_verdict.fading ? tr("%1, ever more slowly.") : tr("%1: the slope does not fade."))
                .arg(falls));
    } else if (m_verdict.foreseen > 0) {
        say(either(tr("f was falling to the end, and would at each of the next %1 steps."),
                   tr("f was rising to the end, and would at each of the next %1 steps."))
                .arg(count(m_verdict.foreseen)));
    } else if (m_verdict.improving) {
        say(either(tr("f was falling to the end, but would not at every later step."),
                   tr("f was rising to the end, but would not at every later step.")));
    } else {
        say(either(tr("f did not fall at every step."), tr("f did not rise at every step.")));
        tellTheAdvice();
    }
}

/// How it would end before long.
void Narrator::tellTheFate() {
    const bool one = m_verdict.remaining == 1;
    const QString steps = count(std::llround(m_verdict.remaining));
    if (m_verdict.overflow) {
        say(one ? tr("One more step would take it to where numbers beyond 1.8×10³⁰⁸ come up in "
                     "computing f or its slope.")
                : tr("%1 more steps would take it to where numbers beyond 1.8×10³⁰⁸ come up in "
                     "computing f or its slope.")
                      .arg(steps));
    } else if (m_verdict.slopeless && *m_verdict.fate == descent::Outcome::LeftDomain) {
        say(one ? tr("One more step would take it to where f has no slope.")
                : tr("%1 more steps would take it to where f has no slope.").arg(steps));
    } else if (*m_verdict.fate == descent::Outcome::LeftDomain) {
        say(one ? tr("One more step would take it out of the domain of f.")
                : tr("%1 more steps would take it out of the domain of f.").arg(steps));
    } else if (*m_verdict.fate == descent::Outcome::Stalled) {
        say(one ? tr("One more step would bring it to a standstill: the next would be lost to "
                     "rounding.")
                : tr("%1 more steps would bring it to a standstill: the next would be lost to "
                     "rounding.")
                      .arg(steps));
    } else {
        say(one ? tr("With one more step it would diverge.")
                : tr("With %1 more steps it would diverge.").arg(steps));
    }
}

}  // namespace session
