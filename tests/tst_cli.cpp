// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program as scripts use it: a process without a display.

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <optional>

#include "cli/arguments.h"

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double quickly = 5;
#else
constexpr double quickly = 1;
#endif

struct Answer {
    int status = -1;
    QString out;
    QString err;
    double seconds = 0;  ///< of processor time
};

/// The user and system time of all children so far.
double secondsOfChildren() {
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

QProcessEnvironment bareEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "LANG", "LC_ALL"}) {
        environment.remove(QString::fromLatin1(name));
    }
    return environment;
}

QStringList words(std::initializer_list<const char*> arguments) {
    QStringList list;
    for (const char* argument : arguments) list += QString::fromUtf8(argument);
    return list;
}

bool agrees(double actual, double expected) {
    return std::abs(actual - expected) <= 1e-9 * std::abs(expected) ||
           (std::isnan(actual) && std::isnan(expected));
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The rows of a table of comma-separated values, each by the names in its first row.
QList<QMap<QByteArray, QByteArray>> rows(const QString& path) {
    QList<QByteArray> lines = contentOf(path).trimmed().split('\n');
    const QList<QByteArray> names = lines.takeFirst().split(',');
    QList<QMap<QByteArray, QByteArray>> table;
    for (const QByteArray& line : lines) {
        const QList<QByteArray> cells = line.split(',');
        QMap<QByteArray, QByteArray> row;
        for (qsizetype i = 0; i < names.size(); ++i) row[names[i]] = cells.value(i);
        table += row;
    }
    return table;
}

}  // namespace

class TestCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void agreesWithTheReferenceRuns_data() {
        QTest::addColumn<QMap<QByteArray, QByteArray>>("row");
        for (const auto& row : rows(QStringLiteral(TEST_DATA "/descents.csv"))) {
            QTest::newRow(row["id"].constData()) << row;
        }
    }
    void agreesWithTheReferenceRuns() {
        using Row = QMap<QByteArray, QByteArray>;
        QFETCH(Row, row);
        const Answer answer = thalweg({QStringLiteral("--function"), QString::fromUtf8(row["f"]),
                                       QStringLiteral("--initial-guess"), text(row["start"]),
                                       QStringLiteral("--alpha"), text(row["alpha"]),
                                       QStringLiteral("--max-iterations"), text(row["iterations"]),
                                       QStringLiteral("--export"), QStringLiteral("run.csv"),
                                       QStringLiteral("--export"), QStringLiteral("run.json")});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QString());

        const auto steps = rows(path("run.csv"));
        QCOMPARE(steps.size(), row["steps"].toLongLong() + 1);
        QVERIFY(agrees(steps[1]["x"].toDouble(), row["x_1"].toDouble()));
        if (steps.size() > 10) QVERIFY(agrees(steps[10]["x"].toDouble(), row["x_10"].toDouble()));

        const QJsonObject json = result();
        QCOMPARE(json[QStringLiteral("outcome")].toString(), text(row["outcome"]));
        QCOMPARE(json[QStringLiteral("steps")].toInteger(), row["steps"].toLongLong());
        if (row["id"] == "chaos-period-4" || row["id"] == "chaos-irregular") return;
        QVERIFY(agrees(steps.back()["x"].toDouble(), row["x_last"].toDouble()));
        QVERIFY(agrees(steps.back()["f"].toDouble(), row["f_last"].toDouble()));
        QVERIFY(agrees(json[QStringLiteral("x")].toDouble(), row["x_last"].toDouble()));
        const double f = json[QStringLiteral("f")].toDouble(std::nan(""));
        QVERIFY(agrees(f, row["f_last"].toDouble()));
    }

    void saysTheVerdictInOneLine() {
        const Answer answer =
            exported({"--function", "x^4-4*x^2+x", "--initial-guess", "2", "--alpha", "0.02"});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.out, QStringLiteral("Reached a local minimum at x = 1.347, f = −2.61856 "
                                            "after 48 steps.\n"));
        QCOMPARE(result()[QStringLiteral("verdict")].toString(), answer.out.trimmed());
    }

    void ascends() {
        QCOMPARE(
            exported({"--function", "sin(x)", "--maximize", "--max-iterations", "1000"}).status, 0);
        const QJsonObject json = result();
        QCOMPARE(json[QStringLiteral("direction")].toString(), QStringLiteral("maximize"));
        QVERIFY(std::abs(json[QStringLiteral("f")].toDouble() - 1) < 1e-9);
    }

    void hasDefaults() {
        QCOMPARE(exported({"--function", "x^2"}).status, 0);
        const QJsonObject json = result();
        QCOMPARE(json[QStringLiteral("initial_guess")].toDouble(), 1.0);
        QCOMPARE(json[QStringLiteral("alpha")].toDouble(), 0.1);
        QCOMPARE(json[QStringLiteral("max_iterations")].toInteger(), 200);
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
        const Answer answer = thalweg(arguments + words({"--export", "run.png"}));
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.status, 0);
        QVERIFY(contentOf(path("run.png")).startsWith("\x89PNG"));
        const QImage image(path("run.png"));
        QCOMPARE(image.size(), size);
        int blue = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                blue += image.pixelColor(x, y) == QColor(0x00, 0x72, 0xb2);
            }
        }
        QVERIFY2(blue > 200, "no curve");
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
        const Answer answer = exported({"--function", function.toUtf8().constData()});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QString());
        QVERIFY2(answer.out.contains(QStringLiteral("initial guess x₀ = 1")),
                 qPrintable(answer.out));
        QTEST(result()[QStringLiteral("outcome")].toString(), "outcome");
        QCOMPARE(result()[QStringLiteral("steps")].toInteger(), 0);
    }

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
                                           {"(x", 0},
                                           {"x)", 1},
                                           {"x\x01", 1},
                                           {"sin", 0},
                                           {"1<x<2", 3},
                                           {"x?1", 1},
                                           {"atan2(x)", 0},
                                           {"x # 2", 2},
                                           {"y", 0}}) {
            row(text, QString::fromUtf8(text), column);
        }
        row("brackets", QString(100'000, QLatin1Char('(')), -1);
        row("long", QStringLiteral("x+").repeated(60'000) + QLatin1Char('x'), -1);
    }
    void refusesWhatDoesNotRead() {
        QFETCH(QString, function);
        QFETCH(int, column);
        const Answer answer = exported({"--function", function.toUtf8().constData()});
        QCOMPARE(answer.status, 2);
        leavesNothing(answer);
        const QStringList lines = answer.err.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 4);
        if (column >= 0) QCOMPARE(lines[2].indexOf(QLatin1Char('^')), 2 + column);
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
        row({"--initial-guess", "0,5"}, "point");
        row({"--initial-guess", ""}, "Type a number");
        row({"--alpha", "0"}, "greater than 0");
        row({"--alpha", "-1"}, "greater than 0");
        row({"--alpha", "11"}, "at most 10");
        row({"--alpha", "nan"}, "“nan”");
        row({"--max-iterations", "0"}, "whole number");
        row({"--max-iterations", "1000000000000"}, "1,000,000");
        row({"--max-iterations", "2.5"}, "whole number");
        row({"--range", "3:2"}, "smaller to a larger");
        row({"--range", "2:2"}, "smaller to a larger");
        row({"--range", "2"}, "LOW:HIGH");
        row({"--range", "a:b"}, "“a”");
        row({"--size", "10x10"}, "WxH");
        row({"--size", "100000x100000"}, "64 million");
        row({"--size", "640"}, "WxH");
        row({"--method", "foo"}, "“foo”");
        row({"stray"}, "“stray”");
        row({"--foo"}, "foo");
        row({"-q"}, "q");
        row({"--alpha"}, "alpha");
        row({"--export", "run.doc"}, ".csv, .json, .png");
        row({"--export", ""}, ".csv, .json, .png");
    }
    void refusesWrongArguments() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Answer answer =
            thalweg(words({"--function", "x^2", "--export", "run.json"}) + arguments);
        QCOMPARE(answer.status, 2);
        leavesNothing(answer);
        QCOMPARE(answer.err.count(QLatin1Char('\n')), 1);
        QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
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
        QFile blocking(path("file"));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder.csv")));
        QCOMPARE(::mkfifo(QFile::encodeName(path("fifo.csv")).constData(), 0600), 0);
        const Answer answer = thalweg(words({"--function", "x^2", "--export"}) + QStringList(file) +
                                      words({"--export", "run.json"}));
        QCOMPARE(answer.status, 1);
        isOneSentence(answer.err);
        QVERIFY(answer.err.contains(file));
        QVERIFY2(!result().isEmpty(), "the other file is written all the same");
        QVERIFY(answer.out.startsWith(QLatin1String("Reached")));
    }

    void failsInAReadOnlyFolder() {
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner |
                                                            QFile::ReadOther | QFile::ExeOther |
                                                            QFile::ReadGroup | QFile::ExeGroup));
        constexpr uid_t nobody = 65534;
        const auto becomeNobody = [] {
            if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(127);
        };
        const Answer answer =
            thalweg(words({"--function", "x^2", "--export", "run.json"}), {}, becomeNobody);
        if (answer.status < 0 || answer.status == 127) QSKIP("nobody may not run the program here");
        QCOMPARE(answer.status, 1);
        isOneSentence(answer.err);
        QVERIFY(files().isEmpty());
    }

    void writesTheSameInEveryLocale() {
        const QStringList arguments = words({"--function", "x^4-4*x^2+x", "--initial-guess", "1.5",
                                             "--export", "run.csv", "--export", "run.json"});
        QCOMPARE(thalweg(arguments).status, 0);
        const QByteArray table = contentOf(path("run.csv"));
        const QByteArray json = contentOf(path("run.json"));
        const Answer german =
            thalweg(arguments, {QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8")});
        QCOMPARE(german.status, 0);
        QCOMPARE(contentOf(path("run.csv")), table);
        QCOMPARE(contentOf(path("run.json")), json);
        QVERIFY(german.out.contains(QLatin1String("1.347")));
    }

    void helpsWithoutADisplay() {
        const Answer help = thalweg(words({"--help"}));
        QCOMPARE(help.status, 0);
        QCOMPARE(help.err, QString());
        for (const char* option :
             {"--function", "--initial-guess", "--alpha", "--max-iterations", "--method",
              "--maximize", "--range", "--size", "--export", "--version"}) {
            QVERIFY2(help.out.contains(QLatin1String(option)), option);
        }
        const Answer version = thalweg(words({"--version"}));
        QCOMPARE(version.status, 0);
        QCOMPARE(version.out, QStringLiteral("thalweg " THALWEG_VERSION "\n"));
    }

    void refusesToOpenAWindowWithoutADisplay() {
        const Answer window = thalweg(words({"--function", "x^2"}));
        QCOMPARE(window.status, 2);
        leavesNothing(window);
        QVERIFY(window.err.contains(QLatin1String("--export")));
        const Answer wrong = thalweg(words({"--function", "2+"}));
        QCOMPARE(wrong.status, 2);
        QVERIFY(wrong.err.contains(QLatin1Char('^')));
    }

private:
    using Variable = std::pair<QString, QString>;

    /// Runs the program in the test's folder, without a display.
    Answer thalweg(const QStringList& arguments, const Variable& variable = {},
                   const std::function<void()>& inChild = {}) {
        QProcessEnvironment environment = bareEnvironment();
        if (!variable.first.isEmpty()) environment.insert(variable.first, variable.second);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        if (inChild) process.setChildProcessModifier(inChild);
        const double before = secondsOfChildren();
        process.start(QStringLiteral(THALWEG), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError()), secondsOfChildren() - before};
    }

    Answer exported(std::initializer_list<const char*> arguments) {
        return thalweg(words(arguments) + words({"--export", "run.json"}));
    }

    void leavesNothing(const Answer& answer) {
        isOneSentence(answer.err);
        QCOMPARE(answer.out, QString());
        QVERIFY2(files().isEmpty(), "a file is left");
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

    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QJsonObject result() const {
        return QJsonDocument::fromJson(contentOf(path("run.json"))).object();
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    static QString text(const QByteArray& bytes) { return QString::fromUtf8(bytes); }

    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
