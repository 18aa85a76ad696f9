// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the program: where its window lies, how files are called, what its menus offer.
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollArea>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QWindow>

#include "dialogs.h"
#include "model/filename.h"
#include "person.h"
#include "session/sessionfile.h"
#include "window/export/exportdialog.h"

namespace {

QRect room() {
    return QGuiApplication::primaryScreen()->availableGeometry();
}

bool waitForPlace(window::MainWindow& window) {
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

/// Opens the export dialog, chooses a format if one is given, and tells which was chosen at first
/// and which name is suggested. Saves there when it is wanted.
struct Exported {
    QString first;
    QString name;
};
Exported exportAs(Person& person, const QString& format = {}, bool save = false) {
    Exported seen;
    when<window::ExportDialog>([&](window::ExportDialog* dialog) {
        auto* box = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        seen.first = box->currentText();
        if (!format.isEmpty()) box->setCurrentIndex(box->findText(format));
        auto* go = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
        QVERIFY(QTest::qWaitFor([&] { return go->isEnabled(); }, 60'000));
        when<QFileDialog>([&](QFileDialog* files) {
            seen.name = files->findChild<QLineEdit*>()->text();
            QTest::keyClick(files->findChild<QLineEdit*>(), save ? Qt::Key_Return : Qt::Key_Escape);
        });
        QTest::mouseClick(go, Qt::LeftButton);
        dialog->reject();
    });
    person.window.activateWindow();
    person.curve()->setFocus();
    Person::settle();
    person.press(Qt::Key_E, Qt::ControlModifier);
    return seen;
}

void write(const QString& path, const session::Session& session) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(session::toFile(session));
}

}  // namespace

class TestFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstWindowLiesOnTheScreen() {
        window::MainWindow window(session::examples().front().session);
        QVERIFY(waitForPlace(window));
        Person::settle();
        QVERIFY2(room().contains(window.frameGeometry()),
                 qPrintable(QStringLiteral("%1x%2").arg(window.width()).arg(window.height())));
        for (const char* name : {"transport", "statusBar", "side"}) {
            const auto* part = window.findChild<QWidget*>(QString::fromLatin1(name));
            const QRect place(part->mapToGlobal(QPoint(0, 0)), part->size());
            QVERIFY2(room().contains(place), name);
        }
    }

    void aPlaceOnALargerScreenIsFittedIntoThisOne() {
        model::Preferences preferences;
        {
            window::MainWindow large(session::examples().front().session);
            large.resize(room().width() - 50, room().height() + 300);
            large.move(80, 60);
            QVERIFY(waitForPlace(large));
            preferences = large.preferences();
        }
        window::MainWindow again(session::examples().front().session, preferences);
        QVERIFY(waitForPlace(again));
        Person::settle();
        QVERIFY(room().contains(again.frameGeometry()));
    }

    void isUsableAt520Pixels() {
        Person person;
        person.window.resize(960, 520);
        Person::settle();
        QCOMPARE(person.window.size(), QSize(960, 520));
        for (const char* name : {"transport", "statusBar", "views", "controls"}) {
            auto* part = person.find<QWidget>(name);
            const QRect place(part->mapTo(&person.window, QPoint(0, 0)), part->size());
            QVERIFY2(person.window.rect().contains(place), name);
            QVERIFY2(part->height() >= part->minimumSizeHint().height(), name);
        }
    }

    void theTitleNamesTheSessionOnce() {
        Person person;
        const auto title = [&] { return person.window.windowHandle()->title(); };
        QCOMPARE(title(), QStringLiteral("Untitled — Thalweg"));
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        QCOMPARE(title(), QStringLiteral("Untitled* — Thalweg"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("two valleys.v1.thalweg"));
        write(path, session::examples()[1].session);
        person.window.setFile(path);
        QCOMPARE(title(), QStringLiteral("two valleys.v1* — Thalweg"));
    }

    void whatIsPrintedIsCalledAsTheSession() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2/2"));
        QString name;
        const auto print = [&] {
            when<QPrintDialog>([&](QPrintDialog* dialog) {
                name = dialog->printer()->docName();
                dialog->reject();
            });
            QVERIFY(waitForPlace(person.window));
            person.curve()->setFocus();
            person.press(Qt::Key_P, Qt::ControlModifier);
        };
        print();
        QCOMPARE(name, QStringLiteral("Untitled.thalweg"));
        person.window.setFile(QStringLiteral("/tmp/half:of\\it.thalweg"));
        print();
        QCOMPARE(name, QStringLiteral("half-of-it.thalweg"));
    }

    void whatIsExportedIsCalledAsTheSession() {
        Person person;
        QCOMPARE(exportAs(person).name, QStringLiteral("Untitled.png"));
        const QTemporaryDir folder;
        person.window.setFile(folder.filePath(QStringLiteral("mine.thalweg")));
        QCOMPARE(exportAs(person, QStringLiteral("CSV table"), true).name,
                 QStringLiteral("mine.csv"));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("mine.csv"))));
    }

    void theFormatOfTheLastExportIsRemembered() {
        model::Preferences preferences;
        {
            Person person;
            const QTemporaryDir folder;
            person.window.setFile(folder.filePath(QStringLiteral("mine.thalweg")));
            exportAs(person, QStringLiteral("SVG drawing"), true);
            preferences = person.window.preferences();
        }
        QCOMPARE(preferences.exportSuffix, QStringLiteral(".svg"));
        Person person(preferences);
        QCOMPARE(exportAs(person).first, QStringLiteral("SVG drawing"));
    }

    void goesThroughTheSessionsOfAFolder() {
        const QTemporaryDir folder;
        const auto file = [&](const char* name) {
            return folder.filePath(QString::fromLatin1(name));
        };
        session::Session session = session::examples().front().session;
        for (const char* name : {"run 10.thalweg", "run 2.thalweg", "run 1.thalweg"}) {
            session.settings.alpha += 0.01;
            write(file(name), session);
        }
        QFile broken(file("run 3.thalweg"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no session");
        broken.close();
        Person person;
        person.window.setFile(file("run 1.thalweg"));
        person.curve()->setFocus();
        const auto path = [&] { return person.window.document().path(); };
        const auto said = [&] { return person.find<QStatusBar>("statusBar")->currentMessage(); };
        const auto go = [&](Qt::Key key) {
            person.window.activateWindow();
            person.curve()->setFocus();
            Person::settle();
            person.press(key, Qt::AltModifier);
        };
        Answer discard(QMessageBox::Discard);
        go(Qt::Key_PageDown);
        QVERIFY(discard.given());  // the window's own session was not the file's
        QCOMPARE(path(), file("run 2.thalweg"));
        QCOMPARE(person.experiment().session(), *session::openSession(path()));
        go(Qt::Key_PageDown);
        QCOMPARE(path(), file("run 10.thalweg"));
        QVERIFY2(said().contains(QStringLiteral("run 3.thalweg")), qPrintable(said()));
        go(Qt::Key_PageDown);
        QCOMPARE(path(), file("run 10.thalweg"));
        QCOMPARE(said(), QStringLiteral("This is the last session of the folder."));

        person.type(person.field("alpha"), QStringLiteral("0.09"));
        person.curve()->setFocus();
        Answer cancel(QMessageBox::Cancel);
        go(Qt::Key_PageUp);
        QVERIFY(cancel.given());
        QCOMPARE(path(), file("run 10.thalweg"));
        Answer leave(QMessageBox::Discard);
        go(Qt::Key_PageUp);
        QVERIFY2(leave.given(), qPrintable(said()));
        QCOMPARE(path(), file("run 2.thalweg"));
        QVERIFY(QFile::remove(file("run 3.thalweg")));  // it is told where it is left out
        go(Qt::Key_PageDown);
        go(Qt::Key_PageDown);
        QCOMPARE(said(), QStringLiteral("This is the last session of the folder."));
        go(Qt::Key_PageUp);
        QCOMPARE(path(), file("run 2.thalweg"));
        QCOMPARE(said(), QString());
    }

    void aMessageGoesWithTheNextThingDone_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("with");
        const auto row = [](const char* deed, Qt::Key key, Qt::KeyboardModifiers with = {}) {
            QTest::newRow(deed) << key << with;
        };
        row("another start", Qt::Key_Right, Qt::ControlModifier);
        row("a step", Qt::Key_Right);
        row("a step back", Qt::Key_Left);
        row("the end", Qt::Key_End);
        row("the beginning", Qt::Key_Home);
        row("play", Qt::Key_Space);
        row("zoom", Qt::Key_Plus, Qt::ControlModifier);
        row("another view", Qt::Key_2, Qt::ControlModifier);
    }
    void aMessageGoesWithTheNextThingDone() {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, with);
        Person person;
        person.waitForRun();
        person.press(Qt::Key_Right);
        person.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(person.find<QStatusBar>("statusBar")->currentMessage(),
                 QStringLiteral("The command is in the clipboard."));
        QTest::qWait(100);  // nothing goes on by itself
        QVERIFY(!person.find<QStatusBar>("statusBar")->currentMessage().isEmpty());
        person.press(key, with);
        QCOMPARE(person.find<QStatusBar>("statusBar")->currentMessage(), QString());
    }

    void aMessageStaysWhileTheBallRolls() {
        Person person;
        person.waitForRun();
        person.press(Qt::Key_Space);
        person.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const double before = person.position();
        QTRY_VERIFY(person.position() > before + 1);
        QVERIFY(person.experiment().player().playing());
        QVERIFY(!person.find<QStatusBar>("statusBar")->currentMessage().isEmpty());
        person.press(Qt::Key_Space);
        QCOMPARE(person.find<QStatusBar>("statusBar")->currentMessage(), QString());
    }

    void offersTheSizesOfSlides() {
        Person person;
        QSize slide;
        QSize half;
        when<window::ExportDialog>([&](window::ExportDialog* dialog) {
            auto* sizes = dialog->findChild<QComboBox*>(QStringLiteral("preset"));
            sizes->setFocus();
            const auto size = [&] { return dialog->options().size.value_or(QSize()); };
            QTest::keyClick(sizes, Qt::Key_Down);
            slide = size();
            QTest::keyClick(sizes, Qt::Key_Down);
            half = size();
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        person.press(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(slide, QSize(1920, 1080));
        QCOMPARE(half, QSize(960, 1080));
    }

    void theExportFitsTheScreen_data() {
        QTest::addColumn<bool>("projector");
        QTest::newRow("usual") << false;
        QTest::newRow("projector") << true;
    }
    void theExportFitsTheScreen() {
        QFETCH(bool, projector);
        Person person;
        person.waitForRun();
        if (projector) person.press(Qt::Key_F11);
        // The second time after the mode was left, or entered.
        for (int turn = 0; turn < 2; ++turn) {
            if (turn == 1) QTest::keyClick(person.curve(), Qt::Key_F11);
            Person::settle();
            when<window::ExportDialog>([&](window::ExportDialog* dialog) {
                const auto close = qScopeGuard([dialog] { dialog->reject(); });
                auto* box = dialog->findChild<QComboBox*>(QStringLiteral("format"));
                box->setFocus();
                QTest::keyClick(box, Qt::Key_Home);
                for (int i = 0; i < box->count(); ++i) {
                    Person::settle();
                    QVERIFY2(
                        dialog->width() <= room().width() && dialog->height() <= room().height(),
                        qPrintable(QStringLiteral("%1: %2x%3")
                                       .arg(box->currentText())
                                       .arg(dialog->width())
                                       .arg(dialog->height())));
                    for (const auto* button :
                         dialog->findChild<QDialogButtonBox*>()->findChildren<QAbstractButton*>()) {
                        const QRect place(button->mapTo(dialog, QPoint(0, 0)), button->size());
                        QVERIFY2(dialog->rect().contains(place), qPrintable(button->text()));
                    }
                    for (const auto* choice : dialog->findChildren<QComboBox*>()) {
                        if (!choice->isVisible()) continue;
                        QVERIFY2(choice->width() >= choice->sizeHint().width(),
                                 qPrintable(box->currentText() + u' ' + choice->objectName()));
                    }
                    QTest::keyClick(box, Qt::Key_Down);
                }
            });
            person.window.activateWindow();
            person.curve()->setFocus();
            QTest::keyClick(person.curve(), Qt::Key_E, Qt::ControlModifier);
        }
        if (!projector) QTest::keyClick(person.curve(), Qt::Key_F11);
    }

    void namesOfFilesAreSafe_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* title, const char* name) {
            QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(name);
        };
        row("two valleys", "two valleys");
        row("x^2/2", "x^2-2");
        row("a\\b:c", "a-b-c");
        row("a\nb\tc", "a-b-c");
        row("..", "Untitled");
        row("", "Untitled");
        row(" ../etc/passwd", "-etc-passwd");
        row(".hidden", "hidden");
        row("täler √2 💧", "täler √2 💧");
        row("a\u202Egnp", "a-gnp");
    }
    void namesOfFilesAreSafe() {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(model::asFileName(title), name);
    }

    void namesOfFilesAreNotTooLong() {
        const QString drops = QStringLiteral("💧").repeated(300);
        const QString name = model::asFileName(drops);
        QVERIFY(name.toUtf8().size() <= 200);
        QVERIFY(drops.startsWith(name) && name.size() > 90);
        QVERIFY(name.back().isLowSurrogate());
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
