// SPDX-License-Identifier: GPL-3.0-or-later
// When runs come within the tolerance, what that takes, and who is before whom.
#include <QTest>
#include <array>
#include <cmath>

#include "descent/evaluations.h"
#include "insight/finish.h"
#include "runs.h"

namespace {

using descent::Settings;
using insight::Finish;
using Places = std::vector<std::optional<int>>;

descent::Method method(const char* name) {
    return *descent::methodNamed(name);
}

Finish finishOf(const char* function, double start, const Settings& settings) {
    return finished(analysed(function), start, settings).verdict.finish;
}

/// Armijo's search by hand: what it takes until |f'| is below the tolerance.
Finish searchedByHand(const char* function, double x, const Settings& settings) {
    const descent::Objective objective(analysed(function), settings.direction);
    const auto& rule = std::get<descent::Backtracking>(settings.method);
    std::int64_t evaluations = 2;
    std::int64_t n = 0;
    while (std::abs(objective.slope(x)) >= settings.tolerance) {
        descent::State here;
        here.iteration = n;
        here.at = x;
        here.gradient = objective.told(objective.slope(x));
        const double slope = objective.told(descent::asSeen(settings, here).gradient[0]);
        double length = settings.alpha;
        const double f = objective.value(x);
        // Where the fall is lost in rounding the slopes tell, and in the end the step is.
        const auto isRefused = [&] {
            const double tried = x - length * slope;
            if (tried == x) return false;
            ++evaluations;
            const double value = objective.value(tried);
            if (std::abs(value - f) < 1e-12 * std::abs(f))
                return slope * objective.slope(tried) < (2 * rule.c - 1) * slope * slope;
            return value > f - rule.c * length * slope * slope;
        };
        while (isRefused()) length *= rule.shrink;
        if (x - length * slope == x) ++evaluations;  // that f is evaluated again
        x -= length * slope;
        ++evaluations;  // of the slope there
        ++n;
    }
    return {n, false, evaluations};
}

void compareFinish(const Finish& found, const Finish& wanted) {
    QCOMPARE(found.step.value_or(-1), wanted.step.value_or(-1));
    QCOMPARE(found.evaluations, wanted.evaluations);
    QCOMPARE(found.leaves, wanted.leaves);
}

}  // namespace

