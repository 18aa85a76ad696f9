// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QtTest>
#include <algorithm>

#include "cost.h"
#include "descent/objective.h"
#include "formula/analysis.h"
#include "formula/functions.h"
#include "oracle.h"

namespace {

/// What the longest text may cost, in units of what a short one costs: it is 60 times as long, and
/// what is refused for its size is refused before it has cost more.
constexpr double mostTimesAShortOne = 250;

double costOfAShortOne() {
    static const double cost =
        costOf([] { static_cast<void>(formula::analyse("sin(x)^2+exp(x)*cos(3*x)-ln(x+2)")); });
    return cost;
}

/// As many numbered copies of `piece` (# is the number) as a text may hold.
QByteArray filled(const QByteArray& piece, const QByteArray& between) {
    QByteArray text;
    for (int i = 1;; ++i) {
        QByteArray next = i > 1 ? between : QByteArray();
        next += QByteArray(piece).replace('#', QByteArray::number(i));
        if (std::size_t(text.size() + next.size()) > formula::longestText) return text;
        text += next;
    }
}

/// As deep as a text may be nested.
QByteArray nested(const QByteArray& before, const QByteArray& after) {
    constexpr int depth = formula::deepestNesting - 2;
    const auto roomFor = qsizetype(formula::longestText - 1) / (before.size() + after.size());
    const auto levels = std::min<qsizetype>(depth, roomFor);
    return before.repeated(levels) + "x" + after.repeated(levels);
}

}  // namespace

class Analyses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void costsAtMostItsShare_data();
    void costsAtMostItsShare();
    void compilesAllThreeFunctions_data();
    void compilesAllThreeFunctions();
    void differentiatesBySeveralVariables();
    void passesOnWhatTheReaderRefuses();
    void refusesWhatWouldGrowTooLarge();
};

