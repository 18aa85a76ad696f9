// SPDX-License-Identifier: GPL-3.0-or-later
//
// What verdicts say of runs of all methods, with schedules and noise, against the runs simply
// continued.
#include <QTest>
#include <cmath>

#include "findings.h"
#include "insight/survey.h"
#include "methodruns.h"

using descent::Outcome;
using insight::Motion;

namespace {

constexpr int count = 2000;
constexpr int asUsual = 1600;        ///< the others are of gentle and steep functions
constexpr std::size_t known = 5000;  ///< steps that a verdict looks ahead, at most

#define HOLDS(claim) QVERIFY2(claim, run.name().c_str())

double slopeAt(const descent::Trajectory& steps, std::int64_t n) {
    return std::abs(steps.slope(static_cast<std::size_t>(n)));
}

/// The last step that changed x.
std::int64_t lastMove(const descent::Trajectory& steps) {
    std::size_t n = steps.size() - 1;
    while (n > 0 && steps.x(n) == steps.x(n - 1)) --n;
    return static_cast<std::int64_t>(n);
}

std::optional<insight::Departure> departureOf(const insight::Verdict& verdict) {
    if (const auto* arrival = found<insight::Arrival>(verdict)) return arrival->departure;
    if (const auto* standstill = found<insight::Standstill>(verdict)) return standstill->departure;
    return std::nullopt;
}

/// Constant rates with many steps and with few, schedules, noise, and both, in turn.
Drawn drawn(int i) {
    return {.schedule = i % 5 == 1 || i % 5 == 3,
            .noise = i % 5 == 2 || i % 5 == 3,
            .scale = i >= asUsual,
            .most = i % 5 == 4 ? 3000 : 0};
}

const std::vector<MethodRun>& runs() {
    static const std::vector<MethodRun> all = [] {
        std::vector<MethodRun> made;
        MethodRuns random(20261129);
        for (int i = 0; i < count; ++i) made.push_back(random.next({}, drawn(i)));
        return made;
    }();
    return all;
}

/// No farther away than a few of the numbers between.
bool isRounding(double x, double from) {
    return std::abs(x - from) <= 64 * 2.3e-16 * std::abs(from);
}

/// What follows on the end of a run, but for what rounding does.
struct Followed {
    double slope = 0;  ///< the largest
    double late = 0;   ///< the same in the second half
    double place = 0;  ///< the largest distance from the end
    double point = 0;  ///< the same from the point
};
Followed followed(const MethodRun& run, const descent::Trajectory& longer, double point) {
    Followed all;
    const auto end = static_cast<std::size_t>(run.verdict().steps);
    const double x = run.verdict().last.at[0];
    for (std::size_t n = end + 1; n < longer.size(); ++n) {
        if (isRounding(longer.x(n), x)) continue;
        const double slope = std::abs(longer.slope(n));
        all.slope = std::fmax(all.slope, slope);
        if (2 * (n - end) > longer.size() - end) all.late = std::fmax(all.late, slope);
        all.place = std::fmax(all.place, std::abs(longer.x(n) - x));
        all.point = std::fmax(all.point, std::abs(longer.x(n) - point));
    }
    return all;
}

double widthOf(const descent::Trajectory& steps) {
    double low = steps.x(0);
    double high = low;
    for (std::size_t n = 1; n < steps.size(); ++n) {
        low = std::min(low, steps.x(n));
        high = std::max(high, steps.x(n));
    }
    return steps.size() > 1 ? high - low : std::max(1.0, std::abs(low));
}

/// Whether each of these steps lowers the cost.
bool lowers(const MethodRun& run, const descent::Trajectory& steps, std::size_t from,
            std::size_t to) {
    const descent::Objective objective = run.objective();
    for (std::size_t n = from + 1; n <= to; ++n) {
        if (!(objective.told(steps.value(n)) < objective.told(steps.value(n - 1)))) return false;
    }
    return true;
}

void lowersEach(const MethodRun& run, const descent::Trajectory& steps, std::size_t from,
                std::size_t to, bool strictly) {
    const descent::Objective objective = run.objective();
    for (std::size_t n = from + 1; n <= to; ++n) {
        const double before = objective.told(steps.value(n - 1));
        const double after = objective.told(steps.value(n));
        HOLDS(strictly ? after < before : after <= before);
    }
}

/// The standard deviation of the last places.
double spreadOf(const descent::Trajectory& steps, std::size_t last) {
    double sum = 0;
    double squares = 0;
    const double origin = steps.last().at[0];
    for (std::size_t n = steps.size() - last; n < steps.size(); ++n) {
        sum += steps.x(n) - origin;
        squares += (steps.x(n) - origin) * (steps.x(n) - origin);
    }
    const double mean = sum / static_cast<double>(last);
    return std::sqrt(squares / static_cast<double>(last) - mean * mean);
}

/// What follows the run with these settings instead.
descent::Trajectory after(const MethodRun& run, descent::Settings settings, std::size_t more) {
    const descent::State end = run.steps().state(run.steps().size() - 1);
    settings = descent::lasting(settings, end.iteration + static_cast<std::int64_t>(more));
    const descent::Objective objective = run.objective();
    descent::Trajectory steps(1, settings);
    descent::Descent(objective, settings, end).keep(steps, settings.maxIterations);
    return steps;
}

/// Whether it comes to rest, or nearly, once there is no noise.
bool calmsDown(const MethodRun& run, double spread) {
    descent::Settings calm = run.settings;
    calm.noise = {};
    const descent::Trajectory steps = after(run, calm, known);
    return steps.size() <= known || spreadOf(steps, known / 2) <= 0.11 * spread;
}

}  // namespace

class TestMethodVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// By more than a hundred tolerances, or for good, or to where one sees it, among the next
    /// steps that a verdict looks at.
    void runsThatLeaveAgainAreTold() {
        int told = 0;
        int stayed = 0;
        for (const MethodRun& run : runs()) {
            const insight::Verdict& verdict = run.verdict();
            if (verdict.outcome != Outcome::Converged || descent::isPlain(run.settings)) continue;
            (departureOf(verdict) ? told : stayed)++;
            if (departureOf(verdict)) continue;
            const auto point = insight::pointOf(verdict);
            const descent::Whole longer = run.continued(known);
            HOLDS(longer.outcome == Outcome::MaxIterations || longer.outcome == Outcome::Stalled);
            const Followed after = followed(run, longer.trajectory, point ? point->x : 0);
            const double width = widthOf(run.steps());
            const double tolerance = run.settings.tolerance;
            HOLDS(after.slope <= 100 * tolerance);
            HOLDS((run.settings.noise.sigma > 0 ? after.slope : after.late) <= 2 * tolerance);
            const bool atGoal = point && point->kind == insight::sought(run.settings.direction);
            if (!atGoal) HOLDS(after.place <= 0.01 * width);
            if (!atGoal) continue;
            const double reached = std::abs(verdict.last.at[0] - point->x);
            HOLDS(after.point <= std::max(2 * reached, 0.0101 * width));
        }
        qInfo("%d leave, %d stay", told, stayed);
        QVERIFY(told > 50 && stayed > 150);
    }

    /// In the race it counts whether |f'| stays within the tolerance.
    void theRaceMarksWhoLeavesAgain() {
        int marked = 0;
        int others = 0;
        for (const MethodRun& run : runs()) {
            const insight::Verdict& verdict = run.verdict();
            if (verdict.outcome != Outcome::Converged) continue;
            const descent::Whole longer = run.continued(known);
            const bool ends =
                longer.outcome == Outcome::Diverged || longer.outcome == Outcome::LeftDomain;
            bool leaves = ends;
            for (auto n = static_cast<std::size_t>(*verdict.finish.step);
                 n < longer.trajectory.size(); ++n)
                leaves |= std::abs(longer.trajectory.slope(n)) >= run.settings.tolerance;
            if (verdict.finish.leaves) HOLDS(leaves);
            if (!verdict.finish.leaves)
                HOLDS(!ends && followed(run, longer.trajectory, 0).slope < run.settings.tolerance);
            (verdict.finish.leaves ? marked : others)++;
        }
        qInfo("%d marked, %d not", marked, others);
        QVERIFY(marked > 60 && others > 150);
    }

    void gentleRunsThatLeaveAreTold_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<descent::Settings>("settings");
        const auto row = [](const char* function, double start, double alpha,
                            const descent::Method& method, double tolerance = 1e-6,
                            descent::Noise noise = {}) {
            descent::Settings settings{.alpha = alpha, .maxIterations = 2000};
            settings.tolerance = tolerance;
            settings.method = method;
            settings.noise = noise;
            QTest::newRow(function) << QByteArray(function) << start << settings;
        };
        row("1e-5*x^2", 4, 0.1, descent::RmsProp());
        row("0.0001*sin(x)", 0.404, 1, descent::Adam());
        row("1e-05*(-exp(-x^2))", 3, 0.1, descent::NAdam());
        row("1e-05*x^2", 2, 0.9, descent::RAdam{.beta1 = 0.5, .beta2 = 0.99});
        row("0.001*(sin(x)/(1+x^2))", -3.957, 1, descent::RmsProp());
        row("1e-05*sin(x)", 1.164, 1000, descent::RProp{.grow = 5});
        row("cos(3*x)+x^2/4", 4.377, 1e-4, descent::Momentum{0.99}, 0.1);
        row("x^2", 0.5, 0.5, descent::Gradient(), 1e-6, {1e-5, 2});
    }
    void gentleRunsThatLeaveAreTold() {
        QFETCH(QByteArray, function);
        QFETCH(double, start);
        QFETCH(descent::Settings, settings);
        const auto run = finished(analysed(function.toStdString()), start, settings);
        QCOMPARE(run.outcome, Outcome::Converged);
        const auto departure = departureOf(run.verdict);
        QVERIFY(departure && departure->outside);
        QVERIFY(run.verdict.finish.leaves);
    }

    void theyLeaveAsIsTold() {
        int backAgain = 0;
        int swinging = 0;
        for (const MethodRun& run : runs()) {
            const auto departure = departureOf(run.verdict());
            if (!departure) continue;
            const descent::Whole longer = run.continued(4 * known);
            const std::int64_t end = run.verdict().steps;
            if (departure->sequel) {
                HOLDS(longer.outcome == departure->sequel->outcome);
                HOLDS(static_cast<std::int64_t>(longer.trajectory.size()) - 1 ==
                      end + departure->sequel->steps);
                continue;
            }
            double farthest = 0;
            for (std::int64_t n = end; n <= end + departure->ahead; ++n) {
                const double x = longer.trajectory.x(static_cast<std::size_t>(n));
                farthest = std::fmax(farthest, std::abs(x - run.verdict().last.at[0]));
                HOLDS(slopeAt(longer.trajectory, n) <= departure->slope || n == end);
            }
            HOLDS(farthest == departure->distance);
            HOLDS(departure->outside == (departure->slope >= run.settings.tolerance));
            HOLDS(slopeAt(longer.trajectory, end + departure->steps) == departure->slope);
            if (departure->back > 0) {
                HOLDS(slopeAt(longer.trajectory, end + departure->back) < run.settings.tolerance);
                HOLDS(slopeAt(longer.trajectory, end + departure->back - 1) >=
                      run.settings.tolerance);
                for (std::int64_t n = departure->back; n <= departure->ahead; ++n)
                    HOLDS(slopeAt(longer.trajectory, end + n) < run.settings.tolerance);
                HOLDS(!departure->place ||
                      *departure->place ==
                          longer.trajectory.x(static_cast<std::size_t>(end + departure->back)));
                ++backAgain;
            }
            if (departure->swing) {
                goesRound(run, longer.trajectory, *departure->swing);
                ++swinging;
            }
        }
        qInfo("%d come back, %d swing", backAgain, swinging);
        QVERIFY(backAgain + swinging > 5);
    }

    void cyclesOfOtherMethodsGoOn() {
        int told = 0;
        for (const MethodRun& run : runs()) {
            const auto* cycle = found<insight::Cycle>(run.verdict());
            if (!cycle || descent::isPlain(run.settings)) continue;
            const descent::Whole longer = run.resumed(4 * known);
            HOLDS(longer.outcome == Outcome::MaxIterations);
            goesRound(run, longer.trajectory, {cycle->period, cycle->extent});
            ++told;
        }
        qInfo("%d told", told);
        QVERIFY(told > 5);
    }

    void whatStandsStillMovesNoMore() {
        int told = 0;
        for (const MethodRun& run : runs()) {
            if (!found<insight::Stall>(run.verdict())) continue;
            const descent::Whole longer = run.continued(known / 5);
            HOLDS(longer.trajectory.last().at[0] == run.verdict().last.at[0]);
            const auto* stall = found<insight::Stall>(run.verdict());
            HOLDS(stall->alpha == descent::alphaAt(run.settings, stall->since));
            for (auto n = static_cast<std::size_t>(stall->since); n < longer.trajectory.size(); ++n)
                HOLDS(longer.trajectory.x(n) == run.verdict().last.at[0]);
            HOLDS(stall->since == 0 || longer.trajectory.x(static_cast<std::size_t>(stall->since) -
                                                           1) != run.verdict().last.at[0]);
            ++told;
        }
        qInfo("%d told", told);
        QVERIFY(told > 10);
    }

    void forecastsComeTrue() {
        int crawls = 0;
        int ends = 0;
        int trends = 0;
        for (const MethodRun& run : runs()) {
            if (descent::isPlain(run.settings)) continue;
            const std::int64_t end = run.verdict().steps;
            if (const auto* crawl = found<insight::Crawl>(run.verdict())) {
                const descent::Whole longer = run.resumed(2 * known);
                HOLDS(longer.outcome == Outcome::Converged);
                HOLDS(longer.trajectory.last().iteration ==
                      end + static_cast<std::int64_t>(crawl->remaining));
                ++crawls;
            }
            const auto* motion = found<Motion>(run.verdict());
            if (!motion) continue;
            const descent::Whole longer = run.resumed(known);
            if (motion->sequel) {
                HOLDS(longer.outcome == motion->sequel->outcome);
                const std::int64_t last = longer.trajectory.last().iteration;
                HOLDS(longer.outcome == Outcome::Stalled || last == end + motion->sequel->steps);
                if (longer.outcome == Outcome::Stalled)
                    HOLDS(lastMove(longer.trajectory) == end + motion->sequel->steps);
                ++ends;
                continue;
            }
            tendsAsTold(run, *motion, longer.trajectory);
            ++trends;
        }
        qInfo("%d would converge, %d end otherwise, %d tend somewhere", crawls, ends, trends);
        QVERIFY(crawls > 50 && ends > 10 && trends > 100);
    }

    void whatIsToldOfMarchesAndDivergencesIsSo() {
        int marches = 0;
        int falls = 0;
        for (const MethodRun& run : runs()) {
            if (const auto* march = found<insight::March>(run.verdict())) {
                const auto longer = run.resumed(march->ahead).trajectory;
                for (auto n = static_cast<std::size_t>(run.verdict().steps); n < longer.size(); ++n)
                    HOLDS(march->left ? longer.x(n) < longer.x(n - 1)
                                      : longer.x(n) > longer.x(n - 1));
                ++marches;
            }
            const auto* divergence = found<insight::Divergence>(run.verdict());
            if (!divergence || !divergence->improving) continue;
            lowersEach(run, run.steps(), 0, run.steps().size() - 1, false);
            ++falls;
        }
        qInfo("%d march, %d fall all the way", marches, falls);
        QVERIFY(marches > 5 && falls > 20);
    }

    /// The run with the α that is advised comes to rest and stays.
    void advisedRatesHelp() {
        int told = 0;
        for (const MethodRun& run : runs()) {
            const auto* motion = found<Motion>(run.verdict());
            const auto* stall = found<insight::Stall>(run.verdict());
            const auto* divergence = found<insight::Divergence>(run.verdict());
            const auto* cycle = found<insight::Cycle>(run.verdict());
            const auto advice = motion       ? motion->advice
                                : stall      ? stall->advice
                                : divergence ? divergence->overshoot.advice
                                : cycle      ? cycle->overshoot.advice
                                             : std::nullopt;
            if (!advice || descent::isPlain(run.settings)) continue;
            HOLDS(!std::holds_alternative<descent::RProp>(run.settings.method));
            descent::Settings advised = descent::lasting(run.settings, advice->steps + 1);
            advised.alpha = advice->alpha;
            const auto [steps, outcome] = descent::whole(run.objective(), advised, run.start);
            HOLDS(outcome == Outcome::Converged);
            HOLDS(steps.last().iteration == advice->steps);
            advised.maxIterations += known / 2;
            advised.tolerance = 0;
            const auto later = descent::whole(run.objective(), advised, run.start).trajectory;
            for (std::size_t n = steps.size(); n < later.size(); ++n)
                HOLDS(std::abs(later.slope(n)) <= 100 * run.settings.tolerance ||
                      isRounding(later.x(n), steps.last().at[0]));
            ++told;
        }
        qInfo("%d told", told);
        QVERIFY(told > 10);
    }

    /// The spread of x stays, is gone without the noise, and is less with the α that is told.
    void whatNoiseLeadsComesNoCloser() {
        int told = 0;
        int calmer = 0;
        for (const MethodRun& run : runs()) {
            const auto* rattle = found<insight::Rattle>(run.verdict());
            if (!rattle) continue;
            HOLDS(run.settings.noise.sigma > 0 && rattle->tail >= 32);
            const auto tail = static_cast<std::size_t>(rattle->tail);
            HOLDS(std::abs(spreadOf(run.steps(), tail) - rattle->spread) <= 1e-9 * rattle->spread);
            const descent::Whole longer = run.resumed(4 * known);
            HOLDS(longer.outcome == Outcome::MaxIterations);
            HOLDS(spreadOf(longer.trajectory, 2 * known) > 0.3 * rattle->spread);
            HOLDS(calmsDown(run, rattle->spread));
            if (rattle->point) {
                const double beside = 1e-6 * std::max(1.0, std::abs(rattle->point->x));
                const descent::Objective objective = run.objective();
                HOLDS(objective.slope(rattle->point->x - beside) < 0);
                HOLDS(objective.slope(rattle->point->x + beside) > 0);
                HOLDS(rattle->extent.contains(rattle->point->x));
            }
            ++told;
            if (!rattle->calmer) continue;
            const double following = spreadOf(longer.trajectory, 2 * known);
            descent::Settings less = run.settings;
            less.alpha = rattle->calmer->alpha;
            const double calm = spreadOf(after(run, less, known), known / 2);
            HOLDS(calm < 0.7 * following && calm < rattle->spread);
            HOLDS(std::abs(calm - rattle->calmer->spread) <= 0.01 * calm);
            descent::Settings shrinking = run.settings;
            shrinking.schedule = descent::Inverse{};
            HOLDS(spreadOf(after(run, shrinking, known), known / 2) < following);
            ++calmer;
        }
        qInfo("%d told, %d with a calmer rate", told, calmer);
        QVERIFY(told > 15 && calmer > 10);
    }

