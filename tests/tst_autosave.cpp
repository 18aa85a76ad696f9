// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>
#include <memory>
#include <random>

#include "faults.h"
#include "files/savewhole.h"
#include "model/autosave.h"
#include "sentence.h"
#include "session/sessionfile.h"
#include "sessions.h"

namespace {

session::Session sessionOf(const QString& function) {
    return {functionOf(function), 1.0 / 3, {0.1, 300, 1e-6, descent::Direction::Ascend}, {-5, 5}};
}

/// As a window does that is open until it is killed.
int holdOpen(const QString& folder, const QString& function) {
    model::Autosave autosave(folder);
    autosave.recover();
    autosave.keep(sessionOf(function));
    return QCoreApplication::exec();
}

/// Takes over what a crash left, says so, and changes nothing.
int takeOver(const QString& folder) {
    model::Autosave autosave(folder);
    if (!autosave.recover().session) return 1;
    std::cout << "taken" << std::endl;
    return QCoreApplication::exec();
}

/// Two contents in turn, long enough that a write takes a while.
session::Session turn(int number) {
    const int terms = number % 2 == 0 ? 300 : 650;
    return sessionOf(QStringLiteral("x") + QStringLiteral("+x").repeated(terms));
}

int saveForever(const QString& path) {
    for (int number = 0;; ++number) {
        const QString fault = files::saveWhole(path, session::toFile(turn(number)));
        if (!fault.isEmpty()) return 1;
        if (number == 0) std::cout << "saved" << std::endl;
    }
}

/// This program in one of its other roles; killed at the end at the latest.
class Child {
public:
    explicit Child(const QStringList& arguments) {
        m_process.start(QCoreApplication::applicationFilePath(), arguments);
    }
    ~Child() { kill(); }
    Q_DISABLE_COPY_MOVE(Child)

    QProcess& process() { return m_process; }
    /// As kill -9 does.
    void kill() {
        m_process.kill();
        m_process.waitForFinished(-1);
    }

private:
    QProcess m_process;
};

}  // namespace

