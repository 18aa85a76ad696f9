// SPDX-License-Identifier: GPL-3.0-or-later
//
// Methods against PyTorch, against their own definitions, and against themselves in another driver.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>

#include "descent/lanes.h"
#include "runs.h"

using descent::Outcome;
using descent::Settings;

namespace {

/// The rows of the reference with one variable and a steady learning rate.
QJsonArray references() {
    QFile file(QStringLiteral(TEST_DATA "/methods.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no references");
    QJsonArray rows;
    for (const QJsonValue& row : QJsonDocument::fromJson(file.readAll()).array()) {
        const bool plain = row[QStringLiteral("schedule")].isUndefined();
        if (plain && row[QStringLiteral("start")].toArray().size() == 1) rows.append(row);
    }
    return rows;
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

/// Evaluates one place after the other.
class OneByOne {
public:
    using Place = descent::Coordinates<1>;

    explicit OneByOne(const descent::Objective& objective) : m_objective(objective) {}
    std::vector<double> values(const std::vector<Place>& places) const {
        std::vector<double> all;
        for (const Place& place : places) all.push_back(m_objective.value(place));
        return all;
    }
    std::vector<Place> gradients(const std::vector<Place>& places) const {
        std::vector<Place> all;
        for (const Place& place : places) all.push_back(m_objective.gradient(place));
        return all;
    }

private:
    const descent::Objective& m_objective;
};

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
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
        const auto analysis = analysed(row[QStringLiteral("function")].toString().toStdString());
        const auto run = descent::whole(descent::Objective(analysis), settings,
                                        row[QStringLiteral("start")][0].toDouble())
                             .trajectory;
        const QJsonObject points = row[QStringLiteral("points")].toObject();
        QVERIFY(!points.isEmpty());
        for (auto it = points.begin(); it != points.end(); ++it) {
            const auto n = std::min<std::size_t>(it.key().toULong(), run.size() - 1);
            const double expected = it->toArray()[0].toDouble();
            const double slack = 1e-9 * std::max(1.0, std::abs(expected));
            QVERIFY2(std::abs(run.x(n) - expected) <= slack,
                     qPrintable(QStringLiteral("step %1: %2, not %3")
                                    .arg(it.key())
                                    .arg(run.x(n), 0, 'g', 17)
                                    .arg(expected, 0, 'g', 17)));
        }
    }

    void manyAtOnceTakeTheSameSteps_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"x^4-4*x^2+x", "x*sin(x)", "ln(x)", "abs(x)", "sqrt(x)-x/3",
                                     "1/x", "exp(x)-3*x", "-x^2"})
            QTest::newRow(function) << function;
    }
    void manyAtOnceTakeTheSameSteps() {
        QFETCH(QString, function);
        const descent::Objective objective(analysed(function.toStdString()));
        std::vector<descent::Coordinates<1>> starts;
        for (int i = -20; i <= 20; ++i) starts.emplace_back(0.23 * i);
        for (const descent::Method& method : descent::methods()) {
            for (const double alpha : {0.02, 0.6}) {
                Settings settings{alpha, 200, 1e-6};
                settings.method = method;
                std::visit([&](const auto& rule) { compare(objective, settings, rule, starts); },
                           method);
            }
        }
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

    void adaptiveMethodsHaveNoTheory() {
        QVERIFY(!descent::response(descent::Adam(), 0.1, 1));
        QVERIFY(!descent::response(descent::Backtracking(), 0.1, 1));
    }

private:
    template <typename Rule>
    static void compare(const descent::Objective& objective, const Settings& settings,
                        const Rule& rule, const std::vector<descent::Coordinates<1>>& starts) {
        descent::Lanes<1, Rule, OneByOne> lanes(settings, rule, OneByOne(objective), starts);
        while (lanes.step()) {
        }
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const auto [run, outcome] = descent::whole(objective, settings, starts[i][0]);
            QCOMPARE(lanes.outcome(i), std::optional(outcome));
            QCOMPARE(lanes.iteration(i), static_cast<std::int64_t>(run.size()) - 1);
            const descent::State end = run.state(run.size() - 1);
            QVERIFY(same(lanes.at(i).at[0], end.at[0]));
            QVERIFY(same(lanes.at(i).value, end.value));
            QVERIFY(same(lanes.at(i).gradient[0], end.gradient[0]));
            for (std::size_t j = 0; j < Rule::vectors; ++j)
                QVERIFY(same(lanes.at(i).memory[j][0], end.memory[j][0]));
        }
    }
};

QTEST_APPLESS_MAIN(TestMethods)
#include "tst_methods.moc"
