// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli/arguments.h"
#include "cli/commandline.h"
#include "output/formats.h"
#include "program.h"
#include "session/command.h"
#include "session/examples.h"
#include "session/link.h"
#include "session/sessionfile.h"
#include "sessions.h"

namespace {

session::Session odd() {
    return {functionOf(QStringLiteral("-x^2\n+ x<1 && x>-1")),
            -0.1,
            {1.0 / 3, 77, 1e-9, descent::Direction::Ascend},
            {-1.0 / 3, 1e-3}};
}

/// What a shell makes of the command: the words that the program would get.
QStringList wordsInShell(const QString& command) {
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("thalweg() { printf '%s\\0' thalweg \"$@\"; }\n") + command});
    if (!shell.waitForFinished(60'000)) return {};
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

}  // namespace

class TestCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatAPersonWouldType() {
        QCOMPARE(session::toCommand(session::examples().front().session),
                 QStringLiteral("thalweg --function 'x^4-4*x^2+x' --initial-guess 2 --alpha 0.02 "
                                "--max-iterations 200 --range=-2.4:2.4"));
        QCOMPARE(session::toCommand(odd()),
                 QStringLiteral("thalweg --function='-x^2\n+ x<1 && x>-1' --initial-guess=-0.1 "
                                "--alpha 0.3333333333333333 --max-iterations 77 --tolerance 1e-09 "
                                "--maximize --range=-0.3333333333333333:0.001"));
    }

    void comesBackFromACommand_data() {
        QTest::addColumn<QString>("function");
        for (const char* text : {"x^2", "-x^2\n+ x<1 && x>-1", "x<0 ? -x : x^2", "x²·√π − 1"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void comesBackFromACommand() {
        QFETCH(QString, function);
        session::Session session = odd();
        session.function = functionOf(function);
        const QString command = session::toCommand(session);
        QVERIFY(session::isCommand(QStringLiteral("\n ") + command));
        const auto back = session::fromCommand(command);
        QVERIFY2(back, back ? "" : qPrintable(back.error()));
        QVERIFY(sameBits(*back, session));
    }

    void readsWhatAPersonTypes() {
        const auto typed = session::fromCommand(QStringLiteral(
            "scripts/run --function \"x^2\" --alpha 0.3 --size 400x300 \\\n --export run.png"));
        QVERIFY(typed);
        QCOMPARE(typed->function.text(), QStringLiteral("x^2"));
        QCOMPARE(typed->initialGuess[0], 1.0);
        QCOMPARE(typed->settings.alpha, 0.3);
        QVERIFY(typed->range.contains(1));
    }

    void saysWhatIsWrongWithACommand_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* command, const char* said) {
            QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(said);
        };
        row("thalweg --function 'x^2", "a quote is open");
        row("thalweg --function", "--function has no value");
        row("thalweg --alpha --function x", "--alpha has no value");
        row("thalweg --alpha 0.1", "no function");
        row("thalweg --function x^", "--function: A value is missing here");
        row("thalweg --function x --alpha -1", "--alpha: ");
        row("thalweg x^2", "“x^2” in the command is no option");
        row("thalweg --function 'x^3'; rm a", "“;” is for a shell");
        row("thalweg --function 'x^3' && rm a", "“&&” is for a shell");
        row("thalweg --function 'x^3' > a", "“>” is for a shell");
    }
    void saysWhatIsWrongWithACommand() {
        QFETCH(QString, command);
        QFETCH(QString, said);
        const auto session = session::fromCommand(command);
        QVERIFY(!session);
        QVERIFY2(session.error().endsWith(QLatin1Char('.')), qPrintable(session.error()));
        QVERIFY2(session.error().contains(said), qPrintable(session.error()));
    }

    void opensALink_data() {
        QTest::addColumn<bool>("exports");
        QTest::newRow("window") << false;
        QTest::newRow("export") << true;
    }
    void opensALink() {
        QFETCH(bool, exports);
        QStringList words{QStringLiteral("thalweg"), session::toLink(odd())};
        if (exports) words += {QStringLiteral("--export"), QStringLiteral("a.csv")};
        const auto request = cli::parse(words);
        QVERIFY2(request, request ? "" : qPrintable(request.error().message));
        QVERIFY(sameBits(request->session, odd()));
        QVERIFY(request->file.isEmpty());
        words[1].chop(1);
        QVERIFY(cli::parse(words).error().message.contains(QStringLiteral("link")));
    }

    void writesAFormatThatIsARowMore() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.TEX"));
        const QStringList words{QStringLiteral("thalweg"), QStringLiteral("--steps"),
                                QStringLiteral("3:7"), QStringLiteral("--export"), path};
        QVERIFY(cli::parse(words).error().message.contains(QStringLiteral("must end in")));
        output::Formats formats = output::formats();
        formats.push_back({QStringLiteral(".tex"), QStringLiteral("TeX table"),
                           output::Format::Kind::Table,
                           [](const session::Report&, const output::Options& options) {
                               return QByteArray::number(qlonglong{options.steps.to});
                           }});
        const auto request = cli::parse(words, formats);
        QVERIFY2(request, request ? "" : qPrintable(request.error().message));
        QCOMPARE(cli::execute(*request), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("7"));
        QVERIFY(cli::parse({words[0], QStringLiteral("--help")}, formats)
                    .error()
                    .message.contains(QStringLiteral(".tex")));
    }

    void survivesTheShell_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"'", "a'b''c'", "\"x\"", "$HOME `id` $(id)", "!! !x", "\\ \\\\ \\'", "a\nb", "a\tb",
              "* ? [a] {a,b} ~", "# x", "; id & id | id > y < z", "--x", "-x", "x²·√π − 1"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void survivesTheShell() {
        QFETCH(QString, text);
        session::Session session = odd();
        session.note = text;
        const QStringList words = wordsInShell(session::toCommand(session));
        const qsizetype option = words.indexOf(QStringLiteral("--note"));
        QVERIFY((option > 0 && words.value(option + 1) == text) ||
                words.contains(QStringLiteral("--note=") + text));
    }

    void isParsedToTheSameSession() {
        RandomSessions sessions;
        for (int i = 0; i < 200; ++i) {
            const session::Session session = sessions.next();
            const QString command = session::toCommand(session);
            const auto request = cli::parse(wordsInShell(command));
            QVERIFY2(request, qPrintable(request ? QString() : command + request.error().message));
            QVERIFY2(sameBits(request->session, session), qPrintable(command));
        }
    }

    void computesTheSameRun_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("odd") << session::toFile(odd());
        for (const session::Example& example : session::examples()) {
            QTest::newRow(qPrintable(example.title)) << session::toFile(example.session);
        }
    }
    /// The file and the command give the same bytes.
    void computesTheSameRun() {
        QFETCH(QByteArray, content);
        Program program;
        QFile file(program.path("a.thalweg"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const Answer direct =
            program.run(words({"a.thalweg", "--export", "run.json", "--export", "run.csv"}));
        QCOMPARE(direct.err, QString());
        QCOMPARE(direct.status, 0);
        const QString command = session::toCommand(*session::fromFile(content));
        QCOMPARE(inShell(program, command + QStringLiteral(" --export a.json --export a.csv")), 0);
        const QByteArray json = contentOf(program.path("run.json"));
        QVERIFY(json.size() > 100);
        QCOMPARE(contentOf(program.path("a.json")), json);
        QVERIFY(contentOf(program.path("run.csv")) == contentOf(program.path("a.csv")));
    }

private:
    static int inShell(const Program& program, const QString& command) {
        QProcess shell;
        QProcessEnvironment environment = bareEnvironment();
        environment.insert(QStringLiteral("PATH"), QFileInfo(QStringLiteral(THALWEG)).path() +
                                                       QLatin1Char(':') +
                                                       environment.value(QStringLiteral("PATH")));
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(program.folder());
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
        return shell.waitForFinished(60'000) ? shell.exitCode() : -1;
    }
};

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
