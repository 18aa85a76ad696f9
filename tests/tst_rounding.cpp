// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "formula/rounding.h"
#include "runs.h"

/// What rounding may do to a value, against the same value in more digits.
class TestRounding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boundsTheErrorAndLittleMore_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("exact");
        QTest::addColumn<double>("most");  // how large the bound may be
        const auto row = [](const char* function, double x, double exact, double most) {
            QTest::addRow("%s at %g", function, x)
                << QString::fromLatin1(function) << x << exact << most;
        };
        // The exact values at the doubles nearest to these x, from 50-digit arithmetic.
        row("x^2", 3, 9, 4e-15);
        row("x^2-4*x+4", 2 + 0x1p-20, 0x1p-40, 1e-14);
        row("x^2-4*x+4", 2 + 0x1p-30, 0x1p-60, 1e-14);
        row("(1-cos(x))/x^2", 0x1p-13, 0.49999999937911827, 2e-8);
        row("exp(x)-1-x", 0x1p-20, 4.5474749544678825e-13, 2e-15);
        row("(x+1e16)-1e16", 1.5, 1.5, 10);
    }
    void boundsTheErrorAndLittleMore() {
        QFETCH(QString, function);
        QFETCH(double, x);
        QFETCH(double, exact);
        QFETCH(double, most);
        const descent::Objective objective(analysed(function.toStdString()));
        const double error = objective.valueError(x);
        QVERIFY(std::abs(objective.value(x) - exact) <= error);
        QVERIFY2(error <= most, qPrintable(QString::number(error)));
    }

    void countsHowFarFMovesWithinTheReach() {
        const descent::Objective sine(analysed("sin(x)"));
        QVERIFY(std::abs(sine.valueError(0, 1e-3) - 1e-3) < 1e-8);
        const descent::Objective steps(analysed("floor(x)"));
        QCOMPARE(steps.valueError(2.5, 0.25) < 1e-12, true);
        QVERIFY(steps.valueError(2.9, 0.25) >= 1);
        const descent::Objective choice(analysed("x<1?5:7"));
        QVERIFY(choice.valueError(0.5, 0.25) < 1e-12);
        QVERIFY(choice.valueError(0.9, 0.25) >= 2);
    }

    void seesAtAGlanceWhatIsContinuous() {
        for (const char* function : {"x^4-4*x^2+x", "sin(50*x)/3", "abs(x)+max(x,2)", "-x^0",
                                     "0.1*x^2-0.6*exp(-8*(x-2)^2)", "tanh(erf(x))"})
            QVERIFY2(descent::Objective(analysed(function)).isContinuous(), function);
        for (const char* function : {"1/x", "x/0", "x^-1", "x^0.5", "x^x", "floor(x)", "sign(x)",
                                     "sqrt(x)", "ln(x)", "tan(x)", "asin(x)", "x<1?2:3", "x==1"})
            QVERIFY2(!descent::Objective(analysed(function)).isContinuous(), function);
    }

    void knowsNothingWhereThereIsNoValue() {
        const descent::Objective root(analysed("sqrt(x)"));
        QVERIFY(!(root.valueError(-1, 0.1) < 1e300));
        QVERIFY(root.valueError(0, 1e-16) >= 1e-8);
    }
};

QTEST_APPLESS_MAIN(TestRounding)
#include "tst_rounding.moc"
