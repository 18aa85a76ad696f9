// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>

#include "findings.h"
#include "runs.h"
#include "sentence.h"
#include "session/examples.h"

namespace {

constexpr double anywhere = std::numeric_limits<double>::quiet_NaN();

FinishedRun runOf(const session::Session& session) {
    return finished(session.function.analysis(), session.initialGuess, session.settings);
}

}  // namespace

class TestExamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExampleIsComplete() {
        const auto examples = session::examples();
        QVERIFY(examples.size() >= 15);
        for (const session::Example& example : examples) {
            QVERIFY2(isSentence(example.lookFor), qPrintable(example.lookFor));
            QVERIFY(!example.title.isEmpty());
            const session::Session& session = example.session;
            QVERIFY(session.range.valid());
            QVERIFY(session.range.contains(session.initialGuess));
            QVERIFY(runOf(session).trajectory.size() > 0);
        }
    }

    void examplesKeepTheirPromises_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<Told>("finding");
        QTest::addColumn<double>("x");
        const auto row = [](const char* title, Told finding, double x) {
            QTest::newRow(title) << QString::fromLatin1(title) << finding << x;
        };
        row("Double well: stuck on the right", Told::Minimum, 1.347);
        row("Double well: start at 0.1", Told::Minimum, -1.473);
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
        const auto run = [this](const char* title) {
            return runOf(exampleCalled(QString::fromLatin1(title)));
        };
        QCOMPARE(std::get<insight::Cycle>(run("Road to chaos: two points").verdict.finding).period,
                 2);
        QCOMPARE(std::get<insight::Cycle>(run("Road to chaos: four points").verdict.finding).period,
                 4);
        QVERIFY(std::abs(run("Steep quartic").trajectory[0].gradient[0] - 540) < 1e-9);
        QVERIFY(std::abs(run("Exploding gradient").trajectory[1].at[0] + 34) < 0.5);
        QVERIFY(std::abs(static_cast<double>(run("Exploding gradient").verdict.steps) - 240) < 5);
        const FinishedRun plateau = run("Vanishing gradient");
        QVERIFY(plateau.trajectory[490].at[0] > 1.5 && plateau.verdict.steps < 550);
        session::Session lost = exampleCalled(QStringLiteral("Steep quartic"));
        lost.settings.alpha = 0.05;
        QCOMPARE(runOf(lost).outcome, descent::Outcome::Diverged);
        session::Session left = exampleCalled(QStringLiteral("Cubic playground"));
        QVERIFY(runOf(left).trajectory[1].at[0] < -0.2723);
        left.initialGuess = -3.07;
        QCOMPARE(runOf(left).outcome, descent::Outcome::Diverged);
    }

    void theTrapIsDeeperThanTheValleyBehindIt() {
        const QString title = QStringLiteral("A trap on the way");
        const FinishedRun run = runOf(exampleCalled(title));
        const descent::Objective objective(exampleCalled(title).function.analysis());
        QVERIFY(run.verdict.last.value < objective.value(0));
        for (const session::Example& example : session::examples()) {
            if (example.title != title) continue;
            QVERIFY(example.lookFor.contains(QLatin1String("deeper than the wide valley about 0")));
        }
    }

private:
    static session::Session exampleCalled(const QString& title) {
        for (const session::Example& example : session::examples()) {
            if (example.title == title) return example.session;
        }
        qFatal("no example called \"%s\"", qPrintable(title));
    }
};

QTEST_APPLESS_MAIN(TestExamples)
#include "tst_examples.moc"
