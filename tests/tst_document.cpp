// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "model/document.h"
#include "model/preferences.h"
#include "session/constants.h"
#include "session/examples.h"
#include "session/sessionfile.h"

namespace {

session::Session from(double start) {
    session::Session session = session::examples().front().session;
    session.initialGuess = start;
    return session;
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

}  // namespace

/// The document alone: what it asks a person in the window is in tst_keeping and tst_filing.
class TestDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesAndOpens() {
        model::Document document(from(1), m_preferences);
        QCOMPARE(document.name(), QStringLiteral("Untitled"));
        document.setSession(from(2));
        QVERIFY(document.modified());
        QCOMPARE(document.saveTo(path("a.thalweg")), QString());
        QVERIFY(!document.modified());
        QCOMPARE(document.name(), QStringLiteral("a"));
        QCOMPARE(m_preferences.recentFiles.value(0), path("a.thalweg"));
        QCOMPARE(document.usualFolder(), m_folder.path());

        model::Document other(from(1), m_preferences);
        const QSignalSpy opened(&other, &model::Document::opened);
        QCOMPARE(other.openFile(path("a.thalweg")), QString());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(other.state().session, from(2));
    }

    void aFaultChangesNothing() {
        model::Document document(from(1), m_preferences);
        const QSignalSpy changed(&document, &model::Document::changed);
        QVERIFY(!document.openFile(path("none.thalweg")).isEmpty());
        QVERIFY(!document.saveTo(path("no folder/b.thalweg")).isEmpty());
        QCOMPARE(document.path(), QString());
        QCOMPARE(changed.size(), 0);
    }

    void replacesOnlyWhatItHasPutThere() {
        model::Document document(from(1), m_preferences);
        QVERIFY(!document.wouldReplace(path("c.thalweg")));
        QCOMPARE(document.saveTo(path("c.thalweg")), QString());
        document.setSession(from(2));
        QVERIFY(!document.wouldReplace(path("c.thalweg")));
        write(path("c.thalweg"), session::toFile(from(3)));
        QVERIFY(document.wouldReplace(path("c.thalweg")));
    }

    void findsTheNextOneThatCanBeRead() {
        for (const char* name : {"1.thalweg", "3.thalweg"})
            write(path(name), session::toFile(from(1)));
        write(path("2.thalweg"), "nothing");
        model::Document document(from(1), m_preferences);
        QCOMPARE(document.openFile(path("1.thalweg")), QString());
        const auto next = document.neighbour(model::Beside::Next);
        QCOMPARE(next.path, path("3.thalweg"));
        QVERIFY(next.session);
        QVERIFY2(next.fault.contains(QStringLiteral("2.thalweg")), qPrintable(next.fault));
        const auto before = document.neighbour(model::Beside::Previous);
        QVERIFY(!before.session && before.fault.isEmpty());
    }

    void init() { QVERIFY(m_folder.isValid()); }

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    model::Preferences m_preferences;
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
