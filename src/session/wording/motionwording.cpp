// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs that did not come to rest.
#include <algorithm>
#include <cmath>

#include "insight/survey.h"
#include "session/wording/narrator.h"

namespace session {

using insight::Lack;
using Trend = insight::Motion::Trend;

namespace {

constexpr double manySteps = 1e7;     ///< to be written as a power of 10
constexpr double negligible = 1e-10;  ///< of the width of a swing

/// To two digits.
double about(double steps) {
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(steps)) - 1));
    return std::max(1.0, std::round(steps / unit)) * unit;
}

}  // namespace

void Narrator::tell(const insight::Cycle& cycle) {
    if (cycle.toCome) tellWhereItIs();
    if (cycle.inRounding) return tellTheFinestSwing(cycle);
    const auto shown = [&cycle](double x) {
        return std::abs(x) <= negligible * cycle.extent.width() ? 0 : x;
    };
    const auto [low, high] = apart(shown(cycle.extent.low), shown(cycle.extent.high));
    say((cycle.toCome ? tr("With more iterations it comes to swing between %n points, from x = %1 "
                           "to x = %2.",
                           nullptr, cycle.period)
                      : tr("Swings forever between %n points, from x = %1 to x = %2.", nullptr,
                           cycle.period))
            .arg(low, high));
    tellTheOvershoot(cycle.overshoot, true);
    if (cycle.miss)
        say(tr("It misses the corner by only %1: on it, the run would end.")
                .arg(roughly(*cycle.miss)));
}

void Narrator::tellTheFinestSwing(const insight::Cycle& cycle) {
    say((cycle.toCome ? tr("With more iterations it comes to swing between %n points that lie "
                           "only %1 apart: numbers of 16 digits come no closer to where f′ "
                           "is 0.",
                           nullptr, cycle.period)
                      : tr("Swings forever between %n points that lie only %1 apart: numbers "
                           "of 16 digits come no closer to where f′ is 0.",
                           nullptr, cycle.period))
            .arg(roughly(cycle.extent.width())));
    if (cycle.toCome) return;
    say(tr("It is at %1, where |f′| = %2.").arg(place(), slope()));
    tellTheTolerance(cycle.tolerance);
}

void Narrator::tellTheTolerance(const std::optional<double>& tolerance) {
    if (tolerance)
        say(tr("With a tolerance of %1 or more it would have converged.").arg(roughly(*tolerance)));
}

void Narrator::tellTheAdvice(const std::optional<insight::Advice>& advice) {
    if (!advice) return;
    const bool isLonger = advice->steps > m_settings.maxIterations;
    say((isLonger        ? (advice->rests
                                ? tr("With α = %1 and more iterations it comes to rest at x = %2 %3.")
                                : tr("With α = %1 and more iterations it comes within the tolerance at "
                                            "x = %2 %3."))
         : advice->rests ? tr("With α = %1 it comes to rest at x = %2 %3.")
                         : tr("With α = %1 it comes within the tolerance at x = %2 %3."))
            .arg(number(advice->alpha), position(advice->x), afterSteps(advice->steps)));
}

void Narrator::tell(const insight::Drift& drift) {
    const auto [low, high] = apart(drift.extent.low, drift.extent.high);
    say(tr("Swings between about %n points that move only slowly: its last %n steps went from "
           "x = %1 to x = %2.",
           nullptr, drift.period)
            .arg(low, high));
    tellTheOvershoot(drift.overshoot);
}

void Narrator::tellTheOvershoot(const insight::Overshoot& overshoot, bool exactly) {
    if (!overshoot.point) return tellTheAdvice(overshoot.advice);
    const QString x = position(overshoot.point->x);
    const insight::Shape shape = overshoot.point->shape;
    if (!isPlain()) {
        if (insight::isCorner(shape))
            say(tr("f has a corner at x* = %1: the slope does not fade there.").arg(x));
        return tellTheAdvice(overshoot.advice);
    }
    if (shape == insight::Shape::Steep) {
        say(tr("f″ is infinite at x* = %1, so steps from close enough leap past it. A smaller α "
               "only narrows a swing about it.")
                .arg(x));
        return;
    }
    if (shape == insight::Shape::Bent) {
        say(tr("f″ differs on the two sides of x* = %1, and steps leap past it.").arg(x));
        return tellTheAdvice(overshoot.advice);
    }
    if (insight::isCorner(shape)) {
        say((shape == insight::Shape::HalfCorner
                 ? tr("f has a corner at x* = %1: the slope fades on one side only, and steps from "
                      "the other leap past it.")
                 : tr("f has a corner at x* = %1: the slope does not fade there, so the steps do "
                      "not. A smaller α only narrows a swing about it."))
                .arg(x));
        return tellTheAdvice(overshoot.advice);
    }
    tellTheSmoothOvershoot(overshoot, exactly);
}

