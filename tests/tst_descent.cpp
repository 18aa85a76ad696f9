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
const Settings settings{0.1, 200, 1e-6, Direction::Descend};

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
        row("x too far", {3, 1.1e12, 1, 1}, Outcome::Diverged);
        row("x too far to the left", {3, -1.1e12, 1, 1}, Outcome::Diverged);
        row("x infinite", {3, -infinite, 1, 1}, Outcome::Diverged);
        row("f infinite", {3, 1, -infinite, 1}, Outcome::Diverged);
        row("f' infinite", {3, 1, 1, infinite}, Outcome::Diverged);
        row("f undefined", {3, 1, undefined, 1}, Outcome::LeftDomain);
        row("f' undefined", {3, 1, 1, undefined}, Outcome::LeftDomain);
        row("f' small", {3, 1, 1, -0.99e-6}, Outcome::Converged);
        row("step lost", {3, 1e11, 1, 1e-5}, Outcome::Stalled);
        row("limit", {200, 1, 1, 1}, Outcome::MaxIterations);
        row("too far before undefined", {3, 2e12, undefined, undefined}, Outcome::Diverged);
        row("infinite before undefined", {3, 1, infinite, undefined}, Outcome::Diverged);
        row("too far before small f'", {3, 2e12, 1, 0}, Outcome::Diverged);
        row("undefined before small f'", {3, 1, undefined, 0}, Outcome::LeftDomain);
        row("small f' before lost step", {3, 1e11, 1, 1e-7}, Outcome::Converged);
        row("small f' before limit", {200, 1, 1, 0}, Outcome::Converged);
        row("lost step before limit", {200, 1e11, 1, 1e-5}, Outcome::Stalled);
    }
    void endsWithTheFirstRuleThatApplies() {
        QFETCH(Step, step);
        QFETCH(Outcome, expected);
        const auto outcome = endOf(step);
        QVERIFY(outcome.has_value());
        QCOMPARE(*outcome, expected);
        QCOMPARE(byhand::outcome(settings, step), outcome);
    }

    void goesOnAtTheEdgeOfEachRule() {
        QVERIFY(!endOf({199, 1e12, 1, 1e12}));
        QVERIFY(!endOf({0, 1, 1, 1e-6}));
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

    void stepsAreThoseByHand_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"x^4-4*x^2+x", "sin(x)+sin(10*x/3)", "1-exp(-x^2)", "abs(x)",
                                     "ln(x)", "x^3", "1/x", "x*sin(x)"})
            QTest::newRow(function) << function;
    }
    void stepsAreThoseByHand() {
        QFETCH(QString, function);
        const auto analysis = analysed(function.toStdString());
        for (const Direction direction : {Direction::Descend, Direction::Ascend}) {
            for (const double start : {-1.7, 0.3, 2.0}) {
                for (const double alpha : {1e-3, 0.05, 0.6}) {
                    const Settings own{alpha, 300, 1e-6, direction};
                    const descent::Objective objective(analysis, direction);
                    const auto [trajectory, outcome] = descent::whole(objective, own, start);
                    Step step = byhand::begin(objective, start);
                    for (std::size_t n = 0; n < trajectory.size(); ++n) {
                        QVERIFY(same(trajectory[n].at[0], step.at[0]));
                        QVERIFY(same(trajectory[n].value, step.value));
                        QVERIFY(same(trajectory[n].gradient[0], step.gradient[0]));
                        const auto end = byhand::outcome(own, step);
                        QCOMPARE(end.has_value(), n + 1 == trajectory.size());
                        if (end) QCOMPARE(*end, outcome);
                        step = byhand::next(objective, own, step);
                    }
                }
            }
        }
    }

    void aRunGoesOnFromAnyOfItsStates_data() {
        QTest::addColumn<int>("method");
        for (std::size_t i = 0; i < descent::methods().size(); ++i)
            QTest::newRow(std::string(descent::name(descent::methods()[i])).c_str())
                << static_cast<int>(i);
    }
    void aRunGoesOnFromAnyOfItsStates() {
        QFETCH(int, method);
        Settings own{0.05, 100, 1e-9, Direction::Ascend};
        own.method = descent::methods()[static_cast<std::size_t>(method)];
        const descent::Objective objective(analysed("cos(x)-x^2/20"), own.direction);
        const auto [trajectory, outcome] = descent::whole(objective, own, 2);
        QVERIFY(trajectory.size() > 6);
        descent::Descent later(objective, own, trajectory.state(5));
        descent::Trajectory rest(1, own);
        later.keep(rest, own.maxIterations);
        QCOMPARE(rest.size(), trajectory.size() - 5);
        QCOMPARE(*later.outcome(), outcome);
        for (std::size_t n = 0; n < rest.size(); ++n) {
            for (std::size_t i = 0; i < rest.columns().size(); ++i)
                QCOMPARE(rest.columns()[i][n], trajectory.columns()[i][n + 5]);
        }
    }

    void skippedTurnsEndWhereTakenOnesDo_data() { aRunGoesOnFromAnyOfItsStates_data(); }
    void skippedTurnsEndWhereTakenOnesDo() {
        QFETCH(int, method);
        for (const char* function : {"abs(x)", "x^4-4*x^2+x", "x^2", "x^4/4-x^2/2"}) {
            for (const double alpha : {0.1, 0.3, 1.0, 1.2}) {
                Settings own{alpha, 5000, 1e-6};
                own.method = descent::methods()[static_cast<std::size_t>(method)];
                const descent::Objective objective(analysed(std::string(function)));
                const auto [trajectory, outcome] = descent::whole(objective, own, 0.7);
                descent::Descent run(objective, own, 0.7);
                run.advance(own.maxIterations);
                QCOMPARE(*run.outcome(), outcome);
                QCOMPARE(run.state().iteration, trajectory.last().iteration);
                QVERIFY(same(run.state().at[0], trajectory.last().at[0]));
            }
        }
    }

    void columnsAreNamedAsInTables() {
        Settings own;
        own.method = descent::Adam();
        const descent::Objective objective(analysed("x^2"));
        const auto run = descent::whole(objective, own, 4).trajectory;
        std::vector<std::string> names;
        for (const auto& column : run.columns()) names.push_back(column.name());
        QCOMPARE(names, (std::vector<std::string>{"x", "f", "gradient", "m", "v"}));
        QCOMPARE(run.columns()[2][0], 8.0);
        QCOMPARE(run.columns()[3][1], 0.1 * 8.0 + 0.9 * 0.0);
    }

    void columnsOfSeveralVariablesAreNamedAfterThem() {
        const std::vector<std::string> variables = {"x", "m"};
        const auto analysis = formula::analyse("x^2+3*m", variables);
        Settings own{0.1, 2, 1e-6};
        own.method = descent::Momentum();
        const auto run =
            descent::whole(descent::Objective(*analysis), own, descent::Point(std::array{4.0, 5.0}))
                .trajectory;
        const auto namesOf = [&](const descent::Trajectory& trajectory) {
            std::vector<std::string> names;
            for (const auto& column : trajectory.columns(variables)) names.push_back(column.name());
            return names;
        };
        QCOMPARE(namesOf(run), (std::vector<std::string>{"x", "m", "f", "gradient_x", "gradient_m",
                                                         "velocity_x", "velocity_m"}));
        const std::array first = {4.0, 5.0, 31.0, 8.0, 3.0, 0.0, 0.0};
        const std::array second = {3.2, 4.7, 3.2 * 3.2 + 3 * 4.7, 6.4, 3.0, 8.0, 3.0};
        for (std::size_t i = 0; i < first.size(); ++i) {
            QCOMPARE(run.columns(variables)[i][0], first[i]);
            QCOMPARE(run.columns(variables)[i][1], second[i]);
        }
        const descent::Trajectory adam(1, {.method = descent::Adam()});
        QCOMPARE(adam.columns({"m"}).front().name(), std::string("m_"));
        QCOMPARE(adam.columns({"f"}).front().name(), std::string("f_"));
        QCOMPARE(adam.columns({"s"}).front().name(), std::string("s"));
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
            QVERIFY(std::abs(up.trajectory[n].at[0] - down.trajectory[n].at[0]) < 1e-12);
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
        QCOMPARE(trajectory.last().at[0], 9999.0);
    }

    void copiedTrajectoryStaysWhileTheOriginalGrows() {
        descent::Trajectory trajectory;
        for (int n = 0; n < 5000; ++n) trajectory.append(made(n));
        const descent::Trajectory copy = trajectory;
        for (int n = 5000; n < 9000; ++n) trajectory.append(made(n));
        QCOMPARE(copy.size(), std::size_t{5000});
        QCOMPARE(copy.last().at[0], 4999.0);
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
    static bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

    /// Of a run that has come to that step.
    static std::optional<Outcome> endOf(const Step& step) {
        const descent::Objective objective(analysed("x"));
        descent::Descent run(objective, settings, descent::State{step});
        run.advance(step.iteration);
        return run.outcome();
    }
    static descent::State made(int n) { return {{n, 1.0 * n, 2.0 * n, 3.0 * n}}; }
};

QTEST_APPLESS_MAIN(TestDescent)
#include "tst_descent.moc"
