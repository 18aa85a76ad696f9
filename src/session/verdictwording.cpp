// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "session/narrator.h"

namespace session {

using insight::Finding;

Narrator::Narrator(const insight::Verdict& verdict, const descent::Settings& settings, int digits)
    : m_verdict(verdict),
      m_settings(settings),
      m_digits(digits),
      m_descends(settings.direction == descent::Direction::Descend) {}

QString Narrator::text() {
    tellTheEnd();
    tellTheCrossing();
    m_sentences.removeAll(QString());
    return m_sentences.join(QLatin1Char(' '));
}

QString Narrator::outcome() {
    tellTheEnd();
    m_sentences.removeAll(QString());
    return m_sentences.value(0);
}

QString Narrator::afterSteps(std::int64_t steps) {
    if (steps == 0) return tr("right at the start");
    return steps == 1 ? tr("after 1 step") : tr("after %1 steps").arg(count(steps));
}

QString Narrator::place() const {
    return tr("x = %1, f = %2").arg(number(m_verdict.last.at[0]), number(m_verdict.last.value));
}

QString Narrator::slope() const {
    return number(descent::norm(m_verdict.last.gradient));
}

QString Narrator::slopeBelow() const {
    return besideLimit(descent::norm(m_verdict.last.gradient), m_settings.tolerance);
}

QString Narrator::sharpnessTerm() const {
    return m_descends ? tr("α·f″(x*)") : tr("α·|f″(x*)|");
}

void Narrator::tellTheEnd() {
    switch (m_verdict.finding) {
        case Finding::Minimum:
            return m_descends ? tellTheArrival() : tellTheStandstill();
        case Finding::Maximum:
            return m_descends ? tellTheStandstill() : tellTheArrival();
        case Finding::Inflection:
        case Finding::Edge:
        case Finding::Jump:
        case Finding::Flat:
            return tellTheGround();
        case Finding::Cycle:
            return tellTheCycle();
        case Finding::Wandering:
            return tellTheWandering();
        case Finding::Marching:
            return tellTheMarch();
        case Finding::Drifting:
            return tellTheDrift();
        case Finding::Growing:
            return tellTheGrowth();
        case Finding::Crawling:
            return tellTheCrawl();
        case Finding::StillMoving:
            return tellTheMotion();
        case Finding::Stalled:
            return tellTheStall();
        case Finding::Diverged:
            return tellTheDivergence();
        case Finding::LeftDomain:
            return tellTheWayOut();
        case Finding::OutOfMemory:
            return tellTheShortage();
    }
}

void Narrator::tellTheShortage() {
    say(m_verdict.steps == 0
            ? tr("There is not enough memory for this run. Close other programs and try again.")
            : tr("There is not enough memory for more than the first %1 steps. Choose fewer "
                 "iterations, or close other programs.")
                  .arg(count(m_verdict.steps)));
}

void Narrator::tellTheCrossing() {
    if (!m_verdict.crossing) return;
    const insight::Crossing& crossing = *m_verdict.crossing;
    say((crossing.gap
             ? tr("Between steps %1 and %2 it first crossed a gap in the domain of f, at x = %3.")
             : tr("Between steps %1 and %2 it first crossed a discontinuity of f, at x = %3."))
            .arg(count(crossing.step), count(crossing.step + 1), position(crossing.x)));
}

QString exactEnd(const insight::Verdict& verdict) {
    return Narrator::tr("Step %1:\nx = %2\nf = %3\nf′ = %4")
        .arg(count(verdict.steps), exactNumber(verdict.last.at[0]), exactNumber(verdict.last.value),
             exactNumber(verdict.last.gradient[0]));
}

QString describe(const insight::Verdict& verdict, const descent::Settings& settings, int digits) {
    return Narrator(verdict, settings, digits).text();
}

QString describeOutcome(const insight::Verdict& verdict, const descent::Settings& settings,
                        int digits) {
    return Narrator(verdict, settings, digits).outcome();
}

}  // namespace session
