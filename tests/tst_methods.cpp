// SPDX-License-Identifier: GPL-3.0-or-later
//
// Methods against PyTorch and against their own definitions.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <stop_token>
#include <thread>

#include "runs.h"

using descent::Outcome;
using descent::Settings;

namespace {

/// The rows of the reference.
QJsonArray references() {
    QFile file(QStringLiteral(TEST_DATA "/methods.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no references");
    return QJsonDocument::fromJson(file.readAll()).array();
}

descent::Point startOf(const QJsonValue& row) {
    std::vector<double> start;
    for (const QJsonValue& each : row[QStringLiteral("start")].toArray())
        start.push_back(each.toDouble());
    return descent::Point(start);
}

std::vector<std::string> variablesOf(const QJsonValue& row) {
    if (row[QStringLiteral("start")].toArray().size() == 1) return {"x"};
    return {"x", "y"};
}

descent::Schedule scheduleOf(const QJsonValue& row) {
    const QString text = row[QStringLiteral("schedule")].toString();
    if (text.isEmpty()) return {};
    descent::Schedule schedule =
        descent::scheduleNamed(text.section(QLatin1Char(':'), 0, 0).toStdString()).value();
    for (const QString& key :
         text.section(QLatin1Char(':'), 1).split(QLatin1Char(','), Qt::SkipEmptyParts))
        schedule = descent::with(schedule, key.section(QLatin1Char('='), 0, 0).toStdString(),
                                 key.section(QLatin1Char('='), 1).toDouble());
    return schedule;
}

descent::Method methodOf(const QJsonValue& row) {
    const QString text = row[QStringLiteral("method")].toString();
    const QString name = text.section(QLatin1Char(':'), 0, 0);
    descent::Method method = descent::methodNamed(name.toStdString()).value();
    const QString knobs = text.section(QLatin1Char(':'), 1);
    for (const QString& knob : knobs.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        method = descent::with(method, knob.section(QLatin1Char('='), 0, 0).toStdString(),
                               knob.section(QLatin1Char('='), 1).toDouble());
    }
    return method;
}

/// Whether its steps fade with the slope, and nothing pulls it off the minimum.
bool settles(const descent::Method& method) {
    constexpr std::array others = {"rmsprop", "adadelta", "adam",  "amsgrad", "adamw",
                                   "adamax",  "nadam",    "radam", "rprop",   "lion"};
    return std::ranges::find(others, descent::name(method)) == others.end();
}

/// The distance to the minimum of λx²/2 after that many steps of the method, from a unit.
double distanceAfter(int steps, const descent::Method& method, double alpha, double curvature) {
    const auto analysis = analysed(QString::number(curvature / 2, 'g', 17).toStdString() + "*x^2");
    Settings settings{alpha, steps, 1e-300};
    settings.method = method;
    const auto run = descent::whole(descent::Objective(analysis), settings, 1).trajectory;
    return std::abs(run.x(run.size() - 1));
}

}  // namespace

class TestMethods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThoseOfTheReference_data() {
        QTest::addColumn<QJsonValue>("row");
        for (const QJsonValue& row : references())
            QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row;
    }
    void stepsAreThoseOfTheReference() {
        QFETCH(QJsonValue, row);
        Settings settings{row[QStringLiteral("alpha")].toDouble(),
                          row[QStringLiteral("iterations")].toInteger(), 1e-300};
        settings.method = methodOf(row);
        settings.schedule = scheduleOf(row);
        const auto analysis = formula::analyse(
            row[QStringLiteral("function")].toString().toStdString(), variablesOf(row));
        const auto [run, outcome] =
            descent::whole(descent::Objective(*analysis), settings, startOf(row));
        const QJsonObject points = row[QStringLiteral("points")].toObject();
        QVERIFY(!points.isEmpty());
        for (auto it = points.begin(); it != points.end(); ++it) {
            const auto n = std::min<std::size_t>(it.key().toULong(), run.size() - 1);
            const QJsonArray place = it->toArray();
            // The reference knows no end and goes on from there.
            if (outcome == Outcome::Diverged && it.key().toULong() >= run.size()) {
                QVERIFY(std::abs(place[0].toDouble()) > descent::divergenceBound);
                continue;
            }
            for (qsizetype i = 0; i < place.size(); ++i) {
                const double expected = place[i].toDouble();
                const double slack = 1e-9 * std::max(1.0, std::abs(expected));
                const double reached = run.row(n)[i];
                QVERIFY2(std::abs(reached - expected) <= slack,
                         qPrintable(QStringLiteral("step %1: %2, not %3")
                                        .arg(it.key())
                                        .arg(reached, 0, 'g', 17)
                                        .arg(expected, 0, 'g', 17)));
            }
        }
    }

