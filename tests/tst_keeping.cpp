// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QRadioButton>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include "functions.h"
#include "model/autosave.h"
#include "model/document.h"
#include "model/preferences.h"
#include "person.h"
#include "sentence.h"
#include "session/link.h"
#include "session/sessionfile.h"
#include "window/tour/tour.h"

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

session::Session parabola() {
    session::Session session;
    session.function = functionOf(QStringLiteral("x^2"));
    session.initialGuess = 4;
    session.settings.alpha = 0.1;
    return session;
}

/// Drops a file onto the window; false when the window would not take it.
bool drop(Person& person, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QApplication::sendEvent(&person.window, &enter);
    if (!enter.isAccepted()) return false;
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&person.window, &drop);
    Person::settle();
    return true;
}

QString undoText(Person& person) {
    return person.find<QAction>("undo")->text();
}

}  // namespace

class TestKeeping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    }

    void undoesAndRedoesWhatWasTyped_data() {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("alpha") << QStringLiteral("alpha") << QStringLiteral("0.05")
                               << QStringLiteral("Change α to 0.05");
        QTest::newRow("guess") << QStringLiteral("initialGuess") << QStringLiteral("-1.5")
                               << QStringLiteral("Change x₀ to −1.5");
        QTest::newRow("limit") << QStringLiteral("maxIterations") << QStringLiteral("3000")
                               << QStringLiteral("Change max iterations to 3,000");
    }
    void undoesAndRedoesWhatWasTyped() {
        QFETCH(QString, parameter);
        QFETCH(QString, text);
        QFETCH(QString, name);
        Person person;
        const session::Session before = person.experiment().session();
        person.type(person.field(parameter.toLatin1()), text);
        const session::Session after = person.experiment().session();
        QVERIFY(after != before);
        QVERIFY2(undoText(person).contains(name), qPrintable(undoText(person)));
        person.curve()->setFocus();
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person.experiment().session(), before);
        // All digits were one step.
        QVERIFY(!person.find<QAction>("undo")->isEnabled());
        person.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(person.experiment().session(), after);
        QCOMPARE(person.field(parameter.toLatin1())->text().remove(QLatin1Char(',')),
                 QString(text).replace(QLatin1Char('-'), QChar(0x2212)));
    }

    void aDragIsOneStep() {
        Person person;
        const session::Session before = person.experiment().session();
        QSlider* slider = person.slider("alpha");
        for (int drag = 0; drag < 2; ++drag) {
            QTest::mousePress(slider, Qt::LeftButton, {}, slider->rect().center());
            for (int place : {500, 520, 540}) slider->setValue(place + 30 * drag);
            QTest::mouseRelease(slider, Qt::LeftButton, {}, slider->rect().center());
        }
        person.trigger("undo");
        QVERIFY(person.experiment().session() != before);
        person.trigger("undo");
        QCOMPARE(person.experiment().session(), before);
    }

    void undoesEverythingElse() {
        Person person;
        const session::Session start = person.experiment().session();
        person.paste(person.functionEdit(), QStringLiteral("x^2"));
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^2"));
        QVERIFY(undoText(person).contains(QStringLiteral("Change f to x^2")));
        QTest::mouseClick(person.find<QRadioButton>("ascend"), Qt::LeftButton);
        QVERIFY(undoText(person).contains(QStringLiteral("Ascend")));
        person.trigger("zoomIn");
        QVERIFY(undoText(person).contains(QStringLiteral("Move the view")));
        person.chooseExample(3);
        QVERIFY(undoText(person).contains(QStringLiteral("Load")));
        for (int step = 0; step < 4; ++step) person.trigger("undo");
        QCOMPARE(person.experiment().session(), start);
        QCOMPARE(person.functionEdit()->text(), start.function.text());
        QVERIFY(person.find<QRadioButton>("descend")->isChecked());
        QCOMPARE(person.curve()->range(), start.range);
    }

    void savesAndOpens() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.thalweg"));
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        QVERIFY(person.window.isWindowModified());
        QTimer::singleShot(200, &person.window, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->findChild<QLineEdit*>()->setText(folder.filePath(QStringLiteral("mine")));
            QMetaObject::invokeMethod(dialog, "accept");
        });
        person.trigger("save");
        QVERIFY(!person.window.isWindowModified());
        QCOMPARE(person.window.document().path(), path);
        QCOMPARE(person.window.windowTitle(), QStringLiteral("mine[*] — Thalweg"));
        const auto saved = session::openSession(path);
        QVERIFY(saved);
        QCOMPARE(*saved, person.experiment().session());

        // The file has a name now: nobody asks again.
        person.type(person.field("alpha"), QStringLiteral("0.08"));
        person.trigger("save");
        QCOMPARE(session::openSession(path)->settings.alpha, 0.08);
        QVERIFY(!person.window.isWindowModified());
        QCOMPARE(person.window.preferences().recentFiles, QStringList{path});
    }

    void aFailedSaveSaysWhyAndKeepsTheChanges() {
        Person person;
        person.window.setFile(QStringLiteral("/no-such-folder/mine.thalweg"));
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        Answer answer(QMessageBox::Ok);
        person.trigger("save");
        QVERIFY2(answer.text.contains(QStringLiteral("/no-such-folder")), qPrintable(answer.text));
        QVERIFY(person.window.isWindowModified());
        QCOMPARE(person.experiment().session().settings.alpha, 0.07);
    }

    void asksBeforeItReplacesWhatChangedOnTheDisk_data() {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<QMessageBox::StandardButton>("button");
        session::Session other = parabola();
        other.initialGuess = 3;
        QTest::newRow("replace") << session::toFile(other) << QMessageBox::Save;
        QTest::newRow("cancel") << session::toFile(other) << QMessageBox::Cancel;
        QTest::newRow("no session") << QByteArray("my notes") << QMessageBox::Cancel;
    }
    void asksBeforeItReplacesWhatChangedOnTheDisk() {
        QFETCH(QByteArray, there);
        QFETCH(QMessageBox::StandardButton, button);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.thalweg"));
        write(path, session::toFile(parabola()));
        Person person;
        QVERIFY(drop(person, path));
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        write(path, there);
        Answer answer(button);
        person.trigger("save");
        QVERIFY(answer.given());
        QVERIFY2(answer.text.contains(QStringLiteral("mine.thalweg has changed")),
                 qPrintable(answer.text));
        const bool replaced = button == QMessageBox::Save;
        QCOMPARE(contentOf(path),
                 replaced ? session::toFile(person.experiment().session()) : there);
        QCOMPARE(person.window.isWindowModified(), !replaced);
        QCOMPARE(person.experiment().session().settings.alpha, 0.07);
    }

    void savesWithoutAQuestionWhereNothingIsLost() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.thalweg"));
        write(path, session::toFile(parabola()));
        Person person;
        QVERIFY(drop(person, path));
        Answer answer(QMessageBox::Cancel);
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        person.trigger("save");
        QVERIFY(QFile::remove(path));
        person.type(person.field("alpha"), QStringLiteral("0.08"));
        person.trigger("save");
        QVERIFY(!answer.given());
        QCOMPARE(session::openSession(path)->settings.alpha, 0.08);
    }

    void asksBeforeItReplacesAnotherFile_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("whole") << QStringLiteral("mine.v2.thalweg");
        QTest::newRow("without its suffix") << QStringLiteral("mine.v2");
    }
    void asksBeforeItReplacesAnotherFile() {
        QFETCH(QString, typed);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.v2.thalweg"));
        write(path, session::toFile(parabola()));
        Person person;
        Answer answer(QMessageBox::Cancel);
        QTimer::singleShot(200, &person.window, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->findChild<QLineEdit*>()->setText(folder.filePath(typed));
            QMetaObject::invokeMethod(dialog, "accept");
        });
        person.trigger("saveAs");
        QVERIFY2(answer.text.contains(QStringLiteral("mine.v2.thalweg exists")),
                 qPrintable(answer.text));
        QCOMPARE(contentOf(path), session::toFile(parabola()));
        QCOMPARE(person.window.document().path(), QString());
    }

    void dropsAFileOntoTheWindow() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.thalweg"));
        write(path, session::toFile(parabola()));
        Person person;
        QVERIFY(drop(person, path));
        QCOMPARE(person.experiment().session(), parabola());
        QCOMPARE(person.window.document().path(), path);
        QVERIFY(!person.window.isWindowModified());

        QVERIFY(!drop(person, QStringLiteral("/tmp/a.txt")));
    }

    void aBrokenFileChangesNothing_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << session::toFile(parabola()).left(60);
        QTest::newRow("brackets") << QByteArray(100'000, '[');
        QTest::newRow("newer")
            << session::toFile(parabola()).replace("\"version\": 1", "\"version\": 3");
        QTest::newRow("range") << session::toFile(parabola()).replace("0.1", "-3");
    }
    void aBrokenFileChangesNothing() {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.thalweg"));
        write(path, content);
        Person person;
        const session::Session before = person.experiment().session();
        Answer answer(QMessageBox::Ok);
        QVERIFY(drop(person, path));
        QTRY_VERIFY(answer.given());
        QVERIFY2(answer.text.contains(QStringLiteral("a.thalweg")), qPrintable(answer.text));
        QCOMPARE(person.experiment().session(), before);
        QCOMPARE(contentOf(path), content);
    }

    void copiesAndOpensALink() {
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        const session::Session wanted = person.experiment().session();
        person.trigger("copyLink");
        const QString link = QApplication::clipboard()->text();
        QVERIFY(link.startsWith(QStringLiteral("thalweg:")));
        person.trigger("undo");
        QVERIFY(person.experiment().session() != wanted);
        person.trigger("openLink");
        QCOMPARE(person.experiment().session(), wanted);
        QApplication::clipboard()->setText(QStringLiteral("hello"));
        Answer answer(QMessageBox::Ok);
        person.trigger("openLink");
        QVERIFY(answer.given());
        QCOMPARE(person.experiment().session(), wanted);
        person.trigger("copyCommand");
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("0.07")));
    }

    void asksBeforeUnsavedChangesAreLost_data() {
        QTest::addColumn<QMessageBox::StandardButton>("button");
        QTest::addColumn<bool>("closes");
        QTest::newRow("discard") << QMessageBox::Discard << true;
        QTest::newRow("cancel") << QMessageBox::Cancel << false;
    }
    void asksBeforeUnsavedChangesAreLost() {
        QFETCH(QMessageBox::StandardButton, button);
        QFETCH(bool, closes);
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        Answer answer(button);
        QCOMPARE(person.window.close(), closes);
        QVERIFY(answer.given());
    }

    void closesWithoutAQuestionWhenNothingWasChanged() {
        Person person;
        person.chooseExample(3);
        person.press(Qt::Key_Right);
        QVERIFY(!person.window.isWindowModified());
        QVERIFY(person.window.close());
    }

    void comesBackAfterACrash() {
        const QString folder = model::Autosave::usualFolder();
        QVERIFY(QDir().mkpath(folder));
        write(folder + QStringLiteral("/crashed.thalweg"), session::toFile(parabola()));
        Person person;
        person.window.keepSafe(true);
        QCOMPARE(person.experiment().session(), parabola());
        QVERIFY(person.window.isWindowModified());
        auto* bar = person.find<QStatusBar>("statusBar");
        QTRY_VERIFY(bar->currentMessage().contains(QStringLiteral("unexpectedly")));
    }

    void saysWhatWasSetAsideBesideWhatCameBack() {
        const QString folder = model::Autosave::usualFolder();
        QVERIFY(QDir().mkpath(folder));
        write(folder + QStringLiteral("/crashed.thalweg"), session::toFile(parabola()));
        QTest::qWait(20);  // the latest comes first
        const QByteArray newer =
            session::toFile(parabola()).replace("\"version\": 1", "\"version\": 3");
        write(folder + QStringLiteral("/newer.thalweg"), newer);
        Person person;
        person.window.keepSafe(true);
        QCOMPARE(person.experiment().session(), parabola());
        Answer answer(QMessageBox::Ok);
        QTRY_VERIFY(answer.given());
        const QString aside = QFileInfo(folder).path() + QStringLiteral("/set-aside/newer.thalweg");
        QVERIFY2(answer.text.contains(aside), qPrintable(answer.text));
        QVERIFY2(answer.text.contains(QStringLiteral("newer Thalweg")), qPrintable(answer.text));
        QCOMPARE(contentOf(aside), newer);
        QVERIFY(QFile::remove(aside));
    }

    void saysThatTheSettingsCannotBeKept() {
        const QString file = model::Preferences::usualFile();
        QFile::remove(file);
        QVERIFY(QDir().mkpath(file));  // a folder is in the way
        Person person;
        person.window.keepSafe(false);
        person.trigger("lightColours");
        const QString said = person.find<QStatusBar>("statusBar")->currentMessage();
        QVERIFY2(said.contains(file) && isSentence(said), qPrintable(said));
        QVERIFY(QDir().rmdir(file));
        person.trigger("systemColours");
        QVERIFY(QFile::exists(file));
    }

    void keepsWhatThePersonPrefers() {
        model::Preferences preferences;
        {
            Person person;
            person.trigger("projector");
            person.find<QMenu>("digitsMenu")->actions()[3]->trigger();
            person.find<QSlider>("speed")->setValue(person.find<QSlider>("speed")->maximum());
            person.type(person.functionEdit(), QStringLiteral("x^2"));
            person.press(Qt::Key_Return);
            preferences = person.window.preferences();
        }
        QCOMPARE(preferences.projector, true);
        QCOMPARE(preferences.digits, 8);
        QCOMPARE(preferences.speed, 1000.0);
        QCOMPARE(preferences.recentFunctions, QStringList{QStringLiteral("x^2")});
        window::MainWindow again(session::examples().front().session, preferences);
        QVERIFY(again.findChild<QAction*>(QStringLiteral("projector"))->isChecked());
        QCOMPARE(again.experiment().player().speed(), 1000.0);
        const auto* speed = again.findChild<QSlider*>(QStringLiteral("speed"));
        QCOMPARE(speed->value(), speed->maximum());
        QCOMPARE(again.findChild<QLabel*>(QStringLiteral("speedText"))->text(),
                 QStringLiteral("1,000 steps/s"));
        auto* table = again.findChild<QTableView*>(QStringLiteral("iterations"));
        again.show();
        auto* charts = again.findChild<QTabWidget*>(QStringLiteral("charts"));
        const auto showTable = [&] {
            for (int i = 0; i < charts->count(); ++i)
                if (charts->widget(i)->isAncestorOf(table)) charts->setCurrentIndex(i);
            return table->isVisible();
        };
        QTRY_VERIFY(showTable());
        // As wide as long numbers need: a narrow table shows fewer digits.
        table->setMinimumWidth(700);
        QTRY_COMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("1.6600000"));
        QTRY_COMPARE(table->model()->index(2, 1).data().toString(), QStringLiteral("1.5396563"));
    }

    void choosesItsColours() {
        Person person;
        person.trigger("darkColours");
        QTRY_VERIFY(person.window.palette().color(QPalette::Window).lightnessF() < 0.5F);
        QCOMPARE(person.window.preferences().colours, model::Colours::Dark);
        person.trigger("lightColours");
        QTRY_VERIFY(person.window.palette().color(QPalette::Window).lightnessF() > 0.5F);
        person.trigger("systemColours");
        QCOMPARE(person.window.preferences().colours, model::Colours::System);
    }

    void offersTheTourOnce() {
        Person person;
        person.window.offerTour();
        auto* offer = person.window.findChild<QMessageBox*>();
        QVERIFY(offer && offer->isVisible());
        for (QAbstractButton* button : offer->buttons()) {
            if (offer->buttonRole(button) == QMessageBox::AcceptRole) button->click();
        }
        Person::settle();
        auto* tour = person.window.findChild<window::Tour*>();
        QVERIFY(tour && tour->isVisible());
        QVERIFY(person.window.preferences().tourOffered);
        window::MainWindow again(parabola(), person.window.preferences());
        again.offerTour();
        QVERIFY(!again.findChild<QMessageBox*>());
    }

    void theTourGivesThePersonsSessionBack() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.thalweg"));
        write(path, session::toFile(parabola()));
        Person person;
        QVERIFY(drop(person, path));
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        const session::Session own = person.experiment().session();
        person.trigger("tour");
        QVERIFY(person.experiment().session() != own);
        QVERIFY(!person.window.isWindowModified());
        person.window.findChild<window::Tour*>()->start(3);
        Q_EMIT person.window.findChild<window::Tour*>()->closed();
        QCOMPARE(person.experiment().session(), own);
        QCOMPARE(person.window.document().path(), path);
        QVERIFY(person.window.isWindowModified());
        QCOMPARE(session::openSession(path)->settings.alpha, 0.1);
    }

    void aLessonDoesNotGiveItsAnswerAway() {
        Person person;
        person.trigger("tour");
        auto* tour = person.window.findChild<window::Tour*>();
        tour->start(4);
        Person::settle();
        const QImage before = person.curve()->grab().toImage();
        QVERIFY(!person.experiment().player().playing());
        QCOMPARE(person.find<QLabel>("note")->text(), QString());
        QCOMPARE(person.curve()->basinAt(1), QString());
        Q_EMIT tour->playWanted();
        person.trigger("first");
        Person::settle();
        QVERIFY(person.curve()->grab().toImage() != before);
        QTRY_VERIFY(!person.curve()->basinAt(1).isEmpty());
        // Another lesson begins at rest, also when the ball still rolls.
        Q_EMIT tour->playWanted();
        tour->start(5);
        QVERIFY(!person.experiment().player().playing());
        QCOMPARE(person.position(), 0.0);
    }

    void saysWhatToLookForOnlyWhileItIsTrue() {
        Person person;
        QVERIFY(person.find<QLabel>("note")->text().contains(QStringLiteral("1.347")));
        person.type(person.field("initialGuess"), QStringLiteral("-1"));
        QCOMPARE(person.find<QLabel>("note")->text(), QString());
        person.trigger("undo");
        QVERIFY(person.find<QLabel>("note")->text().contains(QStringLiteral("1.347")));
    }

    void undoingAnExampleLeavesNothingToSave() {
        Person person;
        person.chooseExample(3);
        person.chooseExample(4);
        person.trigger("undo");
        QVERIFY(!person.window.isWindowModified());
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        QVERIFY(person.window.isWindowModified());
    }

    void aDoubleClickLeavesNoStep() {
        Person person;
        person.press(Qt::Key_2, Qt::ControlModifier);
        auto* cobweb = person.find<QWidget>("cobweb");
        QWidget* stage = cobweb->childAt(cobweb->rect().center());
        const QPoint place = cobweb->rect().center() + QPoint(60, 40);
        const QString before = person.find<QAction>("undo")->text();
        QTest::mouseClick(stage, Qt::LeftButton, {}, place);
        QVERIFY(person.find<QAction>("undo")->text() != before);
        // The application sees a press before the double click, the widget does not.
        QMouseEvent press(QEvent::MouseButtonPress, place, place, Qt::LeftButton, Qt::LeftButton,
                          {});
        QWidget elsewhere;
        QApplication::sendEvent(&elsewhere, &press);
        QMouseEvent twice(QEvent::MouseButtonDblClick, place, place, Qt::LeftButton, Qt::LeftButton,
                          {});
        QApplication::sendEvent(stage, &twice);
        Person::settle();
        QCOMPARE(person.experiment().session().initialGuess[0], 2.0);
        QCOMPARE(person.find<QAction>("undo")->text(), before);
    }

    void savingWhenAskedIsNotUndoneByOpening() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.thalweg"));
        write(path, session::toFile(parabola()));
        Person person;
        person.window.setFile(path);
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        const session::Session changed = person.experiment().session();
        Q_EMIT person.find<QMenu>("recentMenu")->aboutToShow();
        Answer answer(QMessageBox::Save);
        person.find<QMenu>("recentMenu")->actions().constFirst()->trigger();
        QVERIFY(answer.given());
        QCOMPARE(*session::openSession(path), changed);
        QCOMPARE(person.experiment().session(), changed);
    }

    void leavesAndResumesTheTour() {
        Person person;
        person.trigger("tour");
        auto* tour = person.window.findChild<window::Tour*>();
        tour->start(4);
        Person::settle();
        QCOMPARE(person.experiment().session().initialGuess[0], 2.0);
        Q_EMIT tour->closed();
        QVERIFY(!tour->isVisible());
        QCOMPARE(person.window.preferences().lesson, 4);
        person.trigger("tour");
        QVERIFY(tour->isVisible());
        QCOMPARE(tour->lesson(), 4);
    }
};

QTEST_MAIN(TestKeeping)
#include "tst_keeping.moc"