class TestFinish : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// f' is 8/2ⁿ: below 10⁻⁶ from 2ⁿ > 8·10⁶ on.
    void gradientDescentTakesTwoAtEachPlace() {
        Settings settings;
        settings.alpha = 0.25;
        compareFinish(finishOf("x^2", 4, settings), {23, false, 2 * 24});
    }

    /// Each step leaves 2/3 of x⁴'s distance, so f' = 32 (8/27)ⁿ.
    void newtonTakesASecondDerivativeForEachStep() {
        Settings settings;
        settings.alpha = 1;
        settings.method = method("newton");
        compareFinish(finishOf("x^4", 2, settings), {15, false, 2 * 16 + 15});
    }

    void newtonTakesEachEntryOfTheHessianOnce() {
        Settings settings;
        settings.alpha = 0.5;
        settings.method = method("newton");
        settings.maxIterations = 5;
        settings.tolerance = 1e-300;
        const descent::Objective objective(*formula::analyse("x^2+3*y^2+x*y", {"x", "y"}));
        const auto run = descent::whole(objective, settings, descent::Point(std::array{1.0, 2.0}));
        QCOMPARE(run.trajectory.size(), std::size_t{6});
        QCOMPARE(descent::evaluations(settings, run.trajectory, 5), 2 * 6 + 5 * 3);
    }

    /// α = 1 lands as far on the other side and is refused, half of it lands on the minimum.
    void aSearchTakesItsRefusedSteps() {
        Settings settings;
        settings.alpha = 1;
        settings.method = method("backtracking");
        compareFinish(finishOf("x^2", 4, settings), {1, false, 2 * 2 + 1});
    }

    void searchesAreCountedAsByHand_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("sigma");
        QTest::newRow("short") << 0.2 << 0.0;
        QTest::newRow("long") << 30.0 << 0.0;
        QTest::newRow("noisy") << 0.5 << 0.05;
    }
    void searchesAreCountedAsByHand() {
        QFETCH(double, alpha);
        QFETCH(double, sigma);
        Settings settings;
        settings.alpha = alpha;
        settings.tolerance = 1e-2;
        settings.method = method("backtracking");
        settings.noise = {sigma, 3};
        for (const double start : {2.0, -1.0, 0.4}) {
            const Finish by = searchedByHand("x^4-4*x^2+x", start, settings);
            const Finish found = finishOf("x^4-4*x^2+x", start, settings);
            QCOMPARE(found.step, by.step);
            QCOMPARE(found.evaluations, by.evaluations);
        }
    }

    void anAscentIsCountedAlike() {
        Settings settings;
        settings.alpha = 1;
        settings.direction = descent::Direction::Ascend;
        settings.method = method("backtracking");
        const FinishedRun run = finished(analysed("5-x^2"), 4, settings);
        compareFinish(run.verdict.finish, {1, false, 5});
        QCOMPARE(run.verdict.last.value, 5.0);
    }

    /// It swings by ±α/2 for good.
    void whoWouldLeaveAgainIsMarked() {
        Settings settings;
        settings.alpha = 0.1;
        settings.method = method("rmsprop");
        const Finish finish = finishOf("x^2", 4, settings);
        compareFinish(finish, {78, true, 2 * 79});
        QVERIFY(!finish.stays);
    }

    void whoCrossesTheGoalIsMarked() {
        Settings settings;
        settings.alpha = 0.1;
        settings.tolerance = 1;
        settings.method = method("momentum");
        const FinishedRun run = finished(analysed("x^2"), 4, settings);
        std::size_t n = 0;
        while (std::abs(run.trajectory.slope(n)) >= 1) ++n;
        QVERIFY(std::abs(run.trajectory.slope(n + 1)) >= 1);
        QCOMPARE(*run.verdict.finish.step, static_cast<std::int64_t>(n));
        QVERIFY(run.verdict.finish.leaves);
        QVERIFY(run.verdict.steps > static_cast<std::int64_t>(n));
        const auto stays = static_cast<std::size_t>(*run.verdict.finish.stays);
        QVERIFY(std::abs(run.trajectory.slope(stays - 1)) >= 1);
        for (std::size_t later = stays; later < run.trajectory.size(); ++later)
            QVERIFY(std::abs(run.trajectory.slope(later)) < 1);
    }

    void anUnfinishedRunCountsToItsEnd() {
        Settings settings;
        settings.alpha = 0.3;
        settings.maxIterations = 40;
        const Finish swinging = finishOf("abs(x)", 1, settings);
        QVERIFY(!swinging.step);
        QCOMPARE(swinging.evaluations, 2 * 41);
        const FinishedRun lost = finished(analysed("-x^2"), 1, settings);
        QVERIFY(!lost.verdict.finish.step);
        QCOMPARE(lost.verdict.finish.evaluations, 2 * (lost.verdict.steps + 1));
    }

    void aConstantIsWonAtTheStart() { compareFinish(finishOf("5", 1, {}), {0, false, 2}); }

    void fewerStepsThenFewerEvaluationsAreBefore() {
        const Finish fast{10, false, 30};
        const Finish frugal{10, true, 22};
        const Finish slow{40, false, 11};
        const Finish unfinished{{}, false, 5};
        QCOMPARE(insight::places({slow, fast, unfinished, frugal}),
                 (Places{3, 2, std::nullopt, 1}));
    }

    void equalsShareAPlace() {
        const Finish fast{10, false, 22};
        const Finish same{10, true, 22};
        const Finish slow{40, false, 82};
        QCOMPARE(insight::places({slow, fast, std::nullopt, same, slow}),
                 (Places{3, 1, std::nullopt, 1, 3}));
        QCOMPARE(insight::places({}), Places{});
    }
};

QTEST_APPLESS_MAIN(TestFinish)
#include "tst_finish.moc"