private:
    static void tendsAsTold(const MethodRun& run, const Motion& motion,
                            const descent::Trajectory& longer) {
        const auto end = static_cast<std::size_t>(run.verdict().steps);
        const auto ahead = end + static_cast<std::size_t>(motion.ahead);
        const std::size_t last = std::min<std::size_t>(16, end);
        if (motion.trend == Motion::Trend::Improving)
            lowersEach(run, longer, end - last, ahead, true);
        if (motion.trend == Motion::Trend::Easing)
            lowersEach(run, longer, end - last, ahead, false);
        if (motion.trend == Motion::Trend::Turning)
            HOLDS(!lowers(run, longer, end, longer.size() - 1));
        if (motion.trend == Motion::Trend::Uneven) HOLDS(!lowers(run, longer, 0, end));
        if (motion.trend == Motion::Trend::Level)
            for (std::size_t n = end - last; n <= ahead; ++n)
                HOLDS(longer.value(n) == run.verdict().last.value);
    }

    /// The last steps of the longer run cover the same, at so many places.
    static void goesRound(const MethodRun& run, const descent::Trajectory& longer,
                          insight::Swing swing) {
        const double slack = 1e-3 * swing.extent.width();
        const auto x = [&](std::size_t back) { return longer.x(longer.size() - back); };
        const auto repeats = [&](std::size_t turn) {
            for (std::size_t back = 1; back <= 2 * turn; ++back)
                if (!(std::abs(x(back) - x(back + turn)) <= slack)) return false;
            return true;
        };
        auto turn = static_cast<std::size_t>(swing.period);
        while (turn <= longer.size() / 4 && !repeats(turn)) ++turn;
        HOLDS(repeats(turn));
        std::vector<double> places;
        for (std::size_t back = 1; back <= turn; ++back) places.push_back(x(back));
        std::ranges::sort(places);
        HOLDS(std::abs(places.front() - swing.extent.low) <= slack);
        HOLDS(std::abs(places.back() - swing.extent.high) <= slack);
        int apart = 1;
        for (std::size_t i = 1; i < places.size(); ++i)
            if (places[i] - places[i - 1] > 1e-6 * swing.extent.width()) ++apart;
        HOLDS(apart == swing.period);
    }
};

QTEST_APPLESS_MAIN(TestMethodVerdicts)
#include "tst_methodverdicts.moc"
