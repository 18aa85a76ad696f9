// SPDX-License-Identifier: GPL-3.0-or-later
// Functions that bring their names: which they are, what is a variable and what a constant, and
// that constants are numbers like any other.
#include <QTest>
#include <cmath>
#include <string>

#include "descent/objective.h"
#include "formula/analysis.h"
#include "formula/valued.h"
#include "formula/writing/printer.h"

using formula::Fault;

Q_DECLARE_METATYPE(formula::Fault)

namespace {

QString joined(const std::vector<std::string>& names) {
    QStringList all;
    for (const std::string& name : names) all += QString::fromStdString(name);
    return all.join(u' ');
}

}  // namespace

class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheNamesThatItMeets_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* typed, const char* plain, const char* names) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(plain)
                                 << QString::fromUtf8(names);
        };
        row("x^2", "x^2", "x");
        row("a*x^2+b", "a*x^2 + b", "a x b");
        row("(w-3)^2", "(w - 3)^2", "w");
        row("ax^2+bx+c", "a*x^2 + b*x + c", "a x b c");
        row("a+bx+cx^2+dx^3", "a + b*x + c*x^2 + d*x^3", "a b x c d");
        row("2axy", "2*a*x*y", "a x y");
        row("xa", "x*a", "x a");
        row("xsinx", "x*sin(x)", "x");
        row("pix", "pi*x", "x");
        row("pie", "pi*e", "");
        row("ex", "e*x", "x");
        row("a(x-1)^2", "a*(x - 1)^2", "a x");
        row("a (x-1)", "a*(x - 1)", "a x");
        row("α·x²", "α*x^2", "α x");
        row("αx", "α*x", "α x");
        row("µ*x", "μ*x", "μ x");
        row("alphax^2", "alpha*x^2", "alpha x");
        row("beta(x-1)", "beta*(x - 1)", "beta x");
        row("λ1*x+λ2", "λ1*x + λ2", "λ1 x λ2");
        row("rate*x^2", "rate*x^2", "rate x");
        row("lamda*x", "lamda*x", "lamda x");
        row("a1*x+a12", "a1*x + a12", "a1 x a12");
        row("x1^2+x2^2", "x1^2 + x2^2", "x1 x2");
        row("x0+x9", "x0 + x9", "x0 x9");
        row("y2*x", "y2*x", "y2 x");
        row("A*sin(B*x)", "A*sin(B*x)", "A B x");
        row("sin a x", "sin(a)*x", "a x");
        row("log2(a)", "log2(a)", "a");
        row("2e3*k", "2000*k", "k");
        row("5", "5", "");
        row("y = x^2", "x^2", "x");
        row("f(w) = a*w^2", "a*w^2", "a w");
        row("f(x, y) = x", "x", "x");
        row("f(α) := α", "α", "α");
        row("x*lambda", "x*lambda", "x lambda");
    }
    void takesTheNamesThatItMeets() {
        QFETCH(QString, typed);
        QFETCH(QString, names);
        const auto reading = formula::readNamed(typed.toStdString());
        QVERIFY2(reading, reading ? "" : reading.error().subject.c_str());
        QTEST(QString::fromStdString(formula::plain(reading->formula)), "plain");
        QCOMPARE(joined(reading->names), names);
    }

    void tellsWhatIsNoName_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char* typed, Fault fault, const char* subject,
                            const char* suggestion) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << fault << QString::fromUtf8(subject)
                                 << QString::fromUtf8(suggestion);
        };
        row("sim(x)", Fault::UnknownName, "sim", "sin");
        row("rate(x)", Fault::UnknownName, "rate", "");
        row("foo (x)", Fault::UnknownName, "foo", "");
        row("x+f(x)", Fault::UnknownName, "f", "");
        row("sni*x", Fault::UnknownName, "sni", "sin");
        row("cost*x", Fault::UnknownName, "cost", "cos(t)");
        row("sinw", Fault::UnknownName, "sinw", "sin(w)");
        row("sine*x", Fault::UnknownName, "sine", "sin");
        row("SIN*x", Fault::UnknownName, "SIN", "sin");
        row("Pi*x", Fault::UnknownName, "Pi", "pi");
        row("X^2", Fault::UnknownName, "X", "x");
        row("Y^2", Fault::UnknownName, "Y", "");
        row("E*x", Fault::UnknownName, "E", "e");
        row("x+4ac", Fault::UnknownName, "ac", "a*c");
        row("be^x", Fault::UnknownName, "be", "b*e");
        row("bcx", Fault::UnknownName, "bcx", "b*c*x");
        row("ax2", Fault::UnknownName, "ax2", "a*x2");
        row("ksinx", Fault::UnknownName, "ksinx", "k*sinx");
        row("tg*x", Fault::UnknownName, "tg", "");
        row("mod*x", Fault::UnknownName, "mod", "");
        row("arcsin*x", Fault::UnknownName, "arcsin", "");
        row("x if x", Fault::UnknownName, "if", "");
        row("abcdefghijklmnopq*x", Fault::UnknownName, "abcdefghijklmnopq", "");
        row("a2x", Fault::NumberedName, "a2x", "a2");
        row("x^2+σ(x)", Fault::StrayCharacter, "σ", "");
        row("sin(x) = x", Fault::Assignment, "=", "");
        row("xyz = 3", Fault::Assignment, "=", "");
        row("f(sin) = x", Fault::Assignment, "=", "");
        row("polygamma(a,x)", Fault::VaryingOrder, "a", "");
    }
    void tellsWhatIsNoName() {
        QFETCH(QString, typed);
        QFETCH(Fault, fault);
        QFETCH(QString, suggestion);
        const auto reading = formula::readNamed(typed.toStdString());
        QVERIFY(!reading);
        const formula::ReadError& error = reading.error();
        QTEST(QString::fromStdString(error.subject), "subject");
        QCOMPARE(int(error.fault), int(fault));
        if (!suggestion.isEmpty()) QCOMPARE(QString::fromStdString(error.suggestion), suggestion);
    }

    void everySuggestedProductReads() {
        for (const char* typed : {"ac", "be", "bcx", "ksinx", "asqrtx"}) {
            const auto reading = formula::readNamed(typed);
            QVERIFY2(!reading, typed);
            QVERIFY2(formula::readNamed(reading.error().suggestion), typed);
        }
    }

    /// "variables | constants".
    void givesNamesTheirRoles_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("constants");
        QTest::addColumn<QString>("roles");
        const auto row = [](const char* typed, const char* constants, const char* roles) {
            QTest::addRow("%s, %s", typed, constants)
                << QString::fromUtf8(typed) << QString::fromUtf8(constants)
                << QString::fromUtf8(roles);
        };
        row("a*x^2+b", "", "x | a b");
        row("(w-3)^2", "", "w | ");
        row("a*w^2", "", "a w | ");
        row("a*w^2", "a", "w | a");
        row("x*y", "", "x y | ");
        row("100*(y-x^2)^2+(1-x)^2", "", "x y | ");
        row("x8+x2*z+b*y", "", "y z x2 x8 | b");
        row("x*y", "y", "x | y");
        row("z+x1+x8+x9", "", "z x1 x8 | x9");
        row("5", "", "x | ");
        row("f(a) = a*x^2", "", "a | x");
        row("f(w) = 3", "", "w | ");
        row("f(x, y, x) = x*y", "", "x y | ");
        row("f(y, x) = x*y*c", "", "y x | c");
        row("a+x", "z", "x | a");
    }
    void givesNamesTheirRoles() {
        QFETCH(QString, typed);
        QFETCH(QString, constants);
        formula::Wanted wanted;
        if (!constants.isEmpty()) wanted.constants = {constants.toStdString()};
        const auto analysis = formula::analyse(typed.toStdString(), wanted);
        QVERIFY(analysis);
        QTEST(joined(analysis->variables) + QStringLiteral(" | ") + joined(analysis->constants),
              "roles");
        QCOMPARE(analysis->gradient.size(), analysis->variables.size());
    }

    void whatVariedGoesOnToVary() {
        const auto analysis =
            formula::analyse("a*w^2", formula::Wanted{.variables = {"w"}, .mostVariables = 1});
        QVERIFY(analysis);
        QCOMPARE(joined(analysis->variables), QStringLiteral("w"));
        QCOMPARE(joined(analysis->constants), QStringLiteral("a"));
    }

    void tellsWhichRolesCannotBe() {
        const auto error = [](const char* text, const formula::Wanted& wanted) {
            const auto analysis = formula::analyse(text, wanted);
            if (analysis) qFatal("%s reads", text);
            return analysis.error();
        };
        const auto several = error("1 + x*y", {.mostVariables = 1});
        QCOMPARE(int(several.fault), int(Fault::TooManyVariables));
        QCOMPARE(several.subject, std::string("x y"));
        QCOMPARE(several.column, std::size_t(6));
        const auto only = error("a*x^2", {.constants = {"x"}});
        QCOMPARE(int(only.fault), int(Fault::OnlyVariable));
        QCOMPARE(only.subject, std::string("x"));
        const auto nine = error("x*(a+b+c+d+g+h+i+j+k)", {});
        QCOMPARE(int(nine.fault), int(Fault::TooManyConstants));
        QCOMPARE(nine.subject, std::string("k"));
        QVERIFY(formula::analyse("x*(a+b+c+d+g+h+i+j)"));
        const auto variables = error("a+b+c+d+g+h+i+j+k", {});
        QCOMPARE(int(variables.fault), int(Fault::TooManyVariables));
    }

    void constantsAreNumbers_data() {
        QTest::addColumn<QString>("named");
        for (const char* named :
             {"a*x^2+b*x", "x^a", "a^x", "sin(a*x)/b", "b/(a*x)", "1/(a*x+b)^3", "exp(-a*x^2)+b",
              "abs(x-a)", "x<a ? b : x^2", "max(a,x)*b", "a*ln(x^2+b)", "atan2(x,a)", "hypot(x,a)",
              "(x-a)/(x-b)", "floor(a*x)", "a+0*x", "a*b*x^4-x^a/b", "polygamma(1,x+a)"})
            QTest::newRow(named) << QString::fromUtf8(named);
    }
    void constantsAreNumbers() {
        QFETCH(QString, named);
        const auto analysis =
            formula::analyse(named.toStdString(), formula::Wanted{.constants = {"a", "b"}});
        QVERIFY(analysis);
        static const QRegularExpression a(QStringLiteral("\\ba\\b"));
        static const QRegularExpression b(QStringLiteral("\\bb\\b"));
        const QString text =
            QString(named).replace(a, QStringLiteral("2.5")).replace(b, QStringLiteral("(-0.75)"));
        const auto written = formula::analyse(text.toStdString());
        QVERIFY(written);
        std::vector<double> values;
        for (const std::string& name : analysis->constants)
            values.push_back(name == "a" ? 2.5 : -0.75);
        const descent::Objective constant(
            {std::make_shared<const formula::Analysis>(*analysis), values});
        const descent::Objective number(*written);
        for (double x = -3.05; x < 3.1; x += 0.3) {
            const auto same = [&](double found, double expected) {
                return (std::isnan(found) && std::isnan(expected)) || found == expected ||
                       std::abs(found - expected) <= 1e-12 * (1 + std::abs(expected));
            };
            QVERIFY2(same(constant.value(x), number.value(x)), qPrintable(QString::number(x)));
            QVERIFY2(same(constant.slope(x), number.slope(x)), qPrintable(QString::number(x)));
            QVERIFY2(same(constant.curvature(x), number.curvature(x)),
                     qPrintable(QString::number(x)));
            QCOMPARE(constant.isMissing(x), number.isMissing(x));
            QCOMPARE(constant.mayBreak(x, 1e-9), number.mayBreak(x, 1e-9));
            const double known = number.valueError(x);
            if (std::isfinite(known))
                QVERIFY(std::abs(constant.valueError(x) - known) <= 3 * known);
        }
    }

    /// Each of them on its own: an expression belongs to one thread.
    void anotherValueIsAnotherFunctionOfTheSameAnalysis() {
        const auto analysis =
            std::make_shared<const formula::Analysis>(*formula::analyse("a*x^2+b"));
        const formula::Valued one(analysis, {2, 5});
        const formula::Valued other(analysis, {3, 5});
        QVERIFY(one != other);
        QVERIFY(one == formula::Valued(
                           std::make_shared<const formula::Analysis>(*formula::analyse("a*x^2+b")),
                           {2, 5}));
        QCOMPARE(&*one, &*other);
        QCOMPARE(descent::Objective(one).value(3), 23.0);
        QCOMPARE(descent::Objective(other).slope(3), 18.0);
        QCOMPARE(descent::Objective(formula::Valued(*analysis)).value(3), 10.0);
    }

    void constantsAreNotDifferentiatedBy() {
        const auto analysis = formula::analyse("a*x^2+a^2/(b*x)");
        QVERIFY(analysis);
        QCOMPARE(analysis->gradient.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(formula::plain(analysis->derivative())),
                 QStringLiteral("2*a*x - a^2/(b*x^2)"));
        QCOMPARE(QString::fromStdString(formula::plain(formula::analyse("a*x^3")->second())),
                 QStringLiteral("6*a*x"));
    }

    void aStepWithConstantsCostsNoMoreThanOneWithNumbers() {
        const auto named = formula::analyse("x^4-a*x^2+x");
        const auto written = formula::analyse("x^4-4*x^2+x");
        QCOMPARE(named->functionProgram.effort, written->functionProgram.effort);
        QCOMPARE(written->functionProgram.parameters, std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
