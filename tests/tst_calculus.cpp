// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QtTest>
#include <cmath>
#include <string>
#include <unordered_set>

#include "formula/calculus.h"
#include "formula/functions.h"
#include "formula/reader.h"
#include "formula/writing/printer.h"
#include "oracle.h"

using formula::derivative;
using formula::Formula;

namespace {

Formula readFrom(const char* text) {
    const auto formula = formula::read(text);
    if (!formula) qFatal("cannot read %s", text);
    return *formula;
}

Formula slopeOf(const char* text) {
    return derivative(readFrom(text), "x");
}

/// Without the spaces, which are the printer's business.
QString written(const Formula& formula) {
    return QString::fromStdString(formula::plain(formula)).remove(QLatin1Char(' '));
}

void addTextPairs(std::initializer_list<std::pair<const char*, const char*>> pairs) {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    for (const auto& [text, expected] : pairs)
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(expected);
}

std::size_t distinctNodes(const Formula& formula, std::unordered_set<const void*>& seen) {
    if (!seen.insert(formula.identity()).second) return 0;
    std::size_t count = 1;
    for (const Formula& operand : formula.operands()) count += distinctNodes(operand, seen);
    return count;
}

std::size_t distinctNodes(const Formula& formula) {
    std::unordered_set<const void*> seen;
    return distinctNodes(formula, seen);
}

/// `count` copies of `piece` with # replaced by 1, 2, 3, ...
QByteArray repeated(const QByteArray& piece, const QByteArray& between, int count) {
    QByteArrayList parts;
    for (int i = 1; i <= count; ++i)
        parts.append(QByteArray(piece).replace('#', QByteArray::number(i)));
    return parts.join(between);
}

}  // namespace

class Calculus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesDerivativesInSimplestForm_data();
    void writesDerivativesInSimplestForm();
    void gathersAndFolds_data();
    void gathersAndFolds();
    void keepsTheDomain_data();
    void keepsTheDomain();
    void leavesAloneWhatMayBeUndefined_data();
    void leavesAloneWhatMayBeUndefined();
    void differentiatesEveryFunction_data();
    void differentiatesEveryFunction();
    void givesCornersAFixedValue_data();
    void givesCornersAFixedValue();
    void differentiatesPowersAtAndBelowZero_data();
    void differentiatesPowersAtAndBelowZero();
    void agreesWithIndependentCurvatures_data();
    void agreesWithIndependentCurvatures();
    void differentiatesInOneVariableAtATime();
    void sharesSubtreesOfLongFormulas_data();
    void sharesSubtreesOfLongFormulas();
};

