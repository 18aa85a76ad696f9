// SPDX-License-Identifier: GPL-3.0-or-later
// What a person comes back to after a crash.
#include <QDir>
#include <QMenu>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "model/autosave.h"
#include "model/document.h"
#include "model/preferences.h"
#include "person.h"
#include "session/sessionfile.h"

namespace {

QStringList kept() {
    const QDir folder(model::Autosave::usualFolder());
    QStringList files;
    for (const QString& name : folder.entryList({QStringLiteral("*.thalweg")}, QDir::Files)) {
        files += folder.filePath(name);
    }
    return files;
}

/// A file of its own, as kill -9 leaves it beside a lock that is free.
void leaveBehind(const QString& kept) {
    QVERIFY(QFile::copy(kept, QFileInfo(kept).path() + QStringLiteral("/crashed.thalweg")));
}

bool isKept(double alpha) {
    const auto session = kept().isEmpty() ? session::openSession(QString())
                                          : session::openSession(kept().constFirst());
    return session && session->settings.alpha == alpha;
}

}  // namespace

class TestReturning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    }
    void init() {
        QDir(model::Autosave::usualFolder()).removeRecursively();
        QFile::remove(model::Preferences::usualFile());
    }

    void theSessionKnowsItsFileAfterACrash() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine “é”.thalweg"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(session::toFile(session::examples()[2].session));
        file.close();
        {
            model::Preferences preferences;
            preferences.recentFiles = {path};
            Person person(preferences);
            person.window.keepSafe(false);
            auto* menu = person.find<QMenu>("recentMenu");
            Q_EMIT menu->aboutToShow();
            menu->actions().first()->trigger();
            person.type(person.field("alpha"), QStringLiteral("0.07"));
            QTRY_VERIFY_WITH_TIMEOUT(isKept(0.07), 60'000);
            leaveBehind(kept().constFirst());
        }
        QCOMPARE(model::Preferences::load().recentFiles, QStringList{path});
        Person person(model::Preferences::load());
        person.window.keepSafe(true);
        QCOMPARE(person.experiment().session().settings.alpha, 0.07);
        QCOMPARE(person.window.document().path(), path);
        QCOMPARE(person.window.windowTitle(), QStringLiteral("mine “é”[*] — Thalweg"));
        QVERIFY(person.window.isWindowModified());
        person.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!person.window.isWindowModified());
        QCOMPARE(session::openSession(path)->settings.alpha, 0.07);
    }

    void aSavedSessionKnowsItsFileAfterACrash() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.thalweg"));
        {
            Person person;
            person.window.keepSafe(false);
            person.type(person.field("alpha"), QStringLiteral("0.07"));
            QTRY_VERIFY_WITH_TIMEOUT(isKept(0.07), 60'000);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(session::toFile(person.experiment().session()));
            file.close();
            person.window.setFile(path);
            QVERIFY(!person.window.isWindowModified());
            QTest::qWait(4 * model::Autosave::delay);
            leaveBehind(kept().constFirst());
        }
        Person person;
        person.window.keepSafe(true);
        QCOMPARE(person.window.document().path(), path);
        QVERIFY(!person.window.isWindowModified());
    }

    void theTourIsNotOfferedOverWhatCameBack() {
        QDir().mkpath(model::Autosave::usualFolder());
        QFile file(model::Autosave::usualFolder() + QStringLiteral("/crashed.thalweg"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(session::toFile(session::examples()[2].session));
        file.close();
        Person person;
        person.window.keepSafe(true);
        person.window.offerTour();
        Person::settle();
        QVERIFY(!person.window.findChild<QMessageBox*>());
    }
};

QTEST_MAIN(TestReturning)
#include "tst_returning.moc"
