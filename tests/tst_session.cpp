// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>

#include "runs.h"
#include "session/examples.h"
#include "session/limits.h"
#include "session/wording.h"

using core::Fault;
using core::Finding;

Q_DECLARE_METATYPE(core::Fault)
Q_DECLARE_METATYPE(core::Finding)

namespace {

constexpr double refused = std::numeric_limits<double>::quiet_NaN();

/// True when it begins and ends as a sentence does and no gap is left open.
bool isSentence(const QString& text) {
    return text.size() > 10 &&
           (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('?'))) &&
           text.front().isUpper() && !text.contains(QLatin1Char('%')) &&
           !text.contains(QLatin1String("  ")) && !text.contains(QLatin1Char('\n'));
}

bool isSentenceOrStartsWithAQuote(const QString& text) {
    return isSentence(text.startsWith(QChar(0x201c)) ? QStringLiteral("The text ") + text : text);
}

FinishedRun runOf(const session::Session& session) {
    return finished(analysed(session.function.toStdString()), session.initialGuess,
                    session.settings);
}

}  // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void readsNumbersInTwoLanguages_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("english");
        QTest::addColumn<double>("german");
        const auto row = [](const char* text, double english, double german) {
            QTest::newRow(text) << QString::fromUtf8(text) << english << german;
        };
        row("0.5", 0.5, 0.5);
        row("0,5", refused, 0.5);
        row("1.500", 1.5, 1.5);
        row("1,000", refused, 1);
        row("1.234.567", refused, refused);
        row("2", 2, 2);
        row(" 2 ", 2, 2);
        row("+2", 2, 2);
        row("-2", -2, -2);
        row("−2", -2, -2);
        row("1e-3", 1e-3, 1e-3);
        row("1E3", 1e3, 1e3);
        row("−2e−3", -2e-3, -2e-3);
        row(".5", 0.5, 0.5);
        row("pi/2", std::numbers::pi / 2, std::numbers::pi / 2);
        row("−π", -std::numbers::pi, -std::numbers::pi);
        row("sqrt(2)", std::numbers::sqrt2, std::numbers::sqrt2);
        row("1/3", 1.0 / 3, 1.0 / 3);
        for (const char* text :
             {"", "   ", "nan", "-nan", "inf", "infinity", "1e400", "-1e400", "1/0", "0/0",
              "ln(-1)", "x", "two", "2 3 x", "0x10", "--", "1,2,3"}) {
            row(text, refused, refused);
        }
    }
    void readsNumbersInTwoLanguages() {
        QFETCH(QString, text);
        for (const auto& [language, column] :
             {std::pair{QLocale::English, "english"}, std::pair{QLocale::German, "german"}}) {
            QLocale::setDefault(QLocale(language));
            const auto typed = session::numberFrom(text);
            const double expected = *static_cast<double*>(QTest::qData(column, QMetaType::Double));
            QVERIFY2(static_cast<bool>(typed) == !std::isnan(expected), column);
            if (typed) {
                QCOMPARE(*typed, expected);
            } else {
                QVERIFY2(isSentenceOrStartsWithAQuote(typed.error()), qPrintable(typed.error()));
            }
        }
    }

    void advisesAPointWhenTheCommaIsTheTrouble() {
        QVERIFY(
            session::numberFrom(QStringLiteral("0,5")).error().contains(QLatin1String("point")));
        QVERIFY(
            !session::numberFrom(QStringLiteral("two")).error().contains(QLatin1String("point")));
    }

    void survivesAMillionCharacters() {
        const QString digits(1'000'000, QLatin1Char('7'));
        const QString brackets(1'000'000, QLatin1Char('('));
        for (const QString& text : {digits, brackets}) {
            const auto typed = session::numberFrom(text);
            QVERIFY(!typed);
            QVERIFY(typed.error().size() < 200);
        }
    }

    void holdsTheLimitsOfEveryParameter_data() {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char* parameter, const char* text, bool accepted) {
            QTest::addRow("%s %s", parameter, text)
                << QString::fromLatin1(parameter) << QString::fromUtf8(text) << accepted;
        };
        for (const char* text : {"0", "1e12", "-1e12", "pi"}) row("guess", text, true);
        for (const char* text : {"1.01e12", "-1e13", "nan", ""}) row("guess", text, false);
        for (const char* text : {"1e-17", "0.1", "10"}) row("alpha", text, true);
        for (const char* text : {"0", "-0.1", "10.01", "inf", "a"}) row("alpha", text, false);
        for (const char* text : {"1", "200", "1e6", "1000000"}) row("iterations", text, true);
        for (const char* text : {"0", "-1", "1.5", "1000001", "1e12", "nan", ""}) {
            row("iterations", text, false);
        }
        for (const char* text : {"-2:3", "−2:3", "0:pi", "1e-9:2e-9", "-1e250:1e250"}) {
            row("range", text, true);
        }
        for (const char* text : {"3:-2", "1:1", "1", "1:2:3", ":", "a:b", "0:inf", "nan:1",
                                 "-1e300:1e300", "1:1.0000000000001"}) {
            row("range", text, false);
        }
    }
    void holdsTheLimitsOfEveryParameter() {
        QFETCH(QString, parameter);
        QFETCH(QString, text);
        QFETCH(bool, accepted);
        const QString fault = faultOf(parameter, text);
        QCOMPARE(fault.isEmpty(), accepted);
        if (!accepted) QVERIFY2(isSentenceOrStartsWithAQuote(fault), qPrintable(fault));
    }

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
        row(refused, "undefined");
    }
    void writesNumbersForPeople() {
        QFETCH(double, value);
        QFETCH(QString, text);
        for (const auto language : {QLocale::English, QLocale::German}) {
            QLocale::setDefault(QLocale(language));
            QCOMPARE(session::number(value), text);
        }
    }

    void writesNumbersThatReadBackExactly() {
        QLocale::setDefault(QLocale(QLocale::German));
        for (const double value : {0.1, -1.0 / 3, 1e-300, 5e-324, 1.7976931348623157e308, 2.0}) {
            QVERIFY(session::exactNumber(value).toDouble() == value);
            QVERIFY(session::typedNumber(value).toDouble() == value);
        }
        QCOMPARE(session::typedNumber(0.1), QStringLiteral("0.1"));
        QCOMPARE(session::count(1'000'000), QStringLiteral("1,000,000"));
        QCOMPARE(session::count(999), QStringLiteral("999"));
    }

    void shortensInTheMiddle() {
        QCOMPARE(session::shortened(QStringLiteral("short")), QStringLiteral("short"));
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
            return session::describe(core::analyse(text).error());
        };
        QVERIFY(said("foo(x)").contains(QStringLiteral("“foo”")));
        QVERIFY(said("sni(x)").contains(QStringLiteral("Did you mean “sin”?")));
        QVERIFY(said("x,1").contains(QStringLiteral("point")));
        QVERIFY(said("atan2(x)").contains(QStringLiteral("takes 2 arguments, not 1")));
        QVERIFY(said("sin(x,1)").contains(QStringLiteral("takes 1 argument, not 2")));
    }

    void saysEveryFindingInASentence_data() {
        QTest::addColumn<Finding>("finding");
        for (int i = 0; i <= static_cast<int>(Finding::LeftDomain); ++i) {
            QTest::addRow("finding %d", i) << static_cast<Finding>(i);
        }
    }
    void saysEveryFindingInASentence() {
        QFETCH(Finding, finding);
        for (const std::int64_t steps : {0, 1, 5000}) {
            for (const auto direction : {core::Direction::Descend, core::Direction::Ascend}) {
                core::Verdict verdict;
                verdict.finding = finding;
                verdict.steps = steps;
                verdict.last = {steps, {-1.5, 0}, 2.5, {1, 0}};
                verdict.period = 4;
                verdict.growth = 1.1;
                const QString sentence = session::describe(verdict, {0.1, 200, 1e-6, direction});
                QVERIFY2(isSentence(sentence), qPrintable(sentence));
                QVERIFY2(sentence.contains(QStringLiteral("−1.5")), qPrintable(sentence));
            }
        }
    }

    void tellsWhatTheRunDid_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* function, double start, double alpha,
                            const char* sentence) {
            QTest::addRow("%s from %g, alpha %g", function, start, alpha)
                << QString::fromUtf8(function) << start << alpha << QString::fromUtf8(sentence);
        };
        row("x^4-4*x^2+x", 2, 0.02,
            "Reached a local minimum at x = 1.347, f = −2.61856 after 48 steps.");
        row("x^2", 4, 1.05,
            "Still moving after 200 steps, at x = 7.59621×10⁸, f = 5.77024×10¹⁷, where |f′| = "
            "1.51924×10⁹. More iterations would go on.");
        row("x^2", 4, 1,
            "Swings for ever between 2 points, the last at x = 4, f = 16. Try a smaller α.");
        row("1/0", 1, 0.1,
            "At the initial guess x₀ = 1, f or its slope is infinite, so there is no first step. "
            "Choose another x₀, or check the function.");
        row("sqrt(-1-x^2)", 1, 0.1,
            "The initial guess x₀ = 1 lies outside the domain of f: there is no real value there. "
            "Choose another x₀, or check the function.");
        row("-exp(x)", 1, 5,
            "Diverged after 2 steps: f or its slope is infinite at x = 1.08627×10⁷. The last step "
            "was 799234 times as long as the one before. Try a smaller α.");
    }
    void tellsWhatTheRunDid() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(QString, sentence);
        const core::Settings settings{alpha, 200};
        const FinishedRun run = finished(analysed(function.toStdString()), start, settings);
        QCOMPARE(session::describe(run.verdict, settings), sentence);
    }

    void everyExampleIsComplete() {
        const auto examples = session::examples();
        QVERIFY(examples.size() >= 15);
        for (const session::Example& example : examples) {
            QVERIFY2(isSentence(example.lookFor), qPrintable(example.lookFor));
            QVERIFY(!example.title.isEmpty());
            const session::Session& session = example.session;
            QVERIFY(core::analyse(session.function.toStdString()));
            QVERIFY(session.range.valid());
            QVERIFY(session.range.contains(session.initialGuess));
            QVERIFY(runOf(session).trajectory.size() > 0);
        }
    }

    void examplesKeepTheirPromises_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<double>("x");
        const auto row = [](const char* title, Finding finding, double x) {
            QTest::newRow(title) << QString::fromLatin1(title) << finding << x;
        };
        row("Double well: stuck on the right", Finding::Minimum, 1.347);
        row("Double well: start at 0.1", Finding::Minimum, -1.473);
        row("Double well: start at 0.2", Finding::Minimum, 1.347);
        row("Parabola", Finding::Minimum, 0);
        row("Cubic playground", Finding::Minimum, -0.2723);
        row("Steep quartic", Finding::Minimum, 2.25);
        row("Road to chaos: settles", Finding::Minimum, 1);
        row("Road to chaos: two points", Finding::Cycle, refused);
        row("Road to chaos: four points", Finding::Cycle, refused);
        row("Road to chaos: chaos", Finding::StillMoving, refused);
        row("Vanishing gradient", Finding::Minimum, 0);
        row("Exploding gradient", Finding::Minimum, 0.6931);
        row("A corner", Finding::Cycle, refused);
        row("Two sines", Finding::Minimum, 3.3873);
        row("A trap on the way", Finding::Minimum, 1.9586);
        row("On the hilltop", Finding::Maximum, std::numbers::pi / 2);
        row("An inflection", Finding::StillMoving, 0.0033);
    }
    void examplesKeepTheirPromises() {
        QFETCH(QString, title);
        QFETCH(Finding, finding);
        QFETCH(double, x);
        const FinishedRun run = runOf(exampleCalled(title));
        QCOMPARE(run.verdict.finding, finding);
        if (!std::isnan(x)) QVERIFY(std::abs(run.verdict.last.at.x - x) < 1e-3);
    }

    void examplesTellTheRightNumbers() {
        const auto run = [this](const char* title) {
            return runOf(exampleCalled(QString::fromLatin1(title)));
        };
        QCOMPARE(run("Road to chaos: two points").verdict.period, 2);
        QCOMPARE(run("Road to chaos: four points").verdict.period, 4);
        QVERIFY(std::abs(run("Steep quartic").trajectory[0].gradient.x - 540) < 1e-9);
        QVERIFY(std::abs(run("Exploding gradient").trajectory[1].at.x + 34) < 0.5);
        QVERIFY(std::abs(static_cast<double>(run("Exploding gradient").verdict.steps) - 240) < 5);
        const FinishedRun plateau = run("Vanishing gradient");
        QVERIFY(plateau.trajectory[490].at.x > 1.5 && plateau.verdict.steps < 550);
        session::Session lost = exampleCalled(QStringLiteral("Steep quartic"));
        lost.settings.alpha = 0.05;
        QCOMPARE(runOf(lost).outcome, core::Outcome::Diverged);
        session::Session left = exampleCalled(QStringLiteral("Cubic playground"));
        QVERIFY(runOf(left).trajectory[1].at.x < -0.2723);
        left.initialGuess = -3.07;
        QCOMPARE(runOf(left).outcome, core::Outcome::Diverged);
    }

private:
    static session::Session exampleCalled(const QString& title) {
        for (const session::Example& example : session::examples()) {
            if (example.title == title) return example.session;
        }
        qFatal("no example called \"%s\"", qPrintable(title));
    }

    static QString faultOf(const QString& parameter, const QString& text) {
        const auto fault = [](const auto& typed) { return typed ? QString() : typed.error(); };
        if (parameter == QLatin1String("guess")) return fault(session::initialGuessFrom(text));
        if (parameter == QLatin1String("alpha")) return fault(session::alphaFrom(text));
        if (parameter == QLatin1String("range")) return fault(session::rangeFrom(text));
        return fault(session::maxIterationsFrom(text));
    }
};

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
