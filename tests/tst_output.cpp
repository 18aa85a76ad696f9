// SPDX-License-Identifier: GPL-3.0-or-later
#include <sched.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

#include "faults.h"
#include "files/savewhole.h"
#include "output/writers.h"
#include "reports.h"

namespace {

/// As a program does that is killed while it writes, where no file is without a name.
int writeForever(const QString& path) {
    files::WholeFile file(path);
    if (!file.open() || !file.write("half", 4)) return 1;
    std::cout << "open" << std::endl;
    for (;;) ::pause();
}

}  // namespace

class TestOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void writesATableThatReadsBackExactly() {
        // QCOMPARE would let doubles differ a little.
        QLocale::setDefault(QLocale(QLocale::German));
        const session::Report run = report("x^4-4*x^2+x", 2, {0.02, 200});
        const QList<QByteArray> lines = written("run.csv", run).split('\n');
        QCOMPARE(lines.front(), QByteArray("iteration,x,f,gradient"));
        QCOMPARE(static_cast<std::size_t>(lines.size()), run.trajectory.size() + 2);
        QVERIFY(lines.back().isEmpty());
        for (std::size_t n = 0; n < run.trajectory.size(); ++n) {
            const QList<QByteArray> cells = lines[static_cast<qsizetype>(n) + 1].split(',');
            QCOMPARE(cells.size(), 4);
            const descent::Step step = run.trajectory[n];
            QCOMPARE(cells[0].toLongLong(), qlonglong{step.iteration});
            QVERIFY(cells[1].toDouble() == step.at[0]);
            QVERIFY(cells[2].toDouble() == step.value);
            QVERIFY(cells[3].toDouble() == step.gradient[0]);
        }
    }

    void writesTheResultAsJson() {
        const auto object = json(report("x^4-4*x^2+x", 2, {0.02, 200}));
        const QJsonObject expected{
            {QStringLiteral("function"), QStringLiteral("x^4-4*x^2+x")},
            {QStringLiteral("derivative"), object[QStringLiteral("derivative")]},
            {QStringLiteral("initial_guess"), 2},
            {QStringLiteral("alpha"), 0.02},
            {QStringLiteral("max_iterations"), 200},
            {QStringLiteral("tolerance"), 1e-6},
            {QStringLiteral("method"), QStringLiteral("gradient")},
            {QStringLiteral("direction"), QStringLiteral("minimize")},
            {QStringLiteral("outcome"), QStringLiteral("converged")},
            {QStringLiteral("steps"), 48},
            {QStringLiteral("x"), object[QStringLiteral("x")]},
            {QStringLiteral("variables"), QJsonArray{QStringLiteral("x")}},
            {QStringLiteral("at"), QJsonObject{{QStringLiteral("x"), object[QStringLiteral("x")]}}},
            {QStringLiteral("stationary_points"), QJsonArray()},
            {QStringLiteral("f"), object[QStringLiteral("f")]},
            {QStringLiteral("gradient"), object[QStringLiteral("gradient")]},
            {QStringLiteral("verdict"), object[QStringLiteral("verdict")]},
        };
        QCOMPARE(object, expected);
        const QString derivative = object[QStringLiteral("derivative")].toString();
        const descent::Objective typed(analysed(derivative.toStdString()));
        QCOMPARE(typed.value(3), 4.0 * 27 - 8 * 3 + 1);
        const double x = object[QStringLiteral("x")].toDouble();
        QCOMPARE(x, 1.3469974612135809);
        const double gradient = object[QStringLiteral("gradient")].toDouble();
        QVERIFY(gradient != 0 && std::abs(gradient) < 1e-6);
        QVERIFY(std::abs(gradient - (4 * x * x * x - 8 * x + 1)) < 1e-13);
        QVERIFY(object[QStringLiteral("verdict")].toString().startsWith(QLatin1String("Reached")));
    }

    void writesNullForWhatIsNoNumber() {
        const auto left = json(report("ln(x)", -1, {0.1, 200}));
        QVERIFY(left.contains(QStringLiteral("f")) && left[QStringLiteral("f")].isNull());
        QCOMPARE(left[QStringLiteral("outcome")].toString(), QStringLiteral("left-domain"));
        const auto pole = json(report("1/x", 0, {0.1, 200}));
        QVERIFY(pole[QStringLiteral("f")].isNull());
        QVERIFY(pole.contains(QStringLiteral("gradient")));
        QVERIFY(pole[QStringLiteral("gradient")].isNull());
    }

    void namesTheDirection() {
        const auto up = json(report("sin(x)", 1, {0.1, 200, 1e-6, descent::Direction::Ascend}));
        QCOMPARE(up[QStringLiteral("direction")].toString(), QStringLiteral("maximize"));
    }

    void drawsAPictureOfTheAskedSize() {
        const session::Report run = report("x^4-4*x^2+x", 2, {0.02, 200});
        const QString path = m_folder.filePath(QStringLiteral("run.png"));
        QCOMPARE(output::write(path, run, {QSize(640, 400), 1}), QString());
        const QImage image(path);
        QCOMPARE(image.size(), QSize(640, 400));
        QVERIFY(isDrawnOn(image));
    }

    void refusesASuffixWithoutAWriter() {
        const session::Report run = report("x^2", 2, {0.1, 200});
        for (const char* name : {"run", "run.doc", "csv", "run.csv.bak", ""}) {
            const QString path = m_folder.filePath(QString::fromLatin1(name));
            QVERIFY(output::write(path, run).contains(QLatin1String(".csv, .json, .py, .png")));
        }
        QVERIFY(output::suffixFault(QStringLiteral("RUN.CSV")).isEmpty());
    }

    void replacesAnOldFileWhole() {
        const QString path = m_folder.filePath(QStringLiteral("old.csv"));
        QCOMPARE(files::saveWhole(path, QByteArray(10'000, 'a')), QString());
        QCOMPARE(files::saveWhole(path, "new"), QString());
        QCOMPARE(contentOf(path), QByteArray("new"));
        QCOMPARE(files::saveWhole(path, ""), QString());
        QCOMPARE(contentOf(path), QByteArray());
    }

    void refusesATargetThatIsNoRegularFile() {
        const QString fifo = m_folder.filePath(QStringLiteral("fifo.csv"));
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        refuses(fifo, "not a regular file");
        QVERIFY(S_ISFIFO(modeOf(fifo)));
        refuses(m_folder.path(), "folder");
        refuses(m_folder.path() + QLatin1Char('/'), "folder");
        refuses(m_folder.filePath(QStringLiteral("missing/run.csv")), "does not exist");
    }

    void refusesADevice() {
        const QString device = m_folder.filePath(QStringLiteral("null.csv"));
        if (::mknod(QFile::encodeName(device).constData(), S_IFCHR | 0600, ::makedev(1, 3)) != 0)
            QSKIP("needs the right to make a device");
        refuses(device, "not a regular file");
        QVERIFY(S_ISCHR(modeOf(device)));
    }

    void refusesAFileInPlaceOfTheFolder() {
        const QString file = m_folder.filePath(QStringLiteral("file"));
        QCOMPARE(files::saveWhole(file, "x"), QString());
        refuses(file + QStringLiteral("/run.csv"), "");
        QCOMPARE(contentOf(file), QByteArray("x"));
    }

    void keepsTheOldFileOnAFullDisk_data() {
        QTest::addColumn<int>("names");
        QTest::newRow("one name") << 1;
        QTest::newRow("two names") << 2;
    }
    void keepsTheOldFileOnAFullDisk() {
        QFETCH(int, names);
        const SmallDisk disk;
        if (!disk.mounted()) QSKIP("needs the right to mount a small disk");
        const QString path = disk.file("run.csv");
        const QByteArray old(20'000, 'o');
        QCOMPARE(files::saveWhole(path, old), QString());
        if (names == 2) link(path, disk.file("other.csv"));
        for (const qsizetype size : {15'000, 22'000, 40'000, 50'000, 65'536, 1'000'000}) {
            const QString fault = files::saveWhole(path, QByteArray(size, 'n'));
            if (size > 45'056) QVERIFY2(fault.contains(path), qPrintable(fault));
            if (size < 23'000) QCOMPARE(fault, QString());
            QCOMPARE(contentOf(path), fault.isEmpty() ? QByteArray(size, 'n') : old);
            if (fault.isEmpty()) QCOMPARE(files::saveWhole(path, old), QString());
            QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files).size(), names);
        }
    }

    void keepsOwnerAndMode() {
        if (::geteuid() != 0) QSKIP("needs the right to give files away");
        const QString path = m_folder.filePath(QStringLiteral("theirs.csv"));
        QCOMPARE(files::saveWhole(path, "old"), QString());
        const QByteArray name = QFile::encodeName(path);
        QCOMPARE(::chown(name.constData(), 1234, 5678), 0);
        QCOMPARE(::chmod(name.constData(), 0640), 0);
        QCOMPARE(files::saveWhole(path, "new"), QString());
        QCOMPARE(contentOf(path), QByteArray("new"));
        QCOMPARE(statusOf(path).st_uid, uid_t{1234});
        QCOMPARE(statusOf(path).st_gid, gid_t{5678});
        QCOMPARE(statusOf(path).st_mode & 07777, mode_t{0640});
    }

    void leavesAFileToWhomItBelongs() {
        if (::geteuid() != 0) QSKIP("needs the right to be nobody");
        const QString path = m_folder.filePath(QStringLiteral("shared.csv"));
        QCOMPARE(files::saveWhole(path, "a longer text"), QString());
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0666), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_folder.path()).constData(), 0777), 0);
        {
            const Nobody nobody;
            QCOMPARE(files::saveWhole(path, "new"), QString());
        }
        QCOMPARE(contentOf(path), QByteArray("new"));
        QCOMPARE(statusOf(path).st_uid, uid_t{0});
        QCOMPARE(statusOf(path).st_mode & 07777, mode_t{0666});
    }

    void writesUnderAllNamesOfAFile() {
        const QString path = m_folder.filePath(QStringLiteral("one.csv"));
        const QString other = m_folder.filePath(QStringLiteral("other.csv"));
        QCOMPARE(files::saveWhole(path, "old"), QString());
        link(path, other);
        for (const QByteArray& content :
             {QByteArray("new"), QByteArray(100'000, 'n'), QByteArray("short"), QByteArray()}) {
            QCOMPARE(files::saveWhole(path, content), QString());
            QCOMPARE(contentOf(path), content);
            QCOMPARE(contentOf(other), content);
        }
        QCOMPARE(statusOf(path).st_nlink, nlink_t{2});
    }

    void namesTheFolderThatIsClosed() {
        if (::geteuid() != 0) QSKIP("needs the right to be nobody");
        QTemporaryDir place;
        const QString folder = place.path() + QStringLiteral("/deep");
        QVERIFY(QDir().mkdir(folder));
        const QString old = folder + QStringLiteral("/old.csv");
        QCOMPARE(files::saveWhole(old, "old"), QString());
        QCOMPARE(::chmod(QFile::encodeName(place.path()).constData(), 0755), 0);
        const QString written = QStringLiteral("Permission denied for the folder %1.").arg(folder);
        {
            const Nobody nobody;
            refuses(folder + QStringLiteral("/new.csv"), written.toUtf8());
            refuses(old, "old.csv: Permission denied.");
        }
        QCOMPARE(::chmod(QFile::encodeName(old).constData(), 0666), 0);
        {
            const Nobody nobody;
            refuses(old, written.toUtf8());
        }
        QCOMPARE(::chmod(QFile::encodeName(place.path()).constData(), 0700), 0);
        const Nobody nobody;
        const QString entered =
            QStringLiteral("Permission denied for the folder %1.").arg(place.path());
        refuses(old, entered.toUtf8());
        refuses(folder + QStringLiteral("/missing/new.csv"), entered.toUtf8());
    }

    void removesWhatAKilledProgramLeft() {
        QTemporaryDir folder;
        const auto hidden = [&folder] {
            return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        };
        QProcess program;
        program.setChildProcessModifier([] {
            // Without its /proc no nameless file is possible.
            if (::unshare(CLONE_NEWNS) != 0 ||
                ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                ::mount("tmpfs", "/proc", "tmpfs", 0, nullptr) != 0) {
                ::_exit(127);
            }
        });
        const QString mine = folder.filePath(QStringLiteral("mine"));
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--write"), folder.filePath(QStringLiteral("lost"))});
        if (!program.waitForReadyRead(60'000)) QSKIP("needs the right to hide /proc");
        QCOMPARE(hidden().size(), 1);
        QCOMPARE(files::saveWhole(mine, "x"), QString());
        QCOMPARE(hidden().size(), 2);  // the program lives
        QFile notes(folder.filePath(QStringLiteral(".thalweg-notes")));
        QVERIFY(notes.open(QIODevice::WriteOnly));
        program.kill();
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(hidden().size(), 3);
        QCOMPARE(files::saveWhole(mine, "y"), QString());
        QCOMPARE(hidden(), QStringList({QStringLiteral(".thalweg-notes"), QStringLiteral("mine")}));
    }

private:
    QByteArray written(const char* name, const session::Report& run) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        const QString fault = output::write(path, run);
        return fault.isEmpty() ? contentOf(path) : fault.toUtf8();
    }

    QJsonObject json(const session::Report& run) {
        return QJsonDocument::fromJson(written("run.json", run)).object();
    }

    static void refuses(const QString& path, const char* reason) {
        const QString fault = files::saveWhole(path, "content");
        QVERIFY2(fault.startsWith(QLatin1String("Cannot write ")), qPrintable(fault));
        QVERIFY2(fault.contains(QLatin1String(reason)), qPrintable(fault));
        QVERIFY2(fault.endsWith(QLatin1Char('.')) && !fault.endsWith(QLatin1String("..")),
                 qPrintable(fault));
    }

    static struct stat statusOf(const QString& path) {
        struct stat status {};
        ::stat(QFile::encodeName(path).constData(), &status);
        return status;
    }

    static mode_t modeOf(const QString& path) { return statusOf(path).st_mode; }

    static void link(const QString& path, const QString& other) {
        QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(other).constData()),
                 0);
    }

    /// True when the curve and the ball, which is shaded, have left pixels of their colours.
    static bool isDrawnOn(const QImage& image) {
        return count(image, QColor(0x00, 0x72, 0xb2)) > 200 &&
               count(image, QColor(0xd5, 0x5e, 0x00)) > 100;
    }

    QTemporaryDir m_folder;
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--write")) return writeForever(words[2]);
    TestOutput test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_output.moc"
