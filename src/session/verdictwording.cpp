// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "session/wording.h"

namespace session {

namespace {

using core::Finding;
using core::Standing;

/// Words one verdict; its sentences come one by one, in the order of reading.
class Narrator {
    Q_DECLARE_TR_FUNCTIONS(VerdictWording)

public:
    Narrator(const core::Verdict& verdict, const core::Settings& settings)
        : m_verdict(verdict),
          m_settings(settings),
          m_descends(settings.direction == core::Direction::Descend) {}

    QString text() {
        tellTheEnd();
        tellTheCrossing();
        m_sentences.removeAll(QString());
        return m_sentences.join(QLatin1Char(' '));
    }

private:
    const QString& either(const QString& descending, const QString& ascending) const {
        return m_descends ? descending : ascending;
    }
    void say(const QString& sentence) { m_sentences.append(sentence); }

    /// Of a stationary point, which is known to 1e-10.
    static QString position(double x) { return number(std::abs(x) < 1e-10 ? 0 : x); }

    QString afterSteps() const {
        if (m_verdict.steps == 0) return tr("right at the start");
        return m_verdict.steps == 1 ? tr("after 1 step")
                                    : tr("after %1 steps").arg(count(m_verdict.steps));
    }
    QString place() const {
        return tr("x = %1, f = %2").arg(number(m_verdict.last.at.x), number(m_verdict.last.value));
    }
    QString slope() const { return number(core::norm(m_verdict.last.gradient)); }
    /// α·f″(x*), as a term whose value is positive at the extremum that the run looks for.
    QString sharpnessTerm() const { return m_descends ? tr("α·f″(x*)") : tr("α·|f″(x*)|"); }
    double sharpness() const { return 1 - m_verdict.factor; }

    void tellTheEnd() {
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
        }
    }

