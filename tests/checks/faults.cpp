// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>

#include <QElapsedTimer>
#include <QTest>
#include <csignal>
#include <functional>
#include <set>

#include "../program.h"
#include "../sentence.h"
#include "disk.h"
#include "files/savewhole.h"
#include "model/preferences.h"
#include "session/sessionfile.h"

namespace {

using model::Preferences;

constexpr qint64 page = 4096;

/// What stands in the file before.
const QByteArray old(3000, 'o');

void put(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// So short that every kind of export takes little time.
QStringList exporting(const QString& path, const QString& view) {
    QStringList arguments = words({"--function", "x^4-4*x^2+x", "--initial-guess", "2", "--alpha",
                                   "0.02", "--size", "320x200"});
    if (view.isEmpty()) return arguments + QStringList{QStringLiteral("--export"), path};
    return arguments +
           QStringList{QStringLiteral("--view"), view, QStringLiteral("--export"), path};
}

/// As long as the one that was written with room to spare; the two can differ in a date.
bool isWhole(const QByteArray& content, const QByteArray& whole) {
    return content.size() == whole.size() && content.right(6) == whole.right(6);
}

/// Of a session, with so much of a member that is ignored before its end.
QByteArray sessionFileWith(char letter, int length) {
    const QByteArray file = session::toFile({});
    return file.left(file.lastIndexOf('\n', -2)) + ",\n\"more\": \"" + QByteArray(length, letter) +
           "\"\n}\n";
}

/// With as many recent functions as there can be, each so long.
Preferences preferencesWith(QChar letter, int length) {
    Preferences made;
    for (int i = 0; i < Preferences::mostFunctions; ++i)
        made.rememberFunction(QString::number(i) + QString(length, letter));
    return made;
}

/// QSettings keeps in mind what it could not write; a file of another name is read afresh.
Preferences loadedAfresh(const QString& path) {
    static int files = 0;
    const QTemporaryDir elsewhere;
    const QString copy = elsewhere.filePath(QStringLiteral("%1.ini").arg(++files));
    QFile::copy(path, copy);
    return Preferences::load(copy);
}

/// Does it over and over in a process that is killed after so many microseconds.
void killedAfter(useconds_t delay, const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        for (;;) work();
    }
    ::usleep(delay);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

}  // namespace

class CheckFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exportsAreWholeOrTheOldOnesOnAFullDisk_data() { exports(); }
    void exportsAreWholeOrTheOldOnesOnAFullDisk() {
        QFETCH(QString, name);
        QFETCH(QString, view);
        const QByteArray whole = exported(name, view);
        const qint64 pages = (whole.size() + page - 1) / page;
        std::set<qint64> rooms{0, 1, 2, 4, 8, pages / 2, pages - 1, pages, pages + 1, pages + 8};
        for (const qint64 free : rooms) {
            Disk disk((pages + 32) * page);
            put(disk.path(name), old);
            disk.fillUpTo(free * page);
            const Answer answer = Program().run(exporting(disk.path(name), view));
            const QByteArray content = contentOf(disk.path(name));
            const QString told = QStringLiteral("%1 pages of %2 free, status %3, %4 bytes: %5")
                                     .arg(free)
                                     .arg(pages)
                                     .arg(answer.status)
                                     .arg(content.size())
                                     .arg(answer.err);
            if (answer.status == 0) {
                QVERIFY2(isWhole(content, whole), qPrintable(told));
                QVERIFY2(answer.err.isEmpty(), qPrintable(told));
            } else {
                QVERIFY2(answer.status == 1 && content == old, qPrintable(told));
                QVERIFY2(answer.err.contains(name), qPrintable(told));
                QVERIFY2(answer.err.trimmed().endsWith(QLatin1Char('.')), qPrintable(told));
            }
            QCOMPARE(disk.files(), QStringList({QStringLiteral("filler"), name}));
        }
    }