void Calculus::writesDerivativesInSimplestForm_data() {
    addTextPairs({
        {"3", "0"},
        {"x", "1"},
        {"x^2", "2*x"},
        {"x^4-4*x^2+x", "4*x^3-8*x+1"},
        {"x+2*x^2+0.4*x^3", "1+4*x+1.2*x^2"},
        {"x^4-3*x^3+2", "4*x^3-9*x^2"},
        {"x^4/4-x^2/2", "x^3-x"},
        {"1-exp(-x^2)", "2*x*exp(-x^2)"},
        {"exp(x)-2*x", "exp(x)-2"},
        {"sin(x)+sin(10*x/3)", "cos(x)+10*cos(10*x/3)/3"},
        {"sin(1000*x)", "1000*cos(1000*x)"},
        {"0.1*x^2-0.6*exp(-8*(x-2)^2)", "0.2*x+9.6*(x-2)*exp(-8*(x-2)^2)"},
        {"0.05*x^2-exp(-(x-2)^2)-2*exp(-4*(x+2)^2)",
         "0.1*x+2*(x-2)*exp(-(x-2)^2)+16*(x+2)*exp(-4*(x+2)^2)"},
        {"((x-2)^2+(2*x-3.9)^2+(3*x-6.1)^2)/3", "(2*(x-2)+4*(2*x-3.9)+6*(3*x-6.1))/3"},
        {"100*(x^2-1)^2+(1-x)^2", "400*x*(x^2-1)+2*(-1+x)"},
        {"20+x^2-10*cos(2*pi*x)", "2*x+20*pi*sin(2*pi*x)"},
        {"x-ln(x)", "1-1/x"},
        {"x*ln(x)-x", "ln(x)"},
        {"x^2*ln(x)", "2*x*ln(x)+x"},
        {"ln(x^2)", "2/x"},
        {"ln(x/(1-x))", "1/x+1/(1-x)"},
        {"ln(x)/x", "1/x^2-ln(x)/x^2"},
        {"ln(x)^2", "2*ln(x)/x"},
        {"1/x", "-1/x^2"},
        {"x^-1", "-1/x^2"},
        {"ln(x)^0", "0"},
        {"1/x^2", "-2/x^3"},
        {"x/(x^2+1)", "(-x^2+1)/(x^2+1)^2"},
        {"1/(1+exp(-x))", "exp(-x)/(1+exp(-x))^2"},
        {"sqrt(x)", "1/(2*sqrt(x))"},
        {"sqrt(x^2+1)", "x/sqrt(x^2+1)"},
        {"x^0.5", "0.5*x^(-0.5)"},
        {"x^(1/3)", "x^(-2/3)/3"},
        {"x^x", "(ln(x)+1)*x^x"},
        {"2^x", "ln(2)*2^x"},
        {"e^(2*x)", "2*e^(2*x)"},
        {"x*exp(-x)", "exp(-x)-x*exp(-x)"},
        {"sin(x)^2", "2*sin(x)*cos(x)"},
        {"sin(x)*cos(x)", "cos(x)^2-sin(x)^2"},
        {"(x^2+1)^3", "6*x*(x^2+1)^2"},
        {"(2*x)^2", "8*x"},
        {"(x-1)*(x-2)", "2*x-3"},
        {"pi*x^2", "2*pi*x"},
        {"x^pi", "pi*x^(pi-1)"},
        {"log2(x)", "1/(ln(2)*x)"},
        {"atan(x)", "1/(1+x^2)"},
        {"abs(x)", "sign(x)"},
        {"max(0,x)", "0>=x?0:1"},
        {"x>0?x^2:-x", "x>0?2*x:-1"},
        {"floor(x)*x", "floor(x)"},
        {"atan2(x,2)", "2/(4+x^2)"},
        {"1e-20*x^2", "2e-20*x"},
    });
}

void Calculus::writesDerivativesInSimplestForm() {
    QFETCH(QByteArray, text);
    QTEST(written(slopeOf(text)), "expected");
}

void Calculus::gathersAndFolds_data() {
    addTextPairs({
        {"x+x", "2*x"},         {"x+0", "x"},
        {"0+x", "x"},           {"1*x", "x"},
        {"x*1", "x"},           {"x/1", "x"},
        {"x^1", "x"},           {"x^0", "1"},
        {"x*x", "x^2"},         {"x^2*x^3", "x^5"},
        {"(x^2)^3", "x^6"},     {"(-x)^2", "x^2"},
        {"(-x)^3", "-x^3"},     {"2*x*3", "6*x"},
        {"0.1+0.2", "0.3"},     {"0.4*3*x", "1.2*x"},
        {"10/3*x", "10*x/3"},   {"x*2/4", "x/2"},
        {"0.5*x/3", "0.5*x/3"}, {"x/3+x/6", "x/2"},
        {"2^3*x", "8*x"},       {"(2/3)^2", "4/9"},
        {"3-5", "-2"},          {"-(x-1)", "-x+1"},
        {"--x", "x"},           {"x-(2-x)", "2*x-2"},
        {"x-x", "0"},           {"0*x^2", "0"},
        {"0*sin(x)+x", "x"},    {"x*sin(x)+sin(x)*x", "2*x*sin(x)"},
        {"1/x/x", "1/x^2"},     {"x*pi*2", "2*pi*x"},
        {"min(x)", "x"},        {"pow(x,2)", "x^2"},
        {"1>0?x:2", "1>0?x:2"}, {"1?x:2", "x"},
        {"x>0?x:x", "x"},       {"ln(x)+ln(x)", "2*ln(x)"},
        {"1+x^2+2", "3+x^2"},
    });
}

