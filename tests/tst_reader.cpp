// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <clocale>
#include <string>

#include "cost.h"
#include "formula/functions.h"
#include "formula/reader.h"
#include "formula/writing/printer.h"

using formula::Fault;
using formula::read;

Q_DECLARE_METATYPE(formula::Fault)

namespace {

std::string repeated(std::string_view part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
}

std::string nested(std::string_view open, std::string_view close, std::size_t depth) {
    return repeated(open, depth) + "x" + repeated(close, depth);
}

/// The formula in plain notation, or where and why there is none.
QString meaning(std::string_view typed) {
    const auto formula = read(typed);
    if (formula) return QString::fromStdString(formula::plain(*formula));
    const formula::ReadError& error = formula.error();
    return QStringLiteral("fault %1 at %2").arg(int(error.fault)).arg(error.column);
}

std::string typed(const QByteArray& text) {
    return text.toStdString();
}

}  // namespace

class TestReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("x^4-4x^2+x", "x^4 - 4*x^2 + x");
        row("2x", "2*x");
        row("2(x+1)", "2*(x + 1)");
        row("(x+1)(x-1)", "(x + 1)*(x - 1)");
        row("2sin(x)cos(x)", "2*sin(x)*cos(x)");
        row("x(x)x", "x*x*x");
        row("1/2x", "1/2*x");
        row("2x^2", "2*x^2");
        row("xsin(x)", "x*sin(x)");
        row("pix", "pi*x");
        row("xexp(x)", "x*exp(x)");
        row("expx", "exp(x)");
        row("sinpix", "sin(pi*x)");
        row("sin x", "sin(x)");
        row("sin (x)", "sin(x)");
        row("sin (x)^2", "sin(x)^2");
        row("sin x^2", "sin(x^2)");
        row("sin x²", "sin(x^2)");
        row("sin 2x", "sin(2*x)");
        row("sin 2x^2", "sin(2*x^2)");
        row("sin 2πx", "sin(2*pi*x)");
        row("sin 2(x+1)", "sin(2*(x + 1))");
        row("sin x cos x", "sin(x)*cos(x)");
        row("sin 2cos x", "sin(2)*cos(x)");
        row("sin x x", "sin(x)*x");
        row("y = x^2", "x^2");
        row("y=2x", "2*x");
        row(" f(x) = x^2", "x^2");
        row("f ( x )=x", "x");
        row("f=x", "x");
        row("f(x) := x", "x");
        row("g(x)=x^2", "x^2");
        row("loss(x) = x", "x");
        row("loss = 2x", "2*x");
        row("cost(x) = 2x", "2*x");
        row("J1(x) = x", "x");
        row("θ(x) = x", "x");
        row("z = x^2", "x^2");
        row("sin x + 1", "sin(x) + 1");
        row("sin x/2", "sin(x)/2");
        row("sin -x", "sin(-x)");
        row("sin cos x", "sin(cos(x))");
        row("x sin x", "x*sin(x)");
        row("ln|x|", "ln(abs(x))");
        row("sin²(x)", "sin(x)^2");
        row("sin² x", "sin(x)^2");
        row("sin^2 x", "sin(x)^2");
        row("sin^2(x)+cos^2(x)", "sin(x)^2 + cos(x)^2");
        row("x^2", "x^2");
        row("x**2", "x^2");
        row("x²", "x^2");
        row("x³", "x^3");
        row("x¹⁰", "x^10");
        row("x⁻¹", "x^(-1)");
        row("x⁺²", "x^2");
        row("2^x²", "2^x^2");
        row("x²^3", "(x^2)^3");
        row("|x|", "abs(x)");
        row("2|x|", "2*abs(x)");
        row("|x|-1", "abs(x) - 1");
        row("||x|-1|", "abs(abs(x) - 1)");
        row("|-|x||", "abs(-abs(x))");
        row("|x||x+1|", "abs(x)*abs(x + 1)");
        row("|(|x|)|", "abs(abs(x))");
        row("|x| || x", "abs(x) || x");
        row("x| |x|-1|", "x*abs(abs(x) - 1)");
        row("x<-1||x>1", "x < -1 || x > 1");
        row("x<-1 || |x|>2", "x < -1 || abs(x) > 2");
        row("pi", "pi");
        row("π", "pi");
        row("e", "e");
        row("e^x", "e^x");
        row("ex", "e*x");
        row("x·2", "x*2");
        row("x⋅2", "x*2");
        row("3×x", "3*x");
        row("−x", "-x");
        row("x−1", "x - 1");
        row("x÷2", "x/2");
        row("√x", "sqrt(x)");
        row("√(x+1)", "sqrt(x + 1)");
        row("√2x", "sqrt(2)*x");
        row("2√x", "2*sqrt(x)");
        row("√√x", "sqrt(sqrt(x))");
        row("∛x", "cbrt(x)");
        row("+x", "x");
        row("-x", "-x");
        row("--x", "-(-x)");
        row("x--x", "x - (-x)");
        row("x*-x", "x*(-x)");
        row("-2x", "-2*x");
        row("-2^2", "-2^2");
        row("2^3^2", "2^3^2");
        row("(2^3)^2", "(2^3)^2");
        row("2^-1", "2^(-1)");
        row("2^-x^2", "2^(-x^2)");
        row("x-1-2", "x - 1 - 2");
        row("x-(1-2)", "x - (1 - 2)");
        row("x/2/3", "x/2/3");
        row("x≤1", "x <= 1");
        row("x≥1", "x >= 1");
        row("x≠1", "x != 1");
        row("x==1", "x == 1");
        row("(x<1)<2", "(x < 1) < 2");
        row("x>0&&x<1||x>2", "x > 0 && x < 1 || x > 2");
        row("x>0&&(x<1||x>2)", "x > 0 && (x < 1 || x > 2)");
        row("x<0?-x:x", "x < 0 ? -x : x");
        row("x<0?1:x<1?2:3", "x < 0 ? 1 : (x < 1 ? 2 : 3)");
        row("x<0?x<-1?1:2:3", "x < 0 ? (x < -1 ? 1 : 2) : 3");
        row("log(x)", "ln(x)");
        row("ln x", "ln(x)");
        row("log2(x)", "log2(x)");
        row("log2 x", "log2(x)");
        row("log 2x", "ln(2*x)");
        row("log2.5", "ln(2.5)");
        row("xlog10(x)", "x*log10(x)");
        row("atan2(x,1)", "atan2(x,1)");
        row("pow(x,2)", "pow(x,2)");
        row("max(x)", "max(x)");
        row("min(1,x,-x)", "min(1,x,-x)");
        row("max(|x|,1)", "max(abs(x),1)");
        row(".5", "0.5");
        row("5.", "5");
        row("5.x", "5*x");
        row("1e-3", "0.001");
        row("1e−3", "0.001");
        row("2e", "2*e");
        row("2ex", "2*e*x");
        row("2e3", "2000");
        row("2E3x", "2000*x");
        row("2e-x", "2*e - x");
        row("5e-324", "5e-324");
        row("0e999999999999", "0");
        row("1.7976931348623157e308", "1.7976931348623157e+308");
        row(" \t x\u00A0+\u20091\u202F \n", "x + 1");
        row("\uFEFFx", "x");
    }

    void readsWhatPeopleType() {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(meaning(typed(text)), expected);
    }

    void readsEveryFunction() {
        for (const formula::Function& entry : formula::functions()) {
            const bool hasOrder = std::holds_alternative<formula::Orders>(entry.derivative);
            std::string text = std::string(entry.name) + (hasOrder ? "(2" : "(x");
            for (int i = 1; i < entry.minArguments; ++i) text += ",x";
            const auto formula = read(text + ')');
            QVERIFY2(formula, entry.name.data());
            QVERIFY2(formula->isCall(entry.name), entry.name.data());
        }
    }

    void theDocumentsNameEveryFunction_data() {
        QTest::addColumn<QString>("path");
        for (const char* path : {"README.md", "resources/help.html", "resources/thalweg.1"})
            QTest::newRow(path) << QStringLiteral(TEST_DATA "/../../") + QLatin1String(path);
    }

    void theDocumentsNameEveryFunction() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression word(QStringLiteral("\\b[a-z][a-z0-9]+\\b"));
        QSet<QString> words;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto found = word.globalMatch(text); found.hasNext();)
            words += found.next().captured();
        for (const formula::Function& each : formula::functions()) {
            QVERIFY2(
                words.contains(QString::fromUtf8(each.name.data(), qsizetype(each.name.size()))),
                each.name.data());
        }
    }

    void refusesWithThePlaceOfTheMistake_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char* text, Fault fault, int column, const char* subject) {
            QTest::newRow(*text ? text : "empty")
                << QByteArray(text) << fault << column << QString::fromUtf8(subject);
        };
        row("", Fault::Empty, 0, "");
        row("  ", Fault::Empty, 0, " ");
        row("\xFF", Fault::NotText, 0, "");
        row("x+\xC0\xAF", Fault::NotText, 2, "");
        row("π\x01", Fault::NotText, 1, "\x01");
        row("x\x7F", Fault::NotText, 1, "\x7F");
        row("x%2", Fault::StrayCharacter, 1, "%");
        row("π#", Fault::StrayCharacter, 1, "#");
        row("x!", Fault::StrayCharacter, 1, "!");
        row("x&2", Fault::StrayCharacter, 1, "&");
        row("x;2", Fault::StrayCharacter, 1, ";");
        row("[x]", Fault::StrayCharacter, 0, "[");
        row("x+α", Fault::StrayCharacter, 2, "α");
        row("x+\"a\"", Fault::String, 2, "\"a\"");
        row("“a", Fault::String, 0, "“a");
        row("y", Fault::UnknownName, 0, "y");
        row("x+foo(x)", Fault::UnknownName, 2, "foo");
        row("π foo", Fault::UnknownName, 2, "foo");
        row("sine(x)", Fault::UnknownName, 0, "sine");
        row("log2x", Fault::NumberedName, 0, "log2x");
        row("x=3", Fault::Assignment, 1, "=");
        row("g(t)=x", Fault::Assignment, 4, "=");
        row("sin(x)=x", Fault::Assignment, 6, "=");
        row("cosx = x", Fault::Assignment, 5, "=");
        row("x(x)=x", Fault::Assignment, 4, "=");
        row("f(t)=t", Fault::Assignment, 4, "=");
        row("y=y=x", Fault::Assignment, 3, "=");
        row("y==2", Fault::UnknownName, 0, "y");
        row("f(x)", Fault::UnknownName, 0, "f");
        row("y =", Fault::Empty, 0, "y");
        row("y = 2+", Fault::MissingOperand, 6, "");
        row("f(x) = 2#", Fault::StrayCharacter, 8, "#");
        row("\\frac{1}{2}", Fault::StrayCharacter, 0, "\\frac");
        row("2\\,x", Fault::StrayCharacter, 1, "\\,");
        row("2\\ x", Fault::StrayCharacter, 1, "\\");
        row("π\\", Fault::StrayCharacter, 1, "\\");
        row("x>1?x=5:x", Fault::Assignment, 5, "=");
        row("0,5", Fault::StrayComma, 1, ",");
        row("0,5x^2", Fault::StrayComma, 1, ",");
        row("x,1", Fault::StrayComma, 1, ",");
        row("1,", Fault::StrayComma, 1, ",");
        row(",5", Fault::StrayComma, 0, ",");
        row("(x,1)", Fault::StrayComma, 2, ",");
        row("|x,1|", Fault::StrayComma, 2, ",");
        row("sin((0,5))", Fault::StrayComma, 6, ",");
        row("x>0?0,5:1", Fault::StrayComma, 5, ",");
        row("1e309", Fault::NumberTooLarge, 0, "1e309");
        row("2*1e-400", Fault::NumberTooSmall, 2, "1e-400");
        row("x+1e99999999999", Fault::NumberTooLarge, 2, "1e99999999999");
        row("1.2.3", Fault::BadNumber, 0, "1.2.3");
        row("x+.", Fault::BadNumber, 2, ".");
        row("1e5.5", Fault::BadNumber, 0, "1e5.5");
        row("x⁻", Fault::BadNumber, 1, "⁻");
        row("x²⁺³", Fault::BadNumber, 1, "²⁺³");
        row("x+", Fault::MissingOperand, 2, "");
        row("x +  ", Fault::MissingOperand, 3, " ");
        row("*x", Fault::MissingOperand, 0, "*");
        row("x+*2", Fault::MissingOperand, 2, "*");
        row("()", Fault::MissingOperand, 1, ")");
        row("(x+)", Fault::MissingOperand, 3, ")");
        row("max(1,)", Fault::MissingOperand, 6, ")");
        row("max(,1)", Fault::MissingOperand, 4, ",");
        row("?1:2", Fault::MissingOperand, 0, "?");
        row("²x", Fault::MissingOperand, 0, "²");
        row("x 2", Fault::MissingOperator, 2, "2");
        row("x2", Fault::MissingOperator, 1, "2");
        row("2 3", Fault::MissingOperator, 2, "3");
        row("(x)2", Fault::MissingOperator, 3, "2");
        row("x² ²", Fault::MissingOperator, 3, "²");
        row("(", Fault::UnclosedBracket, 0, "(");
        row("2(x+1", Fault::UnclosedBracket, 1, "(");
        row("sin(x", Fault::UnclosedBracket, 3, "(");
        row("((x)", Fault::UnclosedBracket, 0, "(");
        row("1+|x", Fault::UnclosedBracket, 2, "|");
        row("(|x)", Fault::UnclosedBracket, 1, "|");
        row(")", Fault::UnopenedBracket, 0, ")");
        row("x)", Fault::UnopenedBracket, 1, ")");
        row("(x))", Fault::UnopenedBracket, 3, ")");
        row("x+sin", Fault::MissingArguments, 2, "sin");
        row("sin()", Fault::MissingArguments, 0, "sin");
        row("sin+", Fault::MissingOperand, 4, "");
        row("sin*x", Fault::MissingArguments, 0, "sin");
        row("sin^x", Fault::MissingArguments, 0, "sin");
        row("1+sin⁻¹(x)", Fault::Inverse, 2, "sin⁻¹");
        row("sin^-1(x)", Fault::Inverse, 0, "sin^-1");
        row("exp ^ −1 (x)", Fault::Inverse, 0, "exp ^ −1");
        row("sin^-2(x)", Fault::MissingArguments, 0, "sin");
        row("1+polygamma(1.5,x)", Fault::BadOrder, 12, "1.5");
        row("polygamma(-1,x)", Fault::BadOrder, 10, "-1");
        row("polygamma(2*pi,x)", Fault::BadOrder, 10, "2*pi");
        row("polygamma(0/0,x)", Fault::BadOrder, 10, "0/0");
        row("polygamma(1e6+1,x)", Fault::BadOrder, 10, "1e6+1");
        row("polygamma(x+1,1)", Fault::VaryingOrder, 10, "x+1");
        row("polygamma(x)", Fault::WrongArgumentCount, 0, "polygamma");
        row("polygamma()", Fault::MissingArguments, 0, "polygamma");
        row("√", Fault::MissingArguments, 0, "√");
        row("x+sin(1,2)", Fault::WrongArgumentCount, 2, "sin");
        row("pow(2)", Fault::WrongArgumentCount, 0, "pow");
        row("pow(1,2,3)", Fault::WrongArgumentCount, 0, "pow");
        row("0<x<1", Fault::ChainedComparison, 3, "<");
        row("x==1==1", Fault::ChainedComparison, 4, "==");
        row("x>0?1", Fault::IncompleteConditional, 3, "?");
        row("(x>0?1)", Fault::IncompleteConditional, 4, "?");
        row("x:1", Fault::IncompleteConditional, 1, ":");
        row("\uFEFF 0,5", Fault::StrayComma, 3, ",");
        row("\u00A0x²+$", Fault::StrayCharacter, 4, "$");
    }

    void refusesWithThePlaceOfTheMistake() {
        QFETCH(QByteArray, text);
        QFETCH(Fault, fault);
        QFETCH(int, column);
        QFETCH(QString, subject);
        const auto formula = read(typed(text));
        QVERIFY(!formula);
        QCOMPARE(int(formula.error().fault), int(fault));
        QCOMPARE(int(formula.error().column), column);
        QCOMPARE(QString::fromStdString(formula.error().subject), subject);
        const auto length = std::max<qsizetype>(1, subject.size());
        QCOMPARE(qsizetype(formula.error().length), length);
    }

    void tellsLongNumbersThatAreTooLargeFromSmallOnes() {
        const std::string zeros(400, '0');
        QCOMPARE(read("0." + zeros + "1").error().fault, Fault::NumberTooSmall);
        QCOMPARE(read("0." + zeros + "1e50").error().fault, Fault::NumberTooSmall);
        QCOMPARE(meaning("0." + zeros), QStringLiteral("0"));
        QCOMPARE(meaning("0." + zeros + "1e401"), QStringLiteral("1"));
        QCOMPARE(meaning("1" + zeros + "e-400"), QStringLiteral("1"));
        QCOMPARE(read("1" + zeros).error().fault, Fault::NumberTooLarge);
        QCOMPARE(read("1" + zeros + "e-50").error().fault, Fault::NumberTooLarge);
    }

    void refusesTheCharacterNul() {
        const auto formula = read(std::string_view("x\0+1", 4));
        QVERIFY(!formula);
        QCOMPARE(int(formula.error().fault), int(Fault::NotText));
        QCOMPARE(formula.error().column, std::size_t(1));
    }

    void countsTheArguments() {
        QCOMPARE(read("sin(1,2)").error().expected, 1);
        QCOMPARE(read("sin(1,2)").error().found, 2);
        QCOMPARE(read("atan2(1)").error().expected, 2);
        QCOMPARE(read("atan2(1)").error().found, 1);
    }

    void suggestsACallThatReads_data() {
        QTest::addColumn<QByteArray>("text");
        for (const formula::Function& each : formula::functions()) {
            const QByteArray name(each.name.data(), qsizetype(each.name.size()));
            QTest::newRow(name.constData()) << name;
            QTest::newRow((name + "()").constData()) << name + "()";
        }
        QTest::newRow("alias") << QByteArray("log");
        QTest::newRow("sign") << QByteArray("1+√");
        QTest::newRow("inside another") << QByteArray("sin(hypot)");
    }
    void suggestsACallThatReads() {
        QFETCH(QByteArray, text);
        const auto formula = read(typed(text));
        QVERIFY(!formula);
        QCOMPARE(int(formula.error().fault), int(Fault::MissingArguments));
        QVERIFY(formula.error().suggestion.starts_with(formula.error().subject));
        QVERIFY(read(formula.error().suggestion));
    }

    void readsTheLettersOfTheGammaFunctions() {
        QVERIFY(*read("Γ(x+1)") == *read("gamma(x+1)"));
        QVERIFY(*read("xψ²(2x)") == *read("x*digamma(2x)^2"));
        QVERIFY(*read("polygamma(4/2,x)") == *read("polygamma(2,x)"));
    }

    void readsSeveralVariables_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char* typed, const char* plain) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(plain);
        };
        row("2xy", "2*x*y");
        row("xsiny", "x*sin(y)");
        row("y x1", "y*x1");
        row("y2", "");
        row("x1x1", "");
        row("f(x, y, x1) = x-y", "x - y");
        row("f(x,y) = x", "");
        row("y = x", "");
        row("x(y) = y", "");
        row("loss(x,y,x1) = x-y", "x - y");
        row("f = x^y", "x^y");
        row("z", "");
    }
    void readsSeveralVariables() {
        QFETCH(QString, typed);
        QFETCH(QString, plain);
        const auto formula = formula::read(typed.toStdString(), {"x", "y", "x1"});
        QCOMPARE(bool(formula), !plain.isEmpty());
        if (formula) QCOMPARE(QString::fromStdString(formula::plain(*formula)), plain);
    }

    void suggestsTheNearestName_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char* name, const char* suggestion) {
            QTest::newRow(name) << QByteArray(name) << QString::fromUtf8(suggestion);
        };
        row("y", "x");
        row("X", "x");
        row("t", "x");
        row("sni", "sin");
        row("sine", "sin");
        row("SIN", "sin");
        row("arctan", "atan");
        row("arcsinh", "asinh");
        row("sqr", "sqrt");
        row("squrt", "sqrt");
        row("sgn", "sign");
        row("Pi", "pi");
        row("lgo", "log");
        row("absolute", "");
        row("hypotenuse", "hypot");
        row("wxyz", "");
    }

    void suggestsTheNearestName() {
        QFETCH(QByteArray, name);
        QFETCH(QString, suggestion);
        const auto formula = read(typed(name));
        QVERIFY(!formula);
        QCOMPARE(int(formula.error().fault), int(Fault::UnknownName));
        QCOMPARE(QString::fromStdString(formula.error().suggestion), suggestion);
    }

    void readsUpToTheLongestText() {
        const std::string longest = repeated("π", formula::longestText);
        QVERIFY(read(longest));
        const auto tooLong = read(longest + "π");
        QVERIFY(!tooLong);
        QCOMPARE(int(tooLong.error().fault), int(Fault::TooLong));
        QCOMPARE(tooLong.error().column, formula::longestText);
    }

    void readsUpToTheDeepestNesting_data() {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<QByteArray>("close");
        const auto row = [](const char* open, const char* close) {
            QTest::newRow(open) << QByteArray(open) << QByteArray(close);
        };
        row("(", ")");
        row("sin(", ")");
        row("sin ", "");
        row("√", "");
        row("-", "");
        row("+", "");
        row("2^", "");
        row("|", "|");
        row("x?1:", "");
        row("x?", ":1");
        row("max(1,", ")");
    }

    void readsUpToTheDeepestNesting() {
        QFETCH(QByteArray, open);
        QFETCH(QByteArray, close);
        const auto deepest = std::size_t(formula::deepestNesting);
        QVERIFY(read(nested(typed(open), typed(close), deepest)));
        const auto tooDeep = read(nested(typed(open), typed(close), deepest + 1));
        QVERIFY(!tooDeep);
        QCOMPARE(int(tooDeep.error().fault), int(Fault::TooDeep));
    }

    void readsLongChainsThatAreNotDeep() {
        QVERIFY(read(repeated("x+", 999) + "x"));
        QVERIFY(read(repeated("x*", 999) + "x"));
        QVERIFY(read(repeated("x", formula::longestText)));
        QVERIFY(read("max(" + repeated("x,", 900) + "x)"));
    }

    void aHugeTextCostsNoMoreThanALongOne() {
        const std::string longest = repeated("x+", formula::longestText / 2 - 1) + "x";
        QVERIFY(read(longest));
        const std::string huge(1'000'000, '-');
        QCOMPARE(int(read(huge).error().fault), int(Fault::TooLong));
        QCOMPARE(int(read(std::string(100'000, '(')).error().fault), int(Fault::TooLong));
        const std::string deep(formula::longestText, '(');
        QCOMPARE(int(read(deep).error().fault), int(Fault::TooDeep));
        const double usual = costOf([&] { (void)read(longest); });
        for (const std::string& text : {huge, deep}) {
            const double cost = costOf([&] { (void)read(text); });
            QVERIFY2(cost < 5 * usual, qPrintable(QString::number(cost / usual)));
        }
    }

    void takesThePointWhateverTheLocale() {
        const char* german = std::setlocale(LC_ALL, "de_DE.UTF-8");
        const QString half = meaning("0.5x");
        const QString comma = meaning("0,5x");
        std::setlocale(LC_ALL, "C");
        if (!german) QSKIP("no German locale here");
        QCOMPARE(half, QStringLiteral("0.5*x"));
        QCOMPARE(comma, QStringLiteral("fault %1 at 1").arg(int(Fault::StrayComma)));
    }
};

QTEST_APPLESS_MAIN(TestReader)
#include "tst_reader.moc"