    /// Numbers that depend on the iteration alone take no room in it.
    void aTrajectoryHasTheStateOfTheRun() {
        constexpr std::int64_t most = 45'000;  // by then the powers of β₂ have vanished
        const descent::Objective objective(analysed("x^4-4*x^2+x"));
        for (const descent::Method& method : descent::methods()) {
            Settings settings{1e-7, most, 1e-300};
            settings.method = method;
            const auto run = descent::whole(objective, settings, 2).trajectory;
            const std::size_t kept = 3 + descent::memoryNames(method).size() +
                                     (std::holds_alternative<descent::Newton>(method) ? 1 : 0);
            QCOMPARE(run.row(1) - run.row(0), static_cast<std::ptrdiff_t>(kept));
            QCOMPARE(run.columns().size(), kept);
            for (const std::int64_t n : {0, 1, 2, 9, 400, 5'000, 45'000}) {
                if (n >= static_cast<std::int64_t>(run.size())) continue;
                descent::Descent followed(objective, settings, descent::Point(2));
                followed.watch(n, {}, [](auto) {});
                const descent::State expected = followed.state();
                const descent::State state = run.state(static_cast<std::size_t>(n));
                QVERIFY2(state.at == expected.at && state.numbers == expected.numbers,
                         descent::name(method).data());
                for (std::size_t i = 0; i < descent::memoryNames(method).size(); ++i)
                    QVERIFY2(state.memory[i] == expected.memory[i], descent::name(method).data());
            }
        }
    }

