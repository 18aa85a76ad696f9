// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>
#include <optional>

#include "cli/arguments.h"
#include "program.h"

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double quickly = 5;
#else
constexpr double quickly = 1;
#endif

}  // namespace

class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program.emplace(); }

    void refusesWhatDoesNotRead_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<int>("column");
        const auto row = [](const char* name, const QString& function, int column) {
            QTest::newRow(name) << function << column;
        };
        for (const auto& [text, column] : {std::pair{"", 0},
                                           {"   ", 0},
                                           {"2+", 2},
                                           {"x=3", 1},
                                           {"x,1", 1},
                                           {"foo(x)", 0},
                                           {"\"a\"", 0},
                                           {"1e400", 0},
                                           {"x+1e-400", 2},
                                           {"(x", 0},
                                           {"x)", 1},
                                           {"x\x01", 1},
                                           {"sin", 0},
                                           {"1<x<2", 3},
                                           {"x?1", 1},
                                           {"atan2(x)", 0},
                                           {"x # 2", 2},
                                           {"x1+x2+x3+x4+x5+x6+x7+x8+y", 24}}) {
            row(text, QString::fromUtf8(text), column);
        }
        row("brackets", QString(100'000, QLatin1Char('(')), -1);
        row("long", QStringLiteral("x+").repeated(60'000) + QLatin1Char('x'), -1);
    }
    void refusesWhatDoesNotRead() {
        QFETCH(QString, function);
        QFETCH(int, column);
        const Answer answer = m_program->exported({"--function", function.toUtf8().constData()});
        QCOMPARE(answer.status, 2);
        leavesNothing(answer);
        const QStringList lines = answer.err.split(QLatin1Char('\n'));
        const bool blank = function.trimmed().isEmpty();
        QCOMPARE(lines.size(), blank ? 2 : 4);
        if (!blank && column >= 0) QCOMPARE(lines[2].indexOf(QLatin1Char('^')), 2 + column);
        QVERIFY(answer.err.size() < 300);
    }

    void refusesWrongArguments_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](std::initializer_list<const char*> arguments, const char* said) {
            const QStringList list = words(arguments);
            QTest::newRow(qPrintable(list.join(QLatin1Char(' '))))
                << list << QString::fromUtf8(said);
        };
        row({"--initial-guess", "nan"}, "--initial-guess");
        row({"--initial-guess", "inf"}, "--initial-guess");
        row({"--initial-guess", "two"}, "“two”");
        row({"--initial-guess", "1e13"}, "10¹²");
        row({"--initial-guess", "1e400"}, "“1e400” is too large: numbers go up to 1.8×10³⁰⁸.");
        row({"--initial-guess", "0,5"}, "point");
        row({"--initial-guess", ""}, "Type a number");
        row({"--alpha", "1e-400"},
            "--alpha: “1e-400” is too small: the smallest number over 0 is 5×10⁻³²⁴.");
        row({"--tolerance", "1e-400"}, "--tolerance: “1e-400” is too small");
        row({"--initial-guess", "1e-400"}, "--initial-guess: “1e-400” is too small");
        row({"--range", "1e-400:1"}, "--range: “1e-400” is too small");
        row({"--range-y", "0:1e400"}, "--range-y: “1e400” is too large");
        row({"--method", "momentum:beta=1e-400"}, "beta: “1e-400” is too small");
        row({"thalweg:?f=x%5E2&x0=1e-400&v=1"}, "“x0” in the link: “1e-400” is too small");
        row({"--alpha", "0"}, "greater than 0");
        row({"--alpha", "-1"}, "greater than 0");
        row({"--alpha", "1001"}, "at most 1,000");
        row({"--alpha", "nan"}, "“nan”");
        row({"--max-iterations", "0"}, "whole number");
        row({"--max-iterations", "1000000000000"}, "1,000,000");
        row({"--max-iterations", "2.5"}, "whole number");
        row({"--range", "3:2"}, "smaller to a larger");
        row({"--range", "2:2"}, "smaller to a larger");
        row({"--range", "0:5e-324"}, "too close together");
        row({"--range", "1:1.0000000000001"}, "too close together");
        row({"--range", "-1e308:1e308"}, "between −10²⁵⁰ and 10²⁵⁰");
        row({"--range", "2"}, "LOW:HIGH");
        row({"--range", "a:b"}, "“a”");
        row({"--size", "10x10"}, "WxH");
        row({"--size", "100000x100000"}, "64 million");
        row({"--size", "640"}, "WxH");
        row({"--size", "40000x40000"}, "64 million");
        row({"--size", "5000x200", "--export", "a.gif"}, "4096 pixels");
        row({"--size", "200x5000", "--export", "a.mp4"}, "4096 pixels");
        row({"--fps", "0"}, "from 1 to 60");
        row({"--fps", "61"}, "from 1 to 60");
        row({"--fps", "2.5"}, "“2.5”");
        row({"--fps", "%2"}, "“%2” is not a whole number from 1 to 60");
        row({"--steps", "9:3"}, "“9:3”");
        row({"--steps", "-1:3"}, "“-1:3”");
        row({"--steps", "3"}, "two whole numbers");
        row({"--steps", "1:2:3"}, "two whole numbers");
        row({"--steps", "1000:1001"}, "the run ends with step");
        row({"--theme", "blue"}, "“blue”");
        row({"--theme", "transparent", "--export", "a.mp4"}, "cannot be transparent");
        row({"--view", "foo"},
            "The views are curve, map, surface, basins, convergence, cobweb, bifurcation and "
            "race.");
        row({"--view", ""}, "The views are");
        row({"--view", "cobweb", "--method", "adam"},
            "A cobweb is that of plain gradient descent. The method here is Adam");
        row({"--method", "newtn"}, "Did you mean newton? The methods are gradient, momentum, nest");
        row({"--method", "rmsprop:beta=0.9"}, "It has rho and epsilon.");
        row({"--schedule", "cosin"}, "Did you mean cosine? The schedules are constant, step, ");
        row({"--schedule", "step:gamma=1.5"}, "gamma must be over 0 and at most 1, not 1.5");
        row({"--schedule", "step:every=2.5"},
            "every must be a whole number from 1 to 1,000,000, not 2.5");
        row({"--schedule", "cosine:rate=1"}, "The schedule cosine has nothing to set");
        row({"--noise", "-1"}, "The noise must be a number from 0 to 1,000,000.");
        row({"--seed", "x"}, "The seed must be a whole number from 0 to 9,007,199,254,740,991");
        row({"--method", "backtracking:shrink=0.999999"},
            "shrink must be over 0 and below 0.99, not 0.999999");
        row({"--method", "momentum:"},
            "Nothing is set behind the colon of “momentum:”. Write momentum alone, or set "
            "something, such as momentum:beta=0.9.");
        row({"--method", "gradient:"},
            "The method gradient has nothing to set. Write gradient without the colon.");
        row({"--method", "momentum:beta="}, "beta has no value: write it as beta=0.9.");
        row({"--method", "momentum:beta=0.5,"},
            "Nothing stands beside a comma of “momentum:beta=0.5,”. Take that comma out.");
        for (const char* text : {"momentum:beta=0,9", "adam:beta1=0.5,beta2=0,9"}) {
            row({"--method", text}, "“0,9” is not a number: the decimal mark is a point. Write ");
        }
        row({"--method", "momentum:beta=0,9"}, "Write beta=0.9.");
        row({"--method", "momentum:gamma=0,9"}, "The method momentum has no “gamma”. It has beta.");
        row({"--method", "momentum:beta=2"}, "beta must be at least 0 and below 1, not 2");
        row({"--view", "bifurcation", "--export", "a.gif"}, "cannot be animated");
        row({"--export", "a.mp4", "--view", "bifurcation"}, "cannot be animated");
        row({"--view", "bifurcation", "--range", "-1:2"}, "shows α, from 0 to 10");
        row({"--range", "1:1001", "--view", "bifurcation"}, "shows α, from 0 to 1000");
        row({"--view", "bifurcation", "--range", "0:1e-15"}, "must reach beyond 10⁻¹²");
        row({"--method", "foo"}, "“foo”");
        row({"missing.thalweg"}, "Cannot open missing.thalweg: there is no such file.");
        row({"/dev/zero"}, "not a regular file");
        row({"."}, "a folder");
        row({"a.thalweg", "stray"}, "“stray”");
        row({"--tolerance", "0"}, "at most 1");
        row({"--foo"}, "foo");
        row({"-q"}, "q");
        row({"--alpha"}, "alpha");
        row({"--alpha", "--export", "m.png"}, "--alpha has no value: --export follows it.");
        row({"--steps", "--alpha=0.1"}, "--steps has no value: --alpha=0.1 follows it.");
        row({"thalweg://junk"}, "one begins with thalweg:?");
        row({"thalweg:"}, "one begins with thalweg:?");
        row({"--export", "run.doc"}, ".csv, .json, .py, .png");
        row({"--export", ""}, ".csv, .json, .py, .png");
        row({""}, "The name of the session file is empty.");
    }
    void refusesWrongArguments() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Answer answer =
            m_program->run(words({"--function", "x^2", "--export", "run.json"}) + arguments);
        QCOMPARE(answer.status, 2);
        leavesNothing(answer);
        QCOMPARE(answer.err.count(QLatin1Char('\n')), 1);
        QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
    }

    void quotesNoMoreThanAPersonReads_data() {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        const QString size = QStringLiteral("7").repeated(10'000);
        for (const char* option :
             {"--initial-guess", "--alpha", "--max-iterations", "--tolerance", "--method",
              "--range", "--size", "--theme", "--view", "--steps", "--fps", "--export"}) {
            QTest::newRow(option) << QString::fromLatin1(option) << size + QLatin1Char('#');
        }
        QTest::newRow("file") << QStringLiteral("--alpha=1") << size;
        QTest::newRow("unknown") << QStringLiteral("--alpha=1") << QStringLiteral("--") + size;
        QTest::newRow("unknown with a value")
            << QStringLiteral("--alpha=1") << QStringLiteral("--foo=") + size;
        QTest::newRow("export") << QStringLiteral("--export") << size + QStringLiteral(".csv");
        QTest::newRow("signs") << QStringLiteral("--export")
                               << QStringLiteral("no\nfolder\x1b[1m/a.csv");
    }
    void quotesNoMoreThanAPersonReads() {
        QFETCH(QString, option);
        QFETCH(QString, value);
        const Answer answer = m_program->run(words({"--function", "x^2", "--export", "run.json"}) +
                                             QStringList{option, value});
        QVERIFY(answer.status > 0);
        isOneSentence(answer.err);
        QVERIFY2(answer.err.size() < 500, qPrintable(answer.err));
        QCOMPARE(answer.err.count(QLatin1Char('\n')), 1);
        QVERIFY(!answer.err.contains(QLatin1Char('\x1b')));
    }

    void saysThatStandardOutputIsFull_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("verdict") << words({"--function", "x^2", "--export", "run.json"});
        QTest::newRow("help") << words({"--help"});
        QTest::newRow("version") << words({"--version"});
    }
    void saysThatStandardOutputIsFull() {
        QFETCH(QStringList, arguments);
        const auto fill = [] {
            if (::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO) < 0) ::_exit(127);
        };
        const Answer answer = m_program->run(arguments, {}, fill);
        QCOMPARE(answer.status, 1);
        isOneSentence(answer.err);
        QVERIFY(answer.err.contains(QLatin1String("standard output")));
    }

    void refusesAMillionCharactersQuickly() {
        for (const QString& function :
             {QString(1'000'000, QLatin1Char('x')), QString(1'000'000, QLatin1Char('('))}) {
            const auto request =
                cli::parse({QStringLiteral("thalweg"), QStringLiteral("--function"), function,
                            QStringLiteral("--export"), QStringLiteral("run.csv")});
            QVERIFY(!request);
            QCOMPARE(request.error().status, 2);
            QVERIFY(request.error().message.size() < 300);
        }
    }

    void failsWhenAFileCannotBeWritten_data() {
        QTest::addColumn<QString>("file");
        for (const char* file : {"missing/run.csv", "file/run.csv", "folder.csv", "fifo.csv"}) {
            QTest::newRow(file) << QString::fromLatin1(file);
        }
    }
    void failsWhenAFileCannotBeWritten() {
        QFETCH(QString, file);
        QFile blocking(m_program->path("file"));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        QVERIFY(QDir(m_program->folder()).mkdir(QStringLiteral("folder.csv")));
        QCOMPARE(::mkfifo(QFile::encodeName(m_program->path("fifo.csv")).constData(), 0600), 0);
        const Answer answer = m_program->run(words({"--function", "x^2", "--export"}) +
                                             QStringList(file) + words({"--export", "run.json"}));
        QCOMPARE(answer.status, 1);
        isOneSentence(answer.err);
        QVERIFY(answer.err.contains(file));
        QVERIFY2(!m_program->result().isEmpty(), "the other file is written all the same");
        QVERIFY(answer.out.startsWith(QLatin1String("Reached")));
    }

    void failsInAReadOnlyFolder() {
        QVERIFY(QFile::setPermissions(m_program->folder(), QFile::ReadOwner | QFile::ExeOwner |
                                                               QFile::ReadOther | QFile::ExeOther |
                                                               QFile::ReadGroup | QFile::ExeGroup));
        constexpr uid_t nobody = 65534;
        const auto becomeNobody = [] {
            if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(127);
        };
        const Answer answer =
            m_program->run(words({"--function", "x^2", "--export", "run.json"}), {}, becomeNobody);
        if (answer.status < 0 || answer.status == 127) QSKIP("nobody may not run the program here");
        QCOMPARE(answer.status, 1);
        isOneSentence(answer.err);
        QVERIFY(m_program->files().isEmpty());
    }

    void refusesToOpenAWindowWithoutADisplay() {
        const Answer window = m_program->run(words({"--function", "x^2"}));
        QCOMPARE(window.status, 2);
        leavesNothing(window);
        QVERIFY(window.err.contains(QLatin1String("--export")));
        const Answer wrong = m_program->run(words({"--function", "2+"}));
        QCOMPARE(wrong.status, 2);
        QVERIFY(wrong.err.contains(QLatin1Char('^')));
    }

private:
    void leavesNothing(const Answer& answer) {
        isOneSentence(answer.err);
        QCOMPARE(answer.out, QString());
        QVERIFY2(m_program->files().isEmpty(), "a file is left");
        QVERIFY2(answer.seconds < quickly, qPrintable(QString::number(answer.seconds)));
    }

    /// One sentence on the first line; more lines only show the place of an error.
    static void isOneSentence(const QString& err) {
        const QStringList lines = err.split(QLatin1Char('\n'));
        QVERIFY2(lines[0].startsWith(QLatin1String("thalweg: ")), qPrintable(err));
        QVERIFY2(lines[0].endsWith(QLatin1Char('.')) || lines[0].endsWith(QLatin1Char('?')),
                 qPrintable(err));
        QVERIFY2(
            lines.size() == 2 || (lines.size() == 4 && lines[1].startsWith(QLatin1String("  "))),
            qPrintable(err));
    }

    std::optional<Program> m_program;
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