class TestAutosave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(QStringLiteral("deep/open"));
    }

    void writesAChangeByItself() {
        model::Autosave autosave(m_folder);
        QVERIFY(!QDir(m_folder).exists());
        autosave.keep(sessionOf(QStringLiteral("x")));
        autosave.keep(sessionOf(QStringLiteral("x^2")));
        QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 1, 60'000);
        QVERIFY(sameBits(*session::openSession(sessions().constFirst()),
                         sessionOf(QStringLiteral("x^2"))));
    }

    /// A change must not put off the writing of the one before.
    void writesWhileChangesGoOn() {
        model::Autosave autosave(m_folder);
        QTimer dragging;
        int changes = 0;
        connect(&dragging, &QTimer::timeout, &autosave,
                [&] { autosave.keep(sessionOf(QStringLiteral("x+%1").arg(++changes))); });
        dragging.start(model::Autosave::delay / 20);
        QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 1, 60'000);
        const auto first = session::openSession(sessions().constFirst());
        QTRY_VERIFY_WITH_TIMEOUT(
            session::openSession(sessions().constFirst())->function != first->function, 60'000);
        dragging.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session::openSession(sessions().constFirst())->function.text(),
                                  QStringLiteral("x+%1").arg(changes), 60'000);
    }

    void leavesNothingAfterACleanEnd() {
        {
            model::Autosave autosave(m_folder);
            autosave.keep(sessionOf(QStringLiteral("x")));
            QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 1, 60'000);
            autosave.keep(sessionOf(QStringLiteral("x^2")));
        }
        QVERIFY(QDir(m_folder).isEmpty());
        QVERIFY(!model::Autosave(m_folder).recover().session);
    }

    void bringsBackTheSessionOfAKilledProcess() {
        const auto child = held("x^2+3");
        child->kill();
        model::Autosave autosave(m_folder);
        const model::Recovered recovered = autosave.recover();
        QVERIFY(recovered.session);
        QVERIFY(sameBits(*recovered.session, sessionOf(QStringLiteral("x^2+3"))));
        QCOMPARE(recovered.note, QString());
        // It is this window's by now, and a crash of this one would not lose it either.
        QCOMPARE(sessions().size(), 1);
        QVERIFY(!model::Autosave(m_folder).recover().session);
    }

    void leavesAnOpenWindowItsSession() {
        const auto child = held("x^2+3");
        for (int start = 0; start < 3; ++start) {
            model::Autosave autosave(m_folder);
            QVERIFY(!autosave.recover().session);
            autosave.keep(sessionOf(QStringLiteral("x")));
            QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 2, 60'000);
            QVERIFY(!model::Autosave(m_folder).recover().session);
        }
        QCOMPARE(sessions().size(), 1);
        child->kill();
        QCOMPARE(model::Autosave(m_folder).recover().session->function.text(),
                 QStringLiteral("x^2+3"));
    }

    void survivesACrashAfterACrash() {
        held("x^2+3")->kill();
        // It is killed after it has taken over the session of the first and before any change.
        QCOMPARE(sessions().size(), 1);
        const QString old = sessions().constFirst();
        Child second({QStringLiteral("--take"), m_folder});
        QVERIFY(second.process().waitForReadyRead(60'000));
        QVERIFY(!QFile::exists(old));
        second.kill();
        QCOMPARE(model::Autosave(m_folder).recover().session->function.text(),
                 QStringLiteral("x^2+3"));
    }

    void bringsBackOneWindowAtATime() {
        const auto first = held("x+1");
        const auto second = held("x+2");
        first->kill();
        second->kill();
        model::Autosave one(m_folder);
        model::Autosave other(m_folder);
        QSet<QString> functions{one.recover().session->function.text(),
                                other.recover().session->function.text()};
        QCOMPARE(functions, QSet<QString>({QStringLiteral("x+1"), QStringLiteral("x+2")}));
        QVERIFY(!model::Autosave(m_folder).recover().session);
    }

    void setsAsideWhatItCannotRead_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("mode");
        const QByteArray good = session::toFile(sessionOf(QStringLiteral("x")));
        QTest::newRow("empty") << QByteArray() << 0600;
        QTest::newRow("cut") << good.chopped(20) << 0600;
        QTest::newRow("noise") << QByteArray("\x00\xff\x7f", 3) << 0600;
        QTest::newRow("no function") << QByteArray(good).replace("\"x\"", "\"2+\"") << 0600;
        QTest::newRow("newer") << QByteArray(good).replace("\"version\": 1", "\"version\": 3")
                               << 0600;
        QTest::newRow("closed") << good << 0;
    }
    void setsAsideWhatItCannotRead() {
        QFETCH(QByteArray, content);
        QFETCH(int, mode);
        const Nobody nobody;  // whom a mode stops
        QTemporaryDir place;
        const QString folder = place.filePath(QStringLiteral("deep/open"));
        QVERIFY(QDir().mkpath(folder));
        for (const char* name : {"broken.thalweg", "broken-2.thalweg"}) {
            const QString path = folder + QStringLiteral("/broken.thalweg");
            write(path, content);
            QCOMPARE(::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)), 0);
            const model::Recovered recovered = model::Autosave(folder).recover();
            QVERIFY(!recovered.session);
            QVERIFY2(isSentence(recovered.note), qPrintable(recovered.note));
            const QString aside =
                place.filePath(QStringLiteral("deep/set-aside/%1")).arg(QLatin1String(name));
            QVERIFY2(recovered.note.contains(aside), qPrintable(recovered.note));
            QVERIFY(QFile::setPermissions(aside, QFile::ReadOwner));
            QFile kept(aside);
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QCOMPARE(kept.readAll(), content);
            QVERIFY(QDir(folder).isEmpty());
            QCOMPARE(model::Autosave(folder).recover().note, QString());
        }
    }

    void leavesWhatItCannotSetAside() {
        QVERIFY(QDir().mkpath(m_folder));
        write(m_folder + QStringLiteral("/broken.thalweg"), "x");
        write(QFileInfo(m_folder).path() + QStringLiteral("/set-aside"), "in the way");
        for (int start = 0; start < 2; ++start) {
            const QString note = model::Autosave(m_folder).recover().note;
            QVERIFY2(
                sessions().size() == 1 && isSentence(note) && note.contains(sessions().value(0)),
                qPrintable(note));
        }
    }

    void touchesNoLinksAndNoFoldersOfThatName() {
        QVERIFY(QDir().mkpath(m_folder));
        const QString mine = m_place->filePath(QStringLiteral("mine.thalweg"));
        write(mine, session::toFile(sessionOf(QStringLiteral("x"))));
        QVERIFY(QFile::link(mine, m_folder + QStringLiteral("/link.thalweg")));
        QVERIFY(QDir(m_folder).mkdir(QStringLiteral("folder.thalweg")));
        const QByteArray fifo = QFile::encodeName(m_folder + QStringLiteral("/fifo.thalweg"));
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        {
            model::Autosave autosave(m_folder);
            const model::Recovered recovered = autosave.recover();
            QVERIFY(!recovered.session && recovered.note.isEmpty());
        }
        QCOMPARE(QDir(m_folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 QStringList({QStringLiteral("fifo.thalweg"), QStringLiteral("folder.thalweg"),
                              QStringLiteral("link.thalweg")}));
    }

    void takesNoNameForAPattern() {
        const auto child = held("x^2+3");
        const QStringList open = sessions();
        const QByteArray good = session::toFile(sessionOf(QStringLiteral("x")));
        for (const QByteArray& content : {QByteArray("broken"), good}) {
            write(m_folder + QStringLiteral("/*.thalweg"), content);
            QCOMPARE(model::Autosave(m_folder).recover().session.has_value(), content == good);
            QCOMPARE(sessions(), open);
        }
        QVERIFY(!model::Autosave(m_folder).recover().session);  // the lock is there as well
        child->kill();
        QCOMPARE(model::Autosave(m_folder).recover().session->function.text(),
                 QStringLiteral("x^2+3"));
    }

    void makesItsFolderAgain() {
        model::Autosave autosave(m_folder);
        QSignalSpy failures(&autosave, &model::Autosave::failed);
        autosave.keep(sessionOf(QStringLiteral("x")));
        QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 1, 60'000);
        QVERIFY(QDir(m_folder).removeRecursively());
        autosave.keep(sessionOf(QStringLiteral("x^2")));
        QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 1, 60'000);
        QCOMPARE(session::openSession(sessions().constFirst())->function.text(),
                 QStringLiteral("x^2"));
        QVERIFY(!model::Autosave(m_folder).recover().session);  // it is still this window's
        QCOMPARE(failures.size(), 0);
    }

    void bringsBackAGoodFileBesideABrokenOne() {
        held("x^2+3")->kill();
        QVERIFY(QFile::copy(sessions().constFirst(), m_folder + QStringLiteral("/good.thalweg")));
        QVERIFY(QFile::resize(sessions().constLast(), 10));
        QVERIFY(model::Autosave(m_folder).recover().session);
    }

    void saysOnceThatItCannotWrite() {
        QFile blocking(m_place->filePath(QStringLiteral("deep")));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        model::Autosave autosave(m_folder);
        QSignalSpy failures(&autosave, &model::Autosave::failed);
        QVERIFY(!autosave.recover().session);
        autosave.keep(sessionOf(QStringLiteral("x")));
        QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, 60'000);
        const QString said = failures[0][0].toString();
        QVERIFY2(isSentence(said) && said.contains(m_folder), qPrintable(said));
        autosave.keep(sessionOf(QStringLiteral("x+1")));
        QTest::qWait(3 * model::Autosave::delay);
        QCOMPARE(failures.size(), 1);
    }

    void livesInTheFolderOfThePersonsData() {
        QVERIFY(model::Autosave::usualFolder().startsWith(
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)));
        QVERIFY(model::Autosave::usualFolder().contains(QLatin1String("qttest")));
        QVERIFY(model::Autosave::usualFolder().endsWith(QLatin1String("/thalweg/open")));
    }

    void aKilledSaveLeavesTheOldFileOrTheNew() {
        const QString path = m_place->filePath(QStringLiteral("run.thalweg"));
        std::mt19937 random(3);
        for (int i = 0; i < 50; ++i) {
            Child child({QStringLiteral("--save"), path});
            QVERIFY(child.process().waitForReadyRead(60'000));
            QTest::qSleep(std::uniform_int_distribution<int>(0, 15)(random));
            QCOMPARE(child.process().state(), QProcess::Running);
            child.kill();
            const auto left = session::openSession(path);
            QVERIFY2(left, qPrintable(left ? QString() : left.error()));
            QVERIFY(*left == turn(0) || *left == turn(1));
        }
    }

private:
    static void write(const QString& path, const QByteArray& content) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    QStringList sessions() const {
        QStringList paths;
        for (const QFileInfo& file :
             QDir(m_folder).entryInfoList({QStringLiteral("*.thalweg")}, QDir::Files)) {
            paths += file.filePath();
        }
        return paths;
    }

    /// Another process that has kept this function.
    std::unique_ptr<Child> held(const char* function) {
        const qsizetype before = sessions().size();
        auto child = std::make_unique<Child>(
            QStringList{QStringLiteral("--hold"), m_folder, QString::fromLatin1(function)});
        if (!QTest::qWaitFor([&] { return sessions().size() > before; }, 60'000)) {
            qFatal("the other process keeps nothing");
        }
        return child;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("thalweg"));
    QStandardPaths::setTestModeEnabled(true);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--hold")) return holdOpen(words[2], words[3]);
    if (words.value(1) == QLatin1String("--take")) return takeOver(words[2]);
    if (words.value(1) == QLatin1String("--save")) return saveForever(words[2]);
    TestAutosave test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_autosave.moc"
