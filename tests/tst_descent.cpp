// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>
#include <utility>

#include "runs.h"

using descent::Direction;
using descent::Outcome;
using descent::Settings;
using descent::Step;

Q_DECLARE_METATYPE(descent::Outcome)
Q_DECLARE_METATYPE(descent::Step)

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr Settings settings{0.1, 200, 1e-6, Direction::Descend};

}  // namespace

class TestDescent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsWithTheFirstRuleThatApplies_data() {
        QTest::addColumn<Step>("step");
        QTest::addColumn<Outcome>("expected");
        const auto row = [](const char* name, const Step& step, Outcome expected) {
            QTest::newRow(name) << step << expected;
        };
        row("x too far", {3, {1.1e12, 0}, 1, {1, 0}}, Outcome::Diverged);
        row("x too far to the left", {3, {-1.1e12, 0}, 1, {1, 0}}, Outcome::Diverged);
        row("x infinite", {3, {-infinite, 0}, 1, {1, 0}}, Outcome::Diverged);
        row("f infinite", {3, {1, 0}, -infinite, {1, 0}}, Outcome::Diverged);
        row("f' infinite", {3, {1, 0}, 1, {infinite, 0}}, Outcome::Diverged);
        row("f undefined", {3, {1, 0}, undefined, {1, 0}}, Outcome::LeftDomain);
        row("f' undefined", {3, {1, 0}, 1, {undefined, 0}}, Outcome::LeftDomain);
        row("f' small", {3, {1, 0}, 1, {-0.99e-6, 0}}, Outcome::Converged);
        row("step lost", {3, {1e11, 0}, 1, {1e-5, 0}}, Outcome::Stalled);
        row("limit", {200, {1, 0}, 1, {1, 0}}, Outcome::MaxIterations);
        row("too far before undefined", {3, {2e12, 0}, undefined, {undefined, 0}},
            Outcome::Diverged);
        row("infinite before undefined", {3, {1, 0}, infinite, {undefined, 0}}, Outcome::Diverged);
        row("too far before small f'", {3, {2e12, 0}, 1, {0, 0}}, Outcome::Diverged);
        row("undefined before small f'", {3, {1, 0}, undefined, {0, 0}}, Outcome::LeftDomain);
        row("small f' before lost step", {3, {1e11, 0}, 1, {1e-7, 0}}, Outcome::Converged);
        row("small f' before limit", {200, {1, 0}, 1, {0, 0}}, Outcome::Converged);
        row("lost step before limit", {200, {1e11, 0}, 1, {1e-5, 0}}, Outcome::Stalled);
    }
    void endsWithTheFirstRuleThatApplies() {
        QFETCH(Step, step);
        QFETCH(Outcome, expected);
        const auto outcome = descent::outcome(settings, step);
        QVERIFY(outcome.has_value());
        QCOMPARE(*outcome, expected);
    }

    void goesOnAtTheEdgeOfEachRule() {
        QVERIFY(!descent::outcome(settings, {199, {1e12, 0}, 1, {1e12, 0}}));
        QVERIFY(!descent::outcome(settings, {0, {1, 0}, 1, {1e-6, 0}}));
    }

    void endsAsTheNumbersDemand_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<Outcome>("expected");
        QTest::addColumn<qint64>("steps");
        const auto row = [](const char* function, double start, double alpha, Outcome expected,
                            qint64 steps) {
            QTest::addRow("%s from %g, alpha %g", function, start, alpha)
                << function << start << alpha << expected << steps;
        };
        row("x^2", 4, 0.1, Outcome::Converged, 72);
        row("x^2", 0, 0.1, Outcome::Converged, 0);
        row("x^2", 4, 2, Outcome::Diverged, 24);
        row("1/x", 0, 0.1, Outcome::Diverged, 0);
        row("sqrt(x)", 0, 0.1, Outcome::Diverged, 0);
        row("ln(x)", -1, 0.1, Outcome::LeftDomain, 0);
        row("sqrt(x)", 0.1, 0.5, Outcome::LeftDomain, 1);
        row("x^2", 4, 1e-17, Outcome::Stalled, 0);
        row("x^2", 4, 0.01, Outcome::MaxIterations, 200);
    }
    void endsAsTheNumbersDemand() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        Settings own = settings;
        own.alpha = alpha;
        const FinishedRun run = finished(analysed(function.toStdString()), start, own);
        QTEST(run.outcome, "expected");
        QTEST(qint64{run.trajectory.last().iteration}, "steps");
    }

    void stepsAgainstTheGradient() {
        const descent::Objective objective(analysed("x^2"));
        const Step step = descent::next(objective, settings, descent::begin(objective, {4, 0}));
        QCOMPARE(step.iteration, std::int64_t{1});
        QCOMPARE(step.at.x, 4 - 0.1 * 8);
        QCOMPARE(step.at.y, 0.0);
        QCOMPARE(step.value, step.at.x * step.at.x);
        QCOMPARE(step.gradient.x, 2 * step.at.x);
    }

    void ascentMirrorsTheDescentOfTheNegatedFunction_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"x^4-4*x^2+x", "sin(x)+sin(10*x/3)", "1-exp(-x^2)"}) {
            QTest::newRow(function) << function;
        }
    }
    void ascentMirrorsTheDescentOfTheNegatedFunction() {
        QFETCH(QString, function);
        Settings uphill = settings;
        uphill.direction = Direction::Ascend;
        const std::string text = function.toStdString();
        const FinishedRun down = finished(analysed(text), 0.3, settings);
        const FinishedRun up = finished(analysed("-(" + text + ")"), 0.3, uphill);
        QCOMPARE(up.outcome, down.outcome);
        QCOMPARE(up.trajectory.size(), down.trajectory.size());
        for (std::size_t n = 0; n < up.trajectory.size(); ++n) {
            QVERIFY(std::abs(up.trajectory[n].at.x - down.trajectory[n].at.x) < 1e-12);
            QVERIFY(std::abs(up.trajectory[n].value + down.trajectory[n].value) < 1e-12);
        }
    }

    void trajectoryKeepsEveryIteration() {
        descent::Trajectory trajectory;
        QVERIFY(trajectory.empty());
        for (int n = 0; n < 10'000; ++n) trajectory.append(made(n));
        QCOMPARE(trajectory.size(), std::size_t{10'000});
        for (int n = 0; n < 10'000; ++n) {
            const Step step = trajectory[static_cast<std::size_t>(n)];
            QCOMPARE(step.iteration, std::int64_t{n});
            QCOMPARE(step.at, made(n).at);
            QCOMPARE(step.value, made(n).value);
            QCOMPARE(step.gradient, made(n).gradient);
        }
        QCOMPARE(trajectory.last().at.x, 9999.0);
    }

    void copiedTrajectoryStaysWhileTheOriginalGrows() {
        descent::Trajectory trajectory;
        for (int n = 0; n < 5000; ++n) trajectory.append(made(n));
        const descent::Trajectory copy = trajectory;
        for (int n = 5000; n < 9000; ++n) trajectory.append(made(n));
        QCOMPARE(copy.size(), std::size_t{5000});
        QCOMPARE(copy.last().at.x, 4999.0);
        QVERIFY(trajectory.continues(copy));
        QVERIFY(!copy.continues(trajectory));
    }

    void anotherRunContinuesNothing() {
        descent::Trajectory first;
        descent::Trajectory second;
        QVERIFY(!second.continues(first));
        first.append(made(0));
        second.append(made(0));
        QVERIFY(!second.continues(first));
        QVERIFY(second.continues(second));
    }

private:
    static Step made(int n) { return {n, {1.0 * n, 0}, 2.0 * n, {3.0 * n, 0}}; }
};

QTEST_APPLESS_MAIN(TestDescent)
#include "tst_descent.moc"
