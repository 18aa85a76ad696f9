// SPDX-License-Identifier: GPL-3.0-or-later
#include <muParser.h>

#include <QTest>
#include <clocale>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <string>
#include <utility>

#include "formula/expression.h"
#include "formula/functions.h"
#include "formula/reader.h"
#include "formula/special.h"
#include "formula/writing/printer.h"

using formula::Expression;
using formula::Formula;
using formula::Function;
using formula::Kind;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

Formula parsed(const std::string& text) {
    return formula::read(text).value();
}

double value(const std::string& text, double x) {
    return Expression(formula::program(parsed(text)))(x);
}

/// muParser on the text as typed, without its optimizer.
double oracle(const std::string& text, double x) {
    mu::Parser parser;
    parser.EnableOptimizer(false);
    parser.DefineConst("e", std::numbers::e);
    parser.DefineConst("pi", std::numbers::pi);
    parser.DefineVar("x", &x);
    parser.SetExpr(text);
    return parser.Eval();
}

bool isSame(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return a == b && std::signbit(a) == std::signbit(b);
}

bool isClose(double a, double b) {
    return isSame(a, b) || std::abs(a - b) <= 1e-12 * (1 + std::abs(b));
}

}  // namespace

class TestExpression : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithMuParserOnTheTypedText_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"x",
                                 "-x",
                                 "7",
                                 "x^4-4*x^2+x",
                                 "4*x^3-8*x+1",
                                 "x^2",
                                 "x^3",
                                 "x^4",
                                 "x^5",
                                 "x*x*x",
                                 "x+x+x",
                                 "x-x",
                                 "(x+1)^2",
                                 "(x+1)^3*(x-1)^4",
                                 "-x^2",
                                 "(-x)^2",
                                 "-2^2",
                                 "2^3^2",
                                 "(2^3)^2",
                                 "2^-1",
                                 "2^(-x^2)",
                                 "x-1-2",
                                 "x-(1-2)",
                                 "x-(1-x)-2",
                                 "x/2/3",
                                 "x/(2/3)",
                                 "x/2*3",
                                 "x*2/3",
                                 "2*(x-1)/(x+3)",
                                 "1/x",
                                 "x/0",
                                 "0/x",
                                 "x-(-2)",
                                 "x*(-2)^3",
                                 "-x*2",
                                 "-(x+1)*(x-1)",
                                 "-(x*2)/3",
                                 "2-(-x^3)",
                                 "x<1",
                                 "x<=1",
                                 "x>1",
                                 "x>=1",
                                 "x==1",
                                 "x!=1",
                                 "(x<1)+(x>-1)",
                                 "(x<1)<2",
                                 "x<(1<2)",
                                 "x>0 && x<2",
                                 "x<0 || x>2",
                                 "x<0 || x>1 && x<2",
                                 "(x<0 || x>1) && x<2",
                                 "x && 1 || 0",
                                 "x+1<2*x-3",
                                 "x<0?-x:x",
                                 "x<0?1:x<1?2:3",
                                 "x<0?(x<-1?1:2):3",
                                 "(x<0?1:2)*(x<1?3:4)",
                                 "(x<0?x:x)*2",
                                 "(x<0?x:2)^2",
                                 "1+(x<0?x:2*x)",
                                 "x<0?x+x:x*x",
                                 "sin(x)^2+cos(x)^2",
                                 "sin(x^2)",
                                 "tan(x)",
                                 "exp(-x^2/2)",
                                 "ln(x)",
                                 "log2(x)",
                                 "log10(x)",
                                 "sqrt(x)",
                                 "abs(x-1)",
                                 "sign(x)",
                                 "asin(x/9)",
                                 "acos(x/9)",
                                 "atan(x)",
                                 "sinh(x)",
                                 "cosh(x)",
                                 "tanh(x)",
                                 "atan2(x,2)",
                                 "min(x,1)",
                                 "max(x,1,2-x)",
                                 "min(x<0?1:2,x)",
                                 "max(min(x,1),-1)",
                                 "x*sin(x)-cos(2*x)/3",
                                 "pi*x",
                                 "e^x",
                                 "x^pi",
                                 "0.5*x+1e-3",
                                 "1e300*x"})
            QTest::newRow(text) << QByteArray(text);
    }

    void agreesWithMuParserOnTheTypedText() {
        QFETCH(QByteArray, text);
        const std::string typed = text.toStdString();
        for (const double x : {-7.5, -2.0, -1.0, -0.3, 0.0, 1e-9, 0.5, 1.0, 1.5, 2.0, 3.0, 8.25}) {
            const double ours = value(typed, x);
            const double theirs = oracle(typed, x);
            QVERIFY2(isClose(ours, theirs), qPrintable(QStringLiteral("x = %1: %2, not %3")
                                                           .arg(x)
                                                           .arg(ours, 0, 'g', 17)
                                                           .arg(theirs, 0, 'g', 17)));
        }
    }

    void computesExactly_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* text, double x, double expected) {
            QTest::addRow("%s at %g", text, x) << QByteArray(text) << x << expected;
        };
        row("0.5&&1", 0, 1);
        row("(x-0.3)*3", std::nextafter(0.3, 1), (std::nextafter(0.3, 1) - 0.3) * 3);
        row("(x+1e308)*10", -1e308, 0);
        row("asinh(x)", -1e8, std::asinh(-1e8));
        row("atanh(x)", 1e-20, 1e-20);
        row("acosh(x)", 1, 0);
        row("pi", 0, std::numbers::pi);
        row("e", 0, std::numbers::e);
        row("exp(x)", 1, std::exp(1.0));
        row("log(x)", std::numbers::e, 1);
        row("log2(x)", 8, 3);
        row("log10(x)", 1000, 3);
        row("cbrt(x)", -8, -2);
        row("round(x)", 0.5, 1);
        row("round(x)", -0.5, -1);
        row("round(x)", 2.5, 3);
        row("floor(x)", -0.5, -1);
        row("ceil(x)", 0.5, 1);
        row("sign(x)", -3, -1);
        row("sign(x)", 0, 0);
        row("sign(x)", 1e-300, 1);
        row("abs(x)", -3, 3);
        row("pow(x,3)", 2, 8);
        row("pow(x,-0.5)", 4, 0.5);
        row("atan2(x,-1)", 0, std::numbers::pi);
        row("min(3,x,2)", 1, 1);
        row("max(x)", 5, 5);
        row("max(1,2,3,4,5,6,7,8,9,10,11,12,x)", 13, 13);
        row("x^2", 3, 9);
        row("(-2)^2", 0, 4);
        row("-2^2", 0, -4);
        row("--x", 3, 3);
    }

    void computesExactly() {
        QFETCH(QByteArray, text);
        QFETCH(double, x);
        QFETCH(double, expected);
        const double computed = value(text.toStdString(), x);
        QVERIFY2(isSame(computed, expected), qPrintable(QString::number(computed, 'g', 17)));
    }

    void isInfiniteOrUndefinedInsteadOfThrowing_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* text, double x, double expected) {
            QTest::addRow("%s at %g", text, x) << QByteArray(text) << x << expected;
        };
        row("1/x", 0, infinite);
        row("1/x", -0.0, -infinite);
        row("ln(x)", 0, -infinite);
        row("ln(x)", -1, undefined);
        row("sqrt(x)", -1, undefined);
        row("x^0.5", -1, undefined);
        row("asin(x)", 2, undefined);
        row("exp(x)", 1e3, infinite);
        row("x^4", 1e100, infinite);
        row("x-x", infinite, undefined);
        row("0x", infinite, undefined);
        row("x/x", 0, undefined);
        // A pole inside a function that has limits.
        row("atan(1/x)", 0, undefined);
        row("tanh(1/x)", 0, undefined);
        row("erf(gamma(x))", 0, undefined);
        row("erfc(ln(x))", 0, undefined);
        row("sigmoid(csc(x))", 0, undefined);
        row("sign(1/x)", 0, undefined);
        row("atan2(1/x,2)", 0, undefined);
        row("atan2(2,1/x)", 0, undefined);
    }

    void isInfiniteOrUndefinedInsteadOfThrowing() {
        QFETCH(QByteArray, text);
        QFETCH(double, x);
        QFETCH(double, expected);
        QVERIFY(isSame(value(text.toStdString(), x), expected));
    }

    /// By mpmath with 25 digits.
    void computesSpecialFunctions_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* text, double x, double expected) {
            QTest::addRow("%s at %g", text, x) << QByteArray(text) << x << expected;
        };
        row("erf(x)", 0.5, 0.52049987781304653768);
        row("erfc(x)", 2, 0.0046777349810472658379);
        row("gamma(x)", 4.5, 11.631728396567448929);
        row("gamma(x)", -1.5, 2.3632718012073547031);
        row("lgamma(x)", 10.5, 13.940625219403763633);
        row("lgamma(x)", -1.5, 0.86004701537648101451);
        row("polygamma(0,x)", 2.5, 0.70315664064524318723);
        row("polygamma(1,x)", 2.5, 0.49035775610023486497);
        row("polygamma(5,x)", 2.5, 0.57856917856718348455);
        row("polygamma(1,x)", -1.5, 9.3792466449891237539);
        row("digamma(x)", 2.5, 0.70315664064524318723);
        row("hypot(x,4)", -3, 5);
        row("hypot(x,x)", 1e200, 1.414213562373095e200);
        row("softplus(x)", -3, 0.048587351573742058759);
        row("softplus(x)", 800, 800);
        row("sigmoid(x)", -2, 0.11920292202211755594);
        row("sigmoid(x)", -1000, 0);
        row("cot(x)", 0.7, 1.1872418321266794607);
        row("sec(x)", 0.7, 1.307459259733593821);
        row("csc(x)", 0.7, 1.5522703269571039938);
        row("lg(x)", 1000, 3);
    }

    void computesSpecialFunctions() {
        QFETCH(QByteArray, text);
        QFETCH(double, x);
        QFETCH(double, expected);
        const double found = value(text.toStdString(), x);
        QVERIFY2(std::abs(found - expected) <= 4e-15 * std::abs(expected),
                 QByteArray::number(found, 'g', 17).constData());
    }

    /// By mpmath with 150 digits: with 60 some of its zeta(s, a) are wrong.
    void computesPolygammaOfEveryOrder_data() {
        QTest::addColumn<int>("order");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("expected");
        const auto row = [](int order, double x, double expected) {
            QTest::addRow("%d at %g", order, x) << order << x << expected;
        };
        row(1, 0.0078125, 16385.6263481480317);
        row(1, 1e10, 1.00000000005e-10);
        row(2, -0.5, -0.828796644234319996);
        row(2, 7.25, -0.0218289522951977392);
        row(3, -5.375, 345.715256604859304);
        row(7, 1.5, 200.218185598064969);
        row(20, -3.25, 1.07000161878962977e+31);
        row(20, 1000, -1.22865808955529563e-43);
        row(50, 0.5, -6.84864494050239525e+79);
        row(90, 12.5, -2.25693826142197558e+38);
        row(100, 1, -9.33262154439441527e+157);
        row(101, 1, 9.42594775983835942e+159);
        row(101, -0.75, 2.42350624935713022e+221);
        row(150, 30.5, -4.27526096089985554e+38);
        row(170, 1.5, -5.61276289490629667e+276);
        row(171, 2.5, 4.44730191634826647e+240);
        row(300, 100.5, -718603416910.026071);
        row(1000, 500, -9.97389236103770253e-135);
    }
    void computesPolygammaOfEveryOrder() {
        QFETCH(int, order);
        QFETCH(double, x);
        QFETCH(double, expected);
        const double found = formula::polygamma(order, x);
        QVERIFY2(std::abs(found / expected - 1) <= 1e-13,
                 QByteArray::number(found, 'g', 17).constData());
    }

    void polygammaHasWholeOrdersOnly() {
        for (const double order : {0.5, -1.0, 1e300, HUGE_VAL})
            QVERIFY(std::isnan(formula::polygamma(order, 2.5)));
        QVERIFY(!std::isfinite(value("polygamma(0,x)", -2)));
        QVERIFY(!std::isfinite(value("polygamma(1,x)", 0)));
        QCOMPARE(formula::polygamma(200, 1e-3), -HUGE_VAL);
        QCOMPARE(formula::polygamma(200, -1e-3), HUGE_VAL);
        QCOMPARE(formula::polygamma(200, -1.999), -HUGE_VAL);
        QCOMPARE(formula::polygamma(1, HUGE_VAL), 0);
        QVERIFY(std::isfinite(formula::polygamma(1e6, 367879)));
    }

    void everyFunctionIsUndefinedWhereItsArgumentIs() {
        for (const formula::Function& entry : formula::functions()) {
            const int most = entry.maxArguments > 0 ? entry.maxArguments : 3;
            for (int place = 0; place < most; ++place) {
                std::vector<Formula> arguments(std::size_t(most), Formula::number(0.5));
                arguments[std::size_t(place)] = Formula::variable("x");
                const auto call = Formula::call(entry, arguments);
                QVERIFY2(std::isnan(Expression(formula::program(call))(undefined)),
                         entry.name.data());
            }
        }
    }

    void readsAllCoordinates() {
        const std::vector<std::string> names = {"a", "y", "x"};
        const auto formula = formula::read("a-2*y+100*x", names);
        const Expression expression(formula::program(*formula, names));
        QCOMPARE(expression(std::array{5.0, 3.0, 1.0}), 99.0);
        QCOMPARE(expression(std::array{1.0, 7.0, 0.0}), -13.0);
        const std::vector<std::string> tooFew = {"a", "x"};
        QVERIFY_EXCEPTION_THROWN((void)formula::program(*formula, tooFew), std::invalid_argument);
    }

    void computesSharedPartsLikeTheTree() {
        constexpr int depth = 3000;
        Formula shared = Formula::variable("x");
        double expected = 0.3;
        for (int i = 0; i < depth; ++i) {
            const bool isEven = i % 2 == 0;
            const Formula factor =
                Formula::binary(isEven ? Kind::Add : Kind::Subtract, shared, Formula::number(1));
            const Formula wave = Formula::call(formula::function(isEven ? "sin" : "cos"), {shared});
            shared = Formula::conditional(Formula::binary(Kind::Less, wave, Formula::number(0.2)),
                                          factor, Formula::binary(Kind::Multiply, wave, factor));
            const double last = expected;
            const double waved = isEven ? std::sin(last) : std::cos(last);
            const double moved = isEven ? last + 1 : last - 1;
            expected = waved < 0.2 ? moved : waved * moved;
        }
        const Expression expression(formula::program(shared));
        QCOMPARE(expression(0.3), expected);
        QVERIFY(expression(0.7) != expected);
        QCOMPARE(expression(0.3), expected);
    }

    void computesLongSumsInParts() {
        Formula sum = Formula::variable("x");
        for (int i = 1; i <= 5000; ++i) sum = Formula::binary(Kind::Add, sum, Formula::number(i));
        QCOMPARE(Expression(formula::program(sum))(0.5), 12'502'500.5);
    }

    void staysItselfWhenMoved() {
        Expression first(formula::program(parsed("2x")));
        Expression second = std::move(first);
        QCOMPARE(second(3), 6.0);
        second = Expression(formula::program(parsed("x+5")));
        QCOMPARE(second(3), 8.0);
    }

    void refusesAProgramThatMuParserRefuses() {
        const auto compile = [](const char* text) { Expression({text, {1}, {}}); };
        QVERIFY_EXCEPTION_THROWN(compile("x+"), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(compile(""), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(compile("k2"), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(compile("t1"), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(compile("z"), std::invalid_argument);
    }

    void computesTheSameWhateverTheLocale() {
        const char* german = std::setlocale(LC_ALL, "de_DE.UTF-8");
        const double half = value("0.5x", 3);
        std::setlocale(LC_ALL, "C");
        if (!german) QSKIP("no German locale here");
        QCOMPARE(half, 1.5);
    }
};

QTEST_APPLESS_MAIN(TestExpression)
#include "tst_expression.moc"
