// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with several runners in the window.
#include <QTest>
#include <QUndoGroup>

#include "model/history.h"
#include "person.h"
#include "pixels.h"
#include "plot/view/convergenceview.h"
#include "session/runners.h"

namespace {

using session::Session;

model::Experiment& experimentOf(Person& person) {
    return *person.window.findChild<model::Experiment*>();
}

void race(Person& person) {
    Session next = person.experiment().session();
    next = *session::adding(next, {1.5, 0.001, descent::methods()[1], {}});
    next = *session::adding(next, {-1.9, 0.001, {}, {}});
    experimentOf(person).change(session::choosing(next, 0));
    QTRY_VERIFY(person.experiment().complete());
    Person::settle();
}

QPoint ballAt(Person& person, double x) {
    return person.curve()->pixel(x, person.curve()->value(x)).toPoint() - QPoint(0, 5);
}

QString undoText(Person& person) {
    return person.window.findChild<model::History*>()->steps().undoText();
}

}  // namespace

class TestRacing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void draggingAnyBallChoosesItsRunnerAndMovesItsStart() {
        Person person;
        person.waitForRun();
        race(person);
        experimentOf(person).setPosition(0);
        Person::settle();
        const QPoint from = ballAt(person, -1.9);
        QTest::mousePress(person.stage(), Qt::LeftButton, {}, from);
        QCOMPARE(person.experiment().session().chosen, std::size_t{2});
        QTest::mouseMove(person.stage(), from + QPoint(40, 0));
        QTest::mouseMove(person.stage(), from + QPoint(80, 0));
        QTest::mouseRelease(person.stage(), Qt::LeftButton, {}, from + QPoint(80, 0));
        Person::settle();
        const std::vector<session::Runner> all = session::runners(person.experiment().session());
        QVERIFY(all[2].start[0] > -1.8);
        QCOMPARE(all[0].start[0], 2.0);
        QCOMPARE(all[1].start[0], 1.5);
        QVERIFY2(undoText(person).contains(QStringLiteral("Change x₀")),
                 qPrintable(undoText(person)));
        person.trigger("undo");
        QVERIFY2(undoText(person).contains(QStringLiteral("Choose gradient")),
                 qPrintable(undoText(person)));
        person.trigger("undo");
        QCOMPARE(person.experiment().session().chosen, std::size_t{0});
        QVERIFY2(undoText(person).contains(QStringLiteral("runner")), qPrintable(undoText(person)));
    }

    /// Its mark lies aside while the balls hide each other: the ball comes along all the same.
    void draggingAMarkOfTheFanMovesItsStartByAsMuch() {
        Person person;
        person.waitForRun();
        Session next = person.experiment().session();
        for (int more = 0; more < 3; ++more)
            next = *session::adding(next, session::chosenRunner(next));
        experimentOf(person).change(session::choosing(next, 0));
        QTRY_VERIFY(person.experiment().complete());
        experimentOf(person).setPosition(0);
        Person::settle();
        const double start = next.initialGuess[0];
        const QPoint mark = middleOf(person.curve()->picture(person.curve()->size()),
                                     plot::Theme::matching(person.window.palette()).runner(3),
                                     around(ballAt(person, start), 40));
        QVERIFY(!mark.isNull());
        QTest::mousePress(person.stage(), Qt::LeftButton, {}, mark);
        QCOMPARE(person.experiment().session().chosen, std::size_t{3});
        QCOMPARE(person.experiment().session().initialGuess[0], start);
        const QPoint to = mark - QPoint(60, 0);
        QTest::mouseMove(person.stage(), mark - QPoint(30, 0));
        QTest::mouseMove(person.stage(), to);
        QTest::mouseRelease(person.stage(), Qt::LeftButton, {}, to);
        Person::settle();
        const double moved =
            person.curve()->pixel(start, 0).x() -
            person.curve()->pixel(person.experiment().session().initialGuess[0], 0).x();
        QVERIFY2(std::abs(moved - 60) < 1.5, qPrintable(QString::number(moved)));
        QCOMPARE(session::runners(person.experiment().session())[0].start[0], start);
    }

    void eachRunnerMoreIsAStepOfItsOwn() {
        Person person;
        person.waitForRun();
        model::Experiment& experiment = experimentOf(person);
        for (int more = 0; more < 3; ++more) {
            const Session& now = experiment.session();
            experiment.change(*session::adding(now, session::chosenRunner(now)));
        }
        QCOMPARE(undoText(person), QStringLiteral("Add a runner"));
        for (std::size_t left : {3, 2, 1}) {
            person.trigger("undo");
            QCOMPARE(session::runnerCount(experiment.session()), left);
        }
    }

    void panelStepAndVerdictAreThoseOfTheChosenOne() {
        Person person;
        person.waitForRun();
        race(person);
        const QString first = person.verdict();
        experimentOf(person).change(session::choosing(person.experiment().session(), 1));
        Person::settle();
        QCOMPARE(person.field("initialGuess")->text(), QStringLiteral("1.5"));
        QVERIFY(person.verdict() != first);
        QVERIFY(person.find<window::TextCard>("stepCard")->text().contains(QStringLiteral("v")));
    }
};

QTEST_MAIN(TestRacing)
#include "tst_racing.moc"
