// SPDX-License-Identifier: GPL-3.0-or-later
//
// Formulas as Python: that Python computes what they say, and never fails.
#include <rapidcheck.h>

#include <QTest>
#include <cmath>
#include <string>
#include <vector>

#include "formula/calculus.h"
#include "formula/expression.h"
#include "formula/functions.h"
#include "formula/reader.h"
#include "formula/writing/printer.h"
#include "formula/writing/python.h"
#include "oracle.h"
#include "python.h"
#include "trees.h"

using formula::Dialect;
using formula::Formula;

namespace {

Formula parsed(const char* text) {
    return formula::read(text).value();
}

/// A formula at a place, and what Python has made of it.
struct Case {
    Formula formula;
    double x = 0;
    double found = 0;
    QByteArray failure = {};  ///< an exception
};

constexpr const char* preamble[] = {
    "import math\nimport numpy as np\nnp.seterr(all='ignore')\nnumber = np.float64\n",
    "import math\nimport torch\ndef number(value):\n"
    "    return torch.as_tensor(value, dtype=torch.float64)\n"};

/// Computes them all in one process. Of PyTorch the derivative where that is wanted.
void compute(std::vector<Case>& cases, Dialect dialect, bool derivative = false) {
    formula::PythonWriter writer(dialect);
    std::string functions;
    std::string calls;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::string name = 'f' + std::to_string(i);
        functions += writer.defined(name, cases[i].formula);
        // QByteArray::number() drops the sign of −0.
        const QByteArray x = std::signbit(cases[i].x) && cases[i].x == 0
                                 ? QByteArray("-0.0")
                                 : QByteArray::number(cases[i].x, 'g', 17);
        calls += "show(" + name + ", " + x.toStdString() + ")\n";
    }
    std::string script = preamble[dialect == Dialect::PyTorch];
    for (const std::string& definition : writer.definitions()) script += definition;
    script += functions;
    script += "def show(f, x):\n    try:\n        x = number(x)\n";
    script += derivative ? "        x.requires_grad_()\n"
                           "        value = torch.autograd.grad(f(x), x)[0]\n"
                         : "        value = f(x)\n";
    script += dialect == Dialect::NumPy ? "        assert type(value) is np.float64, type(value)\n"
                                        : "        assert value.dtype == torch.float64\n";
    script +=
        "        print(f'{value:.17g}')\n"
        "    except Exception as error:\n        print(f'{type(error)} {error}')\n";
    const QString python = dialect == Dialect::NumPy ? pythonWithNumpy() : pythonWithPytorch();
    const PythonAnswer answer = answerOf(python, QByteArray::fromStdString(script + calls));
    QCOMPARE(answer.err, QByteArray());
    const QByteArrayList lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), static_cast<qsizetype>(cases.size()));
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const QByteArray& line = lines[static_cast<qsizetype>(i)];
        bool isNumber = false;
        cases[i].found = line.toDouble(&isNumber);
        if (!isNumber) cases[i].failure = line;
    }
}

QString told(const Case& each, double expected) {
    return QStringLiteral("%1 at %2 is %3, not %4 %5")
        .arg(QString::fromStdString(formula::plain(each.formula)))
        .arg(each.x, 0, 'g', 17)
        .arg(each.found, 0, 'g', 17)
        .arg(expected, 0, 'g', 17)
        .arg(QString::fromUtf8(each.failure));
}

bool isNear(double a, double b, double slack) {
    return a == b || (std::isnan(a) && std::isnan(b)) ||
           std::abs(a - b) <= slack * std::max(1.0, std::abs(b));
}

double valueOf(const Formula& formula, double x) {
    return formula::Expression(formula::program(formula))(x);
}

/// Compares with what the program itself computes.
QStringList wrongOf(const std::vector<Case>& cases, double slack) {
    QStringList wrong;
    for (const Case& each : cases) {
        const double expected = valueOf(each.formula, each.x);
        if (!each.failure.isEmpty() || !isNear(each.found, expected, slack))
            wrong += told(each, expected);
    }
    return wrong;
}

