// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <cmath>
#include <limits>

#include "insight/survey.h"
#include "runs.h"
#include "sentence.h"
#include "session/wording/alttext.h"
#include "session/wording/basinwording.h"
#include "session/wording/mapwording.h"
#include "session/wording/wording.h"

using formula::Fault;
using insight::Finding;

Q_DECLARE_METATYPE(formula::Fault)
Q_DECLARE_METATYPE(descent::Settings)
Q_DECLARE_METATYPE(descent::Method)

namespace {

/// One or more of every kind, with or without an extremum to tell of.
std::vector<Finding> findings(const std::optional<insight::StationaryPoint>& point) {
    const descent::Response response = descent::gradientResponse(0.7, 3);
    const insight::Overshoot overshoot{point, response, true};
    const insight::Range extent{-1.5, 2};
    insight::Arrival arrival;
    arrival.point = point.value_or(insight::StationaryPoint{-1.25, 2, 3});
    arrival.rank = point ? insight::Arrival::Rank::Beaten : insight::Arrival::Rank::Unknown;
    arrival.better = point;
    insight::Arrival inflection = arrival;
    inflection.point.kind = insight::StationaryKind::Inflection;
    insight::Divergence divergence{insight::Divergence::End::Far, false, false, false};
    divergence.growth = 1.1;
    divergence.steady = point ? std::optional(response) : std::nullopt;
    divergence.overshoot = overshoot;
    std::vector<Finding> made = {arrival,
                                 inflection,
                                 insight::Cycle{4, extent, false, false, {}, {}, overshoot},
                                 insight::Cycle{4, extent, true, false, {}, {}, overshoot},
                                 insight::Drift{4, extent, overshoot},
                                 insight::Wandering{64, extent, {}, false, overshoot},
                                 insight::Growth{1.1, {}, overshoot},
                                 insight::March{true, 5000},
                                 insight::Crawl{1234},
                                 insight::Stall{.spacing = 1e-16, .step = 1e-17},
                                 divergence};
    using insight::Motion;
    for (const auto trend :
         {Motion::Trend::Uneven, Motion::Trend::Turning, Motion::Trend::Improving,
          Motion::Trend::Endless, Motion::Trend::Fading})
        made.push_back(Motion{trend, 5000});
    for (const auto ground : {insight::Ground::Edge, insight::Ground::Jump, insight::Ground::Flat})
        made.push_back(insight::Standstill{ground});
    for (const auto lack : {insight::Lack::Value, insight::Lack::Slope, insight::Lack::Numbers})
        made.push_back(insight::Exit{lack});
    return made;
}

}  // namespace

