// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <thread>

#include "descent/objective.h"
#include "functions.h"

class TestFunction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isATextWithItsDerivatives() {
        const auto function = session::Function::from(QStringLiteral("x³ − x"));
        QVERIFY(function);
        QCOMPARE(function->text(), QStringLiteral("x³ − x"));
        const descent::Objective objective(function->analysis());
        QCOMPARE(objective.value(2), 6.0);
        QCOMPARE(objective.slope(2), 11.0);
    }

    void hasAsManyVariablesAsAreNamed() {
        const session::Function plane = functionOf(QStringLiteral("a*x^2+y*z"));
        QCOMPARE(plane.dimension(), 3U);
        QCOMPARE(plane.variables(),
                 (QStringList{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")}));
        formula::Wanted wanted;
        wanted.named = {"a"};
        const auto named = session::Function::from(plane.text(), wanted);
        QCOMPARE(named->dimension(), 4U);
        QVERIFY(*named != plane);
    }

    void aTextThatDoesNotReadIsNone() {
        const auto function = session::Function::from(QStringLiteral("x+2*"));
        QVERIFY(!function);
        QCOMPARE(function.error().column, 4U);
    }

    void oneThatNobodyChoseReads() {
        const session::Function usual;
        QCOMPARE(usual, functionOf(usual.text()));
        QCOMPARE(descent::Objective(usual.analysis()).slope(3), 6.0);
    }

    void isEqualWhereTheTextIs() {
        QCOMPARE(functionOf(QStringLiteral("2x")), functionOf(QStringLiteral("2x")));
        QVERIFY(functionOf(QStringLiteral("2x")) != functionOf(QStringLiteral("2*x")));
    }

    void aCopySharesWhatWasComputed() {
        const session::Function function = functionOf(QStringLiteral("sin x"));
        session::Function copy;
        double slope = 0;
        std::thread([&] {
            copy = function;
            slope = descent::Objective(copy.analysis()).slope(0);
        }).join();
        QCOMPARE(slope, 1.0);
        QCOMPARE(&copy.analysis(), &function.analysis());
    }
};

QTEST_APPLESS_MAIN(TestFunction)
#include "tst_function.moc"