void Narrator::tellTheSmoothOvershoot(const insight::Overshoot& overshoot, bool exactly) {
    constexpr double limit = 2;
    const descent::Response& response = overshoot.response;
    const bool atLimit = descent::isAtLimit(response);
    const QString term =
        tr("At x* = %1, %2 = %3")
            .arg(position(overshoot.point->x), m_descends ? tr("α·f″(x*)") : tr("α·|f″(x*)|"),
                 besideLimit(atLimit ? limit : response.sharpness, limit));
    if (atLimit) {
        say((exactly ? tr("%1: each step lands as far on the other side.")
                     : tr("%1: near it, each step lands nearly as far on the other side."))
                .arg(term));
    } else if (response.approach == descent::Approach::CannotStay) {
        say(tr("%1 > 2: near it, each step overshoots by a factor of %2.")
                .arg(term, besideLimit(std::abs(response.factor), 1)));
    } else {
        say(tr("%1 < 2, so it could come to rest there, but steps from here leap past it.")
                .arg(term));
        return tellTheAdvice(overshoot.advice);
    }
    tellTheLimit(response, overshoot);
}

void Narrator::tellTheLimit(const descent::Response& response,
                            const insight::Overshoot& overshoot) {
    const QString limit = (overshoot.point ? either(tr("2/f″(x*) = %1"), tr("2/|f″(x*)| = %1"))
                                           : either(tr("2/f″ = %1"), tr("2/|f″| = %1")))
                              .arg(number(response.limit));
    if (const auto& advice = overshoot.advice) {
        say((advice->rests
                 ? tr("Try an α below %1: with %2 it comes to rest at x = %3 %4.")
                 : tr("Try an α below %1: with %2 it comes within the tolerance at x = %3 %4."))
                .arg(limit, number(advice->alpha), position(advice->x), afterSteps(advice->steps)));
    } else if (overshoot.settles) {
        say(tr("Runs can come to rest there with an α below %1.").arg(limit));
    }
}

void Narrator::tell(const insight::Wandering& wandering) {
    const QString start = wandering.drifts ? tr("Drifts without resting or repeating:")
                                           : tr("Wanders without resting or repeating:");
    const auto [low, high] = apart(wandering.extent.low, wandering.extent.high);
    const QString tail =
        tr("%1 its last %n steps went between x = %2 and x = %3", nullptr, howMany(wandering.tail))
            .arg(start, low, high);
    if (wandering.journey) {
        const auto [least, most] = apart(wandering.journey->low, wandering.journey->high);
        say(tr("%1, the whole run between %2 and %3.").arg(tail, least, most));
    } else {
        say(tr("%1.").arg(tail));
    }
    say(tr("|f′| is still %1 %2.").arg(slope(), afterSteps()));
    tellTheOvershoot(wandering.overshoot);
}

void Narrator::tell(const insight::Growth& growth) {
    say(tr("Swings wider with each step: x = %1 %2, the last step %3 times as long as the one "
           "before.")
            .arg(number(m_verdict.last.at[0]), afterSteps(), besideLimit(growth.growth, 1)));
    if (growth.sequel) tellTheSequel(*growth.sequel);
    tellTheOvershoot(growth.overshoot);
}

void Narrator::tell(const insight::March& march) {
    const int ahead = howMany(march.ahead);
    say((march.left ? tr("Marches on to ever smaller x: %1 it is at %2, where |f′| = %3. The next "
                         "%n steps would go the same way.",
                         nullptr, ahead)
                    : tr("Marches on to ever larger x: %1 it is at %2, where |f′| = %3. The next "
                         "%n steps would go the same way.",
                         nullptr, ahead))
            .arg(afterSteps(), place(), slope()));
}

void Narrator::tell(const insight::Crawl& crawl) {
    const QString start =
        crawl.creeps ? tr("Crawls: %1 it is at %2.") : tr("Still on its way: %1 it is at %2.");
    say(start.arg(afterSteps(), place()));
    const QString rate = number(crawl.rate);
    const bool shrinksEvenly = crawl.rate > 0 && rate != number(1);
    const QString now =
        !shrinksEvenly ? tr("|f′| = %1").arg(slope())
        : crawl.slowing
            ? tr("|f′| = %1 shrinks by a factor of %2 a step now, and more slowly later")
                  .arg(slope(), rate)
            : tr("|f′| = %1 shrinks by a factor of %2 a step").arg(slope(), rate);
    const double steps = about(crawl.remaining);
    const QString tolerance = number(m_settings.tolerance);
    // Others end later than the slope is first below the tolerance: they may still be moving.
    if (!isPlain()) {
        say(steps < manySteps
                ? tr("%1: it would converge after about %n more steps.", nullptr,
                     howMany(std::llround(steps)))
                      .arg(now)
                : tr("%1: it would converge after about %2 more steps.").arg(now, number(steps)));
        return std::visit([this](const auto& goal) { tellWhereItStops(goal); }, crawl.goal);
    }
    say(steps < manySteps ? tr("%1: about %n more steps would bring it below %2.", nullptr,
                               howMany(std::llround(steps)))
                                .arg(now, tolerance)
                          : tr("%1: about %2 more steps would bring it below %3.")
                                .arg(now, number(steps), tolerance));
    std::visit([this](const auto& goal) { tellWhereItStops(goal); }, crawl.goal);
}