void Calculus::gathersAndFolds() {
    QFETCH(QByteArray, text);
    QTEST(written(formula::simplified(readFrom(text))), "expected");
}

void Calculus::keepsTheDomain_data() {
    QTest::addColumn<double>("outside");
    QTest::newRow("0*ln(x)") << -1.0;
    QTest::newRow("0*(1/x)") << 0.0;
    QTest::newRow("0/x") << 0.0;
    QTest::newRow("x/x") << 0.0;
    QTest::newRow("x^2/x") << 0.0;
    QTest::newRow("ln(x)-ln(x)") << -1.0;
    QTest::newRow("1/x-1/x+1") << 0.0;
    QTest::newRow("sqrt(x)^2") << -1.0;
    QTest::newRow("sqrt(x)*sqrt(x)") << -1.0;
    QTest::newRow("exp(ln(x))") << -1.0;
    QTest::newRow("x^0.5*x^0.5") << -1.0;
    QTest::newRow("(x^0.5)^2") << -1.0;
    QTest::newRow("(x^(1/3))^3") << -1.0;
    QTest::newRow("acos(x)+asin(x)") << 2.0;
    QTest::newRow("x*(1/x)") << 0.0;
    QTest::newRow("0*(x/0)") << 1.0;
    QTest::newRow("0*acosh(x)+x") << 0.0;
    QTest::newRow("exp(x)-exp(x)") << 800.0;
}

void Calculus::keepsTheDomain() {
    QFETCH(double, outside);
    const Formula formula = readFrom(QTest::currentDataTag());
    const auto before = oracle::valueAt(formula, outside).state;
    QVERIFY(before != oracle::State::Finite);
    QVERIFY2(oracle::valueAt(formula::simplified(formula), outside).state == before,
             qPrintable(written(formula::simplified(formula))));
}

void Calculus::leavesAloneWhatMayBeUndefined_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"0*ln(x)", "x/x", "ln(x)-ln(x)", "sqrt(x)^2", "(x^2)^0.5", "1/(1/x)",
                             "x/0", "ln(x)^0", "exp(x)-exp(x)", "1e+300*1e+300*x", "0/x"})
        QTest::newRow(text) << QByteArray(text);
}

void Calculus::leavesAloneWhatMayBeUndefined() {
    QFETCH(QByteArray, text);
    QVERIFY2(formula::simplified(readFrom(text)) == readFrom(text),
             qPrintable(written(formula::simplified(readFrom(text)))));
}

void Calculus::differentiatesEveryFunction_data() {
    QTest::addColumn<QByteArray>("text");
    const auto inside = [](std::string_view name) -> std::vector<QByteArray> {
        const auto isOneOf = [name](std::initializer_list<std::string_view> names) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        if (isOneOf({"asin", "acos", "atanh"})) return {"x/5", "sin(x)/2", "(x^2-10)/20"};
        if (name == "acosh") return {"x+5", "x^2+2", "exp(x/4)+3"};
        if (isOneOf(
                {"ln", "log2", "log10", "lg", "sqrt", "gamma", "lgamma", "digamma", "polygamma"}))
            return {"x+5", "x^2+1", "exp(x)", "x^2/(x^2+1)"};
        return {"x", "2*x-1", "x^2+x/3", "sin(x)"};
    };
    for (const formula::Function& each : formula::functions()) {
        const QByteArray name(each.name.data(), qsizetype(each.name.size()));
        for (const QByteArray& argument : inside(each.name)) {
            QByteArray rest;
            if (each.name == "pow") rest = ",2.5-x";
            if (each.name == "atan2" || each.name == "hypot") rest = ",x^2-2";
            if (each.maxArguments == 0) rest = ",x^3,1-x,0.3";
            const bool needsPositive = each.name == "pow";
            const QByteArray first = needsPositive ? "(" + argument + ")^2+0.1" : argument;
            const QByteArray order = each.name == "polygamma" ? "2," : "";
            const QByteArray text = name + "(" + order + first + rest + ")";
            QTest::newRow(text.constData()) << text;
        }
    }
}