    void exportsAreWholeOrTheOldOnesAfterAKill_data() { exports(); }
    void exportsAreWholeOrTheOldOnesAfterAKill() {
        QFETCH(QString, name);
        QFETCH(QString, view);
        QElapsedTimer clock;
        clock.start();
        const QByteArray whole = exported(name, view);
        const qint64 duration = clock.elapsed();
        constexpr int kills = 12;
        for (int i = 1; i <= kills; ++i) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(name);
            put(path, old);
            QProcess process;
            process.setProcessEnvironment(bareEnvironment());
            process.start(QStringLiteral(THALWEG), exporting(path, view));
            process.waitForFinished(static_cast<int>(duration * i / kills));
            process.kill();
            process.waitForFinished();
            const QByteArray content = contentOf(path);
            QVERIFY2(content == old || isWhole(content, whole),
                     qPrintable(QStringLiteral("%1 bytes").arg(content.size())));
        }
    }

    void sessionsAreWholeOrTheOldOnesOnAFullDisk() {
        for (const int length : {10, 5000, 20'000}) {
            for (qint64 free = 0; free <= 8; ++free) {
                Disk disk(64 * page);
                const QString path = disk.path(QStringLiteral("a.thalweg"));
                const QByteArray before = sessionFileWith('a', length);
                const QByteArray after = sessionFileWith('b', length + 1);
                put(path, before);
                disk.fillUpTo(free * page);
                const QString fault = files::saveWhole(path, after);
                QVERIFY(fault.isEmpty() || isSentence(fault));
                QCOMPARE(contentOf(path), fault.isEmpty() ? after : before);
                QCOMPARE(disk.files().size(), 2);
            }
        }
    }

    void sessionsAreWholeAfterAKill() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.thalweg"));
        const QByteArray one = sessionFileWith('a', 5000);
        const QByteArray other = sessionFileWith('b', 20'000);
        put(path, one);
        for (useconds_t delay = 100; delay < 20'000; delay += 97) {
            killedAfter(delay, [&] {
                files::saveWhole(path, other);
                files::saveWhole(path, one);
            });
            const QByteArray content = contentOf(path);
            QVERIFY(content == one || content == other);
        }
    }

    void preferencesAreWholeOrTheOldOnesOnAFullDisk() {
        for (const int length : {10, 300, 1500}) {
            const Preferences before = preferencesWith(u'a', length);
            const Preferences after = preferencesWith(u'b', length + 1);
            for (qint64 free = 0; free <= 8; ++free) {
                Disk disk(64 * page);
                const QString path = disk.path(QStringLiteral("thalweg.ini"));
                QCOMPARE(before.save(path), QString());
                disk.fillUpTo(free * page);
                const QString fault = after.save(path);
                QVERIFY(fault.isEmpty() || isSentence(fault));
                const bool kept = loadedAfresh(path) == (fault.isEmpty() ? after : before);
                QVERIFY2(kept, qPrintable(QStringLiteral("%1 kB free, of %2 letters, told “%3”")
                                              .arg(4 * free)
                                              .arg(length)
                                              .arg(fault)));
            }
        }
    }

    void preferencesAreWholeAfterAKill() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("thalweg.ini"));
        const Preferences one = preferencesWith(u'a', 300);
        const Preferences other = preferencesWith(u'b', 1500);
        QCOMPARE(one.save(path), QString());
        for (useconds_t delay = 100; delay < 20'000; delay += 97) {
            killedAfter(delay, [&] {
                (void)other.save(path);
                (void)one.save(path);
            });
            const Preferences loaded = loadedAfresh(path);
            QVERIFY(loaded == one || loaded == other);
        }
    }

private:
    static void exports() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("view");
        for (const char* suffix : {"csv", "json", "png", "svg", "pdf", "gif", "mp4", "webm"})
            QTest::newRow(suffix) << QStringLiteral("run.") + QString::fromLatin1(suffix) << "";
        for (const char* view : {"convergence", "cobweb", "bifurcation"})
            QTest::newRow(view) << QStringLiteral("run.png") << QString::fromLatin1(view);
    }
    /// The file as it is when nothing goes wrong.
    static QByteArray exported(const QString& name, const QString& view) {
        Program program;
        const Answer answer = program.run(exporting(name, view));
        if (answer.status != 0) qFatal("%s", qPrintable(answer.err));
        return contentOf(program.path(qPrintable(name)));
    }
};

QTEST_GUILESS_MAIN(CheckFaults)
#include "faults.moc"