    void eightVariablesAreFollowed() {
        const std::vector<std::string> names = {"x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"};
        const auto analysis =
            formula::analyse("x1^2+2*x2^2+3*x3^2+4*x4^2+5*x5^2+6*x6^2+7*x7^2+8*(x8-1)^2", names);
        QVERIFY(analysis);
        const descent::Objective objective(*analysis);
        for (const descent::Method& method : descent::methods()) {
            Settings settings{descent::usualAlpha(method) / 2, 100'000, 1e-6};
            settings.method = method;
            const descent::Point start(std::array{1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0});
            const auto [run, outcome] = descent::whole(objective, settings, start);
            const descent::Step end = run.last();
            QCOMPARE(end.at.size(), std::size_t(8));
            const auto isNear = [&](double slack) {
                for (std::size_t i = 0; i < 8; ++i)
                    if (std::abs(end.at[i] - (i == 7 ? 1 : 0)) > slack) return false;
                return true;
            };
            // Others end swinging by about α, or beside the minimum by what their decay pulls.
            if (!settles(method)) {
                QVERIFY2(isNear(settings.alpha), descent::name(method).data());
                continue;
            }
            QVERIFY2(outcome == Outcome::Converged, descent::name(method).data());
            QVERIFY(isNear(1e-6));
            QVERIFY(descent::norm(end.gradient) < 1e-6);
        }
    }

    void anAscentInThePlaneTellsTheFunctionItself() {
        const auto analysis = formula::analyse("3-(x-1)^2-2*(y+2)^2", {"x", "y"});
        Settings settings{0.1, 1000, 1e-9, descent::Direction::Ascend};
        const descent::Objective objective(*analysis, settings.direction);
        const auto [run, outcome] =
            descent::whole(objective, settings, descent::Point(std::array{0.0, 0.0}));
        QCOMPARE(outcome, Outcome::Converged);
        QCOMPARE(run.value(0), -6.0);
        QCOMPARE(run[0].gradient, descent::Point(std::array{2.0, -8.0}));
        QVERIFY(std::abs(run.last().value - 3) < 1e-15);
    }

    void aRisingLearningRateIsWaitedFor() {
        // From here the slope is below the tolerance at once.
        Settings settings{0.1, 100, 1e-3};
        settings.schedule = descent::Warmup{20};
        const auto run = finished(analysed("x^2"), 1e-4, settings);
        QCOMPARE(run.outcome, Outcome::Converged);
        QCOMPARE(run.trajectory.size(), std::size_t(20));
        // The first steps are lost to rounding, and later ones are not.
        settings = {1, 100, 1e-300};
        settings.schedule = descent::Warmup{50};
        const auto slow = finished(analysed("1e-17*x"), 1, settings);
        QCOMPARE(slow.outcome, Outcome::Stalled);
        QCOMPARE(slow.trajectory.size(), std::size_t(50));
    }

    void aChangingLearningRateRepeatsNothing() {
        // With a constant α this swings between two places for ever.
        Settings settings{1, 1000, 1e-6};
        QCOMPARE(finished(analysed("x^2"), 1, settings).outcome, Outcome::MaxIterations);
        settings.schedule = descent::StepDecay{500, 0.5};
        const descent::Objective objective(analysed("x^2"));
        descent::Descent descent(objective, settings, 1);
        descent.advance(1000);
        QCOMPARE(descent.outcome(), std::optional(Outcome::Converged));
        QCOMPARE(descent.state().iteration, std::int64_t(501));
    }

    void everyStepOfBacktrackingLowersTheCost() {
        for (const char* function : {"x^4-4*x^2+x", "exp(x^2)", "abs(x)+x^2", "x*sin(x)"}) {
            Settings settings{10, 200, 1e-9};
            settings.method = descent::Backtracking();
            const auto run = finished(analysed(function), 2.3, settings).trajectory;
            QVERIFY(run.size() > 3);
            for (std::size_t n = 1; n < run.size(); ++n) QVERIFY(run.value(n) <= run.value(n - 1));
        }
    }

    void backtrackingEndsWhereTheSmallestNumbersRoundBackToThemselves() {
        for (const double shrink : {0.6, 0.8, 0.95}) {
            Settings settings{0.146, 200, 1e-6, descent::Direction::Ascend};
            settings.method = descent::Backtracking{1e-4, shrink};
            const descent::Objective objective(analysed("-4.69*abs(sin(x))"), settings.direction);
            const auto [run, outcome] = descent::whole(objective, settings, -1);
            QVERIFY(run.size() > 1);
            QVERIFY(outcome == Outcome::Stalled || outcome == Outcome::MaxIterations);
        }
    }

    void aSearchGivesUpWhenItIsStopped() {
        Settings settings{3, 200, 1e-6};
        settings.method = descent::Backtracking{1e-4, 0.9999999999};
        const descent::Objective objective(analysed("x^2"));
        descent::Descent descent(objective, settings, 1);
        std::stop_source stop;
        std::jthread later([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            stop.request_stop();
        });
        descent.advance(200, stop.get_token());
        QCOMPARE(descent.state().iteration, std::int64_t(0));
        QVERIFY(!descent.outcome());
    }

    void momentumThatCrossesAValleyHasNotConverged() {
        // At step 0 the slope is below the tolerance, and the velocity is not.
        Settings settings{0.1, 500, 1e-3};
        settings.method = descent::Momentum();
        const auto run = finished(analysed("x^2"), 4, settings);
        QCOMPARE(run.outcome, Outcome::Converged);
        const auto& trajectory = run.trajectory;
        bool crossed = false;
        for (std::size_t n = 0; n + 1 < trajectory.size(); ++n)
            crossed = crossed || std::abs(trajectory.slope(n)) < settings.tolerance;
        const double last = std::abs(trajectory.x(trajectory.size() - 1));
        QVERIFY2(last < 1e-3, qPrintable(QString::number(last)));
        settings.tolerance = 0.8;
        const auto coarse = finished(analysed("x^2"), 4, settings).trajectory;
        const std::size_t end = coarse.size() - 1;
        QVERIFY(std::abs(coarse.slope(end)) < 0.8);
        bool skipped = false;
        for (std::size_t n = 0; n < end; ++n) skipped = skipped || std::abs(coarse.slope(n)) < 0.8;
        QVERIFY2(skipped, "it crosses the floor and goes on");
    }

    void adamMaySlowlyStandStillOnlyWithItsCorrectionsUsedUp() {
        Settings settings{1e-3, 100, 1e-6};
        settings.method = descent::Adam();
        // On level ground the first steps are equal, and later ones are, too.
        const auto flat = finished(analysed("3"), 1, settings);
        QCOMPARE(flat.outcome, Outcome::Converged);
        settings.tolerance = 0;
        QCOMPARE(finished(analysed("3"), 1, settings).outcome, Outcome::MaxIterations);
        settings.maxIterations = 100'000;
        const auto late = finished(analysed("3"), 1, settings);
        QCOMPARE(late.outcome, Outcome::Stalled);
        QVERIFY(late.trajectory.size() > 30'000);
    }

    /// Parts of almost 1, whose corrections divide by almost 0: six steps, computed with 60 digits.
    void correctionsKeepTheirDigits_data() {
        QTest::addColumn<double>("x");
        QTest::newRow("adam") << 27.0000267436696330175;
        QTest::newRow("adamw") << 26.1484706537924087981;
        QTest::newRow("amsgrad") << 27.0000267436696330175;
        QTest::newRow("adamax") << 27.0143911639077170117;
        QTest::newRow("nadam") << 28.1081184053372062431;
        QTest::newRow("radam") << 26.7658148366175722726;
    }
    void correctionsKeepTheirDigits() {
        QFETCH(double, x);
        Settings settings{0.5, 6, 1e-300};
        settings.method = *descent::methodNamed(QTest::currentDataTag());
        settings.method = descent::with(settings.method, "beta1", 0.99999);
        settings.method = descent::with(settings.method, "beta2", 0.999999);
        const auto run = finished(analysed("x+x^2/200"), 30, settings).trajectory;
        QVERIFY2(std::abs(run.x(6) - x) <= 1e-12 * x,
                 qPrintable(QString::number(run.x(6), 'g', 17)));
    }

    void radamDividesFromTheStepOnThatItShould() {
        Settings settings{0.5, 7, 1e-300};
        settings.method = descent::with(descent::RAdam(), "beta2", 0.9999999);
        const auto run = finished(analysed("abs(x)"), 30, settings).trajectory;
        QCOMPARE(run.x(5), 27.5);
        QVERIFY(std::abs(run.x(7) - 27.49970724075659478) < 1e-7);
    }

    void theApproachFollowsTheProduct_data() {
        QTest::addColumn<double>("product");
        QTest::addColumn<int>("approach");
        const auto row = [](double product, descent::Approach approach) {
            QTest::addRow("%g", product) << product << static_cast<int>(approach);
        };
        row(1e-12, descent::Approach::Creeps);
        row(0.0999, descent::Approach::Creeps);
        row(0.1, descent::Approach::Leaps);
        row(1, descent::Approach::Leaps);
        row(1.001, descent::Approach::Swings);
        row(2, descent::Approach::Swings);
        row(2.001, descent::Approach::CannotStay);
        row(1e12, descent::Approach::CannotStay);
    }
    void theApproachFollowsTheProduct() {
        QFETCH(double, product);
        QFETCH(int, approach);
        const auto response = descent::gradientResponse(product, 1);
        QCOMPARE(static_cast<int>(response.approach), approach);
        QCOMPARE(response.sharpness, product);
    }

    void runsCreepUpToTheAlphaThatIsTold() {
        constexpr double curvature = 3;
        for (const double beta : {0.0, 0.3, 0.7, 0.9}) {
            const auto approachAt = [&](double alpha) {
                return descent::momentumResponse(alpha, beta, curvature).approach;
            };
            const double end = descent::momentumResponse(1, beta, curvature).creeping;
            QCOMPARE(approachAt(0.999 * end), descent::Approach::Creeps);
            QVERIFY(approachAt(1.001 * end) != descent::Approach::Creeps);
        }
        QCOMPARE(descent::gradientResponse(1, curvature).creeping, 0.1 / curvature);
    }

    void theoryForetellsTheRate_data() {
        QTest::addColumn<double>("beta");
        QTest::addColumn<double>("product");
        for (const double beta : {0.0, 0.3, 0.9}) {
            for (const double part : {0.01, 0.04, 0.3, 0.7, 0.97, 1.03}) {
                QTest::addRow("beta %g, %g of the limit", beta, part)
                    << beta << part * 2 * (1 + beta);
            }
        }
    }
    void theoryForetellsTheRate() {
        QFETCH(double, beta);
        QFETCH(double, product);
        constexpr double curvature = 3;
        const descent::Method method = descent::Momentum{beta};
        const double alpha = product / curvature;
        const auto theory = descent::response(method, alpha, curvature);
        QVERIFY(theory);
        const double early = distanceAfter(300, method, alpha, curvature);
        const double late = distanceAfter(600, method, alpha, curvature);
        if (late > 1e-290 && late < 1e12) {
            const double rate = std::pow(late / early, 1.0 / 300);
            QVERIFY2(std::abs(rate - std::abs(theory->factor)) < 0.02,
                     qPrintable(QStringLiteral("%1, told %2").arg(rate).arg(theory->factor)));
        }
        QCOMPARE(theory->approach == descent::Approach::CannotStay, alpha > theory->limit);
        if (beta == 0) {
            const auto plain = descent::response(descent::Gradient(), alpha, curvature);
            QVERIFY(std::abs(plain->factor - theory->factor) < 1e-12);
            QCOMPARE(plain->limit, theory->limit);
            QCOMPARE(plain->approach, theory->approach);
        }
        QVERIFY(theory->bestLow <= theory->bestHigh);
        for (const double best : {theory->bestLow, theory->bestHigh}) {
            const auto there = descent::response(method, best, curvature);
            QVERIFY(std::abs(there->factor) <= std::abs(theory->factor) + 1e-6);
        }
    }

    void theoryForetellsNesterov() {
        constexpr double curvature = 3;
        for (const double beta : {0.0, 0.3, 0.9}) {
            const descent::Method method = descent::Nesterov{beta};
            const double limit = descent::nesterovResponse(1, beta, curvature).limit;
            QVERIFY(limit <= descent::gradientResponse(1, curvature).limit);
            for (const double part : {0.02, 0.1, 0.3, 0.7, 0.97, 1.03}) {
                const double alpha = part * limit;
                const auto theory = descent::response(method, alpha, curvature);
                QCOMPARE(theory->approach == descent::Approach::CannotStay, part > 1);
                const double early = distanceAfter(300, method, alpha, curvature);
                const double late = distanceAfter(600, method, alpha, curvature);
                if (!(late > 1e-290 && late < 1e12)) continue;
                const double rate = std::pow(late / early, 1.0 / 300);
                QVERIFY2(std::abs(rate - std::abs(theory->factor)) < 0.02,
                         qPrintable(QStringLiteral("%1, told %2").arg(rate).arg(theory->factor)));
            }
            const double best = descent::nesterovResponse(1, beta, curvature).bestLow;
            QCOMPARE(descent::response(method, best, curvature)->factor, 0.0);
        }
    }

    /// These are the same with every compiler and on every computer.
    void noiseIsOfSeedIterationAndCoordinateAlone() {
        QCOMPARE(descent::gaussian(1, 0, 0), -1.2387013947663639);
        QCOMPARE(descent::gaussian(1, 1, 0), 1.8408581665708457);
        QCOMPARE(descent::gaussian(1, 0, 1), -0.15552582631703407);
        QCOMPARE(descent::gaussian(2, 0, 0), -0.94143805206156572);
        QCOMPARE(descent::gaussian(9'007'199'254'740'991, 1'000'000, 7), 0.36666516631927476);
    }

    void noiseIsGaussian() {
        constexpr int count = 100'000;
        double sum = 0;
        double squares = 0;
        int within = 0;
        for (int i = 0; i < count; ++i) {
            const double number = descent::gaussian(7, i, 0);
            sum += number;
            squares += number * number;
            within += std::abs(number) < 1;
        }
        QVERIFY(std::abs(sum / count) < 0.015);
        QVERIFY(std::abs(squares / count - 1) < 0.02);
        QVERIFY(std::abs(within / double(count) - 0.682689) < 0.007);
    }

    void noiseIsOnTheStepAndNotOnWhatIsTold() {
        Settings settings{0.1, 50, 1e-6};
        settings.noise = {0.5, 3};
        const auto run = finished(analysed("x^2"), 4, settings).trajectory;
        QCOMPARE(run.size(), std::size_t(51));
        for (std::size_t n = 0; n + 1 < run.size(); ++n) {
            QCOMPARE(run.slope(n), 2 * run.x(n));
            const double noise = 0.5 * descent::gaussian(3, static_cast<std::int64_t>(n), 0);
            QCOMPARE(run.x(n + 1), run.x(n) - 0.1 * (2 * run.x(n) + noise));
        }
    }

    void adaptiveMethodsHaveNoTheory() {
        QVERIFY(!descent::response(descent::Adam(), 0.1, 1));
        QVERIFY(!descent::response(descent::Backtracking(), 0.1, 1));
    }
};

QTEST_APPLESS_MAIN(TestMethods)
#include "tst_methods.moc"
