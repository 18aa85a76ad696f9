// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck.h>

#include <QtTest>
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "formula/analysis.h"
#include "formula/expression.h"
#include "formula/functions.h"
#include "formula/reader.h"
#include "formula/tape.h"
#include "oracle.h"
#include "trees.h"

namespace {

using formula::Expression;
using formula::Formula;
using formula::Kernels;
using formula::Kind;
using formula::Tape;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();

const std::vector<std::string> inX = {"x"};
const std::vector<std::string> inXandY = {"x", "y"};

Formula parsed(const std::string& text) {
    return formula::read(text, inXandY).value();
}

using Lanes = std::vector<double>;

/// What this processor can: some have only the first.
std::vector<const Kernels*> allKernels() {
    std::vector<const Kernels*> all = {&formula::twoLanes};
    if (&formula::quickestKernels() != all.front()) all.push_back(&formula::quickestKernels());
    return all;
}

/// The results at the places, up to 256 of them; in[v] has the values of variable v.
std::vector<Lanes> evaluated(const Tape& tape, const std::vector<Lanes>& in) {
    const std::size_t count = in.front().size();
    std::vector<Lanes> padded = in;
    std::vector<Lanes> out(tape.results(), Lanes(Tape::lanes));
    std::vector<const double*> from;
    std::vector<double*> into;
    for (Lanes& each : padded) {
        each.resize(Tape::lanes);
        from.push_back(each.data());
    }
    for (Lanes& each : out) into.push_back(each.data());
    Tape::Registers registers;
    tape.evaluate(registers, from.data(), into.data(), count);
    for (Lanes& each : out) each.resize(count);
    return out;
}

Lanes evaluated(const Formula& formula, const std::vector<Lanes>& in,
                const Kernels& kernels = formula::quickestKernels()) {
    return evaluated(Tape({&formula, 1}, in.size() == 1 ? inX : inXandY, {}, {}, kernels), in)
        .front();
}

Expression compiled(const Formula& formula, const std::vector<std::string>& variables) {
    return Expression(formula::program(formula, variables));
}

/// The units in the last place that lie between two numbers; none where both are NaN.
double ulpsBetween(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b) ? 0 : infinite;
    if (std::isinf(a) || std::isinf(b)) return a == b ? 0 : infinite;
    const auto ordered = [](double value) {
        const auto bits = std::bit_cast<std::int64_t>(value);
        return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
    };
    const auto [low, high] = std::minmax({ordered(a), ordered(b)});
    return static_cast<double>(static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low));
}

/// Zeros, poles, the ends of the range of doubles and of what functions take, and ordinary places.
Lanes hardPlaces() {
    Lanes places = {0,     1,      2,     0.5,  1e-20, 3e-310, smallest, largest, 1e-300, 1e160,
                    1e-5,  20,     700,   705,  709.5, 710,    711,      745,     746,    40,
                    1e300, 1e15,   1e8,   2.5,  3,     0.1,    1e-8,     30,      26.6,   27,
                    1.5,   171.5,  172,   1e5,  5,     1e16,   0.9999,   1.0001,  4e15,   1e22,
                    100,   1e-160, 1e155, 1e-3, 2e305, 9.5,    infinite, 1.7,     2e-308, 0.75};
    const std::size_t count = places.size();
    for (std::size_t i = 0; i < count; ++i) places.push_back(-places[i]);
    places.push_back(undefined);
    for (int i = 0; places.size() < Tape::lanes; ++i) places.push_back(std::sin(i) * (i % 13));
    return places;
}

/// Of what muParser counts instead of adding: x - (x + x) is -1*x + 0 there.
bool isMultipleOfX(const Formula& formula) {
    const bool isSum = formula.is(Kind::Add) || formula.is(Kind::Subtract);
    return formula.is(Kind::Variable) ||
           (isSum && isMultipleOfX(formula.operand(0)) && isMultipleOfX(formula.operand(1)));
}