/// Every function, of x and of 1/x, which is infinite at 0.
std::vector<Formula> everyFunction() {
    std::vector<Formula> all;
    for (const formula::Function& function : formula::functions()) {
        for (const char* inside : {"x", "1/x", "x^2-3"}) {
            const Formula argument = parsed(inside);
            if (std::holds_alternative<formula::Orders>(function.derivative)) {
                for (int order = 0; order < 5; ++order)
                    all.push_back(Formula::call(function, {Formula::number(order), argument}));
            } else if (function.minArguments == 2) {
                all.push_back(Formula::call(function, {argument, parsed("0.7")}));
                all.push_back(Formula::call(function, {parsed("2"), argument}));
            } else {
                all.push_back(Formula::call(function, {argument}));
            }
            if (function.maxArguments == 0)
                all.push_back(Formula::call(function, {argument, parsed("1"), parsed("-x")}));
        }
    }
    return all;
}

const std::vector<double>& places() {
    static const std::vector<double> all = {-30.25, -7,  -2.5, -1.3, -1,   -0.4, -0.0, 0, 1e-9,
                                            0.3,    0.5, 0.9,  1,    1.46, 2.5,  7.7,  40};
    return all;
}

/// With their derivatives.
std::vector<Case> casesOf(const std::vector<Formula>& formulas) {
    std::vector<Case> cases;
    for (const Formula& each : formulas) {
        const Formula slope = formula::derivative(each, "x");
        for (const double x : places()) {
            cases.push_back({each, x});
            cases.push_back({slope, x});
        }
    }
    return cases;
}

std::vector<Formula> randomFormulas(std::size_t count) {
    std::vector<Formula> all;
    rc::Random random(20240229);
    while (all.size() < count) all.push_back(trees::tree(4)(random.split(), 100).value());
    return all;
}

}  // namespace

