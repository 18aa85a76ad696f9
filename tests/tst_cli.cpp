// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <QImage>
#include <QTest>
#include <array>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <optional>

#include "files/savewhole.h"
#include "functions.h"
#include "program.h"
#include "python.h"
#include "session/sessionfile.h"
#include "svg.h"

namespace {

/// Whether a process handles a signal itself.
bool catches(qint64 process, int signal) {
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly)) return false;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("SigCgt:"))
            return ((line.mid(7).trimmed().toULongLong(nullptr, 16) >> (signal - 1)) & 1) != 0;
    }
    return false;
}

}  // namespace

class TestCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program.emplace(); }

    void saysTheVerdictInOneLine() {
        const Answer answer = m_program->exported(
            {"--function", "x^4-4*x^2+x", "--initial-guess", "2", "--alpha", "0.02"});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.out, QStringLiteral("Reached a local minimum at x = 1.347, f = −2.61856 "
                                            "after 48 steps: |f′| is below 10⁻⁶. A lower one "
                                            "lies at x = −1.473 (f = −5.44419). m = 1 − α·f″(x*) = "
                                            "0.724544: it comes closer from one side, near the end "
                                            "each step leaves m of the distance.\n"));
        QCOMPARE(m_program->result()[QStringLiteral("verdict")].toString(), answer.out.trimmed());
    }

    void comparesWithWhatLiesInTheRangeAlone_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("begin");
        const auto row = [](std::initializer_list<const char*> arguments, const char* begin) {
            const QStringList list = words(arguments);
            QTest::newRow(qPrintable(list.join(QLatin1Char(' '))))
                << list << QString::fromUtf8(begin);
        };
        row({"--initial-guess", "0.1", "--range=-3:3"},
            "Reached the lowest minimum in [−3, 3] at x = −1.473, ");
        row({"--initial-guess", "0.1", "--range=-3:0"}, "Reached a minimum at x = −1.473, ");
        row({"--initial-guess", "1.35"}, "Reached a minimum at x = 1.347, ");
        row({"--function", "sin(x)", "--initial-guess", "1", "--alpha", "0.1", "--max-iterations",
             "500", "--range=-5:5"},
            "Reached one of the lowest minima in [−5, 5] at x = −1.5708, ");
    }
    void comparesWithWhatLiesInTheRangeAlone() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, begin);
        if (!arguments.contains(QStringLiteral("--function"))) {
            arguments += words({"--function", "x^4-4*x^2+x", "--alpha", "0.02"});
        }
        const Answer answer =
            m_program->run(arguments + words({"--export", "run.json", "--export", "run.svg"}));
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.out.startsWith(begin), qPrintable(answer.out));
        QCOMPARE(m_program->result()[QStringLiteral("verdict")].toString(), answer.out.trimmed());
        const bool several = begin.contains(QStringLiteral("lowest"));
        const QByteArray picture = contentOf(m_program->path("run.svg"));
        QCOMPARE(picture.contains(">lowest minimum in view<"), several);
    }

    void ascends() {
        QCOMPARE(
            m_program->exported({"--function", "sin(x)", "--maximize", "--max-iterations", "1000"})
                .status,
            0);
        const QJsonObject json = m_program->result();
        QCOMPARE(json[QStringLiteral("direction")].toString(), QStringLiteral("maximize"));
        QVERIFY(std::abs(json[QStringLiteral("f")].toDouble() - 1) < 1e-9);
    }

    void hasDefaults() {
        QCOMPARE(m_program->exported({"--function", "x^2"}).status, 0);
        const QJsonObject json = m_program->result();
        QCOMPARE(json[QStringLiteral("initial_guess")].toDouble(), 1.0);
        QCOMPARE(json[QStringLiteral("alpha")].toDouble(), 0.1);
        QCOMPARE(json[QStringLiteral("max_iterations")].toInteger(), 200);
    }

    void exportsTheSessionOfAFile() {
        const session::Session session{functionOf(QStringLiteral("sin(x)")),
                                       1,
                                       {0.2, 300, 1e-6, descent::Direction::Ascend},
                                       {-7, 7}};
        QCOMPARE(files::saveWhole(m_program->path("a.thalweg"), session::toFile(session)),
                 QString());
        QCOMPARE(m_program->exported({"a.thalweg"}).status, 0);
        QJsonObject expected = m_program->result();
        QCOMPARE(expected[QStringLiteral("function")].toString(), session.function.text());
        QCOMPARE(expected[QStringLiteral("alpha")].toDouble(), 0.2);
        QCOMPARE(expected[QStringLiteral("max_iterations")].toInteger(), 300);
        QCOMPARE(expected[QStringLiteral("direction")].toString(), QStringLiteral("maximize"));

        // Options given beside the file win, wherever they stand.
        QCOMPARE(
            m_program->exported({"--alpha", "0.3", "a.thalweg", "--function", "cos(x)"}).status, 0);
        const QJsonObject changed = m_program->result();
        QCOMPARE(changed[QStringLiteral("function")].toString(), QStringLiteral("cos(x)"));
        QCOMPARE(changed[QStringLiteral("alpha")].toDouble(), 0.3);
        QCOMPARE(changed[QStringLiteral("initial_guess")].toDouble(), 1.0);
        QCOMPARE(changed[QStringLiteral("max_iterations")].toInteger(), 300);
    }

    void drawsAPicture_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QSize>("size");
        QTest::newRow("example") << QStringList() << QSize(1200, 700);
        QTest::newRow("size") << words({"--function", "x^2", "--size", "640x480"})
                              << QSize(640, 480);
        QTest::newRow("range") << words({"--function", "1/x", "--range", "-2:3"})
                               << QSize(1200, 700);
        QTest::newRow("steep") << words({"--function", "1000*sin(50*x)", "--alpha", "1"})
                               << QSize(1200, 700);
    }
    void drawsAPicture() {
        QFETCH(QStringList, arguments);
        QFETCH(QSize, size);
        const Answer answer = m_program->run(arguments + words({"--export", "run.png"}));
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.status, 0);
        QVERIFY(contentOf(m_program->path("run.png")).startsWith("\x89PNG"));
        const QImage image(m_program->path("run.png"));
        QCOMPARE(image.size(), size);
        int blue = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                blue += image.pixelColor(x, y) == QColor(0x00, 0x72, 0xb2);
            }
        }
        QVERIFY2(blue > 200, "no curve");
    }

    void writesEveryFormatAtOnce() {
        QStringList arguments = words({"--function", "x < 0 ? -x : x^2", "--initial-guess", "4",
                                       "--alpha", "0.9", "--size", "320x200", "--fps", "10"});
        const std::array<std::pair<const char*, const char*>, 9> begins = {
            {{"a.png", "\x89PNG"},
             {"a.svg", "<?xml"},
             {"a.pdf", "%PDF-"},
             {"a.csv", "iteration,x,f,gradient\n0,4,16,8\n"},
             {"a.json", "{"},
             {"a.py", "#!/usr/bin/env python3\n"},
             {"a.gif", "GIF89a"},
             {"a.mp4", ""},
             {"a.webm", "\x1a\x45\xdf\xa3"}}};
        for (const auto& [file, begin] : begins) {
            arguments += words({"--export", file});
        }
        const Answer answer = m_program->run(arguments);
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.status, 0);
        for (const auto& [file, begin] : begins) {
            QVERIFY2(contentOf(m_program->path(file)).startsWith(begin), file);
        }
        QVERIFY(contentOf(m_program->path("a.mp4")).mid(4, 4) == "ftyp");
        QCOMPARE(readSvg(contentOf(m_program->path("a.svg"))).fault, QString());
        QCOMPARE(m_program->files().size(), 9);
    }

    void theScriptPrintsTheTable() {
        const Answer answer = m_program->run(
            words({"--function", "x^4-4*x^2+x", "--initial-guess", "2", "--alpha", "0.02",
                   "--method", "momentum:beta=0.8", "--view", "bifurcation", "--title", "A title",
                   "--export", "run.csv", "--export", "run.py"}));
        QCOMPARE(answer.err, QString());
        const PythonAnswer python =
            answerOf(pythonWithNumpy(), QStringList{m_program->path("run.py")});
        QCOMPARE(python.status, 0);
        const QByteArrayList printed = python.out.trimmed().split('\n');
        const QByteArrayList table = contentOf(m_program->path("run.csv")).trimmed().split('\n');
        QCOMPARE(printed.size(), table.size());
        QCOMPARE(python.err, QByteArray("converged after ") + QByteArray::number(table.size() - 2) +
                                 " steps\n");
        QVERIFY(table[0].startsWith(printed[0]));
        for (qsizetype i = 1; i < table.size(); ++i) {
            const QByteArrayList row = table[i].split(',');
            const QByteArrayList same = printed[i].split(',');
            for (qsizetype column = 0; column < 4; ++column)
                QVERIFY2(std::abs(row[column].toDouble() - same[column].toDouble()) < 1e-12,
                         printed[i].constData());
        }
    }

    void drawsTheBallWhereItStandsAndTheAskedValues() {
        const auto picture = [this](const QStringList& more) {
            const Answer answer =
                m_program->run(words({"--size", "320x200", "--export", "run.png"}) + more);
            return answer.status == 0 ? QImage(m_program->path("run.png")) : QImage();
        };
        const QImage usual = picture({});
        QVERIFY(!usual.isNull());
        for (const char* more : {"--step=3", "--range-y=-9:30", "--title=Two valleys"}) {
            const QImage other = picture({QString::fromLatin1(more)});
            QVERIFY2(!other.isNull() && other != usual, more);
        }
        QVERIFY(picture({QStringLiteral("--step=48")}) == usual);
        QVERIFY(picture({QStringLiteral("--step=900")}) == usual);
        QVERIFY(picture({QStringLiteral("--note=Two valleys")}) == usual);
    }

    void drawsInATheme_data() {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QColor>("ground");
        QTest::newRow("light") << "light" << QColor(Qt::white);
        QTest::newRow("dark") << "dark" << QColor(0x1e, 0x21, 0x28);
        QTest::newRow("transparent") << "transparent" << QColor(Qt::transparent);
    }
    void drawsInATheme() {
        QFETCH(QString, theme);
        const QStringList arguments = words({"--export", "run.png", "--theme"});
        QCOMPARE(m_program->run(arguments + QStringList(theme)).status, 0);
        QTEST(QImage(m_program->path("run.png")).pixelColor(1, 1), "ground");
    }

    void drawsTheAskedView_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("said");
        const auto row = [](std::initializer_list<const char*> arguments,
                            std::initializer_list<const char*> said) {
            const QStringList list = words(arguments);
            QTest::newRow(qPrintable(list.join(QLatin1Char(' ')))) << list << words(said);
        };
        row({}, {">f(x)<", ">lowest minimum in view<"});
        row({"--view", "curve"}, {">f(x)<", ">lowest minimum in view<"});
        row({"--view", "convergence"}, {">f(xₙ)<", ">n<"});
        row({"--view", "cobweb"}, {">xₙ₊₁<", ">slope m = −1.2"});
        row({"--view", "cobweb", "--range", "-2:3"}, {">xₙ₊₁<", ">3.0<"});
        row({"--view", "bifurcation"},
            {">α = 1.1<", ">2/f″(x*) = 1, x* = 1<", "<image", ">1.8<", ">2.0<"});
        row({"--view", "bifurcation", "--range", "1:1.2"},
            {">α = 1.1<", ">2/f″(x*) = 1, x* = 1<", "<image", ">1.02<", ">1.20<"});
        row({"--view", "bifurcation", "--range", "0:0.5"}, {">α = 1.1<", "<image", ">0.45<"});
    }
    void drawsTheAskedView() {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, said);
        const Answer answer =
            m_program->run(words({"--function", "x^4/4-x^2/2", "--initial-guess", "0.3", "--alpha",
                                  "1.1", "--export", "run.svg"}) +
                           arguments);
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.status, 0);
        const QString picture = QString::fromUtf8(contentOf(m_program->path("run.svg")));
        for (const QString& text : said) {
            QVERIFY2(picture.contains(text), qPrintable(text));
        }
    }

    void namesTheExtremumOfAForkHoweverSmallThePicture() {
        for (const char* size : {"300x200", "360x240", "420x300", "480x300", "1200x700"}) {
            const Answer answer = m_program->run(words(
                {"--function", "x^4-4*x^2+x", "--initial-guess", "2", "--alpha", "0.02", "--view",
                 "bifurcation", "--range", "0.02:0.24", "--size", size, "--export", "run.svg"}));
            QCOMPARE(answer.status, 0);
            const QString picture = QString::fromUtf8(contentOf(m_program->path("run.svg")));
            QVERIFY2(picture.contains(QStringLiteral("2/f″(x*) = 0.145213")), size);
            QVERIFY2(picture.contains(QStringLiteral("x* = 1.347<")), size);
        }
    }

    void animatesTheCobweb() {
        const Answer answer = m_program->run(
            words({"--view", "cobweb", "--size", "200x150", "--fps", "5", "--export", "run.gif"}));
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.status, 0);
        QVERIFY(contentOf(m_program->path("run.gif")).startsWith("GIF89a"));
    }

    void writesTheAskedSteps_data() {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("middle") << "3:7" << QByteArray("3") << QByteArray("7");
        QTest::newRow("one") << "5:5" << QByteArray("5") << QByteArray("5");
        QTest::newRow("beyond") << "40:1000" << QByteArray("40") << QByteArray("48");
    }
    void writesTheAskedSteps() {
        QFETCH(QString, steps);
        const QStringList arguments = words({"--function", "x^4-4*x^2+x", "--initial-guess", "2",
                                             "--alpha", "0.02", "--export", "run.csv", "--steps"});
        QCOMPARE(m_program->run(arguments + QStringList(steps)).status, 0);
        const QList<QByteArray> lines = contentOf(m_program->path("run.csv")).trimmed().split('\n');
        QTEST(lines[1].split(',').front(), "first");
        QTEST(lines.back().split(',').front(), "last");
    }

    void aWindowPutsNothingOnStandardError() {
        QProcessEnvironment environment = bareEnvironment();
        environment.remove(QStringLiteral("XDG_RUNTIME_DIR"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("HOME"), m_program->folder());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(THALWEG), words({"--function", "x^2"}));
        QVERIFY2(!process.waitForFinished(2000), "the window is closed");
        process.kill();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    }

    void goesOnWhenTheSignalIsIgnored_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void goesOnWhenTheSignalIsIgnored() {
        QFETCH(int, signal);
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.setWorkingDirectory(m_program->folder());
        process.setChildProcessModifier([signal] { std::signal(signal, SIG_IGN); });
        process.start(QStringLiteral(THALWEG),
                      words({"--export", "run.gif", "--size", "1600x1200", "--fps", "20"}));
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(holdsAFile(process.processId()), 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().startsWith("Reached"));
        QVERIFY(contentOf(m_program->path("run.gif")).endsWith(';'));
    }

    void leavesNothingWhenItIsEndedHalfway_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGKILL") << SIGKILL;
    }
    void leavesNothingWhenItIsEndedHalfway() {
        QFETCH(int, signal);
        if (signal == SIGKILL && !namelessFilesExist()) QSKIP("needs files without a name");
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.setWorkingDirectory(m_program->folder());
        process.start(QStringLiteral(THALWEG),
                      words({"--export", "run.mp4", "--size", "4096x4096", "--fps", "60"}));
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(holdsAFile(process.processId()), 60'000);
        QCOMPARE(catches(process.processId(), signal), signal != SIGKILL);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), signal);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(QDir(m_program->folder()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void endsAtOnceWhileAPictureIsDrawn() {
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.setWorkingDirectory(m_program->folder());
        process.start(QStringLiteral(THALWEG),
                      words({"--function", "x^2", "--export", "run.csv", "--export", "run.png",
                             "--size", "8000x8000", "--export", "last.csv"}));
        QVERIFY(process.waitForStarted());
        const QString table = m_program->path("run.csv");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(table), 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(m_program->files(), QStringList{QStringLiteral("run.csv")});
    }

    void explainsAFunctionThatIsNowhereFinite_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("1/0") << "1/0"
                             << "diverged";
        QTest::newRow("9^(9^9)") << "9^(9^9)"
                                 << "diverged";
        QTest::newRow("sqrt(-1-x^2)") << "sqrt(-1-x^2)"
                                      << "left-domain";
    }
    void explainsAFunctionThatIsNowhereFinite() {
        QFETCH(QString, function);
        const Answer answer = m_program->exported({"--function", function.toUtf8().constData()});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QString());
        QVERIFY2(answer.out.contains(QStringLiteral("initial guess x₀ = 1")),
                 qPrintable(answer.out));
        QTEST(m_program->result()[QStringLiteral("outcome")].toString(), "outcome");
        QCOMPARE(m_program->result()[QStringLiteral("steps")].toInteger(), 0);
    }

    void writesTheSameInEveryLocale() {
        const QStringList arguments = words({"--function", "x^4-4*x^2+x", "--initial-guess", "1.5",
                                             "--export", "run.csv", "--export", "run.json"});
        QCOMPARE(m_program->run(arguments).status, 0);
        const QByteArray table = contentOf(m_program->path("run.csv"));
        const QByteArray json = contentOf(m_program->path("run.json"));
        const Answer german =
            m_program->run(arguments, {QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8")});
        QCOMPARE(german.status, 0);
        QCOMPARE(contentOf(m_program->path("run.csv")), table);
        QCOMPARE(contentOf(m_program->path("run.json")), json);
        QVERIFY(german.out.contains(QLatin1String("1.347")));
    }

    /// A script means the same wherever it runs.
    void readsTheSameInEveryLocale_data() {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* option, const char* value, const char* said) {
            QTest::newRow(option) << QString::fromLatin1(option) << QString::fromLatin1(value)
                                  << QString::fromUtf8(said);
        };
        const char* point = "“0,1” is not a number: the decimal mark is a point. Write 0.1.";
        row("--alpha", "0,1", point);
        row("--initial-guess", "0,1", point);
        row("--tolerance", "0,1", point);
        row("--range", "0,1:2", point);
        row("--range-y", "0,1:2", point);
        row("--method", "momentum:beta=0,1",
            "“0,1” is not a number: the decimal mark is a point. Write beta=0.1.");
        row("--max-iterations", "12.000",
            "“12.000” may mean thousands or a fraction. Type the number without a point.");
        row("--step", "1.000", "The step must be a whole number from 0 to 1,000,000, not “1.000”.");
        row("--fps", "2,5", "“2,5” is not a whole number from 1 to 60.");
    }
    void readsTheSameInEveryLocale() {
        QFETCH(QString, option);
        QFETCH(QString, value);
        QFETCH(QString, said);
        const Answer answer = m_program->run(
            words({"--function", "x^2", "--export", "run.json"}) + QStringList{option, value},
            {QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8")});
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.err, QStringLiteral("thalweg: %1: %2\n").arg(option, said));
    }

    void helpsWithoutADisplay() {
        const Answer help = m_program->run(words({"--help"}));
        QCOMPARE(help.status, 0);
        QCOMPARE(help.err, QString());
        for (const char* option :
             {"--function", "--initial-guess", "--alpha", "--max-iterations", "--method",
              "--tolerance", "--maximize", "--range", "--size", "--theme", "--view", "--quantity",
              "--parabola", "--steps", "--fps", "--export", "--version", "FILE.thalweg"}) {
            QVERIFY2(help.out.contains(QLatin1String(option)), option);
        }
        const Answer version = m_program->run(words({"--version"}));
        QCOMPARE(version.status, 0);
        QCOMPARE(version.out, QStringLiteral("thalweg " THALWEG_VERSION "\n"));
    }

private:
    bool namelessFilesExist() const {
        const QByteArray folder = QFile::encodeName(m_program->folder());
        const int descriptor = ::open(folder.constData(), O_TMPFILE | O_WRONLY, 0600);
        return descriptor >= 0 && ::close(descriptor) == 0;
    }

    /// Whether the process has a file of its folder open, with or without a name.
    bool holdsAFile(qint64 process) const {
        namespace fs = std::filesystem;
        const std::string folder = m_program->folder().toStdString() + '/';
        std::error_code gone;
        for (const auto& descriptor :
             fs::directory_iterator("/proc/" + std::to_string(process) + "/fd", gone)) {
            if (fs::read_symlink(descriptor, gone).string().starts_with(folder)) return true;
        }
        return false;
    }

    std::optional<Program> m_program;
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