class TestWording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void writesNumbersForPeople_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, const char* text) {
            QTest::newRow(text) << value << QString::fromUtf8(text);
        };
        row(0, "0");
        row(1.5, "1.5");
        row(-1.5, "−1.5");
        row(1.0 / 3, "0.333333");
        row(123456, "123456");
        row(1234567, "1.23457×10⁶");
        row(-1.5e-7, "−1.5×10⁻⁷");
        row(1e-10, "10⁻¹⁰");
        row(-1e100, "−10¹⁰⁰");
        row(1e300, "10³⁰⁰");
        row(std::numeric_limits<double>::infinity(), "∞");
        row(-std::numeric_limits<double>::infinity(), "−∞");
        row(std::numeric_limits<double>::quiet_NaN(), "undefined");
    }
    void writesNumbersForPeople() {
        QFETCH(double, value);
        QFETCH(QString, text);
        for (const auto language : {QLocale::English, QLocale::German}) {
            QLocale::setDefault(QLocale(language));
            QCOMPARE(session::number(value), text);
        }
    }

    void writesNumbersOfAColumnAlike_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, int digits, const char* text) {
            QTest::newRow(text) << value << digits << QString::fromUtf8(text);
        };
        row(2, 6, "2.00000");
        row(-1.5, 3, "−1.50");
        row(9.9999999, 6, "10.0000");
        row(123456, 6, "123456");
        row(1e6, 6, "1.00000×10⁶");
        row(1.5e-4, 6, "0.000150000");
        row(1.5e-5, 6, "1.50000×10⁻⁵");
        row(0, 6, "0");
        row(0.1, 17, "0.1");
        row(1e-7, 17, "10⁻⁷");
        row(std::numeric_limits<double>::quiet_NaN(), 6, "undefined");
    }
    void writesNumbersOfAColumnAlike() {
        QFETCH(double, value);
        QFETCH(int, digits);
        QFETCH(QString, text);
        QCOMPARE(session::columnNumber(value, digits), text);
    }

    void tellsTheShareOfABasinInFigures() {
        insight::BasinMap basins;
        basins.complete = true;
        basins.columns.resize(200);
        for (insight::Destination& end : basins.columns) end.fate = insight::Fate::Diverges;
        QCOMPARE(session::tellBasins(basins),
                 QStringLiteral("Of the starts in view, 100\u00a0% diverge."));
        basins.columns.front().fate = insight::Fate::Leaves;
        QVERIFY(session::tellBasins(basins).contains(QStringLiteral("0.5\u00a0% leave")));
    }

    void writesNumbersThatReadBackExactly() {
        QLocale::setDefault(QLocale(QLocale::German));
        for (const double value : {0.1, -1.0 / 3, 1e-300, 5e-324, 1.7976931348623157e308, 2.0}) {
            QVERIFY(session::exactNumber(value).toDouble() == value);
            QVERIFY(session::typedNumber(value).toDouble() == value);
        }
        QCOMPARE(session::typedNumber(0.1), QStringLiteral("0.1"));
        QCOMPARE(session::exactNumber(2.4), QStringLiteral("2.4"));
        QCOMPARE(session::exactNumber(1e-6), QStringLiteral("1e-06"));
        QCOMPARE(session::exactNumber(std::nan("")), QStringLiteral("undefined"));
        QCOMPARE(session::count(1'000'000), QStringLiteral("1,000,000"));
        QCOMPARE(session::count(999), QStringLiteral("999"));
    }

    void tellsTwoNumbersApart() {
        using Texts = QPair<QString, QString>;
        const auto texts = [](const char* one, const char* other) {
            return Texts{QString::fromUtf8(one), QString::fromUtf8(other)};
        };
        QCOMPARE(session::apart(1, 2), texts("1", "2"));
        QCOMPARE(session::apart(2, 2), texts("2", "2"));
        QCOMPARE(session::apart(1.0 / 3, 2.0 / 3), texts("0.333333", "0.666667"));
        QCOMPARE(session::apart(999999999.9, 1000000000.1), texts("999999999.9", "1000000000"));
        QCOMPARE(session::apart(-1.0000001, -1), texts("−1.0000001", "−1"));
        QCOMPARE(session::apart(1234.5, 1234, 3), texts("1235", "1234"));
        const double next = std::nextafter(0.1, 1);
        QVERIFY(session::apart(0.1, next).first != session::apart(0.1, next).second);
        const double none = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(session::apart(none, none).first, session::number(none));
    }

    void shortensInTheMiddle() {
        QCOMPARE(session::shortened(QStringLiteral("short")), QStringLiteral("short"));
        QCOMPARE(session::shortened(QStringLiteral(" a\n\tb\x1b[1m ")),
                 QStringLiteral("a b\ufffd[1m"));
        const QString text =
            QStringLiteral("begin") + QString(100, QLatin1Char('.')) + QStringLiteral("end");
        const QString cut = session::shortened(text);
        QVERIFY(cut.size() <= 40 && cut.startsWith(QLatin1String("begin")) &&
                cut.endsWith(QLatin1String("end")) && cut.contains(QChar(0x2026)));
    }

    void saysEveryFaultInASentence_data() {
        QTest::addColumn<Fault>("fault");
        for (int i = 0; i <= static_cast<int>(Fault::IncompleteConditional); ++i) {
            QTest::addRow("fault %d", i) << static_cast<Fault>(i);
        }
    }
    void saysEveryFaultInASentence() {
        QFETCH(Fault, fault);
        for (const char* suggestion : {"", "sin"}) {
            const QString sentence = session::describe({fault, 3, 2, "sni", suggestion, 2, 1});
            QVERIFY2(isSentenceOrStartsWithAQuote(sentence), qPrintable(sentence));
        }
    }

    void namesWhatIsWrong() {
        const auto said = [](const char* text) {
            return session::describe(formula::analyse(text).error());
        };
        QVERIFY(said("foo(x)").contains(QStringLiteral("“foo”")));
        QVERIFY(said("sni(x)").contains(QStringLiteral("Did you mean “sin”?")));
        QVERIFY(said("x,1").contains(QStringLiteral("point")));
        QVERIFY(said("atan2(x)").contains(QStringLiteral("takes 2 arguments, not 1")));
        QVERIFY(said("sin(x,1)").contains(QStringLiteral("takes 1 argument, not 2")));
    }

    void saysWhatToTypeInstead_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("mended");
        const auto row = [](const char* typed, int column, const char* said, const char* mended) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << column << QString::fromUtf8(said)
                                 << QString::fromUtf8(mended);
        };
        row("x^2;", 3, "Delete “;”", "x^2");
        row("max(x;1)", 5, "a comma between arguments", "max(x,1)");
        row("x²+σ(x)", 3, "sigmoid(x) for the sigmoid", "x²+sigmoid(x)");
        row("x+\\lambda", 2, "Write “\\lambda” without the backslash: lambda.", "x+lambda");
        row("x+f(x)", 2, "Type only the formula that “f” stands for", "x+x^2");
        row("ksinx", 0, "Did you mean “k*sinx”?", "k*sinx");
        row("x+4ac", 3, "Did you mean “a*c”?", "x+4a*c");
        row("½x^2", 0, "Write “½” as “(1/2)”.", "(1/2)x^2");
        row("x-⅞", 2, "Write “⅞” as “(7/8)”.", "x-(7/8)");
        row("\\frac{x}{2}", 0, "Write “\\frac{a}{b}” as “(a)/(b)”.", "(x)/(2)");
        row("\\sin x", 0, "Write “\\sin” without the backslash: sin.", "sin x");
        row("2\\pi x", 1, "Write “\\pi” without the backslash: pi.", "2pi x");
        row("2\\cdot x", 1, "Write “\\cdot” as “*”.", "2* x");
        row("\\left(x\\right)", 0, "delete it", "(x)");
        row("$x^2$", 0, "delete it", "x^2");
        row("2\\ x", 1, "delete it", "2 x");
        row("\\foo x", 0, "LaTeX is not read here", "x");
        row("x^{2}", 2, "Write “{” as “(”.", "x^(2)");
        row("3[x+1]", 1, "Write “[” as “(”.", "3(x+1)");
        row("3(x+1]", 5, "Write “]” as “)”.", "3(x+1)");
        row("3!", 1, "n! as gamma(n+1)", "gamma(4)");
        row("5%", 1, "Write 0.05 for five percent", "0.05");
        row("sin(30°)", 6, "30*pi/180", "sin(30*pi/180)");
        row("∞", 0, "such as 1e9", "1e9");
        row("x±1", 1, "write + or - in place of “±”", "x+1");
        row("x₀^2", 1, "Delete the index “₀”", "x^2");
        row("log₂(x)", 3, "log2(x)", "log2(x)");
        row("x_1", 1, "Delete the index “_”", "x");
        row("2ˣ", 1, "write ^ in place of “ˣ”", "2^x");
        row("f'(x)", 1, "type the function itself", "x");
        row("∑x", 0, "write the terms out", "x+x^2");
        row("x ↦ x^2", 2, "Type only the formula that stands behind “↦”", "x^2");
        row("⌊x⌋", 0, "Write “⌊x⌋” as “floor(x)”.", "floor(x)");
        row("x>0 & x<1", 4, "Write “&” as “&&”.", "x>0 && x<1");
        row("x>0 and x<1", 4, "Write “and” as “&&”.", "x>0 && x<1");
        row("х^2", 0, "with the letters and digits of the keyboard", "x^2");
        row("𝑥^2", 0, "with the letters and digits of the keyboard", "x^2");
        row("ctg(x)", 0, "Write “ctg” as “cot”.", "cot(x)");
        row("coth(x)", 0, "Write “coth(x)” as “1/tanh(x)”.", "1/tanh(x)");
        row("tg(x)", 0, "Write “tg” as “tan”.", "tan(x)");
        row("relu(x)", 0, "Write “relu(x)” as “max(0,x)”.", "max(0,x)");
        row("np.sin(x)", 2, "write sin(x) for np.sin(x)", "sin(x)");
        row("1.2.3x", 0, "“1.2.3” is not a number", "1.2x");
        row("“x^2”", 0, "Delete them", "x^2");
        row("hypot", 0, "such as hypot(x, 1).", "hypot(x, 1)");
        row("polygamma()", 0, "such as polygamma(1, x).", "polygamma(1, x)");
        row("polygamma(pi,x)", 10, "a whole number from 0 to 1,000,000: “pi” is none",
            "polygamma(3,x)");
        row("polygamma(x,1)", 10, "cannot vary: write a whole number in place of “x”",
            "polygamma(1, x)");
        row("trigamma(x)", 0, "Write “trigamma(x)” as “polygamma(1, x)”.", "polygamma(1, x)");
        row("psi(x)", 0, "digamma(x) for the digamma function", "digamma(x)");
        row("Gamma(x)", 0, "Write “Gamma” as “gamma”.", "gamma(x)");
        row("ψ⁽¹⁾(x)", 1, "write polygamma(1, x) for the first derivative", "polygamma(1, x)");
        row("sin^-1(x)", 0, "“sin^-1” can be read in two ways: write asin(x), or 1/sin(x).",
            "asin(x)");
        row("exp⁻¹(x)", 0, "Write “exp⁻¹” as 1/exp(x).", "1/exp(x)");
        row("1+log2x", 2, "“log2x” can be read in two ways: write log2(x), or log(2x).",
            "1+log(2x)");
        row("atan2x", 0, "write atan2(x, 1), or atan(2x)", "atan2(x, 1)");
        row("X^2", 0, "Did you mean “x”?", "x^2");
        row("x # 2", 2, "“#” has no meaning in a formula. Delete it.", "x");
    }
    void saysWhatToTypeInstead() {
        QFETCH(QString, typed);
        QFETCH(QString, mended);
        QFETCH(QString, said);
        const auto read = formula::readNamed(typed.toStdString());
        QVERIFY(!read);
        QTEST(int(read.error().column), "column");
        const QString sentence = session::describe(read.error());
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
        QVERIFY2(isSentenceOrStartsWithAQuote(sentence), qPrintable(sentence));
        QVERIFY(formula::readNamed(mended.toStdString()));
    }

    void saysEveryFindingInASentence_data() {
        QTest::addColumn<std::size_t>("finding");
        for (std::size_t i = 0; i + 1 < std::variant_size_v<Finding>; ++i)
            QTest::addRow("finding %d", int(i)) << i;
    }
    void saysEveryFindingInASentence() {
        QFETCH(std::size_t, finding);
        const insight::StationaryPoint point{-1.25, 2, 3, insight::StationaryKind::Minimum};
        for (const std::int64_t steps : {0, 1, 5000}) {
            for (const auto direction : {descent::Direction::Descend, descent::Direction::Ascend}) {
                for (const bool known : {false, true}) {
                    insight::Verdict verdict;
                    verdict.steps = steps;
                    verdict.last = {steps, -1.5, 2.5, 1};
                    for (const Finding& made :
                         findings(known ? std::optional(point) : std::nullopt)) {
                        if (made.index() != finding) continue;
                        verdict.finding = made;
                        if (known) verdict.crossing = insight::Crossing{3, 0.5, steps == 1};
                        const QString text =
                            session::describe(verdict, {0.1, 200, 1e-6, direction});
                        QVERIFY2(isSentence(text), qPrintable(text));
                        QVERIFY2(text.contains(QStringLiteral("−1.5")) ||
                                     text.contains(QStringLiteral("−1.25")),
                                 qPrintable(text));
                    }
                }
            }
        }
    }

    void tellsWhatTheRunDid_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<descent::Settings>("settings");
        QTest::addColumn<QString>("sentence");
        constexpr auto down = descent::Direction::Descend;
        constexpr auto up = descent::Direction::Ascend;
        const auto row = [](const char* function, double start, double alpha, int iterations,
                            descent::Direction direction, const char* sentence) {
            QTest::addRow("%s from %g, alpha %g, %s", function, start, alpha,
                          direction == down ? "down" : "up")
                << QString::fromUtf8(function) << start
                << descent::Settings{alpha, iterations, 1e-6, direction}
                << QString::fromUtf8(sentence);
        };
        row("x^4-4*x^2+x", 2, 0.02, 200, down,
            "Reached a local minimum at x = 1.347, f = −2.61856 after 48 steps: |f′| is below "
            "10⁻⁶. A lower one lies at x = −1.473 (f = −5.44419). m = 1 − α·f″(x*) = 0.724544: it "
            "comes closer from one side, near the end each step leaves m of the distance.");
        row("x^4-4*x^2+x", 0.1, 0.02, 200, down,
            "Reached the lowest minimum in view at x = −1.473, f = −5.44419 after 65 steps: |f′| "
            "is below 10⁻⁶. m = 1 − α·f″(x*) = 0.639267: it comes closer from one side, near the "
            "end each step leaves m of the distance.");
        row("sin(x)", 1, 0.1, 500, down,
            "Reached one of the lowest minima in view at x = −1.5708, f = −1 after 151 steps: |f′| "
            "is below 10⁻⁶. m = 1 − α·f″(x*) = 0.9: it comes closer from one side, near the end "
            "each step leaves m of the distance.");
        row("cos(x)", 2, 0.1, 500, down,
            "Reached one of the lowest minima in view at x = 3.14159, f = −1 after 134 steps: |f′| "
            "is below 10⁻⁶. m = 1 − α·f″(x*) = 0.9: it comes closer from one side, near the end "
            "each step leaves m of the distance.");
        row("sin(x)+sin(10*x/3)", 3, 0.05, 500, up,
            "Reached the highest maximum in view at x = 2.29609, f = 1.7283 after 20 steps: |f′| "
            "is below 10⁻⁶. m = 1 + α·f″(x*) = 0.418141: it comes closer from one side, near the "
            "end each step leaves m of the distance.");
        row("sin(x)", 1, 0.1, 500, up,
            "Reached one of the highest maxima in view at x = 1.5708, f = 1 after 127 steps: |f′| "
            "is below 10⁻⁶. m = 1 + α·f″(x*) = 0.9: it comes closer from one side, near the end "
            "each step leaves m of the distance.");
        row("-(x-7)^2", 1, 0.1, 500, up,
            "Reached a local maximum at x = 7, f ≈ 0 after 74 steps: |f′| is below 10⁻⁶. m = 1 + "
            "α·f″(x*) = 0.8: it comes closer from one side, near the end each step leaves m of the "
            "distance.");
        row("x^2", 4, 0.9, 200, down,
            "Reached a minimum at x ≈ 0, f ≈ 0 after 72 steps: |f′| is below "
            "10⁻⁶. m = 1 − α·f″(x*) = −0.8: it swings from side to side, near the end each step "
            "leaves |m| of the distance.");
        row("x^2", 4, 0.5, 200, down,
            "Reached a minimum at x = 0, f = 0 after 1 step: |f′| is below 10⁻⁶. "
            "m = 1 − α·f″(x*) = 0: close by, a step leaps all or nearly all the way.");
        row("x^4", 1, 0.1, 50000, down,
            "Came within 0.0063 of a minimum, x = 0, f = 0, after 31,489 steps: "
            "|f′| is below 10⁻⁶ there. f″(x*) = 0, so m = 1: the closer it comes, the slower it "
            "creeps.");
        row("x^2", 0, 0.1, 200, down,
            "The initial guess, x = 0, f = 0, is a minimum already: the gradient "
            "is zero there.");
        row("sin(x)", -1.5707963267948966, 0.1, 200, down,
            "The initial guess, x = −1.5708, f = −1, is one of the lowest minima in view already, "
            "as far "
            "as numbers of 16 digits tell: |f′| = 6.12323×10⁻¹⁷ is below 10⁻⁶.");
        row("abs(x)", 0, 0.1, 200, down,
            "The initial guess, x = 0, f = 0, is a minimum already: f has a "
            "corner there, where f′ jumps and counts as 0.");
        row("x<0?-x:x^2", 2.9, 0.1, 200, down,
            "Reached a minimum at x ≈ 0, f ≈ 0 after 70 steps: |f′| is below "
            "10⁻⁶. f has a corner there, and it came from the side where the slope fades.");
        row("abs(x)", 0.5, 0.5, 200, down,
            "Reached a minimum at x = 0, f = 0 after 1 step: |f′| is below 10⁻⁶. "
            "f has a corner there, and a step happened to land on it.");
        row("cos(x)", 0, 0.1, 200, down,
            "Stopped at a maximum, x = 0, f = 1, right at the start: the gradient is zero there "
            "and f″ = −1 < 0, so the descent cannot leave it.");
        row("-x^4", 0, 0.1, 200, down,
            "Stopped at a maximum, x = 0, f = 0, right at the start: the gradient is zero there "
            "and f″ = 0, so the descent cannot leave it.");
        row("x^2", 0, 0.1, 200, up,
            "Stopped at a minimum, x = 0, f = 0, right at the start: the gradient is zero there "
            "and f″ = 2 > 0, so the ascent cannot leave it.");
        row("x^3", 0, 0.1, 200, down,
            "Stopped at an inflection, x = 0, f = 0, right at the start: the gradient is zero "
            "there and has the same sign on both sides, so it is no extremum.");
        row("x^3", 0.7, 0.1, 20000, down,
            "Stopped 0.00058 from an inflection, x = 0, f = 0, after 5,762 steps: |f′| is below "
            "10⁻⁶ there. f′ has the same sign on both sides, so it is no extremum.");
        row("x^4-3*x^3+2", 0, 0.01, 200, down,
            "Stopped at an inflection, x = 0, f = 2, right at the start: the gradient is zero "
            "there and has the same sign on both sides, so it is no extremum.");
        row("x^1.5", 0, 0.5, 200, down,
            "Stopped beside the edge of the domain of f, x = 0, f = 0, right at the start: |f′| is "
            "below 10⁻⁶ there, and close by f has values on one side only.");
        row("x^2.5", 1, 0.1, 20000, down,
            "Stopped beside the edge of the domain of f, x = 5.42142×10⁻⁵, f = 2.16413×10⁻¹¹, "
            "after 1,071 steps: |f′| is below 10⁻⁶ there, and close by f has values on one side "
            "only.");
        row("-x^1.5", 0, 0.5, 200, up,
            "Stopped beside the edge of the domain of f, x = 0, f = 0, right at the start: |f′| is "
            "below 10⁻⁶ there, and close by f has values on one side only.");
        row("x^2+3*floor(x)", 3.5, 0.1, 200, down,
            "Stopped beside a jump of f, x = 4.60741×10⁻⁷, f = 2.12283×10⁻¹³, after 71 steps: |f′| "
            "is below 10⁻⁶ there, which does not prove an extremum. Between steps 0 and 1 it "
            "crossed a discontinuity of f, at x = 3.");
        row("x^2+sign(x)", 1, 0.1, 200, down,
            "Stopped beside a jump of f, x = 4.01735×10⁻⁷, f = 1, after 66 steps: |f′| is below "
            "10⁻⁶ there, which does not prove an extremum.");
        row("-x^2-ceil(x)", -1.5, 0.1, 200, up,
            "Stopped beside a jump of f, x = −4.82081×10⁻⁷, f = −2.32402×10⁻¹³, after 67 steps: "
            "|f′| is below 10⁻⁶ there, which does not prove an extremum. Between steps 1 and 2 it "
            "crossed a discontinuity of f, at x = −1.");
        row("-exp(-x^2)", 30, 0.5, 200, down,
            "Stopped on flat ground at x = 30, f = 0 right at the start: |f′| is below 10⁻⁶ there, "
            "which does not prove an extremum.");
        row("floor(x)", 0.5, 0.5, 200, down,
            "Stopped on flat ground at x = 0.5, f = 0 right at the start: |f′| is below 10⁻⁶ "
            "there, which does not prove an extremum.");
        row("tanh(50*x)", 1.3, 0.5, 200, up,
            "Stopped on flat ground at x = 1.3, f = 1 right at the start: |f′| is below 10⁻⁶ "
            "there, which does not prove an extremum.");
        row("x^2", 4, 1, 200, down,
            "Swings forever between 2 points, from x = −4 to x = 4. At x* = 0, α·f″(x*) = 2: each "
            "step lands as far on the other side. Try an α below 2/f″(x*) = 1: with 0.5 it comes "
            "to rest at x = 0 after 1 step.");
        row("x^4/4-x^2/2", 0.3, 1.1, 2000, down,
            "Swings forever between 2 points, from x = 0.814552 to x = 1.11606. At x* = 1, "
            "α·f″(x*) = 2.2 > 2: near it, each step overshoots by a factor of 1.2. Try an α below "
            "2/f″(x*) = 1: with 0.5 it comes to rest at x = 1 after 7 steps.");
        row("abs(x)", 2.25, 0.5, 200, down,
            "Swings forever between 2 points, from x = −0.25 to x = 0.25. f has a corner at x* = "
            "0: the slope does not fade there, so the steps do not. A smaller α only narrows a "
            "swing about it.");
        row("x<0?-x:x^2", 1, 1.5, 200, down,
            "Swings forever between 3 points, from x = −2 to x = 1. f has a corner at x* = 0: the "
            "slope fades on one side only, and steps from the other leap past it. With α = 0.2 it "
            "comes to rest at x = 0 after 29 steps.");
        row("-x^2", 4, 1, 200, up,
            "Swings forever between 2 points, from x = −4 to x = 4. At x* = 0, α·|f″(x*)| = 2: "
            "each step lands as far on the other side. Try an α below 2/|f″(x*)| = 1: with 0.5 it "
            "comes to rest at x = 0 after 1 step.");
        row("x^4/4-x^2/2", 0.3, 1.4, 64, down,
            "Wanders without resting or repeating: its last 32 steps went between x = 0.42599 and "
            "x = 1.20942, the whole run between 0.3 and 1.20942. |f′| is still 0.467234 after 64 "
            "steps. At x* = 1, α·f″(x*) = 2.8 > 2: near it, each step overshoots by a factor of "
            "1.8. Try an α below 2/f″(x*) = 1: with 0.5 it comes to rest at x = 1 after 7 steps.");
        row("sqrt(abs(x))", 1, 0.1, 100, down,
            "Wanders without resting or repeating: its last 50 steps went between x = −0.893733 "
            "and x = 0.813403, the whole run between −0.893733 and 1. |f′| is still 0.676424 after "
            "100 steps. f has a corner at x* = 0: the slope does not fade there, so the steps do "
            "not. A smaller α only narrows a swing about it.");
        row("-abs(x^2-2)", 1.3, 0.05, 64, up,
            "Wanders without resting or repeating: its last 32 steps went between x = 1.2737 and x "
            "= 1.54118, the whole run between 1.2737 and 1.5492. |f′| is still 2.81579 after 64 "
            "steps. f has a corner at x* = 1.41421: the slope does not fade there, so the steps do "
            "not. A smaller α only narrows a swing about it.");
        row("sin(50*x)", 0.7, 0.1, 200, down,
            "Drifts without resting or repeating: its last 100 steps went between x = −65.9384 and "
            "x = −28.1262, the whole run between −65.9384 and 10.5675. |f′| is still 45.0196 after "
            "200 steps. At x* = −47.0296, α·f″(x*) = 250 > 2: near it, each step overshoots by a "
            "factor of 249. Try an α below 2/f″(x*) = 0.0008: with 0.0005 it comes to rest at x = "
            "0.722566 after 9 steps.");
        row("floor(x)-2*x", 0.25, 0.5, 40, up,
            "Still moving after 40 steps, at x = −39.75, f = 39.5, where |f′| = 2. f seems to "
            "rise for ever in this direction: the slope does not fade. Between steps 0 and 1 it "
            "crossed a discontinuity of f, at x = 0.");
        row("x^2", 4, 1.05, 200, down,
            "Swings wider with each step: x = 7.59621×10⁸ after 200 steps, the last step 1.1 times "
            "as long as the one before. With 76 more steps it would diverge. At x* = 0, α·f″(x*) = "
            "2.1 > 2: near it, each step overshoots by a factor of 1.1. Try an α below 2/f″(x*) = "
            "1: with 0.5 it comes to rest at x = 0 after 1 step.");
        row("3*x^2", 4, 0.4, 20, down,
            "Swings wider with each step: x = 3346.73 after 20 steps, the last step 1.4 times as "
            "long as the one before. With 58 more steps it would diverge. At x* = 0, α·f″(x*) = "
            "2.4 > 2: near it, each step overshoots by a factor of 1.4. Try an α below 2/f″(x*) = "
            "0.333333: with 0.2 it comes to rest at x = 0 after 11 steps.");
        row("-x^2", 4, 1.05, 100, up,
            "Swings wider with each step: x = 55122.4 after 100 steps, the last step 1.1 times as "
            "long as the one before. With 176 more steps it would diverge. At x* = 0, α·|f″(x*)| = "
            "2.1 > 2: near it, each step overshoots by a factor of 1.1. Try an α below 2/|f″(x*)| "
            "= 1: with 0.5 it comes to rest at x = 0 after 1 step.");
        row("x^2", 4, 0.01, 200, down,
            "Crawls: after 200 steps it is at x = 0.0703518, f = 0.00494937. |f′| = 0.140704 "
            "shrinks by a factor of 0.98 a step: about 590 more steps would bring it below 10⁻⁶.");
        row("x^2", 4, 0.1, 40, down,
            "Still on its way: after 40 steps it is at x = 0.000531691, f = 2.82696×10⁻⁷. |f′| = "
            "0.00106338 shrinks by a factor of 0.8 a step: about 32 more steps would bring it "
            "below 10⁻⁶.");
        row("-x^2", 4, 0.99, 200, up,
            "Crawls: after 200 steps it is at x = 0.0703518, f = −0.00494937. |f′| = 0.140704 "
            "shrinks by a factor of 0.98 a step: about 590 more steps would bring it below 10⁻⁶.");
        row("x^3", 0.7, 0.1, 1000, down,
            "Crawls: after 1,000 steps it is at x = 0.00329954, f = 3.59218×10⁻⁸. |f′| = "
            "3.26608×10⁻⁵ shrinks by a factor of 0.998018 a step now, and more slowly later: "
            "about 4,800 more steps would bring it below 10⁻⁶. It would stop close to an "
            "inflection, which is no extremum.");
        row("x^2", 4, 0.01, 5, down,
            "Crawls: after 5 steps it is at x = 3.61568, f = 13.0732. |f′| = 7.23137 shrinks by a "
            "factor of 0.98 a step: about 780 more steps would bring it below 10⁻⁶.");
        row("exp(x)-2*x", 6, 0.1, 100, down,
            "Still on its way: after 100 steps it is at x = −14.3429, f = 28.6858. |f′| = 2: about "
            "140 more steps would bring it below 10⁻⁶.");
        row("x^2", 1, 0.01, 5, up,
            "Still moving after 5 steps, at x = 1.10408, f = 1.21899, where |f′| = 2.20816. With "
            "1,391 more steps it would diverge.");
        row("x^4/4-x^2/2", 0.3, 1.4, 9, down,
            "Still moving after 9 steps, at x = 0.858336, f = −0.232674, where |f′| = 0.225965. f "
            "did not fall at every step. With α = 0.5 it comes to rest at x = 1 after 7 steps.");
        row("x^2", 4, 1e-17, 200, down,
            "Stalled right at the start at x = 4, f = 16: the step α·|f′| = 8×10⁻¹⁷ is lost, as "
            "neighbouring numbers of 16 digits lie 8.88178×10⁻¹⁶ apart there. With α = 0.5 it "
            "comes to rest at x = 0 after 1 step.");
        row("x^2", 1000000000.0, 1e-17, 200, down,
            "Stalled right at the start at x = 10⁹, f = 10¹⁸: the step α·|f′| = 2×10⁻⁸ is lost, as "
            "neighbouring numbers of 16 digits lie 1.19209×10⁻⁷ apart there. With α = 0.5 it comes "
            "to rest at x = 0 after 1 step.");
        row("1e-5*x", 100000000000.0, 0.1, 200, down,
            "Stalled right at the start at x = 10¹¹, f = 10⁶: the step α·|f′| = 10⁻⁶ is lost, as "
            "neighbouring numbers of 16 digits lie 1.52588×10⁻⁵ apart there.");
        row("x^2", 4, 1.05, 2000, down,
            "Diverged after 276 steps: x = 1.06277×10¹². m = 1 − α·f″ = −1.1: each of its last "
            "steps was 1.1 times as long as the one before. Try an α below 2/f″ = 1: with 0.5 it "
            "comes to rest at x = 0 after 1 step.");
        row("x^2", 4, 1.5, 200, down,
            "Diverged after 38 steps: x = 1.09951×10¹². m = 1 − α·f″ = −2: each of its last steps "
            "was 2 times as long as the one before. Try an α below 2/f″ = 1: with 0.5 it comes to "
            "rest at x = 0 after 1 step.");
        row("-x^2", 4, 0.1, 2000, down,
            "Diverged after 144 steps: x = 1.00962×10¹². f fell all the way: it seems unbounded "
            "below in this direction. m = 1 − α·f″ = 1.2: each of its last steps was 1.2 times as "
            "long as the one before.");
        row("x^2", 4, 0.05, 2000, up,
            "Diverged after 276 steps: x = 1.06277×10¹². f rose all the way: it seems unbounded "
            "above in this direction. m = 1 + α·f″ = 1.1: each of its last steps was 1.1 times as "
            "long as the one before.");
        row("-x^2", 4, 1.5, 200, up,
            "Diverged after 38 steps: x = 1.09951×10¹². m = 1 + α·f″ = −2: each of its last steps "
            "was 2 times as long as the one before. Try an α below 2/|f″| = 1: with 0.5 it comes "
            "to rest at x = 0 after 1 step.");
        row("x^4-3*x^3+2", 6, 0.05, 200, down,
            "Diverged after 4 steps: x = 9.32102×10²⁶. The last step was 5.58023×10¹⁷ times as "
            "long as the one before. With α = 0.01 it comes to rest at x = 2.25 after 100 steps.");
        row("x^3", -1, 0.1, 200, down,
            "Diverged after 10 steps: x = −1.49676×10²¹. f fell all the way: it seems unbounded "
            "below in this direction. The last step was 2.11904×10¹⁰ times as long as the one "
            "before.");
        row("-exp(x)", 1, 5, 200, down,
            "Diverged after 2 steps: numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope "
            "at x = 1.08627×10⁷. f fell all the way: it seems unbounded below in this direction. "
            "The last step was 799234 times as long as the one before.");
        row("1/0", 1, 0.1, 200, down,
            "At the initial guess x₀ = 1, f or its slope is infinite, so there is no first step. "
            "Choose another x₀, or check the function.");
        row("sqrt(x)", 0.1, 0.5, 50, down,
            "Left the domain of f with step 1, from x = 0.1: there is no real value at x = "
            "−0.690569.");
        row("ln(x)", 0.5, 0.4, 50, down,
            "Left the domain of f with step 1, from x = 0.5: there is no real value at x = −0.3.");
        row("x^1.5", 1, 0.5, 200, down,
            "Left the domain of f with step 2, from x = 0.25: there is no real value at x = "
            "−0.125.");
        row("sqrt(-1-x^2)", 1, 0.1, 200, down,
            "The initial guess x₀ = 1 lies outside the domain of f: there is no real value there. "
            "Choose another x₀, or check the function.");
        row("sqrt(abs(x-1))", 1, 0.1, 200, down,
            "At the initial guess x₀ = 1, f has no slope, so there is no first step. Choose "
            "another x₀, or check the function.");
        row("abs(x)^1.5", 1, 0.1, 200, down,
            "Swings forever between 2 points, from x = −0.005625 to x = 0.005625. f″ is infinite "
            "at x* = 0, so steps from close enough leap past it. A smaller α only narrows a swing"
            " about it.");
        row("abs(x)^1.2", 1, 0.1, 200, down,
            "Swings forever between 2 points, from x = −0.0296954 to x = 0.0296954. f″ is "
            "infinite at x* = 0, so steps from close enough leap past it. A smaller α only "
            "narrows a swing about it.");
        row("cbrt(x)^4", 1, 0.1, 200, down,
            "Swings forever between 2 points, from x = −0.0172133 to x = 0.0172133. f″ is "
            "infinite at x* = 0, so steps from close enough leap past it. A smaller α only "
            "narrows a swing about it.");
        row("abs(x)^1.9", 1, 0.1, 200, down,
            "Reached a minimum at x ≈ 0, f ≈ 0 after 35 steps: |f′| is below "
            "10⁻⁶. f″ is infinite there, so steps from close enough leap past it: it would swing "
            "on, with |f′| below 10⁻⁶ now.");
        row("2/3*abs(x)^1.5", 1, 1, 200, down,
            "Reached a minimum at x = 0, f = 0 after 1 step: |f′| is below 10⁻⁶. "
            "f″ is infinite there, and a step happened to land on it.");
        row("(x-2)^2*sqrt(x)+0.1*x", 3, 0.05, 200, down,
            "Reached a local minimum at x = 1.96416, f = 0.198216 after 98 steps: |f′| is below "
            "10⁻⁶. f is lower where it breaks off, at x = 0 (f = 0). m = 1 − α·f″(x*) = 0.862415: "
            "it comes closer from one side, near the end each step leaves m of the distance.");
        row("x^2+(x>=1?-5:0)", 3, 0.01, 1000, down,
            "Reached a local minimum at x ≈ 0, f ≈ 0 after 773 steps: |f′| is below 10⁻⁶. f is "
            "lower where it breaks off, at x = 1 (f = −4). m = 1 − α·f″(x*) = 0.98: it comes "
            "closer from one side, near the end each step leaves m of the distance. Between steps "
            "54 and 55 it crossed a discontinuity of f, at x = 1.");
        row("x==0?1:x^2", 3, 0.1, 200, down,
            "Stopped on flat ground at x = 4.93651×10⁻⁷, f = 2.43692×10⁻¹³ after 70 steps: |f′| is "
            "below 10⁻⁶ there, which does not prove an extremum.");
        row("x^5", 1, 0.1, 100000, down,
            "Stopped 0.021 from an inflection, x = 0, f = 0, after 70,481 steps: |f′| is below "
            "10⁻⁶ there. f′ has the same sign on both sides, so it is no extremum.");
        row("x^10", 1, 0.1, 1000, down,
            "Reached a minimum at x = 0, f = 0 after 1 step: |f′| is below 10⁻⁶. "
            "f″(x*) = 0, and a step happened to land on it.");
        row("x^3-x", -0.57735, 0.1, 200, down,
            "Stopped close to a maximum, x = −0.57735, f = 0.3849, right at the start: |f′| = "
            "9.325×10⁻⁷ is below 10⁻⁶ there, though not zero.");
        row("-x^2", 1e-9, 0.1, 200, down,
            "Stopped close to a maximum, x ≈ 0, f ≈ 0, right at the start: |f′| = 2×10⁻⁹ is below "
            "10⁻⁶ there, though not zero.");
        row("1e-8*(x-1e6)^4", 999990, 10, 1000000, down,
            "Came within 2.9 of a local minimum, x = 10⁶, f = 0, after 133,700 steps: |f′| is "
            "below "
            "10⁻⁶ there. f″(x*) = 0, so m = 1: the closer it comes, the slower it creeps.");
        row("(x-1e6)^2", 999990, 0.1, 1000, down,
            "Reached a local minimum at x = 10⁶, f ≈ 0 after 76 steps: |f′| is below 10⁻⁶. m = 1 − "
            "α·f″(x*) = 0.8: it comes closer from one side, near the end each step leaves m of the "
            "distance.");
        row("abs(x)^3", 1, 0.1, 100000, down,
            "Came within 0.00058 of a minimum, x = 0, f = 0, after 5,763 steps: "
            "|f′| is below 10⁻⁶ there. f″(x*) = 0, so m = 1: the closer it comes, the slower it "
            "creeps.");
        row("1e-9*x^2", 4, 0.1, 200, down,
            "At the initial guess, x = 4, f = 1.6×10⁻⁸, |f′| = 8×10⁻⁹ is below 10⁻⁶ already. It "
            "lies 4 from a minimum, x = 0, f = 0.");
        row("(1-cos(x))/x^2", 1e-4, 0.1, 200, down,
            "Stopped on flat ground at x = 0.000165361, f = 0.5 after 56 steps: |f′| is below 10⁻⁶ "
            "there, which does not prove an extremum. Rounding alone may change f′ by 9.8×10⁻⁵ "
            "there.");
        row("x<0?x^2:3*x^2", 2.9, 0.1, 200, down,
            "Reached a minimum at x ≈ 0, f ≈ 0 after 19 steps: |f′| is below "
            "10⁻⁶. f″ differs on its two sides, so no single factor tells how it came closer.");
        row("cosh(x)", 1, 2.1, 200, down,
            "Diverged after 4 steps: numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope "
            "at x = 4.17685×10⁶. The last step was 231486 times as long as the one before. At x* = "
            "0, α·f″(x*) = 2.1 > 2: near it, each step overshoots by a factor of 1.1. Try an α "
            "below 2/f″(x*) = 2: with 1 it comes to rest at x = 0 after 3 steps.");
        row("2*x^2+2*exp(x)", 5, 0.3, 200, down,
            "Diverged after 4 steps: numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope "
            "at x = 7.95504×10⁶. The last step was 1.2 times as long as the one before. With α = "
            "0.2 it comes to rest at x = −0.351734 after 10 steps.");
        row("1/x^2", 1e-5, 1, 200, down,
            "Diverged after 1 step: x = 2×10¹⁵. f fell all the way; the last step was that long "
            "because |f′| = 2×10¹⁵ at x = 10⁻⁵.");
        row("exp(-x)", -30, 1, 200, down,
            "Diverged after 1 step: x = 1.06865×10¹³. f fell all the way; the last step was that "
            "long because |f′| = 1.06865×10¹³ at x = −30.");
        row("x-floor(x)", 0.3, 0.1, 200, down,
            "Marches on to ever smaller x: after 200 steps it is at x = −19.7, f = 0.3, where "
            "|f′| = 1. The next 5,000 steps would go the same way. Between steps 2 and 3 it "
            "crossed a discontinuity of f, at x = 0.");
        row("x+atan(x)", -3, 0.1, 200, down,
            "Still moving after 200 steps, at x = −23.2733, f = −24.8012, where |f′| = 1.00184. f"
            " seems to fall for ever in this direction: the slope does not fade.");
        row("abs(x)+exp(-x^2)", 4, 0.01, 200, down,
            "Still moving after 200 steps, at x = 2.01738, f = 2.03446, where |f′| = 0.931084. f "
            "was falling to the end, but would not at every later step.");
        row("x^2/1e8", 4e3, 0.1, 200, down,
            "Crawls: after 200 steps it is at x = 4000, f = 0.16. |f′| = 8×10⁻⁵: about 2.2×10⁹ "
            "more steps would bring it below 10⁻⁶.");
        row("1/x", -1, 0.1, 200, down,
            "Crawls: after 200 steps it is at x = 3.90114, f = 0.256335. |f′| = 0.0657078 shrinks"
            " by a factor of 0.996614 a step now, and more slowly later: about 3.3×10⁹ more steps"
            " would bring it below 10⁻⁶. It would stop on flat ground, which proves no minimum. "
            "Between steps 4 and 5 it crossed a discontinuity of f, at x = 0.");
        row("1/(x^2-2)", 1.3, 0.05, 100, down,
            "Crawls: after 100 steps it is at x = 3.27927, f = 0.114239. |f′| = 0.085592 shrinks "
            "by a factor of 0.994855 a step now, and more slowly later: about 6.3×10⁸ more steps "
            "would bring it below 10⁻⁶. It would stop on flat ground, which proves no minimum. "
            "Between steps 0 and 1 it crossed a discontinuity of f, at x = 1.41421.");
        row("x^3", 1, 0.01, 200, down,
            "Crawls: after 200 steps it is at x = 0.141663, f = 0.00284293. |f′| = 0.0602049 "
            "shrinks by a factor of 0.991464 a step now, and more slowly later: about 58,000 more"
            " steps would bring it below 10⁻⁶. It would stop close to an inflection, which is no "
            "extremum.");
        row("abs(x)", 2, 0.02, 200, down,
            "Swings forever between 2 points, from x = 0 to x = 0.02. f has a corner at x* = 0: "
            "the slope does not fade there, so the steps do not. A smaller α only narrows a swing"
            " about it. It misses the corner by only 1.5×10⁻¹⁵: on it, the run would end.");
        row("x^4/4-x^2/2", 0.3, 1, 300, down,
            "Swings between about 2 points that move only slowly: its last 2 steps went from x = "
            "0.986175 to x = 1.01329. At x* = 1, α·f″(x*) = 2: near it, each step lands nearly as "
            "far on the other side. Try an α below 2/f″(x*) = 1: with 0.5 it comes to rest at x = "
            "1 after 7 steps.");
        row("-cos(x)", 1e-5, 2, 100, down,
            "Crawls: after 100 steps it is at x = 10⁻⁵, f = −1. |f′| = 10⁻⁵: about 1.5×10¹² more "
            "steps would bring it below 10⁻⁶.");
        row("sqrt(1+x^2)", 0.001, 2.0001, 20, down,
            "Still moving after 20 steps, at x = 0.00100198, f = 1, where |f′| = 0.00100198. With "
            "more iterations it comes to swing between 2 points, from x = −0.0100001 to x = "
            "0.0100001. At x* = 0, α·f″(x*) = 2.0001 > 2: near it, each step overshoots by a "
            "factor of 1.0001. Try an α below 2/f″(x*) = 2: with 1 it comes to rest at x = 0 after "
            "1 step.");
        row("exp(x)-x", 0.3, 2, 10'000, down,
            "Swings between about 2 points that move only slowly: its last 2 steps went from x = "
            "−0.00869185 to x = 0.00861652. At x* = 0, α·f″(x*) = 2: near it, each step lands "
            "nearly as far on the other side. Try an α below 2/f″(x*) = 2: with 1 it comes to rest "
            "at x = 0 after 3 steps.");
        row("x^4/4-x^2/2", 0.3, 1.236, 60, down,
            "Swings between about 4 points that move only slowly: its last 4 steps went from x = "
            "0.691677 to x = 1.14982. At x* = 1, α·f″(x*) = 2.472 > 2: near it, each step "
            "overshoots by a factor of 1.472. Try an α below 2/f″(x*) = 1: with 0.5 it comes to "
            "rest at x = 1 after 7 steps.");
        row("ln(1+x^2)", 0.4, 1.001, 100, down,
            "Still moving after 100 steps, at x = 0.054242, f = 0.00293788, where |f′| = 0.108166. "
            "With more iterations it comes to swing between 2 points, from x = −0.0316228 to x = "
            "0.0316228. At x* = 0, α·f″(x*) = 2.002 > 2: near it, each step overshoots by a factor "
            "of 1.002. Try an α below 2/f″(x*) = 1: with 0.5 it comes to rest at x = 0 after 3 "
            "steps.");
        row("abs(x)-0.001*x^2", 0.7, 0.02, 5000, down,
            "Swings between about 8 points that move only slowly: its last 8 steps went from x = "
            "−0.02 to x = 0.02. f has a corner at x* = 0: the slope does not fade there, so the "
            "steps do not. A smaller α only narrows a swing about it.");
        row("abs(x)+0.1*x^2+0.2*x", 2, 0.07, 5000, down,
            "Swings forever between 302 points, from x = −0.0839987 to x = 0.0559727. f has a "
            "corner at x* = 0: the slope does not fade there, so the steps do not. A smaller α "
            "only narrows a swing about it.");
        row("x^4*cos(x)", 5, 0.3, 50, down,
            "Diverged after 3 steps: x = −4.44718×10³³. The last step was 1.25165×10²⁵ times as "
            "long as the one before. At x* = 3.93516, α·f″(x*) = 115.612 > 2: near it, each step "
            "overshoots by a factor of 114.612. Try an α below 2/f″(x*) = 0.00518975: with 0.005 "
            "it comes to rest at x = 3.93516 after 272 steps.");
        row("-x^2+floor(x)*x/2", 2.65, 1, 300, down,
            "Diverged after 29 steps: x = 1.00256×10¹². f fell all the way: it seems unbounded "
            "below in this direction. The last step was 2.5 times as long as the one before.");
        row("sin(3*x)+0.01*x^3", 1, 1, 50, down,
            "Still moving after 50 steps, at x = 0.984476, f = 0.196597, where |f′| = 2.91797. "
            "With 29 more steps it would diverge.");
        row("x^2*sin(1.76/x)", 6.44, 0.445, 50, down,
            "Still moving after 50 steps, at x = −14.7882, f = −25.9659, where |f′| = 1.76415. f "
            "did not fall at every step. With α = 0.1 and more iterations it comes to rest at x = "
            "0.411717 after 103 steps.");
        row("-x^0.9", 3, 1, 50, down,
            "Still moving after 50 steps, at x = 36.9264, f = −25.7397, where |f′| = 0.627348. f "
            "seems to fall for ever in this direction, ever more slowly.");
        row("-ln(1+x^2)", -3.29, 1, 15, down,
            "Crawls: after 15 steps it is at x = −8.41057, f = −4.27302. |f′| = 0.234481 shrinks "
            "by a factor of 0.971311 a step now, and more slowly later: about 10¹² more steps "
            "would bring it below 10⁻⁶. It would stop on flat ground, which proves no minimum.");
        row("(x-1e13)^2", 0, 0.1, 300, down,
            "Diverged after 1 step: x = 2×10¹². f fell all the way; the last step was that long "
            "because |f′| = 2×10¹³ at x = 0.");
        row("sqrt(x^2)", 1, 0.25, 2, down,
            "Still moving after 2 steps, at x = 0.5, f = 0.5, where |f′| = 1. 2 more steps would "
            "take it to where f has no slope.");
        row("x^2/2", 1, 2.00000001, 50, down,
            "Swings between about 2 points that move only slowly: its last 2 steps went from x = "
            "−1 to x = 1. At x* = 0, α·f″(x*) = 2 + 10⁻⁸ > 2: near it, each step overshoots by a "
            "factor of 1 + 10⁻⁸. Try an α below 2/f″(x*) = 2: with 1 it comes to rest at x = 0 "
            "after 1 step.");
        row("-exp(x)", 709, 10, 10, down,
            "Diverged after 1 step: x is beyond 1.8×10³⁰⁸. f fell all the way: it seems unbounded"
            " below in this direction.");
        row("1/(1+exp(x))", 800, 0.1, 100, down,
            "At the initial guess x₀ = 800, numbers beyond 1.8×10³⁰⁸ come up in computing f or "
            "its slope, so there is no first step. Choose another x₀.");
        row("1e6/(1+exp(3.52*(x-2)))", 1.9, 5, 100, down,
            "Stopped after 1 step: numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope "
            "at x = 4.26647×10⁶.");
        row("exp(x)-exp(2*x)", 1, 0.1, 100, down,
            "Diverged after 3 steps: x = 5.60159×10¹⁴. The last step was 3.59575×10¹³ times as "
            "long as the one before.");
        row("ln(cosh(x))", 800, 0.1, 100, down,
            "At the initial guess x₀ = 800, numbers beyond 1.8×10³⁰⁸ come up in computing f or its "
            "slope, so there is no first step. Choose another x₀.");
        row("abs(x)^1.5", 0, 0.1, 100, up,
            "Stopped at a minimum, x = 0, f = 0, right at the start: the gradient is zero there, "
            "so the ascent cannot leave it.");
        row("-x^2", 4.999999999e-7, 0.1, 200, down,
            "Stopped close to a maximum, x ≈ 0, f ≈ 0, right at the start: |f′| = 10⁻⁶ − 2×10⁻¹⁶ "
            "is below 10⁻⁶ there, though not zero.");
        row("exp(x)-exp(2*x)", 1, 1, 1, down,
            "Still moving after 1 step, at x = 13.0598, f = −2.20609×10¹¹, where |f′| = "
            "4.41219×10¹¹. One more step would take it to where numbers beyond 1.8×10³⁰⁸ come up "
            "in computing f or its slope.");
        row("x^4/4-x^2+x/3", 2.1865, 0.8, 200, down,
            "Diverged after 5 steps: x = −1.87422×10²⁸. The last step was 6.55003×10¹⁸ times as "
            "long as the one before. With α = 0.2 it comes to rest at x = 1.32207 after 17 steps.");
        row("x^4/4-x^2+x/3", 2.1865, 0.6, 200, down,
            "Wanders without resting or repeating: its last 100 steps went between x = −1.82136 "
            "and x = −0.581722, the whole run between −1.82146 and 2.1865. |f′| is still 0.249769 "
            "after 200 steps. At x* = −1.49115, α·f″(x*) = 2.80237 > 2: near it, each step "
            "overshoots by a factor of 1.80237. Try an α below 2/f″(x*) = 0.428209: with 0.2 it "
            "comes to rest at x = 1.32207 after 17 steps.");
        row("ln(1+(x/1e-6)^2)", 1e-5, 1e-12, 200, down,
            "Swings between about 2 points that move only slowly: its last 2 steps went from x = "
            "−3.74418×10⁻⁸ to x = 3.75475×10⁻⁸. At x* = 0, α·f″(x*) = 2: near it, each step lands "
            "nearly as far on the other side. Try an α below 2/f″(x*) = 10⁻¹²: with 5×10⁻¹³ it "
            "comes to rest at x = 0 after 57 steps.");
        row("sin(3*x)+x^2/5", 2, 0.223, 200, down,
            "Swings forever between 2 points, from x = 1.36882 to x = 1.62773. At x* = 1.50352, "
            "α·f″(x*) = 2.05546 > 2: near it, each step overshoots by a factor of 1.05546. Try an "
            "α below 2/f″(x*) = 0.216983: with 0.2 it comes to rest at x = 1.50352 after 84 "
            "steps.");
        row("sin(1e6*x)+x^2", 1, 1.5e-12, 3000, down,
            "Swings forever between 2 points that lie only 1.1×10⁻¹⁶ apart: numbers of 16 digits "
            "come no closer to where f′ is 0. It is at x = 0.999999, f = −2.42646×10⁻⁶, where |f′| "
            "= 3.94722×10⁻⁵. With a tolerance of 4×10⁻⁵ or more it would have converged.");
        row("sin(1e6*x)+x^2", 1, 1e-13, 200, down,
            "Still moving after 200 steps, at x = 0.999999, f = −2.42646×10⁻⁶, where |f′| = "
            "0.00100827. 4 more steps would bring it to a standstill: the next would be lost to "
            "rounding.");
        row("sin(1e6*x)+x^2", 1, 1e-13, 1000, down,
            "Stalled after 204 steps at x = 0.999999, f = −2.42646×10⁻⁶: the step α·|f′| = "
            "5.42604×10⁻¹⁷ is lost, as neighbouring numbers of 16 digits lie 1.11022×10⁻¹⁶ apart "
            "there. Rounding alone may change f′ by 0.00035 there. With a tolerance of 0.00055 or "
            "more it would have converged.");
        row("sin(1e6*x)+x^2", 1, 5e-13, 1000, down,
            "Stalled after 34 steps at x = 0.999999, f = −2.42646×10⁻⁶: the step α·|f′| = "
            "3.84716×10⁻¹⁷ is lost, as neighbouring numbers of 16 digits lie 1.11022×10⁻¹⁶ apart "
            "there. f′ is 0 there as far as such numbers can tell. With a tolerance of 7.7×10⁻⁵ or "
            "more it would have converged.");
        row("1e16+x", 0, 0.1, 200, down,
            "Still moving after 200 steps, at x = −20, f = 10¹⁶, where |f′| = 1. f seems to fall "
            "for ever in this direction: the slope does not fade.");
        row("x^2", 4, 1e-17, 200, down,
            "Stalled right at the start at x = 4, f = 16: the step α·|f′| = 8×10⁻¹⁷ is lost, as "
            "neighbouring numbers of 16 digits lie 8.88178×10⁻¹⁶ apart there. With α = 0.5 it "
            "comes to rest at x = 0 after 1 step.");
        row("x^4", 1e5, 1, 200, down, "Diverged after 1 step: x = −4×10¹⁵.");
        row("exp(sin(2.76e7*x))", 0.51, 1.4e-12, 300, down,
            "Wanders without resting or repeating: its last 150 steps went between x = 0.509641 "
            "and x = 0.510555. |f′| is still 3.14417×10⁷ after 300 steps. At x* = 0.510097, "
            "α·f″(x*) = 392.33 > 2: near it, each step overshoots by a factor of 391.33.");
        row("sqrt(x^2+1e-12)", 1, 0.1, 200, down,
            "Still moving after 200 steps, at x = 0.06125, f = 0.06125, where |f′| = 1. With more "
            "iterations it comes to swing between 2 points, from x = −0.0499996 to x = 0.0500004. "
            "At x* = 0, α·f″(x*) = 100000 > 2: near it, each step overshoots by a factor of 99999. "
            "Runs can come to rest there with an α below 2/f″(x*) = 2×10⁻⁶.");
        row("x^2+0*sqrt(x^2-1)", 2, 0.9, 200, down,
            "Left the domain of f with step 4, from x = −1.024: there is no real value at x = "
            "0.8192. Between steps 0 and 1 it crossed a gap in the domain of f, at x = "
            "−0.925.");
    }
    void tellsWhatTheRunDid() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(descent::Settings, settings);
        QFETCH(QString, sentence);
        const formula::Analysis analysis = analysed(function.toStdString());
        const auto inView = insight::survey(descent::Objective(analysis), {-5, 5}, 1200);
        const FinishedRun run = finished(analysis, start, settings, inView);
        const QString told = session::describe(run.verdict, settings);
        QVERIFY2(told == sentence, qPrintable(told + u'\n' + sentence));
        QVERIFY(isSentence(sentence));
    }

    void tellsTwoMinimaApart() {
        const descent::Settings settings{.alpha = 0.01, .maxIterations = 5000};
        const formula::Analysis analysis = analysed("(x^2-1)^2+1e-9*x");
        const auto inView = insight::survey(descent::Objective(analysis), {-5, 5}, 1200);
        const auto run = finished(analysis, 1.1, settings, inView);
        const QString told = session::describe(run.verdict, settings);
        QVERIFY2(
            told.contains(QStringLiteral("f ≈ 10⁻⁹")) || told.contains(QStringLiteral("f = 10⁻⁹")),
            qPrintable(told));
        const formula::Analysis raised = analysed("2+(x^2-1)^2+1e-9*x");
        const auto raisedInView = insight::survey(descent::Objective(raised), {-5, 5}, 1200);
        const auto raisedRun = finished(raised, 1.1, settings, raisedInView);
        const QString apart = session::describe(raisedRun.verdict, settings);
        QVERIFY2(apart.contains(QStringLiteral("f = 2.000000001")), qPrintable(apart));
        QVERIFY2(apart.contains(QStringLiteral("A lower one lies at x = −1 (f = 1.999999999)")),
                 qPrintable(apart));
    }

    void saysThatAStartGoesOn() {
        insight::BasinMap basins;
        basins.x = {0, 2};
        basins.columns.resize(1);
        basins.columns[0].fate = insight::Fate::Swings;
        basins.columns[0].steps = 200;
        QCOMPARE(session::describe(basins, 1),
                 QStringLiteral("A start here still goes back and forth after 200 steps."));
    }

    void saysWhereNoRunStarts() {
        insight::BasinMap basins;
        basins.x = {0, 2};
        basins.columns.resize(1);
        const auto told = [&basins](insight::Fate fate, double x) {
            basins.columns[0] = {fate, -1, 0, x};
            return session::describe(basins, 1);
        };
        QCOMPARE(told(insight::Fate::Diverges, 2e19),
                 QStringLiteral("No run starts here: it is beyond 10¹²."));
        QCOMPARE(told(insight::Fate::Diverges, 1),
                 QStringLiteral("No run starts here: f or its slope comes out as infinite."));
        QCOMPARE(told(insight::Fate::Leaves, 1),
                 QStringLiteral("No run starts here: f has no value or no slope."));
        QCOMPARE(told(insight::Fate::Settles, 1), QStringLiteral("A start here stops at once."));
        QVERIFY(!told(insight::Fate::Stalls, 1).contains(QLatin1Char('0')));
    }

    void swingsBetweenPlacesThatReadDifferently_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::newRow("far") << QStringLiteral("abs(x-1e9)") << 1e9 + 0.05 << 0.1;
        QTest::newRow("near") << QStringLiteral("abs(x-1)") << 1 + 5e-9 << 1e-8;
    }
    void swingsBetweenPlacesThatReadDifferently() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        const descent::Settings settings{.alpha = alpha};
        const auto run = finished(analysed(function.toStdString()), start, settings);
        const QString told = session::describe(run.verdict, settings);
        static const QRegularExpression places(
            QStringLiteral("x = ([^ ]+) (?:to|and) x = ([^ ]+)\\. "));
        const QRegularExpressionMatch match = places.match(told);
        QVERIFY2(match.hasMatch(), qPrintable(told));
        QVERIFY2(match.captured(1) != match.captured(2), qPrintable(told));
    }

    void tellsOfOtherMethodsWhatHoldsForThem_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("most");
        QTest::addColumn<descent::Method>("method");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("silent");
        const auto row = [](const char* name, const char* function, double start, double alpha,
                            int most, const descent::Method& method, const char* says,
                            const char* silent) {
            QTest::newRow(name) << QString::fromLatin1(function) << start << alpha << most << method
                                << QString::fromUtf8(says) << QString::fromUtf8(silent);
        };
        row("no slope yet moving", "exp(-1.68*x)", -7.62, 0.832, 2, descent::Momentum{0.5},
            "it would converge after about", "bring it below");
        row("lost at a corner", "abs(x^2-2)", 1, 0.13, 200, descent::Backtracking(), "Stalled",
            "f′ is 0");
        row("none short enough", "sqrt(x)", 2, 0.8, 400, descent::Backtracking(),
            "no step lowers f enough there, however short", "is lost");
        row("comes to a stand", "x*exp(-x)", -2.78, 0.261, 50, descent::Adam(), "Still moving",
            "would at each");
        row("nearly there", "x^2", 1, 0.1, 65, descent::Gradient(), "more step", "more slowly");
    }
    void tellsOfOtherMethodsWhatHoldsForThem() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(int, most);
        QFETCH(descent::Method, method);
        QFETCH(QString, says);
        QFETCH(QString, silent);
        const descent::Settings settings{.alpha = alpha, .maxIterations = most, .method = method};
        const auto run = finished(analysed(function.toStdString()), start, settings);
        const QString told = session::describe(run.verdict, settings);
        QVERIFY2(told.contains(says), qPrintable(told));
        QVERIFY2(!told.contains(silent), qPrintable(told));
    }

    void promisesNothingAboutWhatIsNotInView() {
        const descent::Settings settings{0.02, 200};
        const auto run = finished(analysed("x^4-4*x^2+x"), 0.1, settings);
        QVERIFY(session::describe(run.verdict, settings)
                    .startsWith(QLatin1String("Reached a local minimum at x = ")));
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
