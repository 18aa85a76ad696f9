// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>

#include "findings.h"
#include "loops.h"
#include "runs.h"
#include "sentence.h"
#include "session/examples.h"
#include "session/fields/fields.h"
#include "session/runners.h"
#include "written.h"

namespace {

constexpr double anywhere = std::numeric_limits<double>::quiet_NaN();

FinishedRun runOf(const session::Session& session) {
    return finished(session.function.analysis(), session.initialGuess[0], session.settings);
}

// The functions of the examples about methods, written down once more, and their derivatives.
double doubleWell(double x) {
    return 4 * x * x * x - 8 * x + 1;
}
double trap(double x) {
    return 0.2 * x + 9.6 * (x - 2) * std::exp(-8 * (x - 2) * (x - 2));
}
double trapDepth(double x) {
    return 0.1 * x * x - 0.6 * std::exp(-8 * (x - 2) * (x - 2));
}
double wallAndPlateau(double x) {
    return 2 * x / ((1 + x * x) * (1 + x * x)) + (x > 3 ? 5 : 0);
}
double parabola(double x) {
    return 2 * x;
}
double steepParabola(double x) {
    return 2e6 * x;
}
double corner(double x) {
    return x > 0 ? 1 : x < 0 ? -1 : 0;
}
double hollows(double x) {
    return x * x * x - x;
}
double hollowsCurvature(double x) {
    return 3 * x * x - 1;
}

/// Whether a run goes as one by hand, as far as either goes.
bool goesAs(const FinishedRun& run, const loops::Places& places) {
    const std::size_t steps = std::min(run.trajectory.size(), places.size());
    for (std::size_t n = 0; n < steps; ++n)
        if (!(std::abs(run.trajectory.x(n) - places[n]) < 1e-6)) return false;
    return steps > 3;
}

/// The first iteration from which on the gradient is below the tolerance.
std::size_t within(const loops::Function& slope, const loops::Places& places) {
    return static_cast<std::size_t>(
        std::ranges::find_if(places, [&](double x) { return std::abs(slope(x)) < 1e-6; }) -
        places.begin());
}

/// Of functions of one variable; those of several have a test of their own.
std::vector<session::Example> examples() {
    std::vector<session::Example> all = session::examples();
    std::erase_if(all, [](const session::Example& example) {
        return example.session.function.dimension() > 1;
    });
    return all;
}

}  // namespace

class TestExamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExampleIsComplete() {
        for (const session::Example& example : session::examples()) {
            QVERIFY(!example.group.isEmpty());
            QVERIFY(!example.title.isEmpty());
            QVERIFY2(isSentence(example.lookFor), qPrintable(example.lookFor));
            const session::Session& session = example.session;
            QVERIFY(session.range.valid());
            QVERIFY(session.range.contains(session.initialGuess[0]));
        }
        QVERIFY(examples().size() >= 25);
        for (const session::Example& example : examples())
            QVERIFY(runOf(example.session).trajectory.size() > 0);
    }

    void thoseOfOneVariableAreFirst() {
        const auto all = session::examples();
        QVERIFY(std::ranges::is_sorted(all, {}, [](const session::Example& example) {
            return example.session.function.dimension();
        }));
        QVERIFY(all.back().session.function.dimension() > 1);
    }

    void examplesKeepTheirPromises_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<Told>("finding");
        QTest::addColumn<double>("x");
        const auto row = [](const char* title, Told finding, double x) {
            QTest::newRow(title) << QString::fromUtf8(title) << finding << x;
        };
        row("Double well: stuck on the right", Told::Minimum, 1.347);
        row("Double well: start at 0.1", Told::Minimum, -1.473);
        row("Double well: over the hill", Told::Minimum, -1.473);
        row("A trap: through the hole", Told::Minimum, 0);
        row("The scale of f: x²", Told::Minimum, 0);
        row("The scale of f: 10⁶x²", Told::Minimum, 0);
        row("Newton: three steps", Told::Minimum, 0);
        row("Newton: off a hilltop", Told::Minimum, 1);
        row("Double well: start at 0.2", Told::Minimum, 1.347);
        row("Parabola", Told::Minimum, 0);
        row("Cubic playground", Told::Minimum, -0.2723);
        row("Steep quartic", Told::Minimum, 2.25);
        row("Road to chaos: one point", Told::Minimum, 1);
        row("Road to chaos: two points", Told::Cycle, anywhere);
        row("Road to chaos: four points", Told::Cycle, anywhere);
        row("Road to chaos: chaos", Told::Wandering, anywhere);
        row("Vanishing gradient", Told::Minimum, 0);
        row("Exploding gradient", Told::Minimum, 0.6931);
        row("A corner", Told::Cycle, anywhere);
        row("Two sines", Told::Minimum, 3.3873);
        row("A trap on the way", Told::Minimum, 1.9586);
        row("On the hilltop", Told::Maximum, std::numbers::pi / 2);
        row("An inflection", Told::Inflection, 0.00058);
    }
    void examplesKeepTheirPromises() {
        QFETCH(QString, title);
        QFETCH(Told, finding);
        QFETCH(double, x);
        const FinishedRun run = runOf(exampleCalled(title));
        QCOMPARE(wordFor(run.verdict), finding);
        if (!std::isnan(x)) QVERIFY(std::abs(run.verdict.last.at[0] - x) < 1e-3);
    }

    void examplesTellTheRightNumbers() {
        const auto run = [this](const char* title) { return runOf(exampleCalled(title)); };
        QCOMPARE(std::get<insight::Cycle>(run("Road to chaos: two points").verdict.finding).period,
                 2);
        QCOMPARE(std::get<insight::Cycle>(run("Road to chaos: four points").verdict.finding).period,
                 4);
        QVERIFY(std::abs(run("Steep quartic").trajectory[0].gradient[0] - 540) < 1e-9);
        QVERIFY(std::abs(run("Exploding gradient").trajectory[1].at[0] + 34) < 0.5);
        QVERIFY(std::abs(static_cast<double>(run("Exploding gradient").verdict.steps) - 240) < 5);
        const FinishedRun plateau = run("Vanishing gradient");
        QVERIFY(plateau.trajectory[490].at[0] > 1.5 && plateau.verdict.steps < 550);
        session::Session lost = exampleCalled("Steep quartic");
        lost.settings.alpha = 0.05;
        QCOMPARE(runOf(lost).outcome, descent::Outcome::Diverged);
        session::Session left = exampleCalled("Cubic playground");
        QVERIFY(runOf(left).trajectory[1].at[0] < -0.2723);
        left.initialGuess = -3.07;
        QCOMPARE(runOf(left).outcome, descent::Outcome::Diverged);
    }

    /// Each as it is written, of what the run, that of its rival or a loop by hand has.
    void everyNumberOfTheTextsIsTrue() {
        const auto run = [](const char* title) { return runOf(exampleCalled(title)); };
        const auto end = [&](const char* title) { return run(title).verdict.last.at[0]; };
        const auto alpha = [](const char* title) { return exampleCalled(title).settings.alpha; };
        const auto steps = [](const FinishedRun& of) {
            return static_cast<double>(of.verdict.steps);
        };
        const auto tens = [](double value, double of) { return of * std::round(value / of); };
        const double hilltop =
            loops::gradient([](double x) { return -doubleWell(x); }, 0.2, 0.05, 200).back();
        const FinishedRun quartic = run("Steep quartic");
        const FinishedRun thrown = run("Exploding gradient");
        const auto crossed = loops::rmsprop(wallAndPlateau, 4, 0.1, 0.9, 300);
        const std::map<QString, std::vector<std::pair<QString, double>>> facts{
            {QStringLiteral("Double well: stuck on the right"),
             {{QStringLiteral("1.347"), end("Double well: stuck on the right")},
              {QStringLiteral("−1.473"), end("Double well: start at 0.1")}}},
            {QStringLiteral("Double well: start at 0.1"), {{QStringLiteral("0.13"), hilltop}}},
            {QStringLiteral("Double well: start at 0.2"),
             {{QStringLiteral("0.1"),
               exampleCalled("Double well: start at 0.2").initialGuess[0] -
                   exampleCalled("Double well: start at 0.1").initialGuess[0]}}},
            {QStringLiteral("A trap on the way"),
             {{QStringLiteral("2"), end("A trap on the way")},
              {QStringLiteral("0"), loops::gradient(trap, 0.5, 0.1, 500).back()}}},
            {QStringLiteral("Cubic playground"),
             {{QStringLiteral("−3.06"), (-4 - std::sqrt(11.2)) / 2.4}}},  // 1 + 4x + 1.2x² = 0
            {QStringLiteral("Steep quartic"),
             {{QStringLiteral("6"), quartic.trajectory.x(0)},
              {QStringLiteral("540"), quartic.trajectory.slope(0)},
              {QStringLiteral("0.01"), alpha("Steep quartic")},
              {QStringLiteral("5.4"), quartic.trajectory.x(0) - quartic.trajectory.x(1)},
              {QStringLiteral("0.05"), 0.05}}},
            {QStringLiteral("Vanishing gradient"),
             {{QStringLiteral("500"), tens(steps(run("Vanishing gradient")), 100)}}},
            {QStringLiteral("Exploding gradient"),
             {{QStringLiteral("−34"), thrown.trajectory.x(1)},
              {QStringLiteral("240"), tens(steps(thrown), 10)}}},
            {QStringLiteral("Road to chaos: one point"),
             {{QStringLiteral("0.9"), alpha("Road to chaos: one point")},
              {QStringLiteral("1"), end("Road to chaos: one point")}}},
            {QStringLiteral("Road to chaos: two points"),
             {{QStringLiteral("1.1"), alpha("Road to chaos: two points")}}},
            {QStringLiteral("Road to chaos: four points"),
             {{QStringLiteral("1.25"), alpha("Road to chaos: four points")}}},
            {QStringLiteral("Road to chaos: chaos"),
             {{QStringLiteral("1.4"), alpha("Road to chaos: chaos")}}},
            {QStringLiteral("A corner"),
             {{QStringLiteral("1"), corner(2)}, {QStringLiteral("−1"), corner(-2)}}},
            {QStringLiteral("An inflection"), {{QStringLiteral("0"), 0}}},
            {QStringLiteral("Double well: over the hill"),
             {{QStringLiteral("0.9"), 0.9},
              {QStringLiteral("1.347"), loops::gradient(doubleWell, 2, 0.03, 500).back()}}},
            {QStringLiteral("A trap: through the hole"),
             {{QStringLiteral("0.8"), 0.8},
              {QStringLiteral("0"), loops::momentum(trap, 4, 0.1, 0.8, 500).back()}}},
            {QStringLiteral("A plateau: AdaGrad starves"),
             {{QStringLiteral("100"), 100},
              {QStringLiteral("86"), static_cast<double>(within(wallAndPlateau, crossed))}}},
            {QStringLiteral("The scale of f: 10⁶x²"),
             {{QStringLiteral("−799996"), loops::gradient(steepParabola, 4, 0.1, 1).back()}}},
            {QStringLiteral("A corner: α that shrinks"),
             {{QStringLiteral("0.8"), alpha("A corner: α that shrinks")},
              {QStringLiteral("0.7"), loops::gradient(corner, 2.3, 0.8, 100).back()},
              {QStringLiteral("−0.1"), loops::gradient(corner, 2.3, 0.8, 101).back()},
              {QStringLiteral("1"), 1}}},
            {QStringLiteral("Newton: three steps"),
             {{QStringLiteral("0.1"), 0.1},
              {QStringLiteral("131"), steps(rivalOf("Newton: three steps"))}}},
            {QStringLiteral("Newton: off a hilltop"),
             {{QStringLiteral("0"), 0},
              {QStringLiteral("11"), steps(run("Newton: off a hilltop"))},
              {QStringLiteral("111"), steps(rivalOf("Newton: off a hilltop"))}}}};
        for (const session::Example& example : examples()) {
            std::set<QString> known;
            const auto own = facts.find(example.title);
            if (own != facts.end()) {
                for (const auto& [written, truth] : own->second) {
                    QCOMPARE(written, asWritten(truth, written));
                    known.insert(written);
                }
            }
            QCOMPARE(numbersIn(example.lookFor), known);
        }
    }

    void theTrapIsDeeperThanTheValleyBehindIt() {
        const QString title = QStringLiteral("A trap on the way");
        const FinishedRun run = runOf(exampleCalled(title));
        const descent::Objective objective(exampleCalled(title).function.analysis());
        QVERIFY(run.verdict.last.value < objective.value(0));
        for (const session::Example& example : examples()) {
            if (example.title != title) continue;
            QVERIFY(example.lookFor.contains(QLatin1String("deeper than the wide valley about 0")));
        }
    }

    void examplesOfAGroupStandTogether() {
        std::set<QString> groups;
        QString last;
        for (const session::Example& example : session::examples()) {
            QVERIFY(!example.group.isEmpty());
            if (std::exchange(last, example.group) == example.group) continue;
            QVERIFY2(groups.insert(example.group).second, qPrintable(example.group));
        }
        QVERIFY(groups.size() >= 8);
    }

    void eachIsKnownByItsRun() {
        const auto examples = session::examples();
        for (std::size_t i = 0; i < examples.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(!session::sameRun(examples[i].session, examples[j].session),
                         qPrintable(examples[i].title));
    }

    void momentumCarriesTheBallOverTheHill() {
        const auto run = loops::momentum(doubleWell, 2, 0.03, 0.9, 500);
        QVERIFY(goesAs(runOf(exampleCalled("Double well: over the hill")), run));
        QVERIFY(std::abs(run.back() + 1.473) < 1e-3);
        const auto plain = loops::gradient(doubleWell, 2, 0.03, 500);
        QVERIFY(goesAs(rivalOf("Double well: over the hill"), plain));
        QVERIFY(std::abs(plain.back() - 1.347) < 1e-3);
    }

    void momentumCarriesTheBallThroughTheTrap() {
        const auto run = loops::momentum(trap, 4, 0.1, 0.8, 500);
        QVERIFY(goesAs(runOf(exampleCalled("A trap: through the hole")), run));
        QVERIFY(std::abs(run.back()) < 1e-6);
        const auto plain = loops::gradient(trap, 4, 0.1, 500);
        QVERIFY(goesAs(rivalOf("A trap: through the hole"), plain));
        const double caught = plain.back();
        QVERIFY(std::abs(caught - 1.959) < 1e-3);
        QVERIFY(trapDepth(caught) < trapDepth(0));
    }

    void adagradStarvesOnThePlateauAndRmspropDoesNot() {
        const auto starved = loops::adagrad(wallAndPlateau, 4, 0.1, 300);
        const FinishedRun run = runOf(exampleCalled("A plateau: AdaGrad starves"));
        QVERIFY(goesAs(run, starved));
        QCOMPARE(run.verdict.steps, 300);
        const auto foot = std::ranges::find_if(starved, [](double x) { return x < 3; });
        QVERIFY(starved.end() - foot > 200);
        for (auto at = foot; at + 1 != starved.end(); ++at) QVERIFY(*at - at[1] < 0.1 / 100);
        const auto crossed = loops::rmsprop(wallAndPlateau, 4, 0.1, 0.9, 300);
        QVERIFY(goesAs(rivalOf("A plateau: AdaGrad starves"), crossed));
        QCOMPARE(within(wallAndPlateau, crossed), std::size_t(86));
    }

    void adamGoesTheSameWayOnAnyScale() {
        const auto gentle = loops::adam(parabola, 4, 0.1, 500);
        const auto steep = loops::adam(steepParabola, 4, 0.1, 500);
        QVERIFY(goesAs(runOf(exampleCalled("The scale of f: x²")), gentle));
        QVERIFY(goesAs(runOf(exampleCalled("The scale of f: 10⁶x²")), steep));
        for (std::size_t n = 0; n < gentle.size(); ++n)
            QVERIFY(std::abs(gentle[n] - steep[n]) < 1e-7);
        QVERIFY(goesAs(rivalOf("The scale of f: x²"), loops::gradient(parabola, 4, 0.1, 200)));
        const FinishedRun lost = rivalOf("The scale of f: 10⁶x²");
        QCOMPARE(lost.outcome, descent::Outcome::Diverged);
        QVERIFY(std::abs(lost.trajectory.x(1) + 799996) < 1e-6);
        QVERIFY(std::abs(loops::gradient(steepParabola, 4, 0.1, 1).back() + 799996) < 1e-6);
    }

    void aConstantRateSwingsAboutTheCornerAndOneThatShrinksClosesIn() {
        const auto endless = loops::gradient(corner, 2.3, 0.8, 200);
        QVERIFY(goesAs(rivalOf("A corner: α that shrinks"), endless));
        for (std::size_t n = 2; n < endless.size(); ++n)
            QVERIFY(std::abs(endless[n] - (n % 2 == 0 ? 0.7 : -0.1)) < 1e-12);
        const auto closer = loops::shrinking(corner, 2.3, 0.8, 200);
        QVERIFY(goesAs(runOf(exampleCalled("A corner: α that shrinks")), closer));
        for (std::size_t n = 1; n + 1 < closer.size(); ++n)
            QVERIFY(std::abs(closer[n + 1] - closer[n]) < std::abs(closer[n] - closer[n - 1]));
        QVERIFY(std::abs(closer.back()) < 0.8 / 200);
    }

    void newtonIsThereInThreeStepsAndLeavesAHilltop() {
        const auto sinh = [](double x) { return std::sinh(x); };
        const auto three = loops::newton(
            sinh, [](double x) { return std::cosh(x); }, 1, 3);
        const FinishedRun run = runOf(exampleCalled("Newton: three steps"));
        QVERIFY(goesAs(run, three));
        QCOMPARE(run.verdict.steps, 3);
        QCOMPARE(within(sinh, three), std::size_t(3));
        QCOMPARE(within(sinh, loops::gradient(sinh, 1, 0.1, 500)), std::size_t(131));
        QCOMPARE(rivalOf("Newton: three steps").verdict.steps, 131);

        const auto off = loops::newton(hollows, hollowsCurvature, 0.01, 30);
        QVERIFY(goesAs(runOf(exampleCalled("Newton: off a hilltop")), off));
        QVERIFY(std::abs(0.01 - hollows(0.01) / hollowsCurvature(0.01)) < 1e-5);
        for (std::size_t n = 0; n < 4; ++n) QVERIFY(std::abs(off[n + 1] / off[n] - 2) < 0.02);
        for (std::size_t n = 0; n < 6; ++n) QVERIFY(off[n + 1] > off[n] && off[n + 1] < 1);
        QCOMPARE(within(hollows, off), std::size_t(11));
        QCOMPARE(within(hollows, loops::gradient(hollows, 0.01, 0.1, 500)), std::size_t(111));
        QCOMPARE(rivalOf("Newton: off a hilltop").verdict.steps, 111);
    }

    void rivalsStartWhereTheChosenOneDoes() {
        std::size_t races = 0;
        for (const session::Example& example : session::examples()) {
            QCOMPARE(example.session.chosen, std::size_t(0));
            if (!example.session.others.empty()) ++races;
            for (const session::Runner& rival : example.session.others)
                QCOMPARE(rival.start, example.session.initialGuess);
        }
        QCOMPARE(races, std::size_t(11));
    }

private:
    static FinishedRun rivalOf(const char* title) {
        return runOf(session::choosing(exampleCalled(title), 1));
    }
    static session::Session exampleCalled(const char* title) {
        return exampleCalled(QString::fromUtf8(title));
    }
    static session::Session exampleCalled(const QString& title) {
        for (const session::Example& example : session::examples()) {
            if (example.title == title) return example.session;
        }
        qFatal("no example called \"%s\"", qPrintable(title));
    }
};

QTEST_APPLESS_MAIN(TestExamples)
#include "tst_examples.moc"
