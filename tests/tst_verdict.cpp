// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <numbers>

#include "runs.h"

using core::Direction;
using core::Finding;

Q_DECLARE_METATYPE(core::Finding)

namespace {

constexpr double any = std::numeric_limits<double>::quiet_NaN();

/// A run and what its verdict must say; `any` where it does not matter.
struct Case {
    const char* function;
    double start;
    double alpha;
    std::int64_t maxIterations;
    Direction direction;
    Finding finding;
    std::int64_t steps;
    double x;
    double curvature;
    double factor;
};

constexpr Direction down = Direction::Descend;
constexpr Direction up = Direction::Ascend;
constexpr double pi = std::numbers::pi;

const Case cases[] = {
    {"x^2", 4, 0.1, 200, down, Finding::Minimum, 72, 4.21e-7, 2, 0.8},
    {"x^4-4*x^2+x", 2, 0.02, 200, down, Finding::Minimum, 48, 1.346997, 13.7728, 0.724544},
    {"abs(x)", 0, 0.1, 200, down, Finding::Minimum, 0, 0, 0, 1},
    {"sin(100000*x)", 5e-6, 1e-12, 10'000, down, Finding::Minimum, -1, -pi / 2e5, 1e10, 0.99},
    {"x^2", 0, 0.1, 200, up, Finding::Minimum, 0, 0, 2, 1.2},
    {"sin(x)", pi / 2, 0.1, 200, down, Finding::Maximum, 0, pi / 2, -1, 1.1},
    {"sin(x)", 4e8, 0.5, 1000, down, Finding::Minimum, -1, any, 1, 0.5},
    {"sin(x)", 1, 0.1, 200, up, Finding::Maximum, -1, pi / 2, -1, 0.9},
    {"-x^2", 4, 0.1, 200, up, Finding::Maximum, 72, 4.21e-7, -2, 0.8},
    {"x^3", 0, 0.1, 200, down, Finding::Inflection, 0, 0, 0, 1},
    {"x^4-3*x^3+2", 0, 0.01, 200, down, Finding::Inflection, 0, 0, 0, 1},
    {"-exp(-x^2)", 30, 0.5, 200, down, Finding::Flat, 0, 30, any, any},
    {"floor(x)", 0.5, 0.5, 200, down, Finding::Flat, 0, 0.5, 0, 1},
    {"x^2", 4, 1, 200, down, Finding::Cycle, 200, 4, 2, -1},
    {"x^4/4-x^2/2", 0.3, 1.25, 2000, down, Finding::Cycle, 2000, any, any, any},
    {"abs(x)", 2.3, 0.2, 200, down, Finding::Cycle, 200, -0.1, 0, 1},
    {"x^2", 4, 0.01, 200, down, Finding::StillMoving, 200, 0.0703518, 2, 0.98},
    {"x^4/4-x^2/2", 0.3, 1.4, 2000, down, Finding::StillMoving, 2000, any, any, any},
    {"x^2", 4, 1e-17, 200, down, Finding::Stalled, 0, 4, 2, 1},
    {"1e-5*x", 1e11, 0.1, 200, down, Finding::Stalled, 0, 1e11, 0, 1},
    {"x^2", 4, 1.05, 2000, down, Finding::Diverged, 276, 1.062774e12, 2, -1.1},
    {"1/x", 0, 0.1, 200, down, Finding::Diverged, 0, 0, any, any},
    {"x^2", 4, 0.05, 2000, up, Finding::Diverged, 276, 1.062774e12, 2, 1.1},
    {"sqrt(x)", 0.1, 0.5, 50, down, Finding::LeftDomain, 1, -0.690569, any, any},
    {"ln(x)", -1, 0.4, 50, down, Finding::LeftDomain, 0, -1, -1, 1.4},
};

bool agrees(double actual, double expected) {
    return std::isnan(expected) ||
           std::abs(actual - expected) <= 1e-5 * std::max(std::abs(expected), 0.01);
}

FinishedRun runOf(const Case& run) {
    return finished(analysed(run.function), run.start,
                    {run.alpha, run.maxIterations, 1e-6, run.direction});
}

}  // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatBecameOfTheRun_data() {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < std::size(cases); ++i) {
            const Case& run = cases[i];
            QTest::addRow("%s from %g, alpha %g, %s", run.function, run.start, run.alpha,
                          run.direction == down ? "down" : "up")
                << i;
        }
    }
    void namesWhatBecameOfTheRun() {
        QFETCH(std::size_t, index);
        const Case& expected = cases[index];
        const FinishedRun run = runOf(expected);
        const core::Verdict& verdict = run.verdict;
        QCOMPARE(verdict.finding, expected.finding);
        QCOMPARE(verdict.outcome, run.outcome);
        QCOMPARE(verdict.steps, run.trajectory.last().iteration);
        QCOMPARE(verdict.last.iteration, verdict.steps);
        if (expected.steps >= 0) QCOMPARE(verdict.steps, expected.steps);
        QVERIFY2(agrees(verdict.last.at.x, expected.x), qPrintable(shown(verdict.last.at.x)));
        QVERIFY2(agrees(verdict.curvature, expected.curvature),
                 qPrintable(shown(verdict.curvature)));
        QVERIFY2(agrees(verdict.factor, expected.factor), qPrintable(shown(verdict.factor)));
    }

    void countsThePointsOfACycle_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("period");
        QTest::newRow("bowl") << "x^2" << 4.0 << 1.0 << 2;
        QTest::newRow("corner") << "abs(x)" << 2.3 << 0.2 << 2;
        QTest::newRow("two") << "x^4/4-x^2/2" << 0.3 << 1.1 << 2;
        QTest::newRow("four") << "x^4/4-x^2/2" << 0.3 << 1.25 << 4;
        QTest::newRow("irregular") << "x^4/4-x^2/2" << 0.3 << 1.4 << 0;
        QTest::newRow("creeping") << "x^3" << 0.7 << 0.1 << 0;
    }
    void countsThePointsOfACycle() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        const FinishedRun run =
            finished(analysed(function.toStdString()), start, {alpha, 2000, 1e-6, down});
        QTEST(run.verdict.period, "period");
    }

    void measuresHowADivergenceGrows() {
        const auto growth = [](const char* function, double start, double alpha) {
            return finished(analysed(function), start, {alpha, 2000, 1e-6, down}).verdict.growth;
        };
        QVERIFY(agrees(growth("x^2", 4, 1.05), 1.1));
        QVERIFY(agrees(growth("((x-2)^2+(2*x-3.9)^2+(3*x-6.1)^2)/3", -1, 0.22), 1.0533333));
        QVERIFY(growth("x^4-3*x^3+2", 6, 0.05) > 1e6);
        QVERIFY(std::isnan(growth("1/x", 0, 0.1)));
    }

private:
    static QString shown(double value) { return QString::number(value, 'g', 10); }
};

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