void Analyses::costsAtMostItsShare_data() {
    QTest::addColumn<QByteArray>("text");
    const auto chain = [](const char* piece, const char* between) {
        QTest::addRow("%s%s...", piece, between) << filled(piece, between);
    };
    chain("(x+#)", "*");
    chain("(#*x+1)", "*");
    chain("(x^2+#)", "*");
    chain("sin(#*x)", "*");
    chain("ln(x+#)", "*");
    chain("exp(x^#)", "*");
    chain("(x+#)^2/(x+1)", "*");
    chain("(x^#+1)/sin(x+#)", "*");
    chain("x^x", "*");
    chain("x", "*");
    chain("sin(#*x)", "+");
    chain("x^#", "+");
    chain("x", "-");
    chain("sin(x)^#*cos(x)^#", "+");
    chain("(x+#)", "/");
    chain("sqrt(x+#)", "/");
    chain("x", "/");
    chain("x", "^");
    chain("(x+#)", "^");
    chain("x>#?x^#", ":");
    const auto nest = [](const char* before, const char* after) {
        QTest::addRow("%sx%s", before, after) << nested(before, after);
    };
    for (const formula::Function& each : formula::functions()) {
        const QByteArray name(each.name.data(), qsizetype(each.name.size()));
        const bool takesTwo = each.maxArguments != 1;
        nest((name + (takesTwo ? "(x," : "(")).constData(), ")");
        nest((name + (takesTwo ? "(x^2," : "(x+")).constData(), "*x)");
    }
    nest("(", "+1)^2");
    nest("(", "*sin(x)+x)^3");
    nest("(", "+1)^x");
    nest("x^(", ")");
    nest("1/(", "+x)");
    nest("sin(x)/(x+", ")");
    nest("-(", "+x)");
    nest("(x>1||", ")");
    nest("(x>1?", ":x^2)");
    const QByteArray arguments = filled("x^#", ",");
    QTest::newRow("max(x^1,...)") << "max(" + arguments.first(arguments.lastIndexOf(',')) + ")";
    QTest::newRow("too long") << QByteArray(100'000, 'x');
    QTest::newRow("too deep") << QByteArray(2000, '(');
}

void Analyses::costsAtMostItsShare() {
    QFETCH(QByteArray, text);
    const double cost = costOf([&] {
        const auto analysis = formula::analyse(text.toStdString());
        const bool isExpected = analysis || analysis.error().fault == formula::Fault::TooComplex ||
                                analysis.error().fault == formula::Fault::TooLong ||
                                analysis.error().fault == formula::Fault::TooDeep ||
                                analysis.error().fault == formula::Fault::VaryingOrder;
        QVERIFY(isExpected);
    });
    const double times = cost / costOfAShortOne();
    QVERIFY2(times <= mostTimesAShortOne, QByteArray::number(times).constData());
}

void Analyses::compilesAllThreeFunctions_data() {
    QTest::addColumn<QByteArray>("text");
    QFile file(QStringLiteral(TEST_DATA "/descents.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
    file.readLine();
    while (!file.atEnd()) {
        const QByteArrayList row = file.readLine().split(',');
        QTest::newRow(row[0].constData()) << row[1];
    }
    for (const char* text :
         {"x^x", "tan(x)/x", "abs(x-1)", "max(x,1,x^2)", "x>1?x^2:ln(x)", "atan2(x,2)", "3",
          "(x-1)*(x-2)*(x-3)*(x-4)*(x-5)*(x-6)*(x-7)*(x-8)*(x-9)*(x-10)*(x-11)"})
        QTest::newRow(text) << QByteArray(text);
}

void Analyses::compilesAllThreeFunctions() {
    QFETCH(QByteArray, text);
    const auto analysis = formula::analyse(text.toStdString());
    QVERIFY(bool(analysis));
    const descent::Objective objective(*analysis);
    for (const double x : {-1.5, -0.4, 0.0, 0.3, 1.0, 2.7, 11.0}) {
        using oracle::agree;
        using oracle::valueAt;
        QVERIFY(agree(valueAt(analysis->function, x), objective.value(x)));
        QVERIFY(agree(valueAt(analysis->derivative(), x), objective.slope(x)));
        QVERIFY(agree(valueAt(analysis->second(), x), objective.curvature(x)));
    }
}

void Analyses::differentiatesBySeveralVariables() {
    const std::vector<std::string> names = {"a", "y", "x1"};
    for (const char* text : {"a^2*y+sin(a*y)+exp(x1-a)*y", "atan2(a,y)*x1^2", "hypot(a,y)+a*x1",
                             "max(a,y)*x1+min(a*y,x1)", "a^y+y^x1+x1^3"}) {
        const auto analysis = formula::analyse(text, names);
        QVERIFY2(bool(analysis), text);
        const descent::Objective down(*analysis);
        const descent::Objective up(*analysis, descent::Direction::Ascend);
        const descent::Point at(std::array{0.7, 1.3, 0.4});
        const descent::Point gradient = down.gradient(at);
        const descent::Hessian hessian = down.hessian(at);
        QCOMPARE(hessian.size, std::size_t(3));
        QCOMPARE(up.value(at), -down.value(at));
        for (std::size_t i = 0; i < 3; ++i) {
            constexpr double step = 1e-5;
            descent::Point before = at;
            descent::Point after = at;
            before[i] -= step;
            after[i] += step;
            const double slope = (down.value(after) - down.value(before)) / (2 * step);
            QVERIFY2(std::abs(gradient[i] - slope) < 1e-8, text);
            QCOMPARE(up.gradient(at)[i], -gradient[i]);
            for (std::size_t j = 0; j < 3; ++j) {
                const double second =
                    (down.gradient(after)[j] - down.gradient(before)[j]) / (2 * step);
                QVERIFY2(std::abs(hessian(i, j) - second) < 1e-8, text);
                QCOMPARE(up.hessian(at)(i, j), -hessian(i, j));
            }
        }
    }
    const auto line = formula::analyse("a+2*y", names);
    QCOMPARE(descent::Objective(*line).gradient(descent::Point(std::array{1.0, 2.0, 3.0})),
             descent::Point(std::array{1.0, 2.0, 0.0}));
}

void Analyses::passesOnWhatTheReaderRefuses() {
    const auto empty = formula::analyse("");
    QVERIFY(!empty);
    QCOMPARE(empty.error().fault, formula::Fault::Empty);
    const auto unknown = formula::analyse("2*foo(x)");
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().fault, formula::Fault::UnknownName);
    QCOMPARE(unknown.error().column, std::size_t(2));
}

void Analyses::refusesWhatWouldGrowTooLarge() {
    const QByteArray text = filled("sin(#*x)", "·");
    const auto characters = std::size_t(QString::fromUtf8(text).size());
    QVERIFY(characters < std::size_t(text.size()));
    const auto analysis = formula::analyse(text.toStdString());
    QVERIFY(!analysis);
    QCOMPARE(analysis.error().fault, formula::Fault::TooComplex);
    QCOMPARE(analysis.error().column, std::size_t(0));
    QCOMPARE(analysis.error().length, characters);
}

QTEST_APPLESS_MAIN(Analyses)
#include "tst_analysis.moc"