void Calculus::differentiatesEveryFunction() {
    QFETCH(QByteArray, text);
    Formula formula = readFrom(text);
    for (const char* order : {"first", "second"}) {
        const Formula slope = derivative(formula, "x");
        int judged = 0;
        for (const double x : {-3.1, -2.37, -1.3, -0.71, -0.23, 0.17, 0.63, 1.13, 1.9, 2.71, 3.3}) {
            const oracle::Value expected = oracle::slopeFromDifferences(formula, x);
            const oracle::Value found = oracle::valueAt(slope, x);
            judged += expected.isFinite() && found.isFinite() ? 1 : 0;
            QVERIFY2(oracle::agree(expected, found),
                     qPrintable(QStringLiteral("%1 derivative %2 at %3: %4, not %5")
                                    .arg(QLatin1String(order), written(slope))
                                    .arg(x)
                                    .arg(double(found.value))
                                    .arg(double(expected.value))));
        }
        QVERIFY(judged >= 5);
        formula = slope;
    }
}

void Calculus::givesCornersAFixedValue_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("expected");
    QTest::newRow("abs(x)") << 0.0 << 0.0;
    QTest::newRow("abs(x) ") << -2.0 << -1.0;
    QTest::newRow("sign(x)") << 0.0 << 0.0;
    QTest::newRow("floor(x)") << 1.0 << 0.0;
    QTest::newRow("ceil(x)") << 1.0 << 0.0;
    QTest::newRow("round(x)") << 0.5 << 0.0;
    QTest::newRow("min(x,2*x)") << 0.0 << 1.0;
    QTest::newRow("min(x,2*x) ") << -1.0 << 2.0;
    QTest::newRow("max(x,2*x,7)") << 5.0 << 2.0;
    QTest::newRow("max(x,2*x,7) ") << 1.0 << 0.0;
    QTest::newRow("x>0?x:5*x") << 0.0 << 5.0;
    QTest::newRow("(x>=0)*x^2") << 3.0 << 6.0;
    QTest::newRow("(x>0&&x<1)*x") << 0.5 << 1.0;
    QTest::newRow("(x>0||x<-1)*x") << -0.5 << 0.0;
}

void Calculus::givesCornersAFixedValue() {
    QFETCH(double, x);
    QFETCH(double, expected);
    const Formula slope = slopeOf(QTest::currentDataTag());
    const oracle::Value found = oracle::valueAt(slope, x);
    QVERIFY2(found.isFinite() && oracle::agree(found, expected), qPrintable(written(slope)));
}

void Calculus::differentiatesPowersAtAndBelowZero_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("expected");
    const double infinite = std::numeric_limits<double>::infinity();
    QTest::newRow("x^1") << 0.0 << 1.0;
    QTest::newRow("x^2") << 0.0 << 0.0;
    QTest::newRow("x^3") << -2.0 << 12.0;
    QTest::newRow("x^0") << 0.0 << 0.0;
    QTest::newRow("x^-2") << -2.0 << 0.25;
    QTest::newRow("pow(x,3)") << -1.0 << 3.0;
    QTest::newRow("x^(1+1)") << -1.0 << -2.0;
    QTest::newRow("x^floor(2.5)") << -1.0 << -2.0;
    QTest::newRow("x^1.5") << 0.0 << 0.0;
    QTest::newRow("cbrt(x)") << -8.0 << 1.0 / 12;
    QTest::newRow("cbrt(x) ") << 0.0 << infinite;
    QTest::newRow("sqrt(x)") << 0.0 << infinite;
    QTest::newRow("0^x") << 2.0 << 0.0;
    QTest::newRow("(-x)^3") << 1.0 << -3.0;
}

