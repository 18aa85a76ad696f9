// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "core/fitting.h"
#include "runs.h"

using core::Objective;
using core::Range;

Q_DECLARE_METATYPE(core::Range)

namespace {

Objective objective(const QString& text) {
    return Objective(analysed(text.toStdString()));
}

QByteArray shown(Range range) {
    return QStringLiteral("%1:%2").arg(range.low).arg(range.high).toUtf8();
}

bool holds(Range range, double low, double high) {
    return range.contains(low) && range.contains(high);
}

}  // namespace

class TestFitting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsTheValuesOfATameFunctionWhole_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<Range>("x");
        QTest::addColumn<Range>("values");
        const auto row = [](const char* function, Range x, Range values) {
            QTest::newRow(function) << function << x << values;
        };
        row("x^2", {-5, 5}, {0, 25});
        row("sin(x)", {-10, 10}, {-1, 1});
        row("exp(x)-2*x", {-36, 7}, {0.61370564, 1082.6332});
        row("abs(x)", {-3, 3}, {0, 3});
        row("ln(x)", {1, 5}, {0, 1.6094379});
        row("1e-9*sin(x)", {-5, 5}, {-1e-9, 1e-9});
    }
    void fitsTheValuesOfATameFunctionWhole() {
        QFETCH(QString, function);
        QFETCH(Range, x);
        QFETCH(Range, values);
        const Range fitted = core::fittingValues(objective(function), x);
        const double inaccuracy = 1e-3 * values.width();
        QVERIFY(fitted.low <= values.low + inaccuracy && fitted.high >= values.high - inaccuracy);
        QVERIFY(fitted.width() < 1.25 * values.width());
    }

    void showsTheMiddleOfAFunctionWithPoles_data() {
        QTest::addColumn<QString>("function");
        for (const char* function :
             {"1/x", "1/x^2", "tan(x)", "-1/(x-1)^2", "1/(x-0.1)", "1/(0.1-x)"}) {
            QTest::newRow(function) << function;
        }
    }
    void showsTheMiddleOfAFunctionWithPoles() {
        QFETCH(QString, function);
        const Range fitted = core::fittingValues(objective(function), {-5, 5});
        QVERIFY(fitted.valid());
        QVERIFY2(fitted.width() > 0.5 && fitted.width() < 100,
                 qPrintable(QString::number(fitted.width())));
    }

    void centresConstantsAndSurvivesTheUndefined() {
        QCOMPARE(core::fittingValues(objective(QStringLiteral("3")), {-5, 5}), (Range{2, 4}));
        for (const char* function : {"sqrt(-1-x^2)", "1/0"}) {
            const Range fitted =
                core::fittingValues(objective(QString::fromUtf8(function)), {-5, 5});
            QCOMPARE(fitted, (Range{-1, 1}));
        }
        const Range large = core::fittingValues(objective(QStringLiteral("1e17")), {-5, 5});
        QVERIFY(large.contains(1e17) && large.valid() && large.width() > 1e6);
    }

    void fewIntervalsFitATameFunctionToo() {
        const Objective f = objective(QStringLiteral("x^4-4*x^2+x"));
        const Range fine = core::fittingValues(f, {-3, 3});
        const Range coarse = core::fittingValues(f, {-3, 3}, 50);
        QVERIFY(std::abs(coarse.low - fine.low) < 0.02 * fine.width());
        QVERIFY(std::abs(coarse.high - fine.high) < 0.02 * fine.width());
    }

    void fitsTheWholeRunAndItsValley_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char* function, double start, double alpha, double low,
                            double high) {
            QTest::addRow("%s from %g, %g", function, start, alpha)
                << QString::fromUtf8(function) << start << alpha << low << high;
        };
        row("x^2", 4, 0.1, -4, 4);
        row("x^2", 0, 0.1, -2, 2);
        row("(x-50)^2", 0, 0.02, 0, 100);
        row("(x-1000)^2", 0, 0.02, 0, 2000);
        row("(x-1e6)^2", 0, 0.02, 0, 2e6);
        row("x^2-200*x+10000", 0, 0.02, 0, 200);
        row("exp(x)-2*x", 6, 0.1, -34, 6);
        row("abs(x-30)", 1, 0.2, 1, 30);
        // Nothing but the start to go by: what lies about 0.
        row("-exp(-x^2)", 30, 0.1, -30, 30);
        row("ln(x)", -1, 0.1, -2, 1);
        // It creeps: 2 % of the way, 0.04 %.
        row("x^2-200*x+10000", 0, 0.00005, 0, 200);
        row("(x-1e6)^2", 0, 1e-6, 0, 2e6);
        // It runs down for ever, evenly.
        row("x", 1, 0.1, -19, 1);
    }
    void fitsTheWholeRunAndItsValley() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(double, low);
        QFETCH(double, high);
        const core::Settings settings{alpha, 200};
        const Objective f = objective(function);
        const FinishedRun run = finished(analysed(function.toStdString()), start, settings);
        const Range fitted = core::fittingRange(f, settings, run.trajectory, {start, 0});
        QVERIFY2(holds(fitted, low + 0.01, high - 0.01), shown(fitted));
        QVERIFY2(fitted.width() < 1.5 * (high - low) + 1, shown(fitted));
        QCOMPARE(core::fittingRange(f, settings, {start, 0}), fitted);
        const Range extent = core::extentOfRun(f, settings, run.trajectory, {start, 0});
        QVERIFY2(extent.contains(start) && holds(fitted, extent.low, extent.high), shown(extent));
    }

    void ascentsAreFittedToo() {
        core::Settings settings{0.02, 200};
        settings.direction = core::Direction::Ascend;
        const Range fitted =
            core::fittingRange(objective(QStringLiteral("-(x-50)^2")), settings, {0, 0});
        QVERIFY2(holds(fitted, 0, 99.9) && fitted.width() < 150, shown(fitted));
    }

    void aSmallRunIsNotLost() {
        const Range fitted =
            core::fittingRange(objective(QStringLiteral("x^2")), {0.1, 200}, {0.01, 0});
        QVERIFY2(holds(fitted, -0.01, 0.01) && fitted.width() < 0.5, shown(fitted));
    }

    void aDivergingRunShowsWhatItLeaptOffFrom_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<std::int64_t>("most");
        QTest::addColumn<double>("extremum");
        QTest::newRow("parabola") << "(x-50)^2" << 0.0 << 1.1 << std::int64_t{1000} << 50.0;
        QTest::newRow("cut off") << "(x-50)^2" << 0.0 << 1.5 << std::int64_t{20} << 50.0;
        QTest::newRow("one leap") << "x^4-3*x^3+2" << 6.0 << 0.05 << std::int64_t{200} << 2.25;
        QTest::newRow("of three") << "x^4-4*x^2+x" << 2.0 << 0.3 << std::int64_t{200} << 1.347;
    }
    void aDivergingRunShowsWhatItLeaptOffFrom() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(std::int64_t, most);
        QFETCH(double, extremum);
        const core::Settings settings{alpha, most};
        const FinishedRun run = finished(analysed(function.toStdString()), start, settings);
        const Range fitted =
            core::fittingRange(objective(function), settings, run.trajectory, {start, 0});
        QVERIFY2(fitted.contains(start) && fitted.contains(extremum) &&
                     fitted.contains(run.trajectory[1].at.x),
                 shown(fitted));
        QVERIFY2(fitted.width() < 12 * std::abs(start - extremum), shown(fitted));
    }

    void fitsAValidRangeToAnyStart() {
        for (const double start : {0.0, 1e-300, -1e12, 1e12}) {
            for (const char* function : {"x^2", "sin(x)", "1/x", "1/0", "exp(x)"}) {
                const Objective f = objective(QString::fromUtf8(function));
                QVERIFY(core::fittingRange(f, {10, 1'000'000}, {start, 0}).valid());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFitting)
#include "tst_fitting.moc"
