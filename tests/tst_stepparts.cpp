// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <numeric>

#include "descent/stepparts.h"
#include "runs.h"
#include "session/method.h"

namespace {

using Lengths = QList<double>;

/// A run and what its steps are made of.
struct Run {
    Run(const char* function, double start, const char* method, double alpha = 0.1,
        descent::Direction direction = descent::Direction::Descend) {
        settings = {alpha, 12, 1e-300, direction};
        settings.method = *session::methodFrom(QString::fromLatin1(method));
        of(function, start);
    }
    void of(const char* function, double start) {
        objective.emplace(analysed(function), settings.direction);
        trajectory = descent::whole(*objective, settings, start).trajectory;
    }
    descent::StepParts parts(std::size_t n) const {
        return descent::stepParts(settings, trajectory.state(n), trajectory.state(n + 1));
    }
    double step(std::size_t n) const { return trajectory.x(n + 1) - trajectory.x(n); }

    descent::Settings settings;
    std::optional<descent::Objective> objective;
    descent::Trajectory trajectory;
};

bool isClose(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::fmax(1, std::abs(b));
}

Lengths lengthsOf(const descent::StepParts& made) {
    Lengths lengths;
    for (const auto& part : made.parts) lengths += part.length;
    return lengths;
}

void compare(const Lengths& found, const Lengths& expected) {
    QCOMPARE(found.size(), expected.size());
    for (qsizetype i = 0; i < found.size(); ++i)
        QVERIFY2(std::abs(found[i] - expected[i]) < 1e-10,
                 qPrintable(QString::number(found[i], 'g', 17)));
}

}  // namespace

class TestStepParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Of x² from 4, the second step, whose memory is not empty; computed outside the program.
    void partsAreThoseOneComputesByHand_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<Lengths>("lengths");
        QTest::addColumn<double>("before");
        const auto row = [](const char* method, const Lengths& lengths, double before) {
            QTest::newRow(method) << QString::fromLatin1(method) << lengths << before;
        };
        // v₁ = 8, x₁ = 3.2: βv₁ = 7.2, g = 6.4.
        row("momentum", {-0.72, -0.64}, -0.8);
        // x₁ = 4 − 0.1 (8 + 7.2) = 2.48: β²v₁ = 6.48, (1 + β) g = 9.424.
        row("nesterov", {-0.648, -0.9424}, -0.72);
        // m₂ = 0.72 + 0.78, v̂₂ = 0.124776/0.001999, both as the step's equation has them.
        const double size = std::sqrt(0.124776 / 0.001999) + 1e-8;
        row("adam", {-0.1 * 0.72 / 0.19 / size, -0.1 * 0.78 / 0.19 / size},
            -0.1 * 0.8 / 0.19 / size);
        row("amsgrad", {-0.1 * 0.72 / 0.19 / size, -0.1 * 0.78 / 0.19 / size},
            -0.1 * 0.8 / 0.19 / size);
        row("adamw", {-0.04798847496389396, -0.05193419401814707, -0.003896000000125},
            -0.04798847496389396 / 0.9);
        row("adamax", {-0.047415836830251315, -0.0513671565661056}, -0.047415836830251315 / 0.9);
        // Undivided: m₁ = 0.8, x₁ = 3.2.
        row("radam", {-0.1 * 0.72 / 0.19, -0.1 * 0.64 / 0.19}, -0.1 * 0.8 / 0.19);
        // m₁ = 0.08, c = 0.072 + 0.78.
        row("lion", {-0.1 * 0.072 / 0.852, -0.1 * 0.78 / 0.852}, -0.1 * 0.08 / 0.852);
    }
    void partsAreThoseOneComputesByHand() {
        QFETCH(QString, method);
        QFETCH(Lengths, lengths);
        QFETCH(double, before);
        const Run down("x^2", 4, method.toLatin1());
        compare(lengthsOf(down.parts(1)), lengths);
        QVERIFY(std::abs(down.parts(1).parts[0].before - before) < 1e-10);
        // The way is the same up the function that is upside down.
        const Run up("-x^2", 4, method.toLatin1(), 0.1, descent::Direction::Ascend);
        compare(lengthsOf(up.parts(1)), lengths);
    }

    void partsAddUpToTheStep_data() {
        QTest::addColumn<QString>("method");
        for (const descent::Method& method : descent::methods()) {
            if (!descent::partNames(method).empty())
                QTest::newRow(descent::name(method).data()) << session::methodText(method);
        }
    }
    void partsAddUpToTheStep() {
        QFETCH(QString, method);
        for (const auto direction : {descent::Direction::Descend, descent::Direction::Ascend}) {
            for (const double sigma : {0.0, 0.3}) {
                Run run("x^4-2x^2", 1.7, method.toLatin1(), 0.05, direction);
                run.settings.noise.sigma = sigma;
                run.settings.schedule = descent::Exponential{0.8};
                run.of("sin(2x)+x/3", 1.7);
                QVERIFY(run.trajectory.size() == 13);
                for (std::size_t n = 0; n + 1 < run.trajectory.size(); ++n) {
                    const Lengths lengths = lengthsOf(run.parts(n));
                    const double sum = std::accumulate(lengths.begin(), lengths.end(), 0.0);
                    QVERIFY2(std::abs(sum - run.step(n)) < 1e-13, qPrintable(method));
                }
            }
        }
    }

    /// At the start nothing is carried, and the arrow that shrinks is the one of the last step.
    void momentumCarriesThePartOfTheLastStepThatItKeeps() {
        const Run run("x^4-2x^2", 1.7, "momentum:beta=0.8", 0.02);
        QCOMPARE(run.parts(0).parts[0].length, -0.0);
        for (std::size_t n = 1; n < 10; ++n) {
            const auto carried = run.parts(n).parts[0];
            QVERIFY(isClose(carried.before, run.step(n - 1)));
            QVERIFY(isClose(carried.length, 0.8 * run.step(n - 1)));
        }
    }

    void aMomentumThatKeepsNothingIsInOnePiece() {
        for (const char* method : {"momentum:beta=0", "nesterov:beta=0", "gradient", "rmsprop"}) {
            const Run run("x^2", 4, method);
            QVERIFY(run.parts(1).parts.empty());
        }
        QVERIFY(
            descent::partNames(*session::methodFrom(QStringLiteral("momentum:beta=0"))).empty());
    }

    void thePlainStepIsToldWhereTheMethodScalesTheGradient() {
        const Run adagrad("x^2", 4, "adagrad");
        QVERIFY(std::abs(adagrad.step(0) + 0.1) < 1e-10);
        QVERIFY(isClose(adagrad.parts(0).plain.value(), -0.8));
        const Run up("-x^2", 4, "adam", 0.1, descent::Direction::Ascend);
        QVERIFY(isClose(up.parts(0).plain.value(), -0.8));
        for (const char* method : {"gradient", "momentum", "nesterov", "newton", "backtracking"})
            QVERIFY(!Run("x^4", 4, method, 0.001).parts(1).plain);
        // Its first step is the plain one.
        QVERIFY(!Run("x^4", 4, "barzilai-borwein", 0.001).parts(0).plain);
        QVERIFY(Run("x^4", 4, "barzilai-borwein", 0.001).parts(1).plain);
    }

    void refusedTriesAreWhereTheyLay() {
        const auto refused = [](const Run& run) {
            const auto places = run.parts(0).refused;
            return Lengths(places.begin(), places.end());
        };
        // α = 2 leads to −12, half of it to −4, a quarter to 0.
        QCOMPARE(refused(Run("x^2", 4, "backtracking", 2)), (Lengths{-12, -4}));
        QCOMPARE(refused(Run("-x^2", 4, "backtracking", 2, descent::Direction::Ascend)),
                 (Lengths{-12, -4}));
        QCOMPARE(refused(Run("x^2", 4, "backtracking", 0.4)), Lengths());
        QCOMPARE(refused(Run("x^2", 4, "gradient", 2)), Lengths());
    }
    void triesOfANoisyStepGoAlongItsGradient() {
        Run run("x^2", 4, "backtracking", 2);
        run.settings.noise = {0.5, 3};
        run.of("x^2", 4);
        const double slope = 8 + 0.5 * descent::gaussian(3, 0, 0);
        QVERIFY(isClose(run.parts(0).refused.at(0), 4 - 2 * slope));
    }

    void theParabolaHasTheCurvatureThatTheStepTakes_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("curvature");
        const auto row = [](const char* method, const char* function, double alpha,
                            double curvature) {
            QTest::addRow("%s, %s", method, function)
                << QString::fromLatin1(method) << QString::fromLatin1(function) << alpha
                << curvature;
        };
        row("gradient", "x^4", 0.002, 500);
        row("momentum:beta=0", "x^4", 0.002, 500);
        row("newton", "x^4/4", 1, 12);
        row("newton", "x^4/4", 0.5, 24);
        row("newton", "sin(x)", 1, std::sin(2.0));  // though f″ = −sin 2
        row("newton", "x/4", 1, 1e-6);
        row("backtracking", "x^2", 2, 2);  // 1 is refused, 1/2 is not
        row("adagrad", "x^2", 0.1, 40);    // √s = 4
        row("rprop", "x^2", 0.1, 40);      // |g|/step
        row("barzilai-borwein", "x^2", 0.1, 10);
    }
    void theParabolaHasTheCurvatureThatTheStepTakes() {
        QFETCH(QString, method);
        QFETCH(QString, function);
        QFETCH(double, alpha);
        QFETCH(double, curvature);
        const Run down(function.toLatin1(), 2, method.toLatin1(), alpha);
        const auto found = down.parts(0).curvature;
        QVERIFY(found && std::abs(*found / curvature - 1) < 1e-9);
        // Its slope is 0 where the step leads.
        const descent::Step here = down.trajectory[0];
        QVERIFY(std::abs(here.gradient[0] + *found * down.step(0)) < 1e-9);
        // It opens downwards for those who climb.
        const QString upside = QStringLiteral("-(%1)").arg(function);
        const Run up(upside.toLatin1(), 2, method.toLatin1(), alpha, descent::Direction::Ascend);
        QVERIFY(std::abs(up.parts(0).curvature.value() / curvature + 1) < 1e-9);
    }

    void theParabolaFollowsTheScheduleAndTheNoise() {
        Run run("x^2", 4, "gradient");
        run.settings.schedule = descent::Exponential{0.5};
        run.settings.noise = {0.3, 2};
        run.of("x^2", 4);
        QVERIFY(isClose(run.parts(0).curvature.value() / 10, 1));
        QVERIFY(isClose(run.parts(1).curvature.value() / 20, 1));
    }

    void whatMoreThanTheGradientMakesHasNoParabola() {
        for (const char* method : {"momentum", "nesterov", "adam", "adamw", "lion"}) {
            const Run run("x^2", 4, method);
            QVERIFY(!run.parts(0).curvature && !run.parts(1).curvature);
            QVERIFY(!descent::hasParabola(run.settings.method));
        }
    }
};

QTEST_APPLESS_MAIN(TestStepParts)
#include "tst_stepparts.moc"