void Calculus::differentiatesPowersAtAndBelowZero() {
    QFETCH(double, x);
    QFETCH(double, expected);
    const oracle::Value found = oracle::valueAt(slopeOf(QTest::currentDataTag()), x);
    QVERIFY(oracle::agree(found, expected));
    QVERIFY(found.state != oracle::State::Unknown);
}

void Calculus::agreesWithIndependentCurvatures_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("curvature");
    QFile file(QStringLiteral(TEST_DATA "/descents.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
    const QByteArrayList names = file.readLine().trimmed().split(',');
    while (!file.atEnd()) {
        const QByteArrayList row = file.readLine().trimmed().split(',');
        const auto cell = [&](const char* name) { return row.value(names.indexOf(name)); };
        bool present = false;
        const double curvature = cell("curvature_last").toDouble(&present);
        if (!present || !std::isfinite(curvature) || cell("id").startsWith("chaos")) continue;
        QTest::newRow(cell("id").constData())
            << cell("f") << cell("x_last").toDouble() << curvature;
    }
}

void Calculus::agreesWithIndependentCurvatures() {
    QFETCH(QByteArray, text);
    QFETCH(double, x);
    QFETCH(double, curvature);
    const Formula second = derivative(slopeOf(text), "x");
    const double found = double(oracle::valueAt(second, x).value);
    QVERIFY2(std::abs(found - curvature) <= 1e-5 * std::abs(curvature),
             qPrintable(QStringLiteral("%1, not %2").arg(found).arg(curvature)));
}

void Calculus::differentiatesInOneVariableAtATime() {
    const Formula x = Formula::variable("x");
    const Formula y = Formula::variable("y");
    const auto raised = [](const Formula& base, double exponent) {
        return Formula::binary(formula::Kind::Power, base, Formula::number(exponent));
    };
    const Formula formula =
        Formula::binary(formula::Kind::Add,
                        Formula::binary(formula::Kind::Multiply, raised(x, 2), y), raised(y, 3));
    QCOMPARE(written(derivative(formula, "x")), QStringLiteral("2*x*y"));
    QCOMPARE(written(derivative(formula, "y")), QStringLiteral("x^2+3*y^2"));
}

void Calculus::sharesSubtreesOfLongFormulas_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray open(99, '(');
    QTest::newRow("product") << repeated("(x+#)", "*", 250);
    QTest::newRow("product of sines") << repeated("sin(#*x)", "*", 180);
    QTest::newRow("sum") << repeated("x^#", "+", 300);
    QTest::newRow("quotient") << repeated("(x+#)", "/", 250);
    QTest::newRow("squares") << open + "x" + QByteArray("+1)^2").repeated(99);
    QTest::newRow("sines") << QByteArray("sin(").repeated(99) + "x" + QByteArray(99, ')');
    QTest::newRow("minima") << "min(" + repeated("x^#", ",", 300) + ")";
    QTest::newRow("continued fraction")
        << QByteArray("x/(1+").repeated(99) + "x" + QByteArray(99, ')');
}

void Calculus::sharesSubtreesOfLongFormulas() {
    QFETCH(QByteArray, text);
    const Formula formula = readFrom(text);
    const Formula slope = derivative(formula, "x");
    const std::size_t typed = distinctNodes(formula);
    QVERIFY(distinctNodes(slope) <= 4 * typed);
    QVERIFY(distinctNodes(derivative(slope, "x")) <= 10 * typed);
}

QTEST_APPLESS_MAIN(Calculus)
#include "tst_calculus.moc"
