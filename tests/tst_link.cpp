// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include "sentence.h"
#include "session/link.h"
#include "sessions.h"

namespace {

session::Session parabola() {
    return {functionOf(QStringLiteral("x^2+1")),
            4,
            {0.1, 200, 1e-6, descent::Direction::Descend},
            {-5, 5}};
}

}  // namespace

class TestLink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void isOneLine() {
        QCOMPARE(session::toLink(parabola()),
                 QStringLiteral("thalweg:?f=x%5E2%2B1&x0=4&alpha=0.1&n=200&tolerance=1e-06&"
                                "direction=minimize&method=gradient&range=-5:5&v=1"));
    }

    void readsBackTheSameBits() {
        QLocale::setDefault(QLocale(QLocale::German));
        static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._~:?=&%-]+$"));
        RandomSessions sessions;
        for (int i = 0; i < 2000; ++i) {
            const session::Session session = sessions.next();
            const QString link = session::toLink(session);
            QVERIFY2(allowed.match(link).hasMatch(), qPrintable(link));
            QVERIFY(QUrl(link, QUrl::StrictMode).isValid());
            const auto read = session::fromLink(link);
            QVERIFY2(read, qPrintable(read ? QString() : read.error()));
            QVERIFY2(sameBits(*read, session), qPrintable(link));
        }
    }

    /// Whoever opens it, wherever.
    void readsPointsInEveryLocale() {
        QLocale::setDefault(QLocale(QLocale::German));
        const QString link = session::toLink(parabola());
        const auto read =
            session::fromLink(QString(link).replace(QLatin1String("0.1"), QLatin1String("0,1")));
        QVERIFY(!read);
        QCOMPARE(read.error(), QStringLiteral("“alpha” in the link: “0,1” is not a number: the "
                                              "decimal mark is a point. Write 0.1."));
    }

    void readsLinksAsMailsHoldThem_data() {
        QTest::addColumn<QString>("text");
        const QString link = session::toLink(parabola());
        QTest::newRow("plain") << link;
        QTest::newRow("blanks") << QStringLiteral(" \t\u00a0") + link + QStringLiteral(" \r\n");
        QTest::newRow("pointed") << QStringLiteral("<%1>").arg(link);
        QTest::newRow("quoted") << QStringLiteral("\"%1\"").arg(link);
        QTest::newRow("typographic") << QStringLiteral("“%1”,").arg(link);
        QTest::newRow("end of a sentence") << QStringLiteral("(%1).").arg(link);
        QTest::newRow("capitals") << QString(link).replace(0, 7, QStringLiteral("THALWEG"));
        QString folded = link;
        for (qsizetype at = 20; at < folded.size(); at += 22) {
            folded.insert(at, QStringLiteral("\r\n "));
        }
        QTest::newRow("folded") << folded;
        QTest::newRow("readable") << QString(link).replace(QStringLiteral("x%5E2%2B1"),
                                                           QStringLiteral("x^2+1"));
        QTest::newRow("small hexadecimals")
            << QString(link).replace(QStringLiteral("%5E"), QStringLiteral("%5e"));
        QTest::newRow("unknown parts")
            << QString(link).replace(QLatin1Char('?'), QStringLiteral("?a=%20&b&"));
    }
    void readsLinksAsMailsHoldThem() {
        QFETCH(QString, text);
        const auto read = session::fromLink(text);
        QVERIFY2(read, qPrintable(read ? QString() : read.error()));
        QVERIFY(sameBits(*read, parabola()));
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QString& text, const char* said) {
            QTest::newRow(name) << text << QString::fromUtf8(said);
        };
        const auto with = [&row](const char* part, const char* other, const char* said) {
            row(other,
                session::toLink(parabola()).replace(QLatin1String(part), QString::fromUtf8(other)),
                said);
        };
        row("empty", {}, "begins with thalweg:?");
        row("page", QStringLiteral("https://example.org/?f=x"), "begins with thalweg:?");
        row("no query", QStringLiteral("thalweg:"), "begins with thalweg:?");
        row("cut", QStringLiteral("thalweg:?f=x&x0=1"), "not whole");
        row("only the end", QStringLiteral("thalweg:?v=1"), "“f” is missing");
        row("a megabyte", QStringLiteral("thalweg:?f=") + QString(1'000'000, QLatin1Char('(')),
            "too long");
        with("v=1", "v=3", "newer Thalweg (version 3); this one reads versions up to 2");
        with("v=1", "v=-1", "“-1”");
        with("v=1", "v=x", "“x”");
        with("f=x%5E2", "f=%2A", "A value is missing here");
        with("f=x%5E2", "f=%FF", "“f” in the link");
        with("f=x%5E2", "f=x%00", "control character");
        with("f=x%5E2", "f=x%5", "hexadecimal");
        with("f=x%5E2", "f=x%ZZ", "hexadecimal");
        with("x0=4", "x0=nan", "“nan” cannot be read as a number");
        with("x0=4", "x0=1e400", "too large");
        with("x0=4", "x0=1e13", "10¹²");
        with("x0=4", "x0=", "“x0” in the link: Type a number");
        with("x0=4", "x0=4&x0=5", "“x0” is in the link a second time");
        with("x0=4&", "", "“x0” is missing");
        with("alpha=0.1", "alpha=-1", "greater than 0");
        with("n=200", "n=1e9", "1,000,000");
        with("tolerance=1e-06", "tolerance=0", "greater than 0 and at most 1");
        with("direction=minimize", "direction=down", "“down”");
        with("method=gradient", "method=magic", "“magic”");
        with("range=-5:5", "range=5:-5", "smaller to a larger");
    }
    void saysWhatIsWrong() {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto read = session::fromLink(text);
        QVERIFY(!read);
        QVERIFY2(isSentenceOrStartsWithAQuote(read.error()), qPrintable(read.error()));
        QVERIFY2(read.error().contains(said), qPrintable(read.error()));
        QVERIFY(read.error().size() < 300);
    }

    void refusesEveryLinkThatWasCut() {
        const QString whole = session::toLink(parabola());
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto read = session::fromLink(whole.left(size));
            QVERIFY2(!read, qPrintable(whole.left(size)));
        }
    }
};

QTEST_APPLESS_MAIN(TestLink)
#include "tst_link.moc"
