// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a session consists of comes back from wherever it was written.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "cli/arguments.h"
#include "otherwise.h"
#include "output/tables.h"
#include "reports.h"
#include "sentence.h"
#include "session/command.h"
#include "session/examples.h"
#include "session/lessons.h"
#include "session/limits.h"
#include "session/link.h"
#include "session/sessionfile.h"
#include "sessions.h"

namespace {

using session::Field;
using session::Session;

const Field& fieldAt(int place) {
    return session::fields().at(static_cast<std::size_t>(place));
}

Session usual() {
    return session::examples().front().session;
}

Session usualFor(const Field& field) {
    return having(usual(), field);
}

void addRows() {
    QTest::addColumn<int>("place");
    for (std::size_t i = 0; i < session::fields().size(); ++i)
        QTest::newRow(qPrintable(session::fields()[i].name)) << static_cast<int>(i);
}

/// The members of a session file that are fields.
QJsonObject members(const Session& session) {
    QJsonObject object = QJsonDocument::fromJson(session::toFile(session)).object();
    object.remove(QStringLiteral("format"));
    object.remove(QStringLiteral("version"));
    return object;
}

}  // namespace

class TestEveryField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data() { addRows(); }
    void comesBack() {
        QFETCH(int, place);
        const Field& field = fieldAt(place);
        const Session changed = otherwise(usualFor(field), field);
        QVERIFY(field.text(changed) != field.text(usualFor(field)));

        const QByteArray content = session::toFile(changed);
        const auto fromFile = session::fromFile(content);
        QVERIFY2(fromFile, fromFile ? "" : qPrintable(fromFile.error()));
        QVERIFY(sameBits(*fromFile, changed));
        const QByteArray version = QByteArray::number(session::versionFor(changed));
        QVERIFY(content.contains("\"version\": " + version + ','));
        QCOMPARE(session::versionFor(changed), field.since);

        const QString link = session::toLink(changed);
        const auto fromLink = session::fromLink(link);
        QVERIFY2(fromLink, fromLink ? "" : qPrintable(fromLink.error()));
        QVERIFY2(sameBits(*fromLink, changed), qPrintable(link));
        QVERIFY(link.endsWith(QStringLiteral("v=%1").arg(field.since)));

        const QString command = session::toCommand(changed);
        const auto fromCommand = session::fromCommand(command);
        QVERIFY2(fromCommand, fromCommand ? "" : qPrintable(fromCommand.error()));
        QVERIFY2(sameBits(*fromCommand, changed), qPrintable(command));
    }

    void isAnOptionBesideAFile_data() { addRows(); }
    void isAnOptionBesideAFile() {
        QFETCH(int, place);
        const Field& field = fieldAt(place);
        const Session changed = otherwise(usualFor(field), field);
        QString option = QStringLiteral("--") + session::optionOf(field);
        if (field.flag.isEmpty()) option += QLatin1Char('=') + field.text(changed);
        const auto request =
            cli::parse({QStringLiteral("thalweg"), session::toLink(usualFor(field)), option});
        QVERIFY2(request, request ? "" : qPrintable(request.error().message));
        QVERIFY(sameBits(request->session, changed));
    }

    void isToldWhereOptionsAreTold_data() { addRows(); }
    void isToldWhereOptionsAreTold() {
        QFETCH(int, place);
        const QString option = QStringLiteral("--") + session::optionOf(fieldAt(place));
        const QString help =
            cli::parse({QStringLiteral("thalweg"), QStringLiteral("--help")}).error().message;
        QVERIFY(help.contains(option + QLatin1Char(' ')));
        const QString sources = QStringLiteral(TEST_DATA "/../../");
        QString readme = QString::fromUtf8(contentOf(sources + QStringLiteral("README.md")));
        QVERIFY(readme.contains(QLatin1Char('`') + option));
        QString manual =
            QString::fromUtf8(contentOf(sources + QStringLiteral("resources/thalweg.1")));
        manual.remove(QLatin1Char('\\'));
        QVERIFY(manual.contains(QStringLiteral("I ") + option) ||
                manual.contains(QStringLiteral("B ") + option));
    }

    void standsInTheResultUnlessItIsOnlySeen_data() { addRows(); }
    void standsInTheResultUnlessItIsOnlySeen() {
        QFETCH(int, place);
        const Field& field = fieldAt(place);
        session::Report made = report("x^2", 1, {0.1, 20});
        made.session = otherwise(having(made.session, field), field);
        const QJsonObject result = QJsonDocument::fromJson(output::json(made, {})).object();
        if (field.concern == Field::Concern::Sight) {
            QVERIFY(!result.contains(field.name));
        } else if (field.name == QLatin1String("constants")) {
            QCOMPARE(result[field.name].toObject()[QStringLiteral("c")].toDouble(),
                     made.session.constants.front().value);
        } else if (!field.repeated.isEmpty()) {
            QVERIFY(!result.contains(field.name));  // the report has one run
        } else if (field.kind == Field::Kind::Text) {
            QCOMPARE(result[field.name].toString(), field.text(made.session));
        } else {
            QCOMPARE(result[field.name].toDouble(), field.text(made.session).toDouble());
        }
    }

    void standsInALesson_data() { addRows(); }
    void standsInALesson() {
        QFETCH(int, place);
        Session changed = otherwise(usualFor(fieldAt(place)), fieldAt(place));
        if (!changed.range.contains(changed.initialGuess[0]))
            changed.initialGuess = changed.range.low;
        const QJsonObject answer{{QStringLiteral("text"), QStringLiteral("a")},
                                 {QStringLiteral("remark"), QStringLiteral("b")}};
        const QJsonObject lesson{{QStringLiteral("title"), QStringLiteral("a")},
                                 {QStringLiteral("idea"), QStringLiteral("b")},
                                 {QStringLiteral("setUp"), members(changed)},
                                 {QStringLiteral("question"), QStringLiteral("c")},
                                 {QStringLiteral("answers"), QJsonArray{answer, answer}},
                                 {QStringLiteral("right"), 0},
                                 {QStringLiteral("explanation"), QStringLiteral("d")}};
        const auto lessons = session::lessonsFrom(
            QJsonDocument(QJsonObject{{QStringLiteral("lessons"), QJsonArray{lesson}}}).toJson());
        QVERIFY2(lessons, lessons ? "" : qPrintable(lessons.error()));
        QVERIFY(sameBits(lessons->front().setUp, changed));
    }

    /// Where the ball stands is no change of what a person set.
    void isAChangeUnlessItIsWhereTheBallStands_data() { addRows(); }
    void isAChangeUnlessItIsWhereTheBallStands() {
        QFETCH(int, place);
        const Field& field = fieldAt(place);
        const Session before = usualFor(field);
        const Session changed = otherwise(before, field);
        QCOMPARE(changed != before, field.name != QLatin1String("step"));
        QCOMPARE(session::changedField(before, changed), &field);
        QVERIFY(!field.change(changed, 6).isEmpty());
        QCOMPARE(session::sameRun(before, changed), field.concern != Field::Concern::Run);
        const bool seen = field.concern == Field::Concern::Sight;
        QVERIFY(sameBits(session::seenAs(before, changed), seen ? changed : before));
        QVERIFY(sameBits(session::seenAs(changed, before), seen ? before : changed));
    }

    void onlyWhatIsUnusualIsWritten() {
        QCOMPARE(members(usual()).keys(),
                 (QStringList{QStringLiteral("alpha"), QStringLiteral("direction"),
                              QStringLiteral("function"), QStringLiteral("initial_guess"),
                              QStringLiteral("max_iterations"), QStringLiteral("method"),
                              QStringLiteral("range"), QStringLiteral("tolerance")}));
        QCOMPARE(session::versionFor(usual()), 1);
    }

    /// What such a file held besides was ignored when it was written.
    void whatTheFirstVersionDidNotKnowIsIgnoredInIt() {
        QByteArray content = session::toFile(usual());
        content.insert(content.lastIndexOf('\n', -2), ",\n\"title\": 5,\n\"view\": \"none\"");
        const auto read = session::fromFile(content);
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QVERIFY(sameBits(*read, usual()));
    }

    void anEmptyTextIsNoTitle() {
        QByteArray content = session::toFile(otherwise(usual(), session::fields().back()));
        content.insert(content.lastIndexOf('\n', -2), ",\n\"title\": \"\"");
        const auto read = session::fromFile(content);
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QVERIFY(read->title.isEmpty());
    }

    void anEmptyOptionTakesBackWhatIsInTheFile() {
        Session changed = usual();
        changed.values = {-3, 3};
        changed.standing.step = 4;
        const auto request = cli::parse({QStringLiteral("thalweg"), session::toLink(changed),
                                         QStringLiteral("--range-y="), QStringLiteral("--step=")});
        QVERIFY2(request, request ? "" : qPrintable(request.error().message));
        QVERIFY(sameBits(request->session, usual()));
    }

    /// Of a bifurcation diagram a command tells the part of the α axis, which is not the session's.
    void aCommandHasNoRangeOfXWhereTheViewHasNone() {
        Session changed = usual();
        changed.view = session::View::Bifurcation;
        const QString command = session::toCommand(changed);
        QVERIFY(!command.contains(QStringLiteral("--range")));
        for (const QString& more : {QString(), QStringLiteral(" --range 0.01:0.5")}) {
            const auto read = session::fromCommand(command + more);
            QVERIFY(read);
            QCOMPARE(read->view, session::View::Bifurcation);
            QVERIFY(read->range.contains(usual().initialGuess[0]));
        }
    }

    void theWindowOpensAViewThatIsEmptyForNow() {
        Session changed = usual();
        changed.view = session::View::Cobweb;
        changed.settings.method = descent::methods()[1];
        const QStringList opened{QStringLiteral("thalweg"), session::toLink(changed)};
        QVERIFY(cli::parse(opened));
        const QStringList table{QStringLiteral("--export"), QStringLiteral("a.csv")};
        QVERIFY(cli::parse(opened + table));
        const QStringList picture{QStringLiteral("--export"), QStringLiteral("a.png")};
        QVERIFY(cli::parse(opened + picture).error().message.contains(QStringLiteral("cobweb")));
    }

    void saysInOneSentenceWhatIsWrong_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QString& text, const char* said) {
            QTest::addRow("%s %s", name, qPrintable(text.left(20)))
                << QString::fromLatin1(name) << text << QString::fromUtf8(said);
        };
        row("range_y", QStringLiteral("3"), "is not a range");
        row("range_y", QStringLiteral("3:1"), "smaller to a larger");
        row("range_y", QStringLiteral("0:1e300"), "between −10²⁵⁰ and 10²⁵⁰");
        row("view", QStringLiteral("side"),
            "The views are curve, map, surface, basins, convergence, cobweb, bifurcation and");
        row("view", {}, "is not known");
        row("quantity", QStringLiteral("speed"),
            "The chart can show gap, f, gradient, distance or step.");
        row("show", QStringLiteral("circle"), "a parabola, not “circle”");
        for (const char* step : {"-1", "1.5", "1000001", "x"})
            row("step", QString::fromLatin1(step), "a whole number from 0 to 1,000,000");
        row("title", QString(201, u'a'), "at most 200 characters");
        row("title", QStringLiteral("a\nb"), "one line");
        row("title", QStringLiteral("a\u0007"), "without control characters");
        row("title", QString(QChar(0xd800)), "without control characters");
        row("note", QString(2001, u'a'), "at most 2,000 characters");
        row("note", QString(QChar(u'\0')), "no other control characters");
    }
    void saysInOneSentenceWhatIsWrong() {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto field = std::ranges::find(session::fields(), name, &Field::name);
        Session into;
        const QString fault = field->read(text, into);
        QVERIFY2(isSentenceOrStartsWithAQuote(fault), qPrintable(fault));
        QVERIFY2(fault.contains(said), qPrintable(fault));
    }

    void theLongestWordsFitIntoALink() {
        Session changed = usual();
        changed.function = functionOf(QLatin1Char('x') + QString(1999, QChar(0xa0)));
        changed.title = QString(session::longestTitle, QChar(0x20ac));
        changed.note = QString(session::longestNote, QChar(0x20ac));
        const auto read = session::fromLink(session::toLink(changed));
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QVERIFY(sameBits(*read, changed));
    }
};

QTEST_GUILESS_MAIN(TestEveryField)
#include "tst_everyfield.moc"
