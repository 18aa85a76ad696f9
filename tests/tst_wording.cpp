// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>
#include <limits>

#include "runs.h"
#include "sentence.h"
#include "session/wording.h"

using core::Fault;
using core::Finding;

Q_DECLARE_METATYPE(core::Fault)
Q_DECLARE_METATYPE(core::Finding)

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
            "Jumps about without settling: after 200 steps at x = 7.59621×10⁸, f = 5.77024×10¹⁷, "
            "where |f′| = 1.51924×10⁹. Try a smaller α.");
        row("x^2", 4, 0.01,
            "Still moving after 200 steps, at x = 0.0703518, f = 0.00494937, where |f′| = "
            "0.140704. It would go on with more iterations.");
        row("x^2", 4, 1,
            "Swings forever between 2 points, the last at x = 4, f = 16. Try a smaller α.");
        row("1/0", 1, 0.1,
            "At the initial guess x₀ = 1, f or its slope is infinite, so there is no first step. "
            "Choose another x₀, or check the function.");
        row("sqrt(-1-x^2)", 1, 0.1,
            "The initial guess x₀ = 1 lies outside the domain of f: there is no real value there. "
            "Choose another x₀, or check the function.");
        row("-exp(x)", 1, 5,
            "Diverged after 2 steps: f or its slope is infinite at x = 1.08627×10⁷. f fell all the "
            "way: there is no minimum in this direction.");
        row("x^2", 4, 1.5,
            "Diverged after 38 steps: x = 1.09951×10¹². The last step was 2 times as long as the "
            "one before. Try a smaller α.");
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
};

QTEST_APPLESS_MAIN(TestWording)
#include "tst_wording.moc"