class TestPython : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsAPersonWould_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("numpy");
        QTest::addColumn<QString>("pytorch");
        const auto row = [](const char* typed, const char* numpy, const char* pytorch) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(numpy)
                                 << QString::fromUtf8(pytorch);
        };
        row("x^4-4x^2+x", "x**4 - 4*x**2 + x", "x**4 - 4*x**2 + x");
        row("-2x^-2", "-2*x**(-2)", "-2*x**(-2)");
        row("(-x)^2/(2x)", "(-x)**2/(2*x)", "(-x)**2/(2*x)");
        row("x-(1-x)", "x - (1 - x)", "x - (1 - x)");
        row("2^3^x", "2**3**x", "2**3**x");
        row("x^(1/3)", "x**(1/3)", "x**(1/3)");
        row("2pi x + e", "2*math.pi*x + math.e", "2*math.pi*x + math.e");
        row("x sin(x)", "x*np.sin(x)", "x*torch.sin(x)");
        row("exp(-x^2/2)", "np.exp(-x**2/2)", "torch.exp(-x**2/2)");
        row("ln(x)+lg(x)", "np.log(x) + np.log10(x)", "torch.log(x) + torch.log10(x)");
        row("sqrt(2)x", "np.sqrt(2.0)*x", "torch.sqrt(number(2))*x");
        row("sqrt(2/3)x", "np.sqrt(np.float64(2/3))*x", "torch.sqrt(number(2/3))*x");
        row("asin(x)", "np.arcsin(x)", "torch.asin(x)");
        row("atan(x)", "np.arctan(x)", "torch.atan(x)");
        row("atan(1/x)", "finite(np.arctan, 1/x)", "finite(torch.atan, 1/x)");
        row("cot(x)", "cot(x)", "cot(x)");
        row("max(x,1,2)", "np.maximum(np.maximum(x, np.float64(1)), np.float64(2))",
            "(larger(larger(x, number(1)), number(2))) + 0 * x");
        row("polygamma(2,x)", "polygamma(2, x)", "torch.polygamma(2, x)");
        row("x<0?-x:x^2", "-x if x < 0 else x**2", "(-x if x < 0 else x**2) + 0 * x");
        row("x<0?-1:1", "np.float64(-1) if x < 0 else np.float64(1)",
            "(number(-1) if x < 0 else number(1)) + 0 * x");
        row("2(x<1&&x>0||x==5)", "2*np.float64(x < 1 and x > 0 or x == 5)",
            "(2*number(x < 1 and x > 0 or x == 5)) + 0 * x");
        row("x&&1?x:2", "x if x != 0 and 1 != 0 else np.float64(2)",
            "(x if x != 0 and 1 != 0 else number(2)) + 0 * x");
        row("5", "np.float64(5)", "(number(5)) + 0 * x");
        row("x+1/0", "x + np.float64(1)/np.float64(0)", "x + number(1)/number(0)");
        row("1e20x", "1e+20*x", "1e+20*x");
        row("x^2^0.5", "x**2**0.5", "x**2**0.5");
    }
    void isWrittenAsAPersonWould() {
        QFETCH(QString, typed);
        QFETCH(QString, numpy);
        QFETCH(QString, pytorch);
        const Formula formula = parsed(qPrintable(typed));
        const auto written = [&](Dialect dialect) {
            return QString::fromStdString(formula::PythonWriter(dialect).defined("f", formula));
        };
        const QString head = QStringLiteral("def f(x):\n    return %1\n");
        QCOMPARE(written(Dialect::NumPy), head.arg(numpy));
        QCOMPARE(written(Dialect::PyTorch), head.arg(pytorch));
    }

    void definesWhatIsCalledAndNoMore() {
        formula::PythonWriter writer(Dialect::NumPy);
        writer.defined("f", parsed("sin(x)+sqrt(x)"));
        QVERIFY(writer.definitions().empty());
        writer.defined("g", parsed("polygamma(2,x)"));
        const auto definitions = writer.definitions();
        QCOMPARE(definitions.size(), std::size_t(2));
        QVERIFY(definitions[0].starts_with("def digamma(x):"));
        QVERIFY(definitions[1].starts_with("def polygamma(n, x):"));
    }

    void everyFunctionHasItsValueAndDerivative() {
        std::vector<Case> cases = casesOf(everyFunction());
        compute(cases, Dialect::NumPy);
        const QStringList wrong = wrongOf(cases, 1e-12);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 40).join(QLatin1Char('\n'))));
    }

    /// Python divides its own numbers by 0 with an error, and has complex roots, large whole
    /// numbers and truths that add up otherwise.
    void nothingRaisesAnException() {
        std::vector<Case> cases;
        for (const char* text : {"1/0",
                                 "x+1/0",
                                 "(-8)^(1/3)",
                                 "2^5000",
                                 "0^-1",
                                 "10^400-x",
                                 "1/(pi-pi)",
                                 "(x<0?-8:8)^(1/3)",
                                 "1/(x<5?0:1)",
                                 "1/(x<5?x-x:1)",
                                 "(x<1)+(x<2)",
                                 "(x<1)*(x<2)",
                                 "-(x<1)",
                                 "(x<1)-(x<2)",
                                 "(x<5)^-1",
                                 "(x>5)^-1",
                                 "1/(x>5)",
                                 "0.5&&1",
                                 "1||x",
                                 "(0.5&&0.25)/2",
                                 "(1<2)<3",
                                 "1<2",
                                 "1<2?x:5",
                                 "abs(-2)^-1",
                                 "max(1,2)^-1",
                                 "max(2)^-1",
                                 "sign(3)^-1",
                                 "floor(2)^-1",
                                 "round(2.5)",
                                 "ceil(-2)^-3",
                                 "min(3,-4,5)^-2",
                                 "gamma(-1)",
                                 "gamma(0)",
                                 "gamma(500)",
                                 "lgamma(0)",
                                 "lgamma(1e306)",
                                 "erf(1/0)",
                                 "erfc(-1/0)",
                                 "atan(1/x)",
                                 "tanh(1e300*1e300)",
                                 "sign(1/x)",
                                 "polygamma(1,0)",
                                 "polygamma(3,-2)",
                                 "digamma(0)",
                                 "digamma(-3)",
                                 "x^x",
                                 "sqrt(-1)",
                                 "ln(-1)",
                                 "ln(0)",
                                 "exp(1000)",
                                 "cosh(1000)",
                                 "1e308*10",
                                 "9007199254740993*3",
                                 "123456789012345678901*x",
                                 "5e-324/2",
                                 "x/x",
                                 "0/x",
                                 "x%1",
                                 "hypot(1e300,1e300)",
                                 "acos(2)",
                                 "asin(-2)",
                                 "acosh(0)",
                                 "atanh(1)",
                                 "sigmoid(800)",
                                 "sigmoid(-800)",
                                 "softplus(800)",
                                 "cot(0)",
                                 "csc(0)",
                                 "sec(pi/2)",
                                 "pow(-8,1/3)",
                                 "pow(0,-1)",
                                 "pow(0,0)",
                                 "cbrt(-8)",
                                 "log2(0)",
                                 "2^(-1)^3",
                                 "(x<0)==(x<1)",
                                 "(x==0)!=0",
                                 "atan2(0,0)",
                                 "atan2(1/x,2)",
                                 "pow(2,3)^-1",
                                 "pow(2,-1)"}) {
            const auto read = formula::read(text);
            if (!read) continue;
            for (const double x : {-1.5, 0.0, 0.5, 7.0}) cases.push_back({*read, x});
        }
        QVERIFY(cases.size() > 300);
        compute(cases, Dialect::NumPy);
        const QStringList wrong = wrongOf(cases, 1e-13);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void randomFormulasHaveTheirValuesAndDerivatives() {
        std::vector<Case> cases;
        for (const Formula& each : randomFormulas(700)) {
            const Formula slope = formula::derivative(each, "x");
            for (const double x : {-2.0003, -1.0, 0.0, 0.5, 3.00003}) {
                cases.push_back({each, x});
                if (slope.size() < 5000) cases.push_back({slope, x});
            }
        }
        compute(cases, Dialect::NumPy);
        int judged = 0;
        QStringList wrong;
        for (const Case& each : cases) {
            const oracle::Value expected = oracle::valueAt(each.formula, each.x);
            judged += expected.state != oracle::State::Unknown;
            // Python's own gamma functions are a little less exact than those of the C library.
            const bool isNearly =
                expected.isFinite() && std::abs(each.found - static_cast<double>(expected.value)) <=
                                           1e-11 * std::abs(static_cast<double>(expected.value));
            if (!each.failure.isEmpty() || !(oracle::agree(expected, each.found) || isNearly))
                wrong += told(each, static_cast<double>(expected.value));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 40).join(QLatin1Char('\n'))));
        QVERIFY(judged > 0.6 * static_cast<double>(cases.size()));
    }

    /// Of formulas as long and as deeply nested as the reader takes, and what repeats in them.
    void largeFormulasAreRead() {
        std::string nested = "x";
        for (int i = 0; i < 90; ++i) nested = "(" + nested + "<1)";
        std::string sines = "x";
        for (int i = 0; i < 40; ++i) sines = "sin(" + sines + "*x)";
        std::string sum = "x";
        for (int i = 0; i < 300; ++i) sum += "+x^3";
        std::string towers = "x";
        for (int i = 0; i < 40; ++i) towers = "atan(1/(" + towers + "))";
        std::vector<Case> cases;
        for (const std::string& text : {nested, sines, sum, towers}) {
            const Formula formula = parsed(text.c_str());
            const Formula slope = formula::derivative(formula, "x");
            for (const Formula& each : {formula, slope, formula::derivative(slope, "x")})
                for (const double x : {-0.7, 0.0, 0.9}) cases.push_back({each, x});
        }
        compute(cases, Dialect::NumPy);
        const QStringList wrong = wrongOf(cases, 1e-10);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n')).left(3000)));
    }

    void pytorchComputesTheSame() {
        if (pythonWithPytorch().isEmpty()) QSKIP("PyTorch is not installed.");
        std::vector<Case> values;
        std::vector<Case> slopes;
        for (const Formula& each : everyFunction()) {
            for (const double x : {-2.5, -0.4, 0.3, 0.9, 2.3, 7.7}) {
                values.push_back({each, x});
                slopes.push_back({each, x});
            }
        }
        compute(values, Dialect::PyTorch);
        compute(slopes, Dialect::PyTorch, true);
        // Its polygamma functions have about ten digits.
        QStringList wrong = wrongOf(values, 1e-9);
        for (const Case& each : slopes) {
            const double expected = valueOf(formula::derivative(each.formula, "x"), each.x);
            // Autograd knows no such thing as outside the domain.
            if (std::isnan(expected)) continue;
            if (!each.failure.isEmpty() || !isNear(each.found, expected, 1e-9))
                wrong += QStringLiteral("slope of ") + told(each, expected);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 40).join(QLatin1Char('\n'))));
    }
};

QTEST_APPLESS_MAIN(TestPython)
#include "tst_python.moc"