void Narrator::tellWhereItStops(const insight::StationaryPoint& point) {
    if (point.kind == insight::sought(m_settings.direction)) return;
    say(point.kind == insight::StationaryKind::Inflection
            ? tr("It would stop close to an inflection, which is no extremum.")
            : either(tr("It would stop close to a maximum."),
                     tr("It would stop close to a minimum.")));
}

void Narrator::tellWhereItStops(insight::Ground ground) {
    switch (ground) {
        case insight::Ground::Edge:
            return say(tr("It would stop beside the edge of the domain of f."));
        case insight::Ground::Jump:
            return say(tr("It would stop beside a jump of f."));
        case insight::Ground::Flat:
            return say(either(tr("It would stop on flat ground, which proves no minimum."),
                              tr("It would stop on flat ground, which proves no maximum.")));
    }
}

void Narrator::tellWhereItIs() {
    say(tr("Still moving %1, at %2, where |f′| = %3.").arg(afterSteps(), place(), slope()));
}

void Narrator::tell(const insight::Motion& motion) {
    tellWhereItIs();
    if (motion.sequel) return tellTheSequel(*motion.sequel);
    const QString falls = either(tr("f seems to fall for ever in this direction"),
                                 tr("f seems to rise for ever in this direction"));
    switch (motion.trend) {
        case Trend::Fading:
            return say(tr("%1, ever more slowly.").arg(falls));
        case Trend::Endless:
            return say(tr("%1: the slope does not fade.").arg(falls));
        case Trend::Improving:
            return say(either(tr("f was falling to the end, and would at each of the next %n "
                                 "steps.",
                                 nullptr, howMany(motion.ahead)),
                              tr("f was rising to the end, and would at each of the next %n "
                                 "steps.",
                                 nullptr, howMany(motion.ahead))));
        case Trend::Easing:
            return say(either(tr("f never rose at the end, nor would it in the next %n steps.",
                                 nullptr, howMany(motion.ahead)),
                              tr("f never fell at the end, nor would it in the next %n steps.",
                                 nullptr, howMany(motion.ahead))));
        case Trend::Level:
            return say(tr("No digit of f changed at the end, nor would one in the next %n steps.",
                          nullptr, howMany(motion.ahead)));
        case Trend::Turning:
            return say(either(tr("f was falling to the end, but would not at every later step."),
                              tr("f was rising to the end, but would not at every later step.")));
        case Trend::Uneven:
            say(m_settings.noise.sigma > 0
                    ? either(tr("f did not fall at every step: each took f′ with noise, σ = %1."),
                             tr("f did not rise at every step: each took f′ with noise, σ = %1."))
                          .arg(number(m_settings.noise.sigma))
                    : either(tr("f did not fall at every step."),
                             tr("f did not rise at every step.")));
            return tellTheAdvice(motion.advice);
    }
}

/// How it would end before long.
void Narrator::tellTheSequel(const insight::Sequel& sequel) {
    const int steps = howMany(sequel.steps);
    if (sequel.outcome == descent::Outcome::Stalled && !isPlain()) {
        say(tr("%n more steps would bring it to a standstill.", nullptr, steps));
    } else if (sequel.outcome == descent::Outcome::Stalled) {
        say(tr("%n more steps would bring it to a standstill: the next would be lost to rounding.",
               nullptr, steps));
    } else if (sequel.outcome != descent::Outcome::LeftDomain) {
        say(tr("With %n more steps it would diverge.", nullptr, steps));
    } else if (sequel.lack == Lack::Numbers) {
        say(
            tr("%n more steps would take it to where numbers beyond 1.8×10³⁰⁸ come up in computing "
               "f or its slope.",
               nullptr, steps));
    } else if (sequel.lack == Lack::Slope) {
        say(tr("%n more steps would take it to where f has no slope.", nullptr, steps));
    } else {
        say(tr("%n more steps would take it out of the domain of f.", nullptr, steps));
    }
}

}  // namespace session
