// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>

#include "sentence.h"
#include "session/limits.h"

namespace {

constexpr double refused = std::numeric_limits<double>::quiet_NaN();

}  // namespace

class TestLimits : public QObject {
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
        row("100 000", 100000, 100000);
        row("−12\u202f345", -12345, -12345);
        row("1’000’000", 1000000, 1000000);
        row("1'234.5", 1234.5, 1234.5);
        row("0.000 01", 1e-5, 1e-5);
        row("0.000\u2009001", 1e-6, 1e-6);
        row("1 234.567 8e3", 1234567.8, 1234567.8);
        row("1 234,5", refused, 1234.5);
        row("1,234.5", 1234.5, 1234.5);
        row("1,000,000", 1000000, 1000000);
        for (const char* text : {"10 00", "1 000 00", "1 0000", "0.00 001", "1 000’000", "1,00.5"})
            row(text, refused, refused);
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
        row("1<=2 ? 3 : 4", 3, 3);
        for (const char* named : {"y=2", "f(x) = 0.1", "y=1<2 ? 3 : 4"})
            row(named, refused, refused);
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
            const auto typed = session::numberFrom(text, QLocale());
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

    void saysWhyATextIsNoNumber_data() {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* parameter, const char* text, const char* said) {
            QTest::addRow("%s %s", parameter, text)
                << QString::fromUtf8(parameter) << QString::fromUtf8(text)
                << QString::fromUtf8(said);
        };
        row("guess", "100,000",
            "“100,000” may mean thousands or a fraction. Type the number without a comma.");
        row("guess", "0,5", "“0,5” is not a number: the decimal mark is a point. Write 0.5.");
        row("alpha", "−0,5", "“−0,5” is not a number: the decimal mark is a point. Write −0.5.");
        row("guess", "1,2,3", "“1,2,3” is not a number: use a point as decimal mark, such as 0.5.");
        for (const char* parameter : {"guess", "alpha", "tolerance"}) {
            row(parameter, "1e-400",
                "“1e-400” is too small: the smallest number over 0 is 5×10⁻³²⁴.");
            row(parameter, "1e400", "“1e400” is too large: numbers go up to 1.8×10³⁰⁸.");
        }
        row("range", "1e-400:1", "“1e-400” is too small: the smallest number over 0 is 5×10⁻³²⁴.");
        row("range", "0:1e400", "“1e400” is too large: numbers go up to 1.8×10³⁰⁸.");
        row("guess", "10 00",
            "“10 00” cannot be read as a number. Type one such as 2, −0.5 or pi/2.");
        row("guess", "1/0", "“1/0” has no finite value. Type a number such as 2, −0.5 or pi/2.");
        row("guess", "x+1", "“x+1” depends on x. Type a number such as 2, −0.5 or pi/2.");
        for (const char* text : {"1,00", "1.5", "0"}) {
            row("iterations", text,
                "The maximum of iterations must be a whole number from 1 to 1,000,000.");
        }
    }
    void saysWhyATextIsNoNumber() {
        QFETCH(QString, parameter);
        QFETCH(QString, text);
        QTEST(faultOf(parameter, text), "said");
    }

    /// What a person types into a window may have a comma; a file, a link and a command may not.
    void onlyAWindowReadsTheMarksOfALocale() {
        const QLocale german(QLocale::German);
        QLocale::setDefault(german);
        for (const char* text : {"0,5", "1 234,5", "1e-3,"}) {
            QVERIFY2(!session::numberFrom(QString::fromLatin1(text)), text);
            QVERIFY2(!session::rangeFrom(QString::fromLatin1(text) + QStringLiteral(":2000")),
                     text);
        }
        QCOMPARE(*session::numberFrom(QStringLiteral("0,5"), german), 0.5);
        QCOMPARE(
            session::numberFrom(QStringLiteral("0,1e-400"), german).error(),
            QStringLiteral("“0.1e-400” is too small: the smallest number over 0 is 5×10⁻³²⁴."));
        QVERIFY(!session::maxIterationsFrom(QStringLiteral("12.000")));
        QCOMPARE(*session::maxIterationsFrom(QStringLiteral("12.000"), german), 12000);
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
        for (const char* text : {"0", "-0.1", "1000.01", "inf", "a"}) row("alpha", text, false);
        for (const char* text : {"1", "200", "1e6", "1000000"}) row("iterations", text, true);
        for (const char* text : {"12,000", "1,000,000", "12 000", "12\u202f000"}) {
            row("iterations", text, true);
        }
        for (const char* text : {"12.000", "1,00", "1,0000", "1,000.5", "1,000 000", ",000"}) {
            row("iterations", text, false);
        }
        for (const char* text : {"0", "-1", "1.5", "1000001", "1e12", "nan", ""}) {
            row("iterations", text, false);
        }
        for (const char* text : {"-2:3", "−2:3", "0:pi", "1e-9:2e-9", "-1e249:1e249"}) {
            row("range", text, true);
        }
        for (const char* text : {"3:-2", "1:1", "1", "1:2:3", ":", "a:b", "0:inf", "nan:1",
                                 "-1e300:1e300", "1:1.0000000000001", "0:5e-324", "-1e308:1e308"}) {
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

    void saysWhatIsWrongWithARange() {
        const auto fault = [](const char* text) {
            return faultOf(QStringLiteral("range"), QString::fromLatin1(text));
        };
        for (const char* text : {"3:-2", "1:1"})
            QVERIFY(fault(text).contains(QLatin1String("smaller to a larger")));
        for (const char* text : {"0:5e-324", "1:1.0000000000001", "-1e-260:1e-260"})
            QVERIFY2(fault(text).contains(QLatin1String("too close together")), text);
        for (const char* text : {"-1e308:1e308", "0:1e250"})
            QVERIFY2(fault(text).contains(QString::fromUtf8("−10²⁵⁰ and 10²⁵⁰")), text);
    }

private:
    static QString faultOf(const QString& parameter, const QString& text) {
        const auto fault = [](const auto& typed) { return typed ? QString() : typed.error(); };
        if (parameter == QLatin1String("guess")) return fault(session::initialGuessFrom(text));
        if (parameter == QLatin1String("alpha")) return fault(session::alphaFrom(text));
        if (parameter == QLatin1String("tolerance")) return fault(session::toleranceFrom(text));
        if (parameter == QLatin1String("range")) return fault(session::rangeFrom(text));
        return fault(session::maxIterationsFrom(text));
    }
};

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