    void tellTheArrival() {
        if (m_verdict.steps == 0) {
            say(tr("The initial guess, %1, is %2 already: the gradient is zero there.")
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

    QString extremum() const {
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

    QString approach() const {
        constexpr double leap = 0.1;
        if (m_verdict.steps == 0) return QString();
        if (m_verdict.point && m_verdict.point->corner)
            return tr("f has a corner there, and a step happened to land on it.");
        const double m = m_verdict.factor;
        const QString factor =
            either(tr("m = 1 − α·f″(x*) = %1"), tr("m = 1 + α·f″(x*) = %1")).arg(number(m));
        if (m == 1) {
            return tr("f″(x*) = 0, so m = 1: the closer it comes, the slower it creeps.");
        }
        if (std::abs(m) >= 1)
            return tr("%1: it hit the point by chance, from close by it could not settle.")
                .arg(factor);
        if (std::abs(m) < leap)
            return tr("%1: close by, a step leaps all or nearly all the way.").arg(factor);
        return (m > 0 ? tr("%1: it creeps up from one side, each step leaving m of the distance.")
                      : tr("%1: it swings from side to side, each step leaving |m| of the "
                           "distance."))
            .arg(factor);
    }

    /// At the kind of extremum that it does not look for.
    void tellTheStandstill() {
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

    void tellTheGround() {
        if (m_verdict.finding == Finding::Inflection) {
            say(tr("Stopped at an inflection, %1, %2: the gradient is zero there and f″ changes "
                   "its sign, so it is no extremum.")
                    .arg(place(), afterSteps()));
        } else if (m_verdict.finding == Finding::Edge) {
            say(tr("Stopped at the edge of the domain of f, %1, %2: the gradient is below %3 "
                   "there, and f has values on one side only.")
                    .arg(place(), afterSteps(), number(m_settings.tolerance)));
        } else if (m_verdict.finding == Finding::Jump) {
            say(tr("Stopped beside a jump of f, %1, %2: the gradient is below %3 there, but it is "
                   "no extremum.")
                    .arg(place(), afterSteps(), number(m_settings.tolerance)));
        } else {
            say(tr("Stopped on flat ground at %1 %2: the gradient is below %3 all around, which "
                   "does not prove an extremum.")
                    .arg(place(), afterSteps(), number(m_settings.tolerance)));
        }
    }

    void tellTheCycle() {
        say(tr("Swings forever between %1 points, from x = %2 to x = %3, the last at %4.")
                .arg(m_verdict.period)
                .arg(number(m_verdict.extent.low), number(m_verdict.extent.high), place()));
        tellTheOvershoot();
    }

    /// Why steps about x* do not fade, and which α would let them.
    void tellTheOvershoot() {
        constexpr double slack = 1e-9;
        if (!m_verdict.point) {
            if (!m_verdict.crossing) say(tr("Try a smaller α."));
            return;
        }
        const QString x = position(m_verdict.point->x);
        if (m_verdict.point->corner) {
            say(tr("f has a corner at x* = %1: the slope does not fade towards it, so neither do "
                   "the steps. A smaller α only makes the swing narrower.")
                    .arg(x));
            return;
        }
        const QString term = tr("At x* = %1, %2 = %3").arg(x, sharpnessTerm(), number(sharpness()));
        if (std::abs(sharpness() - 2) <= slack) {
            say(tr("%1: each step lands as far on the other side.").arg(term));
        } else if (sharpness() > 2) {
            say(tr("%1 > 2: near it, each step overshoots by a factor of %2.")
                    .arg(term, number(std::abs(m_verdict.factor))));
        } else {
            return say(tr("%1 < 2, so it could settle there, but steps from here leap past it. "
                          "Try a smaller α.")
                           .arg(term));
        }
        tellTheLimit();
    }

    void tellTheLimit() {
        const double curvature = std::abs(m_verdict.curvature);
        say(tr("Try an α below %1.")
                .arg(m_verdict.finding == Finding::Diverged
                         ? tr("2/f″ = %1").arg(number(2 / curvature))
                         : either(tr("2/f″(x*) = %1"), tr("2/|f″(x*)| = %1"))
                               .arg(number(2 / curvature))));
    }

    void tellTheWandering() {
        say(tr("Wanders between x = %1 and x = %2 without settling or repeating: %3 it is at %4, "
               "where |f′| = %5.")
                .arg(number(m_verdict.extent.low), number(m_verdict.extent.high), afterSteps(),
                     place(), slope()));
        tellTheOvershoot();
    }

    void tellTheGrowth() {
        say(tr("Swings ever wider: %1 it is at %2, and the last step was %3 times as long as the "
               "one before.")
                .arg(afterSteps(), place(), number(m_verdict.growth)));
        tellTheOvershoot();
    }

    void tellTheCrawl() {
        constexpr double slow = 0.9;
        const QString start = m_verdict.rate > slow ? tr("Crawls: %1 it is at %2.")
                                                    : tr("Still on its way: %1 it is at %2.");
        say(start.arg(afterSteps(), place()));
        say(tr("|f′| = %1 shrinks by a factor of %2 a step: about %3 more steps would bring it "
               "below %4.")
                .arg(slope(), number(m_verdict.rate), about(m_verdict.remaining),
                     number(m_settings.tolerance)));
    }

    /// To two digits.
    static QString about(double steps) {
        constexpr double longCount = 1e7;
        const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(steps)) - 1));
        const double rounded = std::max(1.0, std::round(steps / unit)) * unit;
        return rounded < longCount ? count(std::llround(rounded)) : number(rounded);
    }

    void tellTheMotion() {
        say(tr("Still moving %1, at %2, where |f′| = %3.").arg(afterSteps(), place(), slope()));
        say(m_verdict.improving
                ? either(tr("f was falling to the end: it would go on with more iterations."),
                         tr("f was rising to the end: it would go on with more iterations."))
                : tr("f went up and down on the way: try more iterations, or a smaller α."));
    }

    void tellTheStall() {
        say(tr("Stalled %1 at %2: the step α·|f′| = %3 is lost, as neighbouring numbers of 16 "
               "digits lie %4 apart there. Try a larger α.")
                .arg(afterSteps(), place(),
                     number(m_settings.alpha * core::norm(m_verdict.last.gradient)),
                     number(m_verdict.spacing)));
    }

    void tellTheDivergence() {
        const QString x = number(m_verdict.last.at.x);
        const bool infinite =
            std::isinf(m_verdict.last.value) || std::isinf(m_verdict.last.gradient.x);
        if (infinite && m_verdict.steps == 0) {
            say(tr("At the initial guess x₀ = %1, f or its slope is infinite, so there is no first "
                   "step. Choose another x₀, or check the function.")
                    .arg(x));
            return;
        }
        say((infinite ? tr("Diverged %1: f or its slope is infinite at x = %2.")
                      : tr("Diverged %1: x = %2."))
                .arg(afterSteps(), x));
        constexpr std::int64_t shortly = 3;
        if (m_verdict.crossing && m_verdict.crossing->step + shortly >= m_verdict.steps) return;
        if (m_verdict.improving) {
            say(either(tr("f fell all the way: it seems unbounded below in this direction."),
                       tr("f rose all the way: it seems unbounded above in this direction.")));
        }
        if (m_verdict.growth > 1) tellTheGrowthPerStep();
    }

    void tellTheGrowthPerStep() {
        if (!m_verdict.steadyCurvature) {
            say(tr("The last step was %1 times as long as the one before.")
                    .arg(number(m_verdict.growth)));
            if (!m_verdict.improving) say(tr("Try a smaller α."));
            return;
        }
        say(either(tr("m = 1 − α·f″ = %1: each step is %2 times as long as the one before."),
                   tr("m = 1 + α·f″ = %1: each step is %2 times as long as the one before."))
                .arg(number(m_verdict.factor), number(m_verdict.growth)));
        if (m_verdict.factor < 0) tellTheLimit();
    }

    void tellTheWayOut() {
        const QString x = number(m_verdict.last.at.x);
        if (m_verdict.steps == 0) {
            say(tr("The initial guess x₀ = %1 lies outside the domain of f: there is no real value "
                   "there. Choose another x₀, or check the function.")
                    .arg(x));
            return;
        }
        const QString step =
            tr("step %1, from x = %2").arg(count(m_verdict.steps), number(m_verdict.before.at.x));
        say((std::isnan(m_verdict.last.value)
                 ? tr("Left the domain of f with %1: there is no real value at x = %2.")
                 : tr("Lost the slope with %1: f has none at x = %2."))
                .arg(step, x));
    }

    void tellTheCrossing() {
        if (!m_verdict.crossing) return;
        const core::Crossing& crossing = *m_verdict.crossing;
        say((crossing.gap
                 ? tr("Between steps %1 and %2 it crossed a gap in the domain of f, at "
                      "x = %3.")
                 : tr("Between steps %1 and %2 it crossed a discontinuity of f at x = %3."))
                .arg(count(crossing.step), count(crossing.step + 1), position(crossing.x)));
    }

    const core::Verdict& m_verdict;
    const core::Settings& m_settings;
    bool m_descends;
    QStringList m_sentences;
};

}  // namespace

QString describe(const core::Verdict& verdict, const core::Settings& settings) {
    return Narrator(verdict, settings).text();
}

}  // namespace session
