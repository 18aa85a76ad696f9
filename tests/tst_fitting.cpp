// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "insight/fitting.h"
#include "runs.h"

using descent::Objective;
using insight::Range;

Q_DECLARE_METATYPE(insight::Range)

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
        const Range fitted = insight::fittingValues(objective(function), x);
        const double inaccuracy = 1e-3 * values.width();
        QVERIFY(fitted.low <= values.low + inaccuracy && fitted.high >= values.high - inaccuracy);
        QVERIFY(fitted.width() < 1.25 * values.width());
    }

    void aWallAtTheEndOfTheCurveLeavesTheRestInSight_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<Range>("x");
        const auto row = [](const char* function, Range x) {
            QTest::newRow(function) << QString::fromLatin1(function) << x;
        };
        row("x^x^x", {-5, 5});
        row("-x^x^x", {-5, 5});
        row("-exp(exp(x))", {-5, 6});
        row("sinh(sinh(x))", {-6, 6});
    }
    void aWallAtTheEndOfTheCurveLeavesTheRestInSight() {
        QFETCH(QString, function);
        QFETCH(Range, x);
        const auto f = objective(function);
        const Range fitted = insight::fittingValues(f, x);
        int seen = 0;
        for (int i = 0; i <= 1000; ++i) {
            const double value = f.value(x.low + x.width() * i / 1000);
            const double height = (value - fitted.low) / fitted.width();
            const double floor = (f.value(1e-3) - fitted.low) / fitted.width();
            seen += height > 0 && height < 1 && std::abs(height - floor) > 0.008;
        }
        QVERIFY2(seen >= 20, qPrintable(QString::number(seen)));
    }

    void aPeakIsNoWall() {
        const Range fitted =
            insight::fittingValues(objective(QStringLiteral("exp(-(20*(x-1))^2)")), {-5, 5});
        QVERIFY(fitted.high > 0.95);
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
        const Range fitted = insight::fittingValues(objective(function), {-5, 5});
        QVERIFY(fitted.valid());
        QVERIFY2(fitted.width() > 0.5 && fitted.width() < 100,
                 qPrintable(QString::number(fitted.width())));
    }

    void centresConstantsAndSurvivesTheUndefined() {
        QCOMPARE(insight::fittingValues(objective(QStringLiteral("3")), {-5, 5}), (Range{2, 4}));
        for (const char* function : {"sqrt(-1-x^2)", "1/0"}) {
            const Range fitted =
                insight::fittingValues(objective(QString::fromUtf8(function)), {-5, 5});
            QCOMPARE(fitted, (Range{-1, 1}));
        }
        const Range large = insight::fittingValues(objective(QStringLiteral("1e17")), {-5, 5});
        QVERIFY(large.contains(1e17) && large.valid() && large.width() > 1e6);
    }

    void fewIntervalsFitATameFunctionToo() {
        const Objective f = objective(QStringLiteral("x^4-4*x^2+x"));
        const Range fine = insight::fittingValues(f, {-3, 3});
        const Range coarse = insight::fittingValues(f, {-3, 3}, 50);
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
        const descent::Settings settings{alpha, 200};
        const Objective f = objective(function);
        const FinishedRun run = finished(analysed(function.toStdString()), start, settings);
        const Range fitted = insight::fittingRange(f, settings, run.trajectory, start);
        QVERIFY2(holds(fitted, low + 0.01, high - 0.01), shown(fitted));
        QVERIFY2(fitted.width() < 1.5 * (high - low) + 1, shown(fitted));
        QCOMPARE(insight::fittingRange(f, settings, start), fitted);
        const Range extent = insight::extentOfRun(f, settings, run.trajectory, start);
        QVERIFY2(extent.contains(start) && holds(fitted, extent.low, extent.high), shown(extent));
    }

    void ascentsAreFittedToo() {
        descent::Settings settings{0.02, 200};
        settings.direction = descent::Direction::Ascend;
        const Objective hill(analysed("-(x-50)^2"), settings.direction);
        const Range fitted = insight::fittingRange(hill, settings, 0);
        QVERIFY2(holds(fitted, 0, 99.9) && fitted.width() < 150, shown(fitted));
    }

    /// Where a run stays within rounding there is no run to fit.
    void aStartAtAMinimumShowsTheCurve() {
        for (const double start : {2.0, 2.0000001}) {
            const auto run = finished(analysed("(x-2)^2"), start, {0.1, 200}).trajectory;
            const Range values =
                insight::fittingValues(objective(QStringLiteral("(x-2)^2")), {-0.3, 4.3}, run);
            QVERIFY2(holds(values, 0, 2), shown(values));
        }
    }

    void aSmallRunIsNotLost() {
        const Range fitted =
            insight::fittingRange(objective(QStringLiteral("x^2")), {0.1, 200}, 0.01);
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
        const descent::Settings settings{alpha, most};
        const FinishedRun run = finished(analysed(function.toStdString()), start, settings);
        const Range fitted =
            insight::fittingRange(objective(function), settings, run.trajectory, start);
        QVERIFY2(fitted.contains(start) && fitted.contains(extremum) &&
                     fitted.contains(run.trajectory[1].at[0]),
                 shown(fitted));
        QVERIFY2(fitted.width() < 12 * std::abs(start - extremum), shown(fitted));
    }

    void aHugeFirstLeapShowsTheWholeValley_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("extremum");
        QTest::newRow("quartic") << "x^4" << 3.0 << 0.5 << 0.0;
        QTest::newRow("exponential") << "exp(x^2)" << 2.0 << 0.1 << 0.0;
        QTest::newRow("from the left") << "(x-1)^6" << -2.0 << 0.2 << 1.0;
    }
    void aHugeFirstLeapShowsTheWholeValley() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(double, extremum);
        const Shown shown = show(function, start, alpha);
        const double other = 2 * extremum - start;
        QVERIFY2(holds(shown.x, std::min(start, other) + 0.01, std::max(start, other) - 0.01),
                 ::shown(shown.x));
        QVERIFY2(shown.x.width() < 2 * std::abs(other - start), ::shown(shown.x));
        const Objective f = objective(function);
        const double high = f.value(start);
        QVERIFY2(holds(shown.values, f.value(extremum), high) && shown.values.high < 3 * high,
                 ::shown(shown.values));
    }

    void showsTheMinimaThatExplainARun_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char* function, double start, double alpha, double low,
                            double high) {
            QTest::newRow(function) << QString::fromUtf8(function) << start << alpha << low << high;
        };
        row("x^4-3*x^2+x+cos(7x)/3", 1.042, 0.0123, -1.32479, 1.25563);
        row("x^4/4-x^2+x/3", 2, 0.02, -1.4921, 2);
        row("(x^2-1)^2+x/10", 1.2, 0.01, -1.0121, 1.2);
        row("1000*((x/1000)^4-(x/1000)^2+x/10000)", 800, 20, -735, 800);
        row("sin(x)+x/10", 3, 0.1, -1.6710, 4.6122);
        row("x*sin(x)", 10, 0.01, 10, 17.3364);
        row("sin(x)*exp(-x/5)", 2, 0.3, -1.76819, 4.51499);
    }
    void showsTheMinimaThatExplainARun() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(double, low);
        QFETCH(double, high);
        const Shown shown = show(function, start, alpha);
        QVERIFY2(holds(shown.x, low, high), ::shown(shown.x));
        QVERIFY2(shown.x.width() < 4 * (high - low), ::shown(shown.x));
        const Objective f = objective(function);
        QVERIFY(holds(shown.values, f.value(low), f.value(high)));
    }

    void aRunAndItsValleyFillThePicture_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        const auto row = [](const char* function, double start, double alpha) {
            QTest::addRow("%s from %g", function, start)
                << QString::fromUtf8(function) << start << alpha;
        };
        row("exp(50*x)+exp(-x)", -3, 0.02);
        row("exp(50*x)+exp(-x)", -3, 0.1);
        row("1/x+x/1e6", 1, 10);
        row("ln(1+(x/1e-6)^2)", 1e-5, 1e-6);
        row("ln(1+(x/1e-6)^2)", 1e-5, 0.02);
        row("x^2", 0.1, 0.1);
        row("x^2", 1e-5, 0.1);
        row("x^20", 1.1, 0.001);
        row("cosh(x)", 8, 1e-4);
        row("x^6-x^2", 1.5, 0.01);
        row("x^2-x", 0, 0.1);
        row("x^2+1e6", 3, 0.1);
        row("1e6*(x-3)^2", 3.001, 1e-7);
        row("exp(x^2)", 2, 0.001);
        row("x*ln(x)", 3, 0.1);
        row("x+1/x^2", 0.5, 0.01);
        row("-ln(x)+x", 0.01, 0.001);
        row("abs(x)", 3, 0.3);
        row("sqrt(1+x^2)", 5, 0.5);
        row("exp(x)-2*x", 6, 0.1);
        row("x^4/1000-x", -20, 0.1);
        row("(x-1)^2*(x+2)^2", 1.8, 0.01);
    }
    void aRunAndItsValleyFillThePicture() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        const Shown shown = show(function, start, alpha);
        Range x{start, start};
        const double first = shown.run[0].value;
        Range values{first, first};
        for (std::size_t n = 0; n < shown.run.size(); ++n) {
            const descent::Step step = shown.run[n];
            x = insight::widened(x, step.at[0]);
            values = insight::widened(values, step.value);
        }
        QVERIFY2(holds(shown.x, x.low, x.high), ::shown(shown.x));
        QVERIFY2(holds(shown.values, values.low, values.high), ::shown(shown.values));
        QVERIFY2(shown.x.width() < 10 * x.width(), ::shown(shown.x));
        QVERIFY2(shown.values.width() < 4 * values.width(), ::shown(shown.values));
    }

    void aRunThatGetsAwayShowsTheValleysThatItCrossedFirst() {
        const Shown shown = show(QStringLiteral("x^4-3*x^2+x"), 1.5, 0.3);
        QVERIFY2(holds(shown.x, -1.8643, 1.5), ::shown(shown.x));
        QVERIFY2(shown.x.width() < 12, ::shown(shown.x));
    }

    void aValleyWithAGapIsOneToo() {
        const QString function = QStringLiteral("x/tanh(x)");
        descent::Settings settings;
        settings.alpha = 1e-4;
        const FinishedRun run = finished(analysed(function.toStdString()), 2, settings);
        const Range values = insight::fittingValues(objective(function), {-3, 3}, run.trajectory);
        QVERIFY2(holds(values, 1, 2.08) && values.width() < 3, shown(values));
    }

    void steepWallsLeaveAPictureThatIsTooWide() {
        const QString function = QStringLiteral("x^4/4-x^2+x/3");
        const FinishedRun run = finished(analysed(function.toStdString()), 2, descent::Settings());
        for (const Range x : {Range{-8.8, 3.2}, Range{-5, 5}}) {
            const Range values = insight::fittingValues(objective(function), x, run.trajectory);
            QVERIFY2(holds(values, -1.25, 0.67) && values.width() < 6, shown(values));
        }
        // One that is little higher than the run is shown whole.
        const FinishedRun parabola = finished(analysed("x^2"), 4, descent::Settings());
        const Range whole =
            insight::fittingValues(objective(QStringLiteral("x^2")), {-5, 5}, parabola.trajectory);
        QVERIFY2(holds(whole, 0, 25), shown(whole));
    }

    void aLeapFarUpDoesNotFlattenTheValley() {
        const Shown shown = show(QStringLiteral("x^4-3*x^3+2"), 6, 0.05);
        QVERIFY2(holds(shown.values, -6.5, 650) && shown.values.width() < 2e4,
                 ::shown(shown.values));
    }

    void theBottomOfANarrowWellIsAmongTheValues() {
        const Objective f = objective(QStringLiteral("x^2/100-exp(-(1000*(x-1))^2)"));
        for (const double half : {2.3, 2.6, 3.1, 4.4, 5.0}) {
            const Range values = insight::fittingValues(f, {-half, half}, 4000);
            QVERIFY2(values.low < -0.99 && values.low > -1.3, shown(values));
        }
    }

    void valuesTooLargeForAnAxisAreLeftOut() {
        const Shown shown = show(QStringLiteral("1e300*x^2"), 2, 0.02);
        QVERIFY2(shown.values.valid() && shown.values.high < 1e250, ::shown(shown.values));
    }

    void fitsAValidRangeToAnyStart() {
        for (const double start : {0.0, 1e-300, -1e12, 1e12}) {
            for (const char* function : {"x^2", "sin(x)", "1/x", "1/0", "exp(x)"}) {
                const Objective f = objective(QString::fromUtf8(function));
                QVERIFY(insight::fittingRange(f, {10, 1'000'000}, start).valid());
            }
        }
    }

    void runnersThatGetFarDoNotMakeTheOthersSpecks() {
        const std::vector<Range> apart{{1, 2}, {-900, 1000}, {-1, 2}};
        QCOMPARE(insight::together(apart, {2, 2, 2}, 0), (Range{-1, 2}));
        QCOMPARE(insight::together(apart, {2, 2, 2}, 1), (Range{-900, 1000}));
        QCOMPARE(insight::together({{1, 2}, {-300, 501}}, {2, 20}, 0), (Range{1, 20}));
        QCOMPARE(insight::together({{2, 2}, {-300, 501}}, {2, 2}, 0), (Range{-300, 501}));
    }

private:
    struct Shown {
        descent::Trajectory run;
        Range x;
        Range values;
    };
    static Shown show(const QString& function, double start, double alpha) {
        const descent::Settings settings{alpha, 200};
        const Objective f = objective(function);
        const descent::Trajectory run =
            finished(analysed(function.toStdString()), start, settings).trajectory;
        const Range x = insight::fittingRange(f, settings, run, start);
        return {run, x, insight::fittingValues(f, x, run, 4000)};
    }
};

QTEST_GUILESS_MAIN(TestFitting)
#include "tst_fitting.moc"
