// SPDX-License-Identifier: GPL-3.0-or-later
// Where files and sheets go, and what comes back through the clipboard.
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QPrinter>
#include <QSpinBox>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>

#include "dialogs.h"
#include "model/document.h"
#include "person.h"
#include "session/sessionfile.h"
#include "window/export/exportdialog.h"
#include "window/export/sharing.h"

class TestFiling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    }

    void aCopiedCommandOpensFromTheClipboard() {
        session::Session session;
        {
            Person person;
            person.type(person.field("alpha"), QStringLiteral("0.07"));
            person.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
            session = person.experiment().session();
        }
        Person person;
        Answer answer(QMessageBox::Ok);
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(!answer.given(), qPrintable(answer.text));
        QCOMPARE(person.experiment().session(), session);
        QVERIFY(!person.window.isWindowModified());
    }

    void saysWhatTheClipboardLacks() {
        Person person;
        const session::Session before = person.experiment().session();
        for (const auto& [text, said] :
             {std::pair{"hello", "neither a link"},
              {"", "neither a link"},
              {"thalweg:junk", "begins with thalweg:?"},
              {"thalweg --function 'x^3'; rm a", "“;” is for a shell"},
              {"thalweg --function 'a+b+c+d+g+h+i+j+k'", "At most 8 names"}}) {
            QApplication::clipboard()->setText(QString::fromUtf8(text));
            Answer answer(QMessageBox::Ok);
            person.window.activateWindow();
            QTRY_VERIFY(QApplication::focusWidget());
            person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY2(answer.text.contains(QString::fromUtf8(said)), qPrintable(answer.text));
        }
        QVERIFY(person.experiment().session() == before);
    }

    void aNameWithASlashIsOfferedWithoutIt() {
        const QTemporaryDir folder;
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        QString offered;
        QString said;
        when<QFileDialog>([&](QFileDialog* files) {
            files->setDirectory(folder.path());
            when<QMessageBox>([&](QMessageBox* box) {
                said = box->text();
                when<QFileDialog>([&](QFileDialog* again) {
                    auto* name = again->findChild<QLineEdit*>();
                    offered = name->text();
                    QTest::keyClick(name, Qt::Key_Return);
                });
                box->button(QMessageBox::Ok)->click();
            });
            auto* name = files->findChild<QLineEdit*>();
            name->setText(QStringLiteral("2 Pendule 1/2 été"));
            QTest::keyClick(name, Qt::Key_Return);
        });
        person.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY2(said.contains(QStringLiteral("“/”")), qPrintable(said));
        QCOMPARE(offered, QStringLiteral("2 Pendule 1-2 été.thalweg"));
        QCOMPARE(person.window.document().path(), folder.filePath(offered));
        QVERIFY(session::openSession(folder.filePath(offered)));
    }

    void openStartsInTheFolderLastSavedIn() {
        const QTemporaryDir folder;
        model::Preferences preferences;
        preferences.recentFiles = {folder.filePath(QStringLiteral("mine.thalweg"))};
        Person person(preferences);
        QString shown;
        when<QFileDialog>([&](QFileDialog* files) {
            shown = files->directory().absolutePath();
            files->reject();
        });
        person.press(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(shown, folder.path());
    }

    void tabLeadsThroughTheSizeToTheUsualSizes() {
        Person person;
        when<window::ExportDialog>([](window::ExportDialog* dialog) {
            auto* preset = dialog->findChild<QComboBox*>(QStringLiteral("preset"));
            auto* height = dialog->findChild<QSpinBox*>(QStringLiteral("height"));
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            height->setFocus();
            QTest::keyClick(height, Qt::Key_Tab);
            const bool reached = preset->hasFocus();
            height->setFocus();
            QTest::keyClick(height, Qt::Key_U, Qt::AltModifier);
            const bool chosen = preset->hasFocus();
            dialog->reject();
            QVERIFY(reached);
            QVERIFY(chosen);
        });
        person.press(Qt::Key_E, Qt::ControlModifier);
    }

    void aSheetInAFileIsNamed() {
        const QTemporaryDir folder;
        Person person;
        person.waitForRun();
        QPrinter printer;
        printer.setOutputFileName(folder.filePath(QStringLiteral("sheet.pdf")));
        person.window.findChild<window::Sharing*>()->printOn(printer);
        const QString said = person.find<QStatusBar>("statusBar")->currentMessage();
        QVERIFY2(said.contains(folder.filePath(QStringLiteral("sheet.pdf"))), qPrintable(said));
    }
};

QTEST_MAIN(TestFiling)
#include "tst_filing.moc"