/// A formula of names, literals and what every processor computes to the last bit.
Formula anyExactTree(int depth) {
    if (depth == 0) return trees::anyLeaf();
    const auto part = [depth] { return anyExactTree(depth - *rc::gen::inRange(1, depth + 1)); };
    const Kind kind = *rc::gen::elementOf(std::vector{
        Kind::Negate, Kind::Add, Kind::Subtract, Kind::Multiply, Kind::Divide, Kind::Power,
        Kind::Less, Kind::LessEqual, Kind::Greater, Kind::GreaterEqual, Kind::Equal, Kind::NotEqual,
        Kind::And, Kind::Or, Kind::Conditional, Kind::Call});
    if (kind == Kind::Negate) return Formula::unary(kind, part());
    if (kind == Kind::Power)
        return Formula::binary(kind, Formula::variable("x"),
                               Formula::number(*rc::gen::inRange(2, 5)));
    const Formula first = part();
    const Formula second = part();
    if (kind == Kind::Conditional) return Formula::conditional(first, second, part());
    if (kind != Kind::Call) {
        const Formula sum = Formula::binary(kind, first, second);
        return isMultipleOfX(sum) ? Formula::binary(Kind::Multiply, first, second) : sum;
    }
    const auto name = *rc::gen::elementOf(
        std::vector<std::string>{"min", "max", "abs", "sqrt", "sign", "floor", "ceil", "round"});
    const formula::Function& function = formula::function(name);
    if (function.maxArguments == 1) return Formula::call(function, {first});
    return Formula::call(function, {first, second, part()});
}

}  // namespace

namespace formula {

void showValue(const Formula& formula, std::ostream& out) {
    out << plain(formula);
}

}  // namespace formula

class TestTape : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void functionsAreAsMuParserHasThem_data();
    void functionsAreAsMuParserHasThem();
    void powersAreAsMuParserHasThem();
    void whatRoundsOnceHasTheSameBits();
    void randomFormulasHaveTheValueOfTheTree();
    void eachLaneChoosesItsOwnBranch();
    void whatResultsShareIsComputedOnce();
    void sumsAndProductsAreSharedInAnyOrder();
    void constantsChangeWithoutCompiling();
    void resultsMayBeVariablesNumbersAndAlike();
    void registersServeSeveralTapes();
    void unknownNamesAreRefused();
    void derivativesComeInTheOrderOfTheAnalysis();
};

void TestTape::initTestCase() {
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "seed=20240229 max_success=4000");
}

void TestTape::functionsAreAsMuParserHasThem_data() {
    QTest::addColumn<QByteArray>("name");
    for (const formula::Function& each : formula::functions()) {
        const QByteArray name(each.name.data(), static_cast<qsizetype>(each.name.size()));
        QTest::newRow(name.constData()) << name;
    }
}

void TestTape::functionsAreAsMuParserHasThem() {
    QFETCH(const QByteArray, name);
    const formula::Function& function = formula::function(name.toStdString());
    const bool isUnary = function.maxArguments == 1;
    const bool hasOrder = std::holds_alternative<formula::Orders>(function.derivative);
    const Formula x = Formula::variable("x");
    const Formula y = Formula::variable("y");
    const Formula formula = Formula::call(function, isUnary ? std::vector{x} : std::vector{x, y});
    const Expression expected = compiled(formula, inXandY);
    Lanes all = hardPlaces();
    const Lanes others = isUnary ? Lanes{0} : all;
    if (hasOrder) all.resize(10);
    for (const double other : others) {
        const std::vector<Lanes> at = {hasOrder ? Lanes(all.size(), other) : all,
                                       hasOrder ? all : Lanes(all.size(), other)};
        for (const Kernels* kernels : allKernels()) {
            const Lanes found = evaluated(formula, at, *kernels);
            for (std::size_t i = 0; i < found.size(); ++i) {
                const double wanted = expected(std::array{at[0][i], at[1][i]});
                QVERIFY2(ulpsBetween(found[i], wanted) <= 4,
                         qPrintable(QStringLiteral("%1(%2, %3) is %4 and not %5")
                                        .arg(QString::fromUtf8(name))
                                        .arg(at[0][i], 0, 'g', 17)
                                        .arg(at[1][i], 0, 'g', 17)
                                        .arg(found[i], 0, 'g', 17)
                                        .arg(wanted, 0, 'g', 17)));
            }
        }
    }
}

