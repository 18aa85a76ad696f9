// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>

#include "formula/functions.h"
#include "formula/reader.h"
#include "formula/writing/printer.h"

using formula::Formula;
using formula::Function;
using formula::Kind;
using formula::read;

namespace {

Formula parsed(const QByteArray& text) {
    return read(text.toStdString()).value();
}

Formula x() {
    return Formula::variable("x");
}

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// A tree with 2^depth leaves that is a chain of `depth` nodes in memory.
Formula sharedTwice(int depth) {
    Formula formula = x();
    for (int i = 0; i < depth; ++i)
        formula =
            Formula::binary(Kind::Add, Formula::call(formula::function("sin"), {formula}), formula);
    return formula;
}

std::size_t length(const formula::Program& program) {
    std::size_t characters = program.text.size();
    for (const std::string& helper : program.helpers) characters += helper.size();
    return characters;
}

}  // namespace

class TestPrinter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItPrints_data() {
        QTest::addColumn<QByteArray>("typed");
        for (const char* typed : {"x^4-4x^2+x",
                                  "1/(2x)",
                                  "1/2x",
                                  "2/(3/x)",
                                  "x-(1-x)",
                                  "x-(1+x)",
                                  "x+(1-x)",
                                  "(x+1)(x-1)",
                                  "2(3x)",
                                  "-x^2",
                                  "(-x)^2",
                                  "-2^2",
                                  "(-2)^2",
                                  "2^-1",
                                  "2^(3^2)",
                                  "(2^3)^2",
                                  "x²^3",
                                  "--x",
                                  "---x",
                                  "x--x",
                                  "-x*2",
                                  "(-x)*2",
                                  "2*-x",
                                  "x/-2",
                                  "-(x+1)",
                                  "-(x<1)",
                                  "(x<1)+1",
                                  "(x<1)<2",
                                  "x<(1<2)",
                                  "x&&1||x",
                                  "x&&(1||x)",
                                  "(x||1)||x",
                                  "x||(1||x)",
                                  "x?1:x?2:3",
                                  "x?x?1:2:3",
                                  "(x?1:2)?3:4",
                                  "(x?1:2)+1",
                                  "-(x?1:2)",
                                  "sin x?1:2",
                                  "max(x?1:2,x&&1,-x)",
                                  "max(1)",
                                  "pow(x,2)^2",
                                  "sin(x)^2",
                                  "|x|^2",
                                  "√x²",
                                  "1e-300x",
                                  "1e300x",
                                  "0.1x",
                                  "1.7976931348623157e308",
                                  "5e-324",
                                  "pi e x",
                                  "e^x",
                                  "2e3",
                                  "2e",
                                  "log x + log2 x + log10(x)",
                                  "x==1",
                                  "x!=1",
                                  "x>=1",
                                  "x<=1",
                                  "x>1"})
            QTest::newRow(typed) << QByteArray(typed);
    }

    void readsBackWhatItPrints() {
        QFETCH(QByteArray, typed);
        const Formula original = parsed(typed);
        const auto again = read(formula::plain(original));
        QVERIFY2(again, formula::plain(original).c_str());
        QVERIFY2(*again == original, formula::plain(original).c_str());
    }

    void readsBackEveryPairOfOperations() {
        const Kind binaries[] = {
            Kind::Add,    Kind::Subtract,     Kind::Multiply, Kind::Divide, Kind::Power,
            Kind::Less,   Kind::GreaterEqual, Kind::Equal,    Kind::And,    Kind::Or,
            Kind::Negate, Kind::Conditional,  Kind::NotEqual};
        const auto node = [](Kind kind, const Formula& a, const Formula& b) {
            if (kind == Kind::Negate) return Formula::unary(kind, a);
            if (kind == Kind::Conditional) return Formula::conditional(a, b, a);
            return Formula::binary(kind, a, b);
        };
        for (const Kind outer : binaries) {
            for (const Kind inner : binaries) {
                const Formula part = node(inner, x(), Formula::number(2));
                for (const Formula& whole :
                     {node(outer, part, Formula::pi()), node(outer, Formula::pi(), part),
                      node(outer, part, part)}) {
                    const auto again = read(formula::plain(whole));
                    QVERIFY2(again && *again == whole, formula::plain(whole).c_str());
                }
            }
        }
    }

    void printsNegativeLiterals() {
        const Formula power =
            Formula::binary(Kind::Power, Formula::number(-2), Formula::number(-0.5));
        QCOMPARE(text(formula::plain(power)), QStringLiteral("(-2)^(-0.5)"));
        QVERIFY(*read(formula::plain(power)) == power);
    }

    void namesEveryLiteral_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QList<double>>("constants");
        const auto row = [](const char* typed, const char* expected, QList<double> constants) {
            QTest::newRow(typed) << QByteArray(typed) << QString::fromUtf8(expected) << constants;
        };
        row("x^4-4x^2+x", "x^4-k1*x^2+x", {4});
        row("4x^3-8x+1", "k1*x^3-k2*x+k3", {4, 8, 1});
        row("2x+2", "k1*x+k1", {2});
        row("x^5+x^0.5+x^1", "x^k1+x^k2+x^k3", {5, 0.5, 1});
        row("(x+1)^2", "(x+k1)^2", {1});
        row("pi x+e", "k1*x+k2", {std::numbers::pi, std::numbers::e});
        row("-3x", "-k1*x", {3});
        row("x*-3+3", "x*k1+k2", {-3, 3});
        row("x^-2", "x^k1", {-2});
        row("0.5&&1", "k1&&k2", {0.5, 1});
        row("1<x?-x:--x", "k1<x?-x:-(-x)", {1});
        row("max(1,x)", "max(k1,x)", {1});
        row("log x", "ln(x)", {});
    }

    void namesEveryLiteral() {
        QFETCH(QByteArray, typed);
        QFETCH(QString, expected);
        QFETCH(QList<double>, constants);
        const formula::Program program = formula::program(parsed(typed));
        QCOMPARE(text(program.text), expected);
        QCOMPARE(QList<double>(program.constants.begin(), program.constants.end()), constants);
        QVERIFY(program.helpers.empty());
    }

    void tellsZeroFromMinusZero() {
        const Formula zeros = Formula::binary(Kind::Divide, Formula::number(0),
                                              Formula::unary(Kind::Negate, Formula::number(0)));
        const formula::Program program = formula::program(zeros);
        QCOMPARE(program.constants.size(), std::size_t(2));
        QVERIFY(std::signbit(program.constants[1]));
    }

    void computesSharedPartsOnce() {
        const formula::Program small = formula::program(sharedTwice(30));
        const formula::Program large = formula::program(sharedTwice(60));
        QVERIFY2(length(large) < 3000, std::to_string(length(large)).c_str());
        QVERIFY(length(large) < 3 * length(small));
    }

    void keepsEveryTextShort() {
        Formula sum = x();
        for (int i = 0; i < 5000; ++i)
            sum = Formula::binary(
                Kind::Add, sum,
                Formula::call(formula::function("asinh"), {Formula::number(i + 0.5)}));
        const formula::Program program = formula::program(sum);
        QVERIFY(program.text.size() < 10'000);
        for (const std::string& helper : program.helpers) QVERIFY(helper.size() < 10'000);
    }

    void typesetsTheNumbersOfVariablesLowered() {
        const auto formula = formula::read("x12*y", {"x12", "y"});
        QCOMPARE(QString::fromStdString(formula::typeset(*formula)),
                 QStringLiteral("<i>x</i>₁₂·<i>y</i>"));
    }

    void typesetsForPeople_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("expected");
        // In the expected texts, X stands for an italic x and _ for a thin space.
        const auto row = [](const char* typed, const char* expected) {
            const QString markup = QString::fromUtf8(expected)
                                       .replace(u'X', QStringLiteral("<i>x</i>"))
                                       .replace(u'_', QChar(0x202F));
            QTest::newRow(typed) << QByteArray(typed) << markup;
        };
        row("4x^3-8x+1", "4X<sup>3</sup> − 8X + 1");
        row("-x^2", "−X<sup>2</sup>");
        row("2*3*x", "2·3X");
        row("x*2", "X·2");
        row("x*x", "X·X");
        row("x^2*x", "X<sup>2</sup>·X");
        row("2pi x", "2πX");
        row("2(x+1)(x-1)", "2(X + 1)(X − 1)");
        row("x sin x cos x", "X_sin(X)_cos(X)");
        row("2sin(2x)", "2_sin(2X)");
        row("2gamma(x)", "2_Γ(X)");
        row("lgamma(x)^2", "ln_|Γ|<sup>2</sup>(X)");
        row("polygamma(1,2x)", "ψ<sup>(1)</sup>(2X)");
        row("e^polygamma(1,x)", "e<sup>polygamma(1, X)</sup>");
        row("erf(x)^2", "erf<sup>2</sup>(X)");
        row("hypot(x,1)", "hypot(X, 1)");
        row("2*-x", "2(−X)");
        row("1/(2x)", "1/(2X)");
        row("1/2x", "(1/2)X");
        row("2x/3", "2X/3");
        row("(x+1)/x^2", "(X + 1)/X<sup>2</sup>");
        row("x/2/3", "(X/2)/3");
        row("x-(1-x)", "X − (1 − X)");
        row("x+-2", "X − 2");
        row("x--2", "X + 2");
        row("(x+1)^2", "(X + 1)<sup>2</sup>");
        row("(2x)^2", "(2X)<sup>2</sup>");
        row("(x^2)^3", "(X<sup>2</sup>)<sup>3</sup>");
        row("x^-1", "X<sup>−1</sup>");
        row("x^0.5", "X<sup>0.5</sup>");
        row("exp(-x^2/2)", "e<sup>−X²/2</sup>");
        row("x exp(x)", "X_e<sup>X</sup>");
        row("e^x", "e<sup>X</sup>");
        row("e^exp(x)", "e<sup>exp(X)</sup>");
        row("2^x^x", "2<sup>X^X</sup>");
        row("2^x^(x+1)", "2<sup>X^(X + 1)</sup>");
        row("pow(x,3)", "X<sup>3</sup>");
        row("sin(x)^2", "sin<sup>2</sup>(X)");
        row("sin(x)^-2", "sin(X)<sup>−2</sup>");
        row("sqrt(x)", "√X");
        row("sqrt(x+1)", "√(X + 1)");
        row("sqrt(x)^2", "(√X)<sup>2</sup>");
        row("sqrt(2)x", "√2·X");
        row("cbrt(x)", "∛X");
        row("2|x-1|", "2|X − 1|");
        row("|x||x|", "|X|·|X|");
        row("floor(x)+ceil(x)", "⌊X⌋ + ⌈X⌉");
        row("log2(x)+log10(x)+log(x)", "log₂(X) + log₁₀(X) + ln(X)");
        row("min(1,x)", "min(1, X)");
        row("x<1&&x>=0||x!=2", "X &lt; 1 and X ≥ 0 or X ≠ 2");
        row("x<=0?-x:x>9", "−X if X ≤ 0, otherwise X &gt; 9");
        row("2(x?1:2)", "2(1 if X, otherwise 2)");
        row("3.14159265", "3.14159");
        row("123456", "123456");
        row("1234567", "1.23457×10<sup>6</sup>");
        row("1e6", "10<sup>6</sup>");
        row("0.0001", "0.0001");
        row("0.00001", "10<sup>−5</sup>");
        row("2.5e-7x", "2.5×10<sup>−7</sup>_X");
        row("(2e9)^2", "(2×10<sup>9</sup>)<sup>2</sup>");
        row("2^1e9", "2<sup>10⁹</sup>");
    }

    void typesetsForPeople() {
        QFETCH(QByteArray, typed);
        QFETCH(QString, expected);
        QCOMPARE(text(formula::typeset(parsed(typed))), expected);
    }
};

QTEST_APPLESS_MAIN(TestPrinter)
#include "tst_printer.moc"
