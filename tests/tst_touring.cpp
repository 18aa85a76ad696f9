// SPDX-License-Identifier: GPL-3.0-or-later
// The tour and what a person has, makes or opens meanwhile.
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>

#include "functions.h"
#include "model/document.h"
#include "person.h"
#include "session/lessons.h"
#include "session/link.h"
#include "session/sessionfile.h"
#include "window/tour/answerbutton.h"
#include "window/tour/tour.h"

namespace {

class Touring : public Person {
public:
    using Person::Person;

    void begin() {
        trigger("tour");
        settle();
    }
    window::Tour* tour() { return window.findChild<window::Tour*>(); }
    bool shown() { return tour() && tour()->isVisible(); }
    void click(const char* button) {
        auto* found = tour()->findChild<QAbstractButton*>(QString::fromLatin1(button));
        QTest::mouseClick(found, Qt::LeftButton);
        settle();
    }
    void undo() {
        curve()->setFocus();
        press(Qt::Key_Z, Qt::ControlModifier);
    }
    void redo() {
        curve()->setFocus();
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
    /// Types a function and is done with it.
    void enter(const QString& function) {
        type(functionEdit(), function);
        press(Qt::Key_Return);
    }
    QString function() { return experiment().session().function.text(); }
};

QString saved(const QTemporaryDir& folder, const QString& name, const QString& function) {
    session::Session session;
    session.function = functionOf(function);
    session.initialGuess = 1;
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(session::toFile(session));
    return file.fileName();
}

bool inSight(const QWidget& widget) {
    return widget.isVisible() && widget.visibleRegion() == QRegion(widget.rect());
}

QString lesson(std::size_t number) {
    return session::lessons()->at(number).setUp.function.text();
}

}  // namespace

class TestTouring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheCurve() {
        Touring person;
        person.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(!person.curve()->isVisible());
        person.begin();
        QTRY_VERIFY(person.curve()->isVisible());
    }

    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    }

    void whatIsOpenedEndsTheTour_data() {
        QTest::addColumn<QString>("way");
        for (const char* way : {"recent", "next", "link", "example", "new"}) {
            QTest::newRow(way) << QString::fromLatin1(way);
        }
    }
    void whatIsOpenedEndsTheTour() {
        QFETCH(QString, way);
        const QTemporaryDir folder;
        const QString first = saved(folder, QStringLiteral("1.thalweg"), QStringLiteral("x^2+1"));
        const QString other = saved(folder, QStringLiteral("2.thalweg"), QStringLiteral("x^2+2"));
        model::Preferences preferences;
        preferences.recentFiles = {other, first};
        Touring person(preferences);
        const auto openRecent = [&person](int place) {
            auto* menu = person.find<QMenu>("recentMenu");
            Q_EMIT menu->aboutToShow();
            menu->actions().at(place)->trigger();
            Person::settle();
        };
        openRecent(1);
        QCOMPARE(person.function(), QStringLiteral("x^2+1"));
        person.begin();
        QCOMPARE(person.function(), lesson(0));
        QString expected = QStringLiteral("x^2+2");
        if (way == QLatin1String("recent")) {
            openRecent(1);
        } else if (way == QLatin1String("next")) {
            person.press(Qt::Key_PageDown, Qt::AltModifier);
        } else if (way == QLatin1String("link")) {
            session::Session session = person.experiment().session();
            session.function = functionOf(expected);
            QApplication::clipboard()->setText(session::toLink(session));
            person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        } else if (way == QLatin1String("example")) {
            person.chooseExample(3);
            expected = session::examples()[3].session.function.text();
        } else {
            person.press(Qt::Key_N, Qt::ControlModifier);
            expected = session::examples().front().session.function.text();
        }
        Person::settle();
        QVERIFY(!person.shown());
        QCOMPARE(person.function(), expected);
    }

    void openingAsksForThePersonsOwnChanges() {
        const QTemporaryDir folder;
        model::Preferences preferences;
        preferences.recentFiles = {
            saved(folder, QStringLiteral("1.thalweg"), QStringLiteral("x^2+1"))};
        Touring person(preferences);
        person.enter(QStringLiteral("x^2+7"));
        person.begin();
        Answer answer(QMessageBox::Cancel);
        auto* menu = person.find<QMenu>("recentMenu");
        Q_EMIT menu->aboutToShow();
        menu->actions().first()->trigger();
        QVERIFY(answer.given());
        QCOMPARE(person.function(), QStringLiteral("x^2+7"));
        QVERIFY(person.window.isWindowModified());
        QVERIFY(!person.shown());
    }

    void theKeyboardGoesThroughTheLessons() {
        Touring person;
        person.window.offerTour();
        QTRY_VERIFY(QApplication::activeModalWidget());
        QTest::qWait(50);
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(person.shown());
        person.window.activateWindow();
        QTRY_VERIFY(QApplication::focusWidget());
        QVERIFY(person.tour()->isAncestorOf(QApplication::focusWidget()));
        person.press(Qt::Key_Tab);
        auto* answer = qobject_cast<window::AnswerButton*>(QApplication::focusWidget());
        QVERIFY(answer);
        person.press(Qt::Key_Space);
        QVERIFY(answer->accessibleName().contains(QStringLiteral("your answer")));
        person.press(Qt::Key_N, Qt::AltModifier);
        const auto* counter = person.tour()->findChild<QToolButton*>(QStringLiteral("counter"));
        QTRY_COMPARE(counter->text(), QStringLiteral("2 of 14"));
        QCOMPARE(counter->accessibleName(), QStringLiteral("Lesson 2 of 14"));
        person.press(Qt::Key_Tab);
        answer = qobject_cast<window::AnswerButton*>(QApplication::focusWidget());
        QVERIFY(answer);
        person.press(Qt::Key_Return);
        QVERIFY(answer->accessibleName().contains(QStringLiteral("your answer")));
    }

    void anExplainedLessonIsInSightFromItsHeadingOn_data() {
        QTest::addColumn<QSize>("size");
        for (const QSize size :
             {QSize(960, 600), QSize(1024, 650), QSize(1280, 700), QSize(1280, 720),
              QSize(1280, 740), QSize(1366, 740), QSize(1366, 768), QSize(1280, 800)}) {
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
        }
    }
    void anExplainedLessonIsInSightFromItsHeadingOn() {
        QFETCH(QSize, size);
        Touring person;
        person.window.resize(size);
        person.begin();
        const auto* scroll = person.find<QScrollArea>("scroll");
        for (std::size_t number = 0; number < session::lessons()->size(); ++number) {
            QCOMPARE(person.function(), lesson(number));
            for (auto* choice : person.tour()->findChildren<window::AnswerButton*>()) {
                QTest::mouseClick(choice, Qt::LeftButton);
                Person::settle();
                person.click("showExplanation");
                QVERIFY2(scroll->verticalScrollBar()->maximum() == 0,
                         qPrintable(QStringLiteral("lesson %1: %2 too high")
                                        .arg(number + 1)
                                        .arg(scroll->verticalScrollBar()->maximum())));
                for (const char* name : {"title", "idea", "question", "remark", "explanation"})
                    QVERIFY2(inSight(*person.find<QLabel>(name)), name);
                QVERIFY(inSight(*choice));
            }
            if (number + 1 < session::lessons()->size()) person.click("next");
        }
    }

    void everyAnswerIsInSight_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("projected");
        for (const QSize size :
             {QSize(960, 520), QSize(960, 540), QSize(960, 600), QSize(1024, 650), QSize(1100, 700),
              QSize(1280, 720), QSize(1366, 740)}) {
            QTest::addRow("%d x %d", size.width(), size.height()) << size << false;
        }
        for (const QSize size :
             {QSize(960, 540), QSize(960, 600), QSize(1024, 768), QSize(1280, 720),
              QSize(1366, 768), QSize(1280, 800), QSize(1920, 1080)}) {
            QTest::addRow("%d x %d, projected", size.width(), size.height()) << size << true;
        }
    }
    void everyAnswerIsInSight() {
        QFETCH(QSize, size);
        QFETCH(bool, projected);
        Touring person;
        if (projected) person.trigger("projector");
        person.window.showNormal();
        person.window.resize(size);
        Person::settle();
        person.begin();
        const auto* scroll = person.find<QScrollArea>("scroll");
        for (std::size_t number = 0; number < session::lessons()->size(); ++number) {
            QCOMPARE(person.function(), lesson(number));
            QCOMPARE(scroll->verticalScrollBar()->value(), 0);
            for (const char* name : {"title", "idea", "question"})
                QVERIFY2(inSight(*person.find<QLabel>(name)), name);
            const auto choices = person.tour()->findChildren<window::AnswerButton*>();
            QCOMPARE(choices.size(), 3);
            for (const auto* choice : choices)
                QVERIFY2(inSight(*choice), qPrintable(choice->text()));
            if (number + 1 < session::lessons()->size()) person.click("next");
        }
        QCOMPARE(person.window.size(), size);
    }

    void theControlsMakeWayForAnswersOnly() {
        Touring person;
        person.trigger("projector");
        person.window.showNormal();
        person.window.resize(960, 540);
        person.field("alpha")->setFocus();
        person.begin();
        auto* controls = person.find<QWidget>("controls");
        QVERIFY(!controls->isVisible());
        QVERIFY(person.tour()->isAncestorOf(QApplication::focusWidget()));
        person.window.resize(1366, 768);
        Person::settle();
        QVERIFY(controls->isVisible());
        person.window.resize(960, 540);
        Person::settle();
        QVERIFY(!controls->isVisible());
        person.click("close");
        QVERIFY(controls->isVisible());
    }

    void theWholeRunOfALessonIsInThePicture() {
        Touring person;
        person.begin();
        for (std::size_t number = 0; number < session::lessons()->size(); ++number) {
            QCOMPARE(person.function(), lesson(number));
            person.waitForRun();
            const descent::Trajectory& run = person.experiment().trajectory();
            const bool isMap = person.experiment().session().function.dimension() > 1;
            const plot::PlaneView& picture =
                isMap ? *person.find<plot::PlaneView>("map") : *person.curve();
            QVERIFY(picture.isVisible());
            const insight::Range up = picture.valueRange();
            for (std::size_t n = 0; n < run.size(); ++n) {
                const double height = isMap ? run.row(n)[1] : run.value(n);
                QVERIFY2(picture.range().contains(run.x(n)) && up.contains(height),
                         qPrintable(QStringLiteral("lesson %1, step %2: %3, to %4")
                                        .arg(number + 1)
                                        .arg(n)
                                        .arg(height)
                                        .arg(up.high)));
            }
            if (number + 1 < session::lessons()->size()) person.click("next");
        }
    }

    void theControlsComeBackAfterTheTour() {
        Touring person;
        person.window.resize(960, 600);
        Person::settle();
        const std::array names{"maxIterations", "descend", "ascend", "more"};
        for (const char* name : names) QVERIFY2(person.find<QWidget>(name)->isVisible(), name);
        person.field("maxIterations")->setFocus();
        person.begin();
        for (const char* name : names) QVERIFY2(!person.find<QWidget>(name)->isVisible(), name);
        for (const char* name : {"initialGuess", "alpha"})
            QVERIFY2(person.find<QWidget>(name)->isVisible(), name);
        // Not the function, all of it selected.
        QVERIFY(person.tour()->findChild<QScrollArea*>(QStringLiteral("scroll"))->hasFocus());
        person.window.resize(1280, 800);
        Person::settle();
        for (const char* name : names) QVERIFY2(person.find<QWidget>(name)->isVisible(), name);
        person.window.resize(960, 600);
        Person::settle();
        person.click("close");
        for (const char* name : names) QVERIFY2(person.find<QWidget>(name)->isVisible(), name);
    }

    void undoStaysInTheLesson() {
        Touring person;
        person.enter(QStringLiteral("x^2+7"));
        person.begin();
        person.click("next");
        QCOMPARE(person.function(), lesson(1));
        QVERIFY(!person.find<QAction>("undo")->isEnabled());
        person.undo();
        QCOMPARE(person.function(), lesson(1));
        person.enter(QStringLiteral("x^4"));
        person.undo();
        QCOMPARE(person.function(), lesson(1));
        QVERIFY(!person.find<QAction>("undo")->isEnabled());
        person.redo();
        QCOMPARE(person.function(), QStringLiteral("x^4"));
        QVERIFY(person.shown());
    }

    void anAnswerToALessonIsNoStep() {
        Touring person;
        person.begin();
        person.click("next");
        QTest::mouseClick(person.tour()->findChild<window::AnswerButton*>(), Qt::LeftButton);
        person.undo();
        QCOMPARE(person.function(), lesson(1));
        QVERIFY(person.shown());
    }

    void theRulerTellsNothingBeforeTheBallRolls() {
        Touring person;
        auto* ruler = person.find<QWidget>("ruler");
        QVERIFY(ruler->isVisible());
        person.begin();
        QVERIFY(!ruler->isVisible());
        const QPoint below = person.find<QWidget>("maxIterations")->mapTo(&person.window, QPoint());
        QTest::mouseClick(person.tour()->findChild<window::AnswerButton*>(), Qt::LeftButton);
        Person::settle();
        QVERIFY(ruler->isVisible());
        QCOMPARE(person.find<QWidget>("maxIterations")->mapTo(&person.window, QPoint()), below);
        person.click("next");
        QVERIFY(!ruler->isVisible());
        person.click("close");
        QVERIFY(ruler->isVisible());
    }

    void afterTheTourUndoGoesOnWhereItWas() {
        Touring person;
        const QString before = person.function();
        person.enter(QStringLiteral("x^2+7"));
        person.begin();
        person.click("next");
        person.click("next");
        person.click("close");
        QCOMPARE(person.function(), QStringLiteral("x^2+7"));
        person.undo();
        QCOMPARE(person.function(), before);
        person.redo();
        QCOMPARE(person.function(), QStringLiteral("x^2+7"));
    }

    void undoBringsBackWhatWasTypedInLessons() {
        Touring person;
        person.enter(QStringLiteral("x^2+7"));
        person.begin();
        person.enter(QStringLiteral("cosh(x)"));
        person.click("next");
        QVERIFY(!person.window.isWindowModified());
        person.enter(QStringLiteral("x^4"));
        person.click("close");
        QCOMPARE(person.function(), QStringLiteral("x^2+7"));
        person.undo();
        QCOMPARE(person.function(), QStringLiteral("x^4"));
        QVERIFY(person.window.isWindowModified());
        person.undo();
        QCOMPARE(person.function(), QStringLiteral("cosh(x)"));
        person.undo();
        QCOMPARE(person.function(), QStringLiteral("x^2+7"));
        for (int step = 0; step < 3; ++step) person.redo();
        QCOMPARE(person.function(), QStringLiteral("x^2+7"));
    }

    void aLessonThatStaysCanBeUndone() {
        Touring person;
        const QString before = person.function();
        person.begin();
        person.click("close");
        QCOMPARE(person.function(), lesson(0));
        QVERIFY(!person.window.isWindowModified());
        person.undo();
        QCOMPARE(person.function(), before);
    }

    void closingAsksForWhatWasTypedInTheLesson() {
        Touring person;
        person.enter(QStringLiteral("x^2+7"));
        person.begin();
        person.enter(QStringLiteral("cosh(x)"));
        {
            Answer answer(QMessageBox::Cancel);
            QVERIFY(!person.window.close());
            QVERIFY(answer.given());
        }
        QCOMPARE(person.function(), QStringLiteral("cosh(x)"));
        QVERIFY(person.shown());
    }

    void closingAsksOnceForWhatBecameOfALesson() {
        Touring person;
        person.begin();
        person.enter(QStringLiteral("cosh(x)"));
        int questions = 0;
        QTimer answers;
        connect(&answers, &QTimer::timeout, this, [&questions] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box) return;
            ++questions;
            box->button(QMessageBox::Discard)->click();
        });
        answers.start(20);
        QVERIFY(person.window.close());
        QCOMPARE(questions, 1);
    }

    void anExampleAsksForNothing() {
        Touring person;
        person.enter(QStringLiteral("x^2+7"));
        person.begin();
        person.enter(QStringLiteral("cosh(x)"));
        Answer answer(QMessageBox::Cancel);
        person.chooseExample(3);
        QVERIFY(!answer.given());
        QCOMPARE(person.function(), session::examples()[3].session.function.text());
        person.undo();
        QCOMPARE(person.function(), QStringLiteral("x^2+7"));
        person.undo();
        QCOMPARE(person.function(), QStringLiteral("cosh(x)"));
    }
};

QTEST_MAIN(TestTouring)
#include "tst_touring.moc"
