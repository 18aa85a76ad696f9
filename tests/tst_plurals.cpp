// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts with "%n" and their English plural forms in resources/thalweg_en.ts.
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "findings.h"
#include "session/wording/wording.h"

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sources() {
    return QStringLiteral(SOURCES);
}

QString plurals() {
    return QStringLiteral(PLURALS);
}

struct Message {
    QString source;
    QStringList forms;
    bool finished = true;
};

std::vector<Message> messages() {
    std::vector<Message> all;
    QXmlStreamReader reader(contentOf(plurals()));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        if (reader.name() == QLatin1String("message")) all.emplace_back();
        if (reader.name() == QLatin1String("source")) all.back().source = reader.readElementText();
        if (reader.name() == QLatin1String("translation"))
            all.back().finished = !reader.attributes().hasAttribute(QLatin1String("type"));
        if (reader.name() == QLatin1String("numerusform"))
            all.back().forms += reader.readElementText();
    }
    return all;
}

}  // namespace

class TestPlurals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void oneIsToldAsOne() {
        insight::Verdict verdict;
        const auto told = [&](std::int64_t steps) {
            verdict.finding = insight::Stall{.since = steps};
            verdict.steps = steps;
            return session::describe(verdict, {});
        };
        QVERIFY2(told(1).startsWith(QLatin1String("Stalled after 1 step at")), qPrintable(told(1)));
        QVERIFY(told(2).startsWith(QLatin1String("Stalled after 2 steps at")));
        QVERIFY(told(1'000'000).startsWith(QLatin1String("Stalled after 1,000,000 steps at")));
        QLocale::setDefault(QLocale(QLocale::German));
        QVERIFY(told(1'000'000).startsWith(QLatin1String("Stalled after 1,000,000 steps at")));
        verdict.steps = 5;
        verdict.finding =
            insight::Motion{insight::Motion::Trend::Uneven, 0,
                            insight::Sequel{descent::Outcome::LeftDomain, 1, insight::Lack::Slope}};
        QVERIFY(
            session::describe(verdict, {})
                .endsWith(QLatin1String("One more step would take it to where f has no slope.")));
        verdict.finding = insight::Motion{insight::Motion::Trend::Improving, 1};
        QVERIFY(
            session::describe(verdict, {})
                .endsWith(QLatin1String("f was falling to the end, and would at the next step.")));
    }

    void everyTextHasItsForms() {
        const std::vector<Message> all = messages();
        QVERIFY(all.size() > 30);
        for (const Message& message : all) {
            QVERIFY2(message.finished, qPrintable(message.source));
            QCOMPARE(message.forms.size(), 2);
            QVERIFY2(message.forms[0] != message.forms[1], qPrintable(message.source));
            QCOMPARE(message.forms[1], message.source);
            const QRegularExpression place(QStringLiteral("%\\d"));
            QCOMPARE(message.forms[0].count(place), message.source.count(place));
        }
    }

    /// The file is what lupdate would make of the sources: nothing is missing, nothing is left
    /// over.
    void theFileKnowsTheSources() {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("thalweg_en.ts"));
        QVERIFY(QFile::copy(plurals(), copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-pluralonly"),
                       QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                       QStringLiteral("none"), QStringLiteral("-source-language"),
                       QStringLiteral("en"), QStringLiteral("-target-language"),
                       QStringLiteral("en"), sources(), QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        QCOMPARE(contentOf(copy), contentOf(plurals()));
    }

    /// A "%n" without a number to tr() would be shown as it is.
    void everyTextWithANumberIsOneOfThem() {
        QStringList known;
        for (const Message& message : messages()) known += message.source;
        const QString all = known.join(u'\n');
        QDirIterator files(sources(), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        const QRegularExpression literal(QStringLiteral("\"([^\"\\\\\n]*%n[^\"\\\\\n]*)\""));
        int found = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(QLatin1String("session/plurals.cpp"))) continue;
            static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
            const QString code = QString::fromUtf8(contentOf(path)).remove(comment);
            for (const QRegularExpressionMatch& match : literal.globalMatch(code)) {
                QVERIFY2(all.contains(match.captured(1)), qPrintable(match.captured()));
                ++found;
            }
        }
        QVERIFY(found > 30);
    }
};

QTEST_GUILESS_MAIN(TestPlurals)
#include "tst_plurals.moc"
