// SPDX-License-Identifier: GPL-3.0-or-later
#include <muParser.h>
#include <rapidcheck.h>

#include <QtTest>
#include <cmath>
#include <string>

#include "formula/calculus.h"
#include "formula/expression.h"
#include "formula/functions.h"
#include "formula/reader.h"
#include "formula/writing/printer.h"
#include "oracle.h"
#include "trees.h"

namespace rc {

template <>
struct Arbitrary<formula::Formula> {
    static Gen<formula::Formula> arbitrary() { return trees::tree(4); }
};

}  // namespace rc

namespace formula {

void showValue(const Formula& formula, std::ostream& out) {
    out << plain(formula);
}

}  // namespace formula

namespace {

using formula::Formula;
using formula::Function;
using formula::Kind;

/// How many of the random cases could be judged: a property that skips most of them claims nothing.
struct Tally {
    int judged = 0;
    int all = 0;

    void count(bool wasJudged) {
        ++all;
        judged += wasJudged ? 1 : 0;
    }
    bool isMostly(double share) const { return judged >= share * all; }
};

bool isKnown(const oracle::Value& value) {
    return value.state != oracle::State::Unknown;
}

/// What muParser itself has under the same name, and computes well.
bool hasStockGrammar(const Formula& formula) {
    if (formula.is(Kind::Call)) {
        constexpr std::string_view own[] = {
            "asinh", "acosh", "atanh",    "cbrt",    "floor",   "ceil",      "round",
            "pow",   "hypot", "softplus", "sigmoid", "cot",     "sec",       "csc",
            "erf",   "erfc",  "gamma",    "lgamma",  "digamma", "polygamma", "lg"};
        if (std::ranges::find(own, formula.function().name) != std::ranges::end(own)) return false;
    }
    return std::all_of(formula.operands().begin(), formula.operands().end(), hasStockGrammar);
}

double stockValue(const std::string& text, double x) {
    mu::Parser parser;
    parser.EnableOptimizer(false);
    parser.DefineConst("pi", 3.14159265358979323846);
    parser.DefineConst("e", 2.71828182845904523536);
    parser.DefineVar("x", &x);
    parser.SetExpr(text);
    return parser.Eval();
}

}  // namespace

class Properties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsPrintedIsReadBack();
    void compiledFormulasHaveTheValueOfTheTree();
    void stockMuParserAgreesWithTheTree();
    void simplifyingKeepsValuesAndDomain();
    void simplifyingTwiceChangesNothing();
    void derivativesAgreeWithDifferences();
    void derivativesAreSimplified();
};

void Properties::initTestCase() {
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "seed=20240229 max_success=4000");
}

void Properties::whatIsPrintedIsReadBack() {
    QVERIFY(rc::check([](const Formula& formula) {
        const auto read = formula::read(formula::plain(formula));
        RC_ASSERT(bool(read));
        RC_ASSERT(*read == formula);
    }));
}

void Properties::compiledFormulasHaveTheValueOfTheTree() {
    Tally tally;
    QVERIFY(rc::check([&](const Formula& formula) {
        const double x = *trees::place();
        const oracle::Value expected = oracle::valueAt(formula, x);
        tally.count(isKnown(expected));
        const double found = formula::Expression(formula::program(formula))(x);
        RC_LOG() << "x = " << x << ", tree " << double(expected.value) << ", compiled " << found;
        RC_ASSERT(oracle::agree(expected, found));
    }));
    QVERIFY(tally.isMostly(0.6));
}

void Properties::stockMuParserAgreesWithTheTree() {
    Tally tally;
    QVERIFY(rc::check([&](const Formula& formula) {
        const double x = *trees::place();
        oracle::Evaluation tree(x);
        const oracle::Value expected = tree.of(formula);
        const bool judged = tree.isRegular() && hasStockGrammar(formula);
        tally.count(judged);
        if (!judged) return;
        const double found = stockValue(formula::plain(formula), x);
        RC_LOG() << "x = " << x << ", tree " << double(expected.value) << ", muParser " << found;
        RC_ASSERT(oracle::agree(expected, found));
    }));
    QVERIFY(tally.isMostly(0.25));
}

void Properties::simplifyingKeepsValuesAndDomain() {
    Tally tally;
    QVERIFY(rc::check([&](const Formula& formula) {
        const double x = *trees::place();
        const Formula simplified = formula::simplified(formula);
        const oracle::Value before = oracle::valueAt(formula, x);
        const oracle::Value after = oracle::valueAt(simplified, x);
        tally.count(isKnown(before) && isKnown(after));
        RC_LOG() << formula::plain(simplified) << " at " << x << " is " << double(after.value)
                 << ", was " << double(before.value);
        RC_ASSERT(oracle::agree(before, after));
    }));
    QVERIFY(tally.isMostly(0.6));
}

void Properties::simplifyingTwiceChangesNothing() {
    QVERIFY(rc::check([](const Formula& formula) {
        const Formula once = formula::simplified(formula);
        RC_LOG() << formula::plain(once) << " became " << formula::plain(formula::simplified(once));
        RC_ASSERT(formula::simplified(once) == once);
    }));
}

void Properties::derivativesAgreeWithDifferences() {
    Tally tally;
    const auto check = [&](const Formula& formula, double x) {
        const Formula slope = formula::derivative(formula, "x");
        const oracle::Value expected = oracle::slopeFromDifferences(formula, x);
        const oracle::Value found = oracle::valueAt(slope, x);
        tally.count(isKnown(expected) && isKnown(found));
        RC_LOG() << "(" << formula::plain(formula) << ")' = " << formula::plain(slope) << " at "
                 << x << " is " << double(found.value) << ", not " << double(expected.value);
        RC_ASSERT(oracle::agree(expected, found));
        return slope;
    };
    QVERIFY(rc::check([&](const Formula& formula) {
        const double x = *trees::smoothPlace();
        const Formula slope = check(formula, x);
        if (slope.size() < 1000) check(slope, x);
    }));
    QVERIFY(tally.isMostly(0.4));
}

void Properties::derivativesAreSimplified() {
    QVERIFY(rc::check([](const Formula& formula) {
        const Formula slope = formula::derivative(formula, "x");
        RC_LOG() << formula::plain(slope) << " became "
                 << formula::plain(formula::simplified(slope));
        RC_ASSERT(formula::simplified(slope) == slope);
    }));
}

QTEST_APPLESS_MAIN(Properties)
#include "tst_properties.moc"