void TestTape::powersAreAsMuParserHasThem() {
    for (const char* exponent :
         {"2", "3",    "4",    "5",   "6",   "7",     "8",    "9",  "20",   "0",
          "1", "(-1)", "(-2)", "0.5", "1.5", "(1/3)", "(-3)", "pi", "1000", "(0-7)"}) {
        const std::string text = std::string("x^") + exponent;
        const Formula formula = parsed(text);
        const Expression expected = compiled(formula, inX);
        const Lanes all = hardPlaces();
        for (const Kernels* kernels : allKernels()) {
            const Lanes found = evaluated(formula, {all}, *kernels);
            for (std::size_t i = 0; i < found.size(); ++i) {
                const double wanted = expected(all[i]);
                QVERIFY2(ulpsBetween(found[i], wanted) <= 4,
                         qPrintable(QStringLiteral("%1 at %2 is %3 and not %4")
                                        .arg(QString::fromStdString(text))
                                        .arg(all[i], 0, 'g', 17)
                                        .arg(found[i], 0, 'g', 17)
                                        .arg(wanted, 0, 'g', 17)));
            }
        }
    }
}

void TestTape::whatRoundsOnceHasTheSameBits() {
    const Lanes places = hardPlaces();
    QVERIFY(rc::check([&] {
        const Formula formula = *rc::gen::exec([] { return anyExactTree(5); });
        const Expression expected = compiled(formula, inX);
        for (const Kernels* kernels : allKernels()) {
            const Lanes found = evaluated(formula, {places}, *kernels);
            for (std::size_t i = 0; i < found.size(); ++i) {
                const double wanted = expected(places[i]);
                if (found[i] == wanted || (std::isnan(found[i]) && std::isnan(wanted))) continue;
                RC_LOG() << formula::plain(formula) << " at " << places[i] << " is " << found[i]
                         << " and not " << wanted << "\n";
                RC_FAIL("other bits");
            }
        }
    }));
}

void TestTape::randomFormulasHaveTheValueOfTheTree() {
    int judged = 0;
    int all = 0;
    QVERIFY(rc::check([&] {
        const Formula formula = *trees::tree(4);
        Lanes places;
        for (int i = 0; i < 8; ++i) places.push_back(*trees::place());
        for (const Kernels* kernels : allKernels()) {
            const Lanes found = evaluated(formula, {places}, *kernels);
            for (std::size_t i = 0; i < found.size(); ++i) {
                const oracle::Value expected = oracle::valueAt(formula, places[i]);
                judged += expected.state == oracle::State::Unknown ? 0 : 1;
                ++all;
                if (oracle::agree(expected, found[i])) continue;
                RC_LOG() << formula::plain(formula) << " at " << places[i] << " is " << found[i]
                         << " and not " << double(expected.value) << "\n";
                RC_FAIL("another value");
            }
        }
    }));
    QVERIFY(judged > 0.6 * all);
}

void TestTape::eachLaneChoosesItsOwnBranch() {
    const Lanes at = {-2, -0.0, 0, 3, undefined, infinite};
    const Lanes found = evaluated(parsed("x<0 ? 1/x : (x>=3 ? sqrt(x) : x-1)"), {at});
    QCOMPARE(found[0], -0.5);
    QCOMPARE(found[1], -1.0);
    QCOMPARE(found[2], -1.0);
    QCOMPARE(found[3], std::sqrt(3.0));
    QVERIFY(std::isnan(found[4]));
    QCOMPARE(found[5], infinite);
}

void TestTape::whatResultsShareIsComputedOnce() {
    const auto himmelblau = formula::analyse("(x^2+y-11)^2+(x+y^2-7)^2").value();
    QCOMPARE(formula::tapeOfValueAndGradient(himmelblau).instructions(), std::size_t(17));
    const auto quartic = formula::analyse("x^4-4*x^2+x").value();
    QCOMPARE(formula::tapeOfValueAndGradient(quartic).instructions(), std::size_t(10));
}

void TestTape::sumsAndProductsAreSharedInAnyOrder() {
    const std::vector<Formula> all = {parsed("x+y"), parsed("sin(y+x)*x"), parsed("x*sin(x+y)"),
                                      parsed("(y+x)-2"), parsed("(-2)+(x+y)")};
    const Tape tape(all, inXandY);
    QCOMPARE(tape.instructions(), std::size_t(4 + 2));  // two more copy what is there already
    const std::vector<Lanes> found = evaluated(tape, {{0.5}, {2}});
    QCOMPARE(found[1].front(), std::sin(2.5) * 0.5);
    QCOMPARE(found[2].front(), found[1].front());
    QCOMPARE(found[3].front(), 0.5);
    QCOMPARE(found[4].front(), 0.5);
}

void TestTape::constantsChangeWithoutCompiling() {
    const Formula formula =
        formula::read("a*x^2+sin(b)/a-2*a", std::vector<std::string>{"x", "a", "b"}).value();
    const std::vector<std::string> constants = {"a", "b"};
    Tape tape({&formula, 1}, inX, constants);
    QCOMPARE(evaluated(tape, {{3}}).front().front(), 9 + std::sin(1.0) - 2);
    const Tape copy = tape;
    tape.setConstants(std::array{2.0, 0.5});
    QCOMPARE(evaluated(tape, {{3}}).front().front(), 18 + std::sin(0.5) / 2 - 4);
    QCOMPARE(evaluated(copy, {{3}}).front().front(), 9 + std::sin(1.0) - 2);
}

void TestTape::resultsMayBeVariablesNumbersAndAlike() {
    const std::vector<Formula> all = {parsed("y"),   parsed("7"), parsed("x*y"),
                                      parsed("y*x"), parsed("x"), parsed("x*y+1")};
    const std::vector<Lanes> found = evaluated(Tape(all, inXandY), {{2, 3, 4}, {5, 6, 7}});
    QCOMPARE(found[0], (Lanes{5, 6, 7}));
    QCOMPARE(found[1], (Lanes{7, 7, 7}));
    QCOMPARE(found[2], (Lanes{10, 18, 28}));
    QCOMPARE(found[3], found[2]);
    QCOMPARE(found[4], (Lanes{2, 3, 4}));
    QCOMPARE(found[5], (Lanes{11, 19, 29}));
}

void TestTape::registersServeSeveralTapes() {
    const std::vector<Formula> formulas = {parsed("(x+1)*(x-1)*(x+2)*(x-2)/((x+3)*(x-3)+x^5)"),
                                           parsed("x^2+1")};
    const Tape large({&formulas[0], 1}, inX);
    const Tape small({&formulas[1], 1}, inX);
    Tape::Registers registers;
    const Lanes at(Tape::lanes, 2);
    Lanes into(Tape::lanes);
    const double* const in[] = {at.data()};
    double* const out[] = {into.data()};
    for (const int round : {1, 2}) {
        small.evaluate(registers, in, out, Tape::lanes);
        QCOMPARE(into, Lanes(Tape::lanes, 5));
        large.evaluate(registers, in, out, Tape::lanes);
        QVERIFY2(into.back() == 0, qPrintable(QString::number(round)));
    }
}

void TestTape::unknownNamesAreRefused() {
    const Formula formula = Formula::variable("z");
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Tape({&formula, 1}, inXandY));
}

void TestTape::derivativesComeInTheOrderOfTheAnalysis() {
    const formula::Valued function(formula::analyse("x^3*y+y^2").value());
    const std::vector<Lanes> at = {{2}, {5}};
    const auto flat = [](const std::vector<Lanes>& results) {
        Lanes all;
        for (const Lanes& each : results) all.push_back(each.front());
        return all;
    };
    QCOMPARE(flat(evaluated(formula::tapeOfValue(function), at)), (Lanes{65}));
    QCOMPARE(flat(evaluated(formula::tapeOfGradient(function), at)), (Lanes{60, 18}));
    QCOMPARE(flat(evaluated(formula::tapeOfValueAndGradient(function), at)), (Lanes{65, 60, 18}));
    QCOMPARE(flat(evaluated(formula::tapeOfHessian(function), at)), (Lanes{60, 12, 2}));
}

QTEST_APPLESS_MAIN(TestTape)
#include "tst_tape.moc"
